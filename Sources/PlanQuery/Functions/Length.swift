internal import PlanText

extension FunctionDeclaration {
  /// `length(V) -> V` (RFC 9535 §2.4.4).
  static let length = FunctionDeclaration(
    name: "length",
    parameters: [.value],
    summary: "how many characters a text, items a list or entries a group has",
    body: .value { arguments in
      switch arguments.plainValue(0) {
      case .string(let text):
        guard arguments.spend(text.count / 64) else { return .nothing }
        var count = 0
        for byte in text where byte & 0xC0 != 0x80 { count += 1 }
        return .number(Double(count))
      case .node(let node):
        return .number(Double(arguments.evaluation.childCount(of: node.index)))
      case .nothing, .null, .bool, .number: return .nothing
      }
    }
  )
}
