internal import PlanText

/// A value that a schema holds in `const` or `enum`.
indirect enum SchemaValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(SchemaNumber)
  case string([UInt8])
  case array([SchemaValue])
  case object([[UInt8]: SchemaValue])

  /// Reads a node; nil where it is deeper than schemas may be, an alias that leads nowhere, or larger than the steps
  /// that are left, since aliases can make a small file stand for a huge value.
  init?(_ tree: Tree, _ id: NodeID, depth: Int = 0, steps: inout Int) {
    steps -= 1
    guard depth < 32, steps >= 0, let id = tree.resolved(id) else { return nil }
    let record = tree[id]
    switch record.kind {
    case .alias: return nil
    case .scalar: self = SchemaValue(scalar: record, tree.valueBytes(of: id))
    case .sequence:
      var items: [SchemaValue] = []
      for item in tree.items(of: id) {
        guard let value = SchemaValue(tree, item, depth: depth + 1, steps: &steps) else {
          return nil
        }
        items.append(value)
      }
      self = .array(items)
    case .mapping:
      var members: [[UInt8]: SchemaValue] = [:]
      for (key, value) in tree.entries(of: id) {
        guard let value = SchemaValue(tree, value, depth: depth + 1, steps: &steps) else {
          return nil
        }
        members[Array(tree.bytes(of: key))] = value
      }
      self = .object(members)
    }
  }

  private init(scalar record: NodeRecord, _ bytes: ArraySlice<UInt8>) {
    switch record.type {
    case .string: self = .string(Array(bytes))
    case .null: self = .null
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .integer, .number:
      self = SchemaNumber(bytes).map(SchemaValue.number) ?? .string(Array(bytes))
    }
  }

  /// Whether a node has this value (JSON Schema 2020-12 core §4.2.2).
  ///
  /// The walk is as deep and as wide as this value, whatever the node is.
  func equals(_ tree: Tree, _ id: NodeID) -> Bool {
    guard let id = tree.resolved(id) else { return false }
    let record = tree[id]
    switch (self, record.kind) {
    case (.string(let text), .scalar):
      return record.type == .string && tree.valueBytes(of: id).elementsEqual(text)
    case (.array(let values), .sequence):
      var rest = values[...]
      for item in tree.items(of: id) {
        guard let value = rest.popFirst(), value.equals(tree, item) else { return false }
      }
      return rest.isEmpty
    case (.object(let members), .mapping):
      var count = 0
      for (key, value) in tree.entries(of: id) {
        guard count < members.count, let member = members[Array(tree.bytes(of: key))],
          member.equals(tree, value)
        else { return false }
        count += 1
      }
      return count == members.count
    case (_, .scalar):
      return self == SchemaValue(scalar: record, tree.valueBytes(of: id))
    default: return false
    }
  }

  /// The value in words, for messages; long ones are not for reading and are left out.
  var words: String? {
    switch self {
    case .null: "nothing"
    case .bool(let value): value ? "true" : "false"
    case .number(let number): number.json
    case .string(let text): String(decoding: text, as: UTF8.self)
    case .array, .object: nil
    }
  }
}

extension SchemaValue: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    switch self {
    case .null: writer.append(0)
    case .bool(let value): writer.append(value ? 2 : 1)
    case .number(let number):
      writer.append(3)
      writer.append(number.json)
    case .string(let text):
      writer.append(4)
      writer.append(String(decoding: text, as: UTF8.self))
    case .array(let values):
      writer.append(5)
      writer.append(values)
    case .object(let members):
      writer.append(6)
      let keys = members.keys.sorted { $0.lexicographicallyPrecedes($1) }
      writer.append(keys.map { String(decoding: $0, as: UTF8.self) })
      for key in keys { writer.append(members[key] ?? .null) }
    }
  }

  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    switch try reader.number() {
    case 0: self = .null
    case 1: self = .bool(false)
    case 2: self = .bool(true)
    case 3:
      guard let number = SchemaNumber(try reader.string().utf8) else { throw .unknownCase }
      self = .number(number)
    case 4: self = .string(Array(try reader.string().utf8))
    case 5: self = .array(try reader.array(SchemaValue.self))
    case 6:
      var members: [[UInt8]: SchemaValue] = [:]
      for key in try reader.strings() { members[Array(key.utf8)] = try SchemaValue(from: &reader) }
      self = .object(members)
    default: throw .unknownCase
    }
  }
}
