internal import PlanText

/// Places in the texts of one plan, asked for text by text.
///
/// A scalar's map costs as much as its text, so the last one is kept: a letter may hold thousands of finds.
struct TextPlaces {
  private let tree: Tree
  private var last: (node: NodeID, map: ScalarMap)?

  init(_ tree: Tree) { self.tree = tree }

  /// The source range of a half-open range of decoded bytes of a scalar.
  mutating func range(of decoded: Range<Int>, in node: NodeID) -> SourceRange {
    guard tree[node].text.isInArena else { return tree.sourceRange(of: decoded, in: node) }
    if let last, last.node == node { return last.map.sourceRange(of: decoded) }
    let map = tree.scalarMap(of: node)
    last = (node, map)
    return map.sourceRange(of: decoded)
  }
}
