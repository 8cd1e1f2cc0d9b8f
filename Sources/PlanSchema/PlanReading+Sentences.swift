internal import PlanText

/// Sentences that a colon turned into a key and a value: `- I remember one thing: you stopped breathing`.
extension PlanReading {
  /// Whether a mapping can be put together again: one key and one value, both plain words.
  func isSentence(_ node: NodeID) -> Bool {
    guard let (key, value) = onlyEntry(of: node) else { return false }
    return tree[value].kind == .scalar && !isOwn(key)
  }

  /// Reads a mapping where words belong as the sentence that it was; what cannot be one is copied.
  mutating func readSentence(_ node: NodeID) {
    guard isSentence(node), let (key, value) = onlyEntry(of: node) else { return copy(node) }
    let first = tree[key]
    let last = tree[value]
    let end = max(first.end, last.end)
    var record = NodeRecord(
      kind: .scalar,
      style: .plain,
      outerStart: first.outerStart,
      start: first.start,
      end: end,
      outerEnd: max(first.outerEnd, last.outerEnd),
      subtreeEnd: 0
    )
    record.isSynthetic = true
    record.text = sentence(key, value, SourceRange(first.start, end))
    let new = builder.append(record)
    report(
      SchemaIssue(.colonInSentence, "", node: new, range: record.range)
    )
  }

  /// The words from the key's start to the value's end: as they stand in the file where they are on one line.
  private mutating func sentence(_ key: NodeID, _ value: NodeID, _ range: SourceRange)
    -> TextReference
  {
    let source = tree.source[range]
    let isOneLine = !source.contains { $0 == 0x0A || $0 == 0x0D }
    if isOneLine, tree[value].style != .literal, tree[value].style != .folded {
      return TextReference(
        offset: range.start,
        length: UInt32(clamping: range.count),
        isInArena: false
      )
    }
    // Over several lines the value is decoded already; between it and the key stand a colon and blanks.
    return builder.store(Array(tree.bytes(of: key)) + [0x3A, 0x20] + tree.bytes(of: value))
  }
}
