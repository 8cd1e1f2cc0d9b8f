package import PlanQuery
package import PlanText

/// A query for a place to point at: from the plan's root, or from the node that a rule selected where it begins with `@`.
package struct PlaceQuery: Sendable {
  package var query: Query
  package var isRelative: Bool

  /// Parses a query that begins with `$` or `@`.
  package init(_ text: String) throws(QueryError) {
    isRelative = text.hasPrefix("@")
    query = try Query(parsing: text, allowsRelative: true)
  }

  /// The query and those of its ancestors, nearest first, without the root.
  static func withAncestors(_ text: String) throws(QueryError) -> [PlaceQuery] {
    var result = [try PlaceQuery(text)]
    var rest = text[...]
    while let cut = rest.lastIndex(where: { $0 == "." || $0 == "[" }), cut > text.startIndex {
      rest = rest[..<cut]
      // A cut inside brackets or quotes is no query; the next cut is tried.
      if rest.utf8.count > 1, let place = try? PlaceQuery(String(rest)) { result.append(place) }
    }
    return result
  }

  /// The first node found.
  func node(in context: EvaluationContext, at current: NodeID) -> NodeID? {
    query.firstNode(in: context, from: isRelative ? current : nil)
  }
}

extension PlaceQuery: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(query)
    writer.append(isRelative)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    query = try Query(from: &reader)
    isRelative = try reader.flag()
  }
}
