internal import PlanQuery
internal import PlanText

extension FunctionDeclaration {
  static let says = FunctionDeclaration(
    name: "says",
    parameters: [.value, .value],
    summary: "the text holds a phrase of the named set, such as 'follow-through/ride'",
    body: .logical { arguments in
      guard let plan = arguments.plan, case .node(let node) = arguments.value(0),
        !plan.spoken.isEmpty, let name = arguments.text(1), let set = plan.set(named: name)
      else { return false }
      let tree = arguments.context.tree
      guard let node = tree.resolved(node) else { return false }
      // A list of statements says what one of them says.
      for index in node.index..<tree[node].subtreeEnd
      where plan.spoken[index]?.contains(set) == true {
        return true
      }
      return false
    }
  )

  static let words = FunctionDeclaration(
    name: "words",
    parameters: [.value],
    summary: "length of a text in words",
    body: .value { arguments in
      guard let count = wordCount(arguments) else { return .nothing }
      return .number(Double(count))
    }
  )

  static let minutes = FunctionDeclaration(
    name: "minutes",
    parameters: [.value],
    summary: "length of a text in minutes, read aloud at \(wordsPerMinute) words a minute",
    body: .value { arguments in
      guard let count = wordCount(arguments) else { return .nothing }
      return .number(Double(count) / Double(wordsPerMinute))
    }
  )

  /// A calm reading pace (`rule-language.md`, "Extension functions").
  private static let wordsPerMinute = 130

  /// Words of a text, or of all texts of a list.
  private static func wordCount(_ arguments: FunctionArguments) -> Int? {
    guard let plan = arguments.plan, case .node(let node) = arguments.value(0) else { return nil }
    let tree = arguments.context.tree
    guard let node = tree.resolved(node) else { return nil }
    var count = 0
    for index in node.index..<tree[node].subtreeEnd {
      let id = NodeID(index)
      if tree[id].kind == .scalar, !tree[id].isKey {
        count += plan.hashes(tree.bytes(of: id)).count
      }
    }
    return count
  }

  static let setting = FunctionDeclaration(
    name: "setting",
    parameters: [.value],
    summary: "the number that the rule's settings give",
    body: .value { arguments in
      guard let plan = arguments.plan, let name = arguments.text(0),
        let setting = plan.settings.first(where: { $0.name.utf8.elementsEqual(name) })
      else { return .nothing }
      return .number(Double(setting.value))
    }
  )
}
