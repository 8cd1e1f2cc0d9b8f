package import PlanText

/// The arguments of one call, each evaluated when the function asks for it.
///
/// A function that asks twice pays twice. Valid during the call only.
package struct FunctionArguments {
  let evaluation: Evaluation
  let use: FunctionUse
  let current: NodeID

  /// What the query is evaluated against.
  package var context: EvaluationContext { evaluation.context }

  // MARK: Parameters of value type

  /// The argument at a position, from 0; a value at a node is given as that node.
  package func value(_ position: Int) -> QueryValue {
    guard use.arguments.indices ~= position, case .value(let operand) = use.arguments[position]
    else { return .nothing }
    return evaluation.value(of: operand, at: current)
  }

  /// The argument with scalar nodes opened: a node that is left is a mapping or sequence.
  package func plainValue(_ position: Int) -> QueryValue { plainValue(value(position)) }

  /// The argument where it is a text, UTF-8; nil where it is anything else.
  package func text(_ position: Int) -> ArraySlice<UInt8>? {
    guard case .string(let text) = plainValue(position) else { return nil }
    return text
  }

  // MARK: Parameters of logical type

  package func logical(_ position: Int) -> Bool {
    guard use.arguments.indices ~= position,
      case .logical(let expression) = use.arguments[position]
    else { return false }
    return evaluation.holds(expression, at: current)
  }

  // MARK: Parameters of nodes type

  /// Gives each node of the argument to a closure until that answers false.
  package func forEachNode(_ position: Int, _ body: (NodeID) -> Bool) {
    guard use.arguments.indices ~= position else { return }
    switch use.arguments[position] {
    case .nodes(let path): evaluation.visit(path, current: current, body)
    case .nodesOfFunction(let use):
      for node in evaluation.nodes(of: use, at: current) {
        guard body(node) else { return }
      }
    case .value, .logical: return
    }
  }

  /// All nodes of the argument.
  package func nodes(_ position: Int) -> [NodeID] {
    var nodes: [NodeID] = []
    forEachNode(position) { node in
      nodes.append(node)
      return true
    }
    return nodes
  }

  /// Whether a node of the argument passes; what follows the first one that does is not looked for.
  package func anyNode(_ position: Int, where passes: (NodeID) -> Bool) -> Bool {
    var isFound = false
    forEachNode(position) { node in
      isFound = passes(node)
      return !isFound
    }
    return isFound
  }

  // MARK: Values

  /// Opens a scalar node, through an alias; a node that is left is a mapping or sequence.
  package func plainValue(_ value: QueryValue) -> QueryValue { evaluation.plainValue(value) }

  /// Whether two values are equal as `==` in a query compares them (RFC 9535 §2.3.5.2.2).
  package func areEqual(_ left: QueryValue, _ right: QueryValue) -> Bool {
    evaluation.compare(left, .equal, right)
  }

  /// Counts work against the rule's budget; a function whose work grows with the plan calls it for each step of a loop.
  ///
  /// - Returns: false where the budget is used up and the function should end.
  package func spend(_ steps: Int = 1) -> Bool { evaluation.spend(steps) }
}
