package import PlanText

/// A compiled JSONPath query (RFC 9535), which picks nodes of a tree.
package struct Query: Sendable, Equatable {
  let path: QueryPath

  /// Parses a query.
  ///
  /// - Parameters:
  ///   - text: the query, from its first to its last character: blanks around it are not allowed.
  ///   - functions: the functions that its filters may call.
  ///   - allowsRelative: whether it may begin with `@`, the node that `nodes(in:from:)` is given.
  ///   - checksPatterns: whether a literal that `match` or `search` cannot use is an error; by RFC 9535 it just never
  ///     matches.
  /// - Throws: where the text is not well-formed or not valid (RFC 9535 §2.1), or nests deeper than 64.
  package init(
    parsing text: String,
    functions: FunctionTable = .standard,
    allowsRelative: Bool = false,
    checksPatterns: Bool = false
  ) throws(QueryError) {
    var parser = QueryParser(text, functions: functions, checksPatterns: checksPatterns)
    path = try parser.parseQuery(allowsRelative: allowsRelative)
  }

  /// Whether the query gives one node at most, whatever the document (RFC 9535 §2.3.5.1).
  package var isSingular: Bool { path.isSingular }

  /// The nodes that the query selects, in the order and with the repetitions of RFC 9535 §2.1.2.
  ///
  /// Selectors see through an alias; a selected alias itself is given as it is, and `..` does not enter it.
  package func nodes(in context: EvaluationContext, from current: NodeID? = nil) -> [NodeID] {
    var result: [NodeID] = []
    let evaluation = Evaluation(context)
    evaluation.visit(path, current: current ?? context.root) { node in
      result.append(node)
      return true
    }
    evaluation.finish()
    return result
  }

  /// The first node that the query selects; what follows is not looked for.
  package func firstNode(in context: EvaluationContext, from current: NodeID? = nil) -> NodeID? {
    var result: NodeID?
    let evaluation = Evaluation(context)
    evaluation.visit(path, current: current ?? context.root) { node in
      result = node
      return false
    }
    evaluation.finish()
    return result
  }
}

extension Query: Archivable {
  package func archive(into writer: inout ArchiveWriter) { path.archive(into: &writer) }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    path = try QueryPath(from: &reader, depth: 0)
  }
}
