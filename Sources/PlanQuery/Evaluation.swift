internal import PlanText

/// One evaluation of a query or condition: walks paths depth first, which gives the order of RFC 9535 §2.1.2 without
/// any list in between, and stops as soon as the caller has enough.
///
/// A class, so that functions can take part without copying the tree's arrays; used within one call only.
final class Evaluation {
  /// Takes a node; false ends the walk.
  typealias Visitor = (NodeID) -> Bool

  let context: EvaluationContext
  let tree: Tree
  /// The tree's records; at hand, since each call into another module costs more than the look-up.
  let records: [NodeRecord]
  /// Steps left of the budget; below 0 everything ends.
  var steps: Int

  init(_ context: EvaluationContext) {
    self.context = context
    tree = context.tree
    records = context.tree.records
    steps = context.budget.steps
  }

  /// Gives the unused steps back; to be called at the end.
  func finish() { context.budget.steps = steps }

  /// Counts work; false where the budget is used up.
  func spend(_ count: Int = 1) -> Bool {
    steps &-= count
    return steps >= 0
  }

  // MARK: Records

  func record(_ index: UInt32) -> NodeRecord? {
    Int(index) < records.count ? records[Int(index)] : nil
  }

  /// Follows an alias; nil where it leads nowhere.
  func target(of node: NodeID) -> UInt32? {
    guard let record = record(node.index) else { return nil }
    guard record.kind == .alias else { return node.index }
    return Int(record.target) < records.count ? record.target : nil
  }

  // MARK: Paths

  /// Gives each node of a path to the visitor; false where the visitor or the budget ended the walk.
  @discardableResult
  func visit(_ path: QueryPath, current: NodeID, _ visitor: Visitor) -> Bool {
    walk(path.segments, from: 0, at: path.isRelative ? current : context.root, visitor)
  }

  /// The node of a singular path.
  func node(of path: QueryPath, current: NodeID) -> NodeID? {
    var node = path.isRelative ? current : context.root
    for segment in path.segments {
      guard spend(), let next = step(segment.selectors, at: node) else { return nil }
      node = next
    }
    return node
  }

  /// The one node of a name or index.
  private func step(_ selectors: [Selector], at node: NodeID) -> NodeID? {
    guard let target = target(of: node) else { return nil }
    switch selectors[0] {
    case .name(let name): return member(name, of: target)
    case .index(let index): return item(index, of: target)
    case .wildcard, .slice, .filter: return nil
    }
  }

  private func walk(
    _ segments: [Segment],
    from first: Int,
    at node: NodeID,
    _ visitor: Visitor
  ) -> Bool {
    guard first < segments.count else { return visitor(node) }
    guard let start = target(of: node) else { return spend() }
    let segment = segments[first]
    guard segment.isDescendant else {
      return apply(segment.selectors, at: start, then: segments, from: first + 1, visitor)
    }
    var index = start
    let end = min(records[Int(start)].subtreeEnd, UInt32(clamping: records.count))
    while index < end {
      let record = records[Int(index)]
      if record.isKey, index != start {
        index = max(record.subtreeEnd, index + 1)
        continue
      }
      guard spend() else { return false }
      if record.kind == .mapping || record.kind == .sequence {
        guard apply(segment.selectors, at: index, then: segments, from: first + 1, visitor) else {
          return false
        }
      }
      index += 1
    }
    return true
  }

  /// Applies selectors to the children of a node, which is no alias, and goes on with the rest of the path.
  private func apply(
    _ selectors: [Selector],
    at node: UInt32,
    then segments: [Segment],
    from next: Int,
    _ visitor: Visitor
  ) -> Bool {
    for selector in selectors {
      guard spend() else { return false }
      var goesOn = true
      switch selector {
      case .name(let name):
        if let child = member(name, of: node) {
          goesOn = walk(segments, from: next, at: child, visitor)
        }
      case .index(let index):
        if let child = item(index, of: node) {
          goesOn = walk(segments, from: next, at: child, visitor)
        }
      case .wildcard:
        goesOn = visitChildren(of: node) { walk(segments, from: next, at: $0, visitor) }
      case .filter(let expression):
        goesOn = visitChildren(of: node) { child in
          guard holds(expression, at: child) else { return steps >= 0 }
          return walk(segments, from: next, at: child, visitor)
        }
      case .slice(let slice):
        for child in items(slice, of: node) where goesOn {
          goesOn = walk(segments, from: next, at: child, visitor)
        }
      }
      guard goesOn else { return false }
    }
    return true
  }
}
