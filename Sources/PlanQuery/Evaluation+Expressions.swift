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
