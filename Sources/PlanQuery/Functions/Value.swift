internal import PlanText

extension FunctionDeclaration {
  /// `value(N) -> V` (RFC 9535 §2.4.8).
  static let value = FunctionDeclaration(
    name: "value",
    parameters: [.nodes],
    summary: "the value of a query that gives just one node; nothing otherwise",
    body: .value { arguments in
      var nodes: [NodeID] = []
      arguments.forEachNode(0) { node in
        nodes.append(node)
        return nodes.count < 2
      }
      return nodes.count == 1 ? .node(nodes[0]) : .nothing
    }
  )
}
