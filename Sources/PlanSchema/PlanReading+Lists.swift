internal import PlanText

/// Lists and what may stand for them.
extension PlanReading {
  /// Reads a list, or what stands for one, and some pairs that belong to it as well.
  mutating func readList(
    _ node: NodeID,
    _ index: Int,
    with extra: [(key: NodeID, value: NodeID)] = []
  ) {
    let shape = shape(index)
    guard let item = shape.item else { return copy(node) }
    let record = tree[node]
    switch record.kind {
    case .sequence:
      open(node)
      for child in tree.items(of: node) { readItem(child, item, shape) }
    case .mapping:
      let entries = Array(tree.entries(of: node))
      let isItem = self.shape(item).isObject && isItem(entries, self.shape(item))
      if entries.isEmpty || shape.pairs != nil && !isItem {
        open(node) {
          $0.kind = .sequence
          $0.isSynthetic = true
        }
        readPairs(entries, index)
      } else if isItem || !self.shape(item).isObject && isSentence(node) {
        openSynthetic(.sequence, from: record, to: record)
        readItem(node, item, shape)
      } else {
        return copy(node)
      }
    case .scalar where shape.kind == .people && isAll(node): return readScalar(node, shape)
    case .scalar where shape.isSingle && record.type != .null:
      openSynthetic(.sequence, from: record, to: record)
      readItem(node, item, shape)
    case .scalar where !extra.isEmpty: openSynthetic(.sequence, from: record, to: record)
    case .scalar, .alias:
      open(node)
      return
    }
    readPairs(extra, index)
    builder.close()
  }

  private func isAll(_ node: NodeID) -> Bool {
    Suggestion.loose(tree.bytes(of: node)) == Array("all".utf8)
  }

  /// Whether a mapping is one object of a list whose dash was left out: all its keys are known.
  private func isItem(_ entries: [(key: NodeID, value: NodeID)], _ shape: PlanShape) -> Bool {
    entries.allSatisfy { isOwn($0.key) || member(named: $0.key, in: shape) != nil }
  }

  /// Reads an item of a list; one key alone may be a pair, or a sentence that lost its quotation marks.
  private mutating func readItem(_ node: NodeID, _ index: Int, _ list: PlanShape) {
    let shape = shape(index)
    guard shape.isObject, let (key, value) = onlyEntry(of: node), !isOwn(key),
      member(named: key, in: shape) == nil, !isSlip(key, shape)
    else { return read(node, index) }
    let isName = tree.bytes(of: key).count { $0 == 0x20 } <= 2
    if let pairs = list.pairs, isName {
      readPair(key, value, index, pairs)
    } else if let member = shape.shorthand.last, isSentence(node) {
      let record = tree[node]
      openSynthetic(.mapping, from: record, to: record)
      appendKey(member, at: record.start)
      if self.shape(member.schema).item != nil, self.shape(member.schema).isSingle {
        openSynthetic(.sequence, from: record, to: record)
        readSentence(node)
        builder.close()
      } else {
        readSentence(node)
      }
      builder.close()
    } else {
      read(node, index)
    }
  }

  /// The entry of a mapping that has just one, with a scalar as its key.
  func onlyEntry(of node: NodeID) -> (key: NodeID, value: NodeID)? {
    guard tree[node].kind == .mapping else { return nil }
    var entries = tree.entries(of: node)
    guard let entry = entries.next(), entries.next() == nil, tree[entry.key].kind == .scalar else {
      return nil
    }
    return entry
  }

  mutating func readPairs(_ entries: [(key: NodeID, value: NodeID)], _ index: Int) {
    let shape = shape(index)
    guard let item = shape.item, let pairs = shape.pairs else { return }
    for (key, value) in entries { readPair(key, value, item, pairs) }
  }

  /// Reads an entry of a mapping as an object: its key and its value each stand under a key of their own.
  private mutating func readPair(
    _ key: NodeID,
    _ value: NodeID,
    _ index: Int,
    _ pairs: SchemaNote.Pairs
  ) {
    let shape = shape(index)
    let keys = pairs.keys.compactMap { shape.member(named: $0) }
    guard let name = member(for: tree.bytes(of: key), among: keys),
      let content = shape.member(named: pairs.value)
    else { return }
    openSynthetic(.mapping, from: tree[key], to: tree[value])
    appendKey(name, at: tree[key].start)
    if tree[key].kind == .scalar { read(key, name.schema) } else { copy(key) }
    if tree[value].kind == .mapping, hasKnownKey(value, shape) || onlyEntry(of: value) == nil {
      for (innerKey, innerValue) in tree.entries(of: value) {
        copy(innerKey)
        if let member = member(named: innerKey, in: shape) {
          read(innerValue, member.schema)
        } else {
          copy(innerValue)
        }
      }
    } else {
      appendKey(content, at: tree[value].start)
      read(value, content.schema)
    }
    builder.close()
  }

  private func hasKnownKey(_ node: NodeID, _ shape: PlanShape) -> Bool {
    tree.entries(of: node).contains { key, _ in
      member(named: key, in: shape) != nil || isOwn(key) || isSlip(key, shape)
    }
  }
}
