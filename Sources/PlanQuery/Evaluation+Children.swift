internal import PlanText

// Children of a node, by name, index, slice and all (RFC 9535 §2.3.1 to §2.3.4).

extension Evaluation {
  /// The value of the first entry of this name.
  ///
  /// As `Tree.value(of:in:)`, but counts its work: a group may have very many entries.
  func member(_ name: MemberName, of node: UInt32) -> NodeID? {
    guard let record = record(node), record.kind == .mapping else { return nil }
    var key = Int(node) + 1
    let end = min(Int(record.subtreeEnd), records.count)
    var looked = 0
    defer { steps &-= looked / 8 }
    while key < end {
      looked += 1
      let value = Int(records[key].subtreeEnd)
      guard value < end else { return nil }
      if records[key].hash == name.hash, records[key].kind == .scalar,
        tree.bytes(records[key].text) == name.bytes[...]
      {
        return NodeID(value)
      }
      key = max(Int(records[value].subtreeEnd), value + 1)
    }
    return nil
  }

  /// The item of a sequence at an index, counted from the end where it is negative.
  func item(_ index: Int, of node: UInt32) -> NodeID? {
    guard let record = record(node), record.kind == .sequence else { return nil }
    let position = index < 0 ? index + childCount(of: node) : index
    guard position >= 0 else { return nil }
    var child = node + 1
    let end = min(record.subtreeEnd, UInt32(clamping: records.count))
    for _ in 0..<min(position, records.count) {
      guard child < end, spend() else { return nil }
      child = max(records[Int(child)].subtreeEnd, child + 1)
    }
    return child < end ? NodeID(child) : nil
  }

  /// Gives each item of a sequence, or the value of each entry of a mapping, to the visitor.
  ///
  /// - Returns: false where the visitor or the budget ended it.
  func visitChildren(of node: UInt32, _ visitor: Visitor) -> Bool {
    guard let record = record(node) else { return true }
    guard record.kind == .mapping || record.kind == .sequence else { return true }
    var child = node + 1
    let end = min(record.subtreeEnd, UInt32(clamping: records.count))
    while child < end {
      let isKey = records[Int(child)].isKey
      let next = max(records[Int(child)].subtreeEnd, child + 1)
      guard isKey || spend() && visitor(NodeID(child)) else { return false }
      child = next
    }
    return true
  }

  /// The number of items of a sequence or entries of a mapping.
  func childCount(of node: UInt32) -> Int {
    var count = 0
    _ = visitChildren(of: node) { _ in
      count += 1
      return true
    }
    return count
  }

  /// The items of a slice in its order (RFC 9535 §2.3.4.2.2).
  func items(_ slice: Slice, of node: UInt32) -> [NodeID] {
    let step = slice.step ?? 1
    guard step != 0, let record = record(node), record.kind == .sequence else { return [] }
    var all: [NodeID] = []
    _ = visitChildren(of: node) { child in
      all.append(child)
      return true
    }
    // Bounds and step are within ±2^53, so nothing here overflows.
    func normalized(_ index: Int) -> Int { index >= 0 ? index : all.count + index }
    if step > 0 {
      let lower = min(max(normalized(slice.start ?? 0), 0), all.count)
      let upper = min(max(normalized(slice.end ?? all.count), 0), all.count)
      guard lower < upper else { return [] }
      return stride(from: lower, to: upper, by: step).map { all[$0] }
    }
    let upper = min(max(normalized(slice.start ?? all.count - 1), -1), all.count - 1)
    let lower = min(max(slice.end.map(normalized) ?? -1, -1), all.count - 1)
    guard lower < upper else { return [] }
    return stride(from: upper, to: lower, by: step).map { all[$0] }
  }
}
