internal import PlanQuery
package import PlanText

/// A message with places to fill: `{match}`, `{key}`, `{path}`, `{subject}`, `{professional}` and `{JSONPath}`.
package struct Template: Sendable {
  package enum Part: Sendable {
    case literal(String)
    case match, key, path
    /// The first value of a query, or the text given where there is none.
    case value(PlaceQuery, fallback: String)
  }

  package var parts: [Part]

  /// Values of a plan are cut behind so many characters in a message.
  static let maximumValueLength = 60
  /// A whole message, without its values (`reliability.md` section 3).
  static let maximumLength = 300

  package init() { parts = [] }

  /// Parses a template.
  ///
  /// - Throws: `PatternError` for a brace that is not closed or a query that cannot be read.
  package init(parsing text: String) throws(PatternError) {
    parts = []
    var literal = ""
    var rest = text.unicodeScalars[...]
    var offset = 0
    while let scalar = rest.popFirst() {
      offset += Unicode.UTF8.width(scalar)
      guard scalar == "{" else {
        literal.unicodeScalars.append(scalar)
        continue
      }
      var name = ""
      var isClosed = false
      let start = offset - 1
      while let next = rest.popFirst() {
        offset += Unicode.UTF8.width(next)
        if next == "}" {
          isClosed = true
          break
        }
        name.unicodeScalars.append(next)
      }
      guard isClosed else { throw PatternError(message: "a brace { is not closed", offset: start) }
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = ""
      parts.append(try Template.part(name, at: start))
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
  }

  private static func part(_ name: String, at offset: Int) throws(PatternError) -> Part {
    switch name {
    case "match": return .match
    case "key": return .key
    case "path": return .path
    case "subject": return try value("$.subject.name", fallback: "the person", at: offset)
    case "professional":
      return try value("$.professional.name", fallback: "the professional", at: offset)
    default: break
    }
    guard name.hasPrefix("$") || name.hasPrefix("@") else {
      throw PatternError(
        message:
          "{\(name)} is not known; use {match}, {key}, {path}, {subject}, {professional} or a JSONPath",
        offset: offset
      )
    }
    return try value(name, fallback: "this", at: offset)
  }

  private static func value(
    _ query: String,
    fallback: String,
    at offset: Int
  ) throws(PatternError) -> Part {
    do throws(QueryError) {
      return .value(try PlaceQuery(query), fallback: fallback)
    } catch {
      throw PatternError(message: error.message, offset: offset + 1 + error.offset)
    }
  }

  package var isEmpty: Bool { parts.isEmpty }
}

extension Template: Archivable {
  package func archive(into writer: inout ArchiveWriter) { writer.append(parts) }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    parts = try reader.array(Part.self)
  }
}

extension Template.Part: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    switch self {
    case .literal(let text):
      writer.append(0)
      writer.append(text)
    case .match: writer.append(1)
    case .key: writer.append(2)
    case .path: writer.append(3)
    case .value(let query, let fallback):
      writer.append(4)
      writer.append(query)
      writer.append(fallback)
    }
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    switch try reader.number() {
    case 0: self = .literal(try reader.string())
    case 1: self = .match
    case 2: self = .key
    case 3: self = .path
    case 4: self = .value(try PlaceQuery(from: &reader), fallback: try reader.string())
    default: throw .unknownCase
    }
  }
}
