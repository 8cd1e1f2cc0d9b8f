internal import PlanText

// Logical expressions, operands and function calls (RFC 9535 §2.3.5.2, §2.4).

extension Evaluation {
  func holds(_ expression: LogicalExpression, at current: NodeID) -> Bool {
    guard spend() else { return false }
    switch expression {
    case .or(let terms): return terms.contains { holds($0, at: current) }
    case .and(let terms): return terms.allSatisfy { holds($0, at: current) }
    case .not(let term): return !holds(term, at: current)
    case .exists(let path): return exists(path, current: current)
    case .function(let use):
      let arguments = FunctionArguments(evaluation: self, use: use, current: current)
      switch declaration(of: use)?.body {
      case .logical(let body): return body(arguments)
      case .nodes(let body): return !body(arguments).isEmpty
      case .value, nil: return false
      }
    case .comparison(let left, let comparison, let right):
      if let count = count(of: left, at: current, comparedWith: right) {
        return compare(.number(count), comparison, right.literal)
      }
      return compare(value(of: left, at: current), comparison, value(of: right, at: current))
    }
  }

  func exists(_ path: QueryPath, current: NodeID) -> Bool {
    if path.isSingular { return node(of: path, current: current) != nil }
    var isFound = false
    visit(path, current: current) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// How many nodes `count` gives, where it is compared with a number; nodes beyond that number are not looked for.
  ///
  /// Whether there is any is asked more often than how many there are.
  private func count(
    of operand: Operand,
    at current: NodeID,
    comparedWith other: Operand
  ) -> Double? {
    guard case .function(let use) = operand, use.hash == Evaluation.countHash,
      case .number(let limit) = other.literal, use.arguments.count == 1,
      case .nodes(let path) = use.arguments[0], declaration(of: use)?.isCount == true
    else { return nil }
    guard spend() else { return 0 }
    var count = 0.0
    visit(path, current: current) { _ in
      count += 1
      return count <= limit
    }
    return count
  }

  private static let countHash = nameHash("count".utf8)

  /// The value of an operand; that of a query without nodes is nothing.
  func value(of operand: Operand, at current: NodeID) -> QueryValue {
    switch operand {
    case .literal(let value): return value
    case .singular(let path):
      return node(of: path, current: current).map(QueryValue.node) ?? .nothing
    case .function(let use):
      guard spend(), case .value(let body) = declaration(of: use)?.body else { return .nothing }
      return body(FunctionArguments(evaluation: self, use: use, current: current))
    }
  }

  /// The nodes that a function of that type gives.
  func nodes(of use: FunctionUse, at current: NodeID) -> [NodeID] {
    guard spend(), case .nodes(let body) = declaration(of: use)?.body else { return [] }
    return body(FunctionArguments(evaluation: self, use: use, current: current))
  }

  private func declaration(of use: FunctionUse) -> FunctionDeclaration? {
    context.functions.declaration(named: use.name, hash: use.hash)
  }
}

extension Operand {
  /// The value where it is one that the author wrote down.
  fileprivate var literal: QueryValue {
    if case .literal(let value) = self { value } else { .nothing }
  }
}
