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
  private static let texts: [[UInt8]] = [
    "tbd", "tba", "todo", "to do", "fixme", "n/a", "na", "none yet", "not yet", "someone",
    "somebody", "whoever", "anyone", "anybody", "somewhere", "later", "xxx", "name", "tbc",
    "unknown", "to be decided", "to be determined", "not decided", "not sure", "not sure yet",
    "decide later", "will decide", "pending", "open",
  ].map { Array($0.utf8) }
  private static let longest = texts.map(\.count).max() ?? 0

  static func isFilled(_ node: NodeID, in tree: Tree) -> Bool {
    guard let node = tree.resolved(node) else { return false }
    let record = tree[node]
    switch record.kind {
    case .mapping, .sequence:
      // A collection is filled when anything in it is.
      for index in (node.index + 1)..<max(node.index + 1, record.subtreeEnd) {
        let id = NodeID(index)
        let inner = tree[id]
        if inner.kind == .alias || inner.kind == .scalar && !inner.isKey && isFilled(inner, tree) {
          return true
        }
      }
      return false
    case .alias: return false
    case .scalar: return isFilled(record, tree)
    }
  }

  private static func isFilled(_ scalar: NodeRecord, _ tree: Tree) -> Bool {
    guard scalar.type != .null, let text = normalized(tree.bytes(scalar.text)) else {
      return scalar.type != .null
    }
    return !text.isEmpty && !texts.contains(text)
  }

  /// Small letters, one blank between words, without brackets, dots and question marks around each.
  ///
  /// Nil where that is longer than any placeholder, or has letters that none has.
  private static func normalized(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      var start = index
      while index < text.endIndex, blankLength(text, at: index) == 0 { index += 1 }
      var end = index
      while start < end, let length = dropped(text[start..<end], fromEnd: false) { start += length }
      while start < end, let length = dropped(text[start..<end], fromEnd: true) { end -= length }
      if start < end {
        if !result.isEmpty { result.append(0x20) }
        guard result.count + end - start <= longest else { return nil }
        for byte in text[start..<end] {
          guard byte < 0x80 else { return nil }
          let isUpper = byte &- 0x41 < 26
          result.append(isUpper ? byte | 0x20 : byte)
        }
      }
      if index < text.endIndex { index += blankLength(text, at: index) }
    }
    return result
  }

  /// The length of the blank or break at a place; 0 where another character stands.
  private static func blankLength(_ text: ArraySlice<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte == 0x20 || byte &- 0x09 < 5 { return 1 }
    guard byte >= 0xC2 else { return 0 }
    let rest = text[index...]
    if rest.starts(with: [0xC2, 0xA0]) || rest.starts(with: [0xC2, 0x85]) { return 2 }
    // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000, U+1680
    guard rest.count > 2 else { return 0 }
    let (second, third) = (text[index + 1], text[index + 2])
    switch (byte, second) {
    case (0xE2, 0x80): return third <= 0x8A || [0xA8, 0xA9, 0xAF].contains(third) ? 3 : 0
    case (0xE2, 0x81): return third == 0x9F ? 3 : 0
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0
    case (0xE1, 0x9A): return third == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// The length of a sign at one end of a word that does not belong to it; nil where there is none.
  private static func dropped(_ word: ArraySlice<UInt8>, fromEnd: Bool) -> Int? {
    guard let byte = fromEnd ? word.last : word.first else { return nil }
    switch byte {
    case 0x3C, 0x3E, 0x5B, 0x5D, 0x28, 0x29, 0x2E, 0x3F, 0x21, 0x2D, 0x5F, 0x2A: return 1
    case 0xA6 where fromEnd: return word.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) ? 3 : nil
    case 0xE2 where !fromEnd: return word.prefix(3).elementsEqual([0xE2, 0x80, 0xA6]) ? 3 : nil
    default: return nil
    }
  }
}
