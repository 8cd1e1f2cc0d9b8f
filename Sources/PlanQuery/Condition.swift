package import PlanText

/// A compiled logical expression as in a filter selector (RFC 9535 §2.3.5), such as `count($.x[*]) >= 1`.
package struct Condition: Sendable, Equatable {
  let expression: LogicalExpression

  /// Parses an expression; blanks around it are allowed.
  ///
  /// - Parameters:
  ///   - text: what would follow `?` in a filter.
  ///   - functions: the functions that it may call.
  ///   - checksPatterns: whether a literal that `match` or `search` cannot use is an error; by RFC 9535 it just never
  ///     matches.
  /// - Throws: where the text is not well-formed or not valid (RFC 9535 §2.1), or nests deeper than 64.
  package init(
    parsing text: String,
    functions: FunctionTable = .standard,
    checksPatterns: Bool = false
  ) throws(QueryError) {
    var parser = QueryParser(text, functions: functions, checksPatterns: checksPatterns)
    expression = try parser.parseCondition()
  }

  /// Whether it is true, `@` being the node given.
  package func holds(in context: EvaluationContext, at current: NodeID) -> Bool {
    let evaluation = Evaluation(context)
    let result = evaluation.holds(expression, at: current)
    evaluation.finish()
    return result && !context.budget.isExceeded
  }
}

extension Condition: Archivable {
  package func archive(into writer: inout ArchiveWriter) { expression.archive(into: &writer) }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    expression = try LogicalExpression(from: &reader, depth: 0)
  }
}
