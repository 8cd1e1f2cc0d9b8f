package import PlanText

/// A compiled JSON Schema of draft 2020-12.
///
/// All subschemas lie in one flat table; everything that refers to one is an index. Reading a file of rules, of
/// configuration or a plan all go through here.
package struct Schema: Sendable {
  /// For every subschema, its demands; none is the schema `true`.
  var demands: [[SchemaKeyword]] = []
  /// For every subschema, its words and annotations.
  package internal(set) var notes: [SchemaNote] = []
  var patterns: [TextPattern] = []
  /// The schema as a whole.
  package internal(set) var root = 0
}

/// Why a schema cannot be compiled.
package struct SchemaError: Error, Hashable {
  /// What is wrong; lower case, without a final stop.
  package let message: String
  /// Where, in the file of the schema.
  package let range: SourceRange
}

extension Schema: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(demands.count)
    for keywords in demands { writer.append(keywords) }
    writer.append(notes)
    writer.append(patterns.map(\.source))
    writer.append(root)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    for _ in 0..<(try reader.number()) { demands.append(try reader.array(SchemaKeyword.self)) }
    notes = try reader.array(SchemaNote.self)
    for source in try reader.strings() {
      guard let pattern = try? TextPattern(source) else { throw .unknownCase }
      patterns.append(pattern)
    }
    root = try reader.number()
    guard notes.count == demands.count, root < demands.count else { throw .truncated }
  }
}

// MARK: Looking around in a schema

extension Schema {
  /// A subschema and those that it refers to with `$ref`, nearest first.
  ///
  /// At most 16, so that a schema which refers to itself comes to an end.
  func chain(from schema: Int) -> [Int] {
    var chain = [schema]
    while chain.count < 16, let last = chain.last, last < demands.count {
      let next = demands[last].lazy.compactMap { keyword -> Int? in
        if case .reference(let target) = keyword { target } else { nil }
      }.first
      guard let next, !chain.contains(next) else { break }
      chain.append(next)
    }
    return chain
  }

  /// The keys that an object of this schema may have, with their schemas.
  func members(of schema: Int) -> [SchemaMember] {
    chain(from: schema).flatMap { link in
      demands[link].flatMap { keyword -> [SchemaMember] in
        if case .members(let members, _, _) = keyword { members } else { [] }
      }
    }
  }

  /// The first note of a schema, or of those that it refers to, that says something.
  func note<Value>(_ schema: Int, _ read: (SchemaNote) -> Value?) -> Value? {
    for link in chain(from: schema) where link < notes.count {
      if let value = read(notes[link]) { return value }
    }
    return nil
  }
}
