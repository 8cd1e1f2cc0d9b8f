/// Reports odd characters in values, keys and comments, one a node or comment (`reliability.md` T13, T23).
struct OddCharacterFinder {
  /// Whether the source is ASCII, so that only escapes can give anything else.
  let isASCII: Bool
  let limit: Int

  func issues(of tree: Tree) -> [TextIssue] {
    let isArenaPlain = tree.arena.firstUnusualByte(from: 0) == tree.arena.count
    guard !isASCII || !isArenaPlain else { return [] }
    var issues: [TextIssue] = []
    for index in tree.records.indices where issues.count < limit {
      let record = tree.records[index]
      guard record.kind == .scalar, record.text.isInArena ? !isArenaPlain : !isASCII else {
        continue
      }
      let start = Int(record.text.offset)
      let end = start + Int(record.text.length)
      let store = record.text.isInArena ? tree.arena : tree.source.bytes
      guard let odd = OddCharacterScan.first(in: store, start, end) else { continue }
      let range = tree.sourceRange(
        of: odd.range.lowerBound - start..<odd.range.upperBound - start,
        in: NodeID(index)
      )
      issues.append(issue(odd.kind, range, NodeID(index)))
    }
    guard !isASCII else { return issues }
    for comment in tree.comments where issues.count < limit {
      let bytes = tree.source.bytes
      let end = Int(comment.end)
      if let odd = OddCharacterScan.first(in: bytes, Int(comment.start), end) {
        let range = SourceRange(
          UInt32(clamping: odd.range.lowerBound),
          UInt32(clamping: odd.range.upperBound)
        )
        issues.append(issue(odd.kind, range, nil))
      } else if bytes.breakLength(at: end) > 1, bytes[orZero: end] != 0x0D {
        issues.append(hiddenBreak(at: end, in: bytes))
      }
    }
    return issues
  }

  private func issue(_ kind: Oddity, _ range: SourceRange, _ node: NodeID?) -> TextIssue {
    TextIssue(
      .oddCharacters,
      message: kind.message,
      help: kind.help,
      range: range,
      node: node
    )
  }

  /// NEL, LS and PS end a comment for YAML, while editors show what follows inside the comment.
  private func hiddenBreak(at offset: Int, in bytes: [UInt8]) -> TextIssue {
    TextIssue(
      .oddCharacters,
      message: "an invisible line break ends the comment here: what follows is part of the plan",
      help: "delete it, or start a new line there",
      range: SourceRange(
        UInt32(clamping: offset),
        UInt32(clamping: offset + bytes.breakLength(at: offset))
      )
    )
  }
}
