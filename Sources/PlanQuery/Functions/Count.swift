extension FunctionDeclaration {
  /// `count(N) -> V` (RFC 9535 §2.4.5).
  static let count: FunctionDeclaration = {
    var count = counting
    count.isCount = true
    return count
  }()

  private static let counting = FunctionDeclaration(
    name: "count",
    parameters: [.nodes],
    summary: "how many nodes a query gives",
    body: .value { arguments in
      var count = 0
      arguments.forEachNode(0) { _ in
        count += 1
        return true
      }
      return .number(Double(count))
    }
  )
}
