internal import PlanText

extension SchemaKeyword: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    switch self {
    case .never: writer.append(0)
    case .type(let types): writer.append(1, types.rawValue)
    case .oneOfValues(let values):
      writer.append(2)
      writer.append(values)
    case .constant(let value):
      writer.append(3)
      writer.append(value)
    case .members(let members, let patterns, let additional):
      writer.append(4)
      writer.append(members)
      writer.append(indices: patterns.flatMap { [$0.pattern, $0.schema] })
      writer.append(optional: additional)
    case .propertyNames(let schema): writer.append(5, schema)
    case .required(let names):
      writer.append(6)
      writer.append(names: names)
    case .dependentRequired(let dependencies):
      writer.append(7, dependencies.count)
      for (name, required) in dependencies { writer.append(names: [name] + required) }
    case .dependentSchemas(let members):
      writer.append(8)
      writer.append(members)
    case .propertyCount(let minimum, let maximum): writer.append(9, minimum, maximum)
    case .items(let prefix, let rest):
      writer.append(10)
      writer.append(indices: prefix)
      writer.append(optional: rest)
    case .contains(let schema, let minimum, let maximum):
      writer.append(11, schema)
      writer.append(minimum)
      writer.append(optional: maximum)
    case .itemCount(let minimum, let maximum): writer.append(12, minimum, maximum)
    case .uniqueItems: writer.append(13)
    case .length(let minimum, let maximum): writer.append(14, minimum, maximum)
    case .pattern(let pattern): writer.append(15, pattern)
    case .minimum(let number, let isExclusive): writer.append(16, number, isExclusive)
    case .maximum(let number, let isExclusive): writer.append(17, number, isExclusive)
    case .multipleOf(let number): writer.append(18, number, false)
    case .reference(let schema): writer.append(19, schema)
    case .allOf(let schemas): writer.append(20, schemas)
    case .anyOf(let schemas): writer.append(21, schemas)
    case .oneOf(let schemas): writer.append(22, schemas)
    case .not(let schema): writer.append(23, schema)
    case .condition(let condition, let then, let otherwise):
      writer.append(24, condition)
      writer.append(optional: then)
      writer.append(optional: otherwise)
    }
  }

  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    switch try reader.number() {
    case 0: self = .never
    case 1: self = .type(TypeSet(rawValue: try reader.number()))
    case 2: self = .oneOfValues(try reader.array(SchemaValue.self))
    case 3: self = .constant(try SchemaValue(from: &reader))
    case 4:
      let members = try reader.array(SchemaMember.self)
      let pairs = try reader.indices()
      let patterns = stride(from: 0, to: pairs.count - 1, by: 2).map { (pairs[$0], pairs[$0 + 1]) }
      self = .members(members, patterns: patterns, additional: try reader.optionalNumber())
    case 5: self = .propertyNames(try reader.number())
    case 6: self = .required(try reader.names())
    case 7:
      var dependencies: [(name: [UInt8], required: [[UInt8]])] = []
      for _ in 0..<(try reader.number()) {
        let names = try reader.names()
        dependencies.append((names.first ?? [], Array(names.dropFirst())))
      }
      self = .dependentRequired(dependencies)
    case 8: self = .dependentSchemas(try reader.array(SchemaMember.self))
    case 9:
      self = .propertyCount(minimum: try reader.number(), maximum: try reader.optionalNumber())
    case 10: self = .items(prefix: try reader.indices(), rest: try reader.optionalNumber())
    case 11:
      self = .contains(
        try reader.number(),
        minimum: try reader.number(),
        maximum: try reader.optionalNumber()
      )
    case 12: self = .itemCount(minimum: try reader.number(), maximum: try reader.optionalNumber())
    case 13: self = .uniqueItems
    case 14: self = .length(minimum: try reader.number(), maximum: try reader.optionalNumber())
    case 15: self = .pattern(try reader.number())
    case 16: self = .minimum(try reader.decimal(), isExclusive: try reader.flag())
    case 17: self = .maximum(try reader.decimal(), isExclusive: try reader.flag())
    case 18:
      self = .multipleOf(try reader.decimal())
      _ = try reader.flag()
    case 19: self = .reference(try reader.number())
    case 20: self = .allOf(try reader.indices())
    case 21: self = .anyOf(try reader.indices())
    case 22: self = .oneOf(try reader.indices())
    case 23: self = .not(try reader.number())
    case 24:
      self = .condition(
        if: try reader.number(),
        then: try reader.optionalNumber(),
        else: try reader.optionalNumber()
      )
    default: throw .unknownCase
    }
  }
}

extension SchemaMember: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.append(String(decoding: name, as: UTF8.self))
    writer.append(schema)
  }

  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    self.init(name: Array(try reader.string().utf8), schema: try reader.number())
  }
}

// MARK: Small shapes that occur often

extension ArchiveWriter {
  fileprivate mutating func append(_ tag: Int, _ number: Int) {
    append(tag)
    append(number)
  }

  fileprivate mutating func append(_ tag: Int, _ minimum: Int, _ maximum: Int?) {
    append(tag, minimum)
    append(optional: maximum)
  }

  fileprivate mutating func append(_ tag: Int, _ number: SchemaNumber, _ flag: Bool) {
    append(tag)
    append(number.json)
    append(flag)
  }

  fileprivate mutating func append(_ tag: Int, _ schemas: [Int]) {
    append(tag)
    append(indices: schemas)
  }

  mutating func append(optional number: Int?) {
    append(number != nil)
    if let number { append(number) }
  }

  mutating func append(indices: [Int]) { append(indices.map { UInt32(clamping: $0) }) }

  mutating func append(names: [[UInt8]]) {
    append(names.map { String(decoding: $0, as: UTF8.self) })
  }
}

extension ArchiveReader {
  fileprivate mutating func decimal() throws(ArchiveError) -> SchemaNumber {
    guard let number = SchemaNumber(try string().utf8) else { throw .unknownCase }
    return number
  }

  mutating func optionalNumber() throws(ArchiveError) -> Int? { try flag() ? try number() : nil }

  mutating func indices() throws(ArchiveError) -> [Int] { try numbers().map { Int($0) } }

  mutating func names() throws(ArchiveError) -> [[UInt8]] { try strings().map { Array($0.utf8) } }
}
