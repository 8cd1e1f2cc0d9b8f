internal import PlanQuery
internal import PlanText

extension FunctionDeclaration {
  /// Whether something is there and says something: a plan full of `TBD` is not filled in.
  static let filled = FunctionDeclaration(
    name: "filled",
    parameters: [.nodes],
    summary: "some node is there and is not null, blank or a placeholder such as TBD",
    body: .logical { arguments in
      arguments.nodes(0).contains { Placeholder.isFilled($0, in: arguments.context.tree) }
    }
  )
}

/// Texts that stand for an answer not yet given.
enum Placeholder {
  /// In small letters, without the punctuation around them.
  static let texts: Set<String> = [
    "", "tbd", "tba", "todo", "to do", "fixme", "n/a", "na", "none yet", "not yet", "someone",
    "somebody", "whoever", "anyone", "anybody", "somewhere", "later", "xxx", "?", "-", "name",
    "tbc",
    "unknown", "to be decided", "to be determined", "not decided", "not sure", "not sure yet",
    "decide later", "will decide", "pending", "open",
  ]

  static func isFilled(_ node: NodeID, in tree: Tree) -> Bool {
    guard let node = tree.resolved(node) else { return false }
    switch tree[node].kind {
    case .mapping, .sequence:
      // A collection is filled when anything in it is.
      var index = node.index + 1
      while index < tree[node].subtreeEnd {
        let id = NodeID(index)
        if tree[id].kind == .scalar, !tree[id].isKey, isFilled(id, in: tree) { return true }
        if tree[id].kind == .alias { return true }
        index += 1
      }
      return false
    case .alias: return false
    case .scalar:
      if tree[node].type == .null { return false }
      return !texts.contains(normalized(tree.string(of: node)))
    }
  }

  /// Small letters, one blank between words, without brackets, dots and question marks around it.
  private static func normalized(_ text: String) -> String {
    let dropped: Set<Character> = ["<", ">", "[", "]", "(", ")", ".", "?", "!", "-", "_", "*", "…"]
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map { word in
      var word = word
      while let first = word.first, dropped.contains(first) { word.removeFirst() }
      while let last = word.last, dropped.contains(last) { word.removeLast() }
      return word
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
