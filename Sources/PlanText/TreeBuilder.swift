/// Appends nodes in pre-order and closes collections, so that the flat records always fit together.
///
/// Used by the YAML loader, the JSON reader and the plan schema's expansion of shorthand.
package struct TreeBuilder {
  package private(set) var records: [NodeRecord] = []
  package private(set) var roots: [NodeID] = []
  package var arena: [UInt8]

  /// A collection that is open.
  private struct Open {
    var index = NodeRecord.noIndex
    var isMapping = false
    /// The newest key of a mapping, while its value is awaited.
    var key = NodeRecord.noIndex
  }

  /// The innermost open collection; without an index where none is open.
  private var top = Open()
  /// The collections around it, outermost first, the one without an index included.
  private var outer: [Open] = []

  package init(arena: [UInt8] = [], capacity: Int = 256) {
    self.arena = arena
    records.reserveCapacity(capacity)
    outer.reserveCapacity(16)
  }

  /// How many collections are open.
  package var depth: Int { outer.count }
  /// The innermost open collection.
  package var innermost: NodeID? { outer.isEmpty ? nil : NodeID(top.index) }
  /// Whether the next node is a key of a mapping.
  package var expectsKey: Bool { top.isMapping && top.key == NodeRecord.noIndex }
  /// Whether the innermost collection is a mapping whose newest key has no value yet.
  package var isMissingValue: Bool { top.isMapping && top.key != NodeRecord.noIndex }
  /// Whether a node is a collection that is still open.
  package func isOpen(_ id: NodeID) -> Bool {
    top.index == id.index || outer.contains { $0.index == id.index }
  }

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
    let index = UInt32(clamping: records.count)
    var record = record
    record.isKey = expectsKey
    record.subtreeEnd = index + 1
    record.parent = top.index
    record.key = top.key
    if outer.isEmpty { roots.append(NodeID(index)) }
    if top.isMapping { top.key = record.isKey ? index : NodeRecord.noIndex }
    records.append(record)
    if record.kind == .mapping || record.kind == .sequence {
      outer.append(top)
      top = Open(index: index, isMapping: record.kind == .mapping)
    }
    return NodeID(index)
  }

  /// Ends the innermost collection: its end is given, or that of its last child.
  package mutating func close(end: UInt32? = nil, outerEnd: UInt32? = nil) {
    guard let around = outer.popLast() else { return }
    let index = Int(top.index)
    records[index].subtreeEnd = UInt32(clamping: records.count)
    if let end {
      records[index].end = end
      records[index].outerEnd = outerEnd ?? end
    }
    top = around
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
    while !outer.isEmpty { close() }
    return Tree(source: source, records: records, roots: roots, arena: arena, comments: comments)
  }
}
