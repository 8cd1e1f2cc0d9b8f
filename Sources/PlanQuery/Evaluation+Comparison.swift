internal import PlanText

// Comparing values (RFC 9535 §2.3.5.2.2).

extension Evaluation {
  /// The value with scalar nodes opened: what is left as a node is a mapping or sequence, no alias.
  func plainValue(_ value: QueryValue) -> QueryValue {
    guard case .node(let node) = value else { return value }
    guard let target = target(of: node), let record = record(target) else { return .nothing }
    guard record.kind == .scalar else { return .node(NodeID(target)) }
    switch record.type {
    case .string: return .string(tree.bytes(record.canonical ?? record.text))
    case .null: return .null
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .integer, .number:
      let text = tree.bytes(record.canonical ?? record.text)
      return numberValue(of: text).map(QueryValue.number) ?? .string(text)
    }
  }

  func compare(_ left: QueryValue, _ comparison: ComparisonOperator, _ right: QueryValue) -> Bool {
    let left = plainValue(left)
    let right = plainValue(right)
    switch comparison {
    case .equal: return areEqual(left, right)
    case .notEqual: return !areEqual(left, right)
    case .less: return isLess(left, right)
    case .lessOrEqual: return isLess(left, right) || areEqual(left, right)
    case .greater: return isLess(right, left)
    case .greaterOrEqual: return isLess(right, left) || areEqual(left, right)
    }
  }

  /// Whether both are numbers or both are texts, and the first is the lower one.
  ///
  /// UTF-8 bytes order as Unicode scalar values do.
  private func isLess(_ left: QueryValue, _ right: QueryValue) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.string(let left), .string(let right)):
      spendOnText(left, right) && left.lexicographicallyPrecedes(right)
    default: false
    }
  }

  /// Whether two plain values are equal.
  func areEqual(_ left: QueryValue, _ right: QueryValue) -> Bool {
    switch (left, right) {
    case (.node(let left), .node(let right)): areCollectionsEqual(left, right)
    case (.string(let left), .string(let right)):
      left.count == right.count && spendOnText(left, right) && left == right
    default: left == right
    }
  }

  /// Counts the comparison of two texts, which aliases can lead to again and again.
  private func spendOnText(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    spend(min(left.count, right.count) / 64)
  }

  /// Compares two mappings or sequences without recursion.
  ///
  /// A pair of collections is compared once, however many aliases lead to it.
  private func areCollectionsEqual(_ left: NodeID, _ right: NodeID) -> Bool {
    var open = [NodePair(left: left, right: right)]
    var known: Set<NodePair> = []
    while let pair = open.popLast() {
      guard spend() else { return false }
      guard pair.left != pair.right else { continue }
      let values = (plainValue(.node(pair.left)), plainValue(.node(pair.right)))
      guard case (.node(let left), .node(let right)) = values else {
        guard areEqual(values.0, values.1) else { return false }
        continue
      }
      guard left != right, known.insert(NodePair(left: left, right: right)).inserted else {
        continue
      }
      guard let kind = record(left.index)?.kind, kind == record(right.index)?.kind else {
        return false
      }
      let isComparable =
        kind == .mapping
        ? pairMembers(left, right, into: &open) : pairChildren(left, right, into: &open)
      guard isComparable else { return false }
    }
    return true
  }

  private func pairChildren(
    _ left: NodeID,
    _ right: NodeID,
    into open: inout [NodePair]
  ) -> Bool {
    var leftItems = tree.items(of: left)
    var rightItems = tree.items(of: right)
    while true {
      guard spend() else { return false }
      switch (leftItems.next(), rightItems.next()) {
      case (let left?, let right?): open.append(NodePair(left: left, right: right))
      case (nil, nil): return true
      default: return false
      }
    }
  }

  /// Pairs the values of equal names; of several entries of one name the first counts, as for name selectors.
  ///
  /// Entries whose key is no scalar have no name, and are paired in their order.
  private func pairMembers(_ left: NodeID, _ right: NodeID, into open: inout [NodePair]) -> Bool {
    let left = members(of: left)
    let right = members(of: right)
    guard left.named.count == right.named.count, left.others.count == right.others.count else {
      return false
    }
    for (left, right) in zip(left.named, right.named) {
      guard left.name == right.name else { return false }
      open.append(NodePair(left: left.value, right: right.value))
    }
    for (left, right) in zip(left.others, right.others) {
      open.append(NodePair(left: left, right: right))
    }
    return true
  }

  private typealias Member = (name: ArraySlice<UInt8>, value: NodeID)

  private func members(of node: NodeID) -> (named: [Member], others: [NodeID]) {
    var named: [Member] = []
    var others: [NodeID] = []
    for entry in tree.entries(of: node) {
      guard spend() else { break }
      if record(entry.key.index)?.kind == .scalar {
        named.append((tree.bytes(of: entry.key), entry.value))
      } else {
        others += [entry.key, entry.value]
      }
    }
    named.sort { left, right in
      if left.name.lexicographicallyPrecedes(right.name) { return true }
      return left.name == right.name && left.value < right.value
    }
    var unique: [Member] = []
    for member in named where unique.last?.name != member.name { unique.append(member) }
    return (unique, others)
  }
}

private struct NodePair: Hashable {
  let left: NodeID
  let right: NodeID
}
