/// Appends nodes in pre-order and closes collections, so that the flat records always fit together.
///
/// Used by the YAML loader, the JSON reader and the plan schema's expansion of shorthand.
package struct TreeBuilder {
  package private(set) var records: [NodeRecord] = []
  package private(set) var roots: [NodeID] = []
  package var arena: [UInt8]

  /// Open collections, innermost last, each with the number of children it has so far.
  private var open: [(index: Int, children: Int)] = []
  private var lastKey = NodeRecord.noIndex

  package init(arena: [UInt8] = [], capacity: Int = 256) {
    self.arena = arena
    records.reserveCapacity(capacity)
  }

  /// How many collections are open.
  package var depth: Int { open.count }
  /// The innermost open collection.
  package var innermost: NodeID? { open.last.map { NodeID($0.index) } }
  /// Whether the next node is a key of a mapping.
  package var expectsKey: Bool {
    guard let top = open.last else { return false }
    return records[top.index].kind == .mapping && top.children % 2 == 0
  }

  /// Whether the innermost collection is a mapping whose newest key has no value yet.
  package var isMissingValue: Bool {
    guard let top = open.last else { return false }
    return records[top.index].kind == .mapping && top.children % 2 == 1
  }
  /// Whether a node is a collection that is still open.
  package func isOpen(_ id: NodeID) -> Bool { open.contains { $0.index == Int(id.index) } }

  /// Keeps decoded bytes in the arena.
  package mutating func store(_ bytes: some Collection<UInt8>) -> TextReference {
    let offset = UInt32(clamping: arena.count)
    arena.append(contentsOf: bytes)
    return TextReference(offset: offset, length: UInt32(clamping: bytes.count), isInArena: true)
  }

  /// The bytes of a text that lies in the arena, or in the source given.
  package func bytes(_ reference: TextReference, in source: [UInt8]) -> ArraySlice<UInt8> {
    let store = reference.isInArena ? arena : source
    let start = min(Int(reference.offset), store.count)
    return store[start..<min(start + Int(reference.length), store.count)]
  }

  /// Appends a leaf, or opens a collection that `close` ends.
  @discardableResult
  package mutating func append(_ record: NodeRecord) -> NodeID {
    var record = record
    let index = records.count
    let isKey = expectsKey
    record.isKey = isKey
    record.subtreeEnd = UInt32(clamping: index + 1)
    if let top = open.last {
      record.parent = UInt32(clamping: top.index)
      if records[top.index].kind == .mapping {
        record.key = isKey ? NodeRecord.noIndex : UInt32(clamping: childKey(of: top.index))
      } else {
        record.key = NodeRecord.noIndex
      }
      open[open.count - 1].children += 1
    } else {
      record.parent = NodeRecord.noIndex
      record.key = NodeRecord.noIndex
      roots.append(NodeID(index))
    }
    if isKey { keyOf[open.count - 1] = index }
    records.append(record)
    if record.kind == .mapping || record.kind == .sequence {
      open.append((index, 0))
      if keyOf.count < open.count { keyOf.append(-1) } else { keyOf[open.count - 1] = -1 }
    }
    return NodeID(index)
  }

  /// Ends the innermost collection: its end is given, or that of its last child.
  package mutating func close(end: UInt32? = nil, outerEnd: UInt32? = nil) {
    guard let top = open.popLast() else { return }
    let count = UInt32(clamping: records.count)
    records[top.index].subtreeEnd = count
    if let end {
      records[top.index].end = end
      records[top.index].outerEnd = outerEnd ?? end
    }
  }

  /// Changes a record that was appended before, for what is known only later (ends, alias targets).
  package mutating func update(_ id: NodeID, _ change: (inout NodeRecord) -> Void) {
    guard Int(id.index) < records.count else { return }
    change(&records[Int(id.index)])
  }

  /// Finishes the tree.
  ///
  /// Collections that are still open are closed.
  package consuming func finish(source: SourceText, comments: [SourceRange] = []) -> Tree {
    while !open.isEmpty { close() }
    return Tree(source: source, records: records, roots: roots, arena: arena, comments: comments)
  }

  /// For each open collection, the index of its newest key.
  private var keyOf: [Int] = []

  private func childKey(of index: Int) -> Int { keyOf[open.count - 1] }
}
