internal import PlanQuery
internal import PlanText

/// Which texts of a plan each field set reads.
struct FieldMasks {
  /// For each node from the root on, one bit a field set.
  private(set) var masks: [UInt128]

  init(_ queries: [RuleSet.FieldQuery], in context: EvaluationContext) {
    let tree = context.tree
    let root = context.root
    let count = Int(tree[root].subtreeEnd) - Int(root.index)
    masks = Array(repeating: 0, count: max(0, count))
    for query in queries {
      let bits = query.fieldSets.reduce(UInt128(0)) { $0 | 1 << UInt128($1) }
      for node in query.query.nodes(in: context) { mark(node, bits, tree, root) }
    }
  }

  /// Marks a node and all below it; an alias marks its anchor, where its text stands.
  private mutating func mark(_ node: NodeID, _ bits: UInt128, _ tree: Tree, _ root: NodeID) {
    guard let first = tree.resolved(node) else { return }
    let records = tree.records
    var open = [first]
    var visits = 0
    while let node = open.popLast(), visits < masks.count {
      visits += 1
      guard Int(node.index) < records.count, node >= root else { continue }
      let start = Int(node.index &- root.index)
      let end = min(Int(records[Int(node.index)].subtreeEnd) - Int(root.index), masks.count)
      for offset in start..<max(start, end) {
        let record = Int(root.index) + offset
        if masks[offset] & bits != bits, records[record].kind == .alias,
          let target = tree.resolved(NodeID(record))
        {
          open.append(target)
        }
        masks[offset] |= bits
      }
    }
  }
}
