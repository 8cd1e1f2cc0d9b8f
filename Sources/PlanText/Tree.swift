/// All nodes of one YAML stream, flat and in pre-order, each with its place in the source.
///
/// A tree never changes: it crosses tasks freely. The loader makes it; the plan schema makes a second one from it, in
/// which shorthand is expanded and every node keeps its place in the file.
///
/// A class, so that handing it on costs one reference and not one for each of its arrays.
package final class Tree: Sendable {
  /// The text that every range counts in.
  package let source: SourceText
  /// Every node, in pre-order.
  package let records: [NodeRecord]
  /// The root node of each document, in order.
  ///
  /// An empty document has a null scalar of no width.
  package let roots: [NodeID]
  /// Decoded bytes of the scalars whose value is not verbatim in the source.
  package let arena: [UInt8]
  /// The comments outside all scalars, in order, each from its `#` to before its line break.
  package let comments: [SourceRange]

  package init(
    source: SourceText,
    records: [NodeRecord],
    roots: [NodeID],
    arena: [UInt8],
    comments: [SourceRange] = []
  ) {
    self.source = source
    self.records = records
    self.roots = roots
    self.arena = arena
    self.comments = comments
  }

  /// The record of a node; a null scalar for an index that is not in the tree.
  package subscript(id: NodeID) -> NodeRecord {
    let index = Int(id.index)
    return index < records.count ? records[index] : Tree.missing
  }

  private static let missing = NodeRecord(
    kind: .scalar,
    style: .plain,
    type: .null,
    outerStart: 0,
    start: 0,
    end: 0,
    outerEnd: 0,
    subtreeEnd: 0
  )
}

// MARK: Reading values

extension Tree {
  /// The decoded bytes of a scalar, or of an alias its name; empty for collections.
  package func bytes(of id: NodeID) -> ArraySlice<UInt8> { bytes(self[id].text) }

  /// The bytes that queries and the schema compare: the canonical spelling where there is one.
  package func valueBytes(of id: NodeID) -> ArraySlice<UInt8> {
    let record = self[id]
    return bytes(record.canonical ?? record.text)
  }

  package func bytes(_ reference: TextReference) -> ArraySlice<UInt8> {
    let store = reference.isInArena ? arena : source.bytes
    let start = min(Int(reference.offset), store.count)
    return store[start..<min(start + Int(reference.length), store.count)]
  }

  /// The decoded text of a scalar.
  ///
  /// Bytes that are not UTF-8 cannot occur: the loader refuses such files.
  package func string(of id: NodeID) -> String { String(decoding: bytes(of: id), as: UTF8.self) }

  /// The text that queries and the schema compare.
  package func valueString(of id: NodeID) -> String {
    String(decoding: valueBytes(of: id), as: UTF8.self)
  }

  /// Follows an alias to its anchor's node; any other node is itself.
  ///
  /// Nil where an alias leads nowhere.
  package func resolved(_ id: NodeID) -> NodeID? {
    let record = self[id]
    guard record.kind == .alias else { return id }
    return record.target == NodeRecord.noIndex ? nil : NodeID(record.target)
  }
}

// MARK: Walking

extension Tree {
  /// The items of a sequence, or keys and values of a mapping alternating; empty for leaves.
  package func children(of id: NodeID) -> Children {
    let record = self[id]
    guard record.kind == .mapping || record.kind == .sequence else { return noChildren }
    return Children(records: records, index: id.index + 1, end: record.subtreeEnd)
  }

  /// The entries of a mapping in order; empty for any other node.
  package func entries(of id: NodeID) -> Entries {
    Entries(children: self[id].kind == .mapping ? children(of: id) : noChildren)
  }

  /// The items of a sequence in order; empty for any other node.
  package func items(of id: NodeID) -> Children {
    self[id].kind == .sequence ? children(of: id) : noChildren
  }

  private var noChildren: Children { Children(records: [], index: 0, end: 0) }

  /// The value of the first entry whose key is this name, aliases not followed.
  package func value(of name: StaticString, in id: NodeID) -> NodeID? {
    guard name.hasPointerRepresentation else {
      return value(of: Array(String(describing: name).utf8)[...], in: id)
    }
    return name.withUTF8Buffer { name in
      value(hash: nameHash(name), in: id) { $0.elementsEqual(name) }
    }
  }

  /// The value of the first entry whose key is this name, aliases not followed.
  package func value(of name: ArraySlice<UInt8>, hash: UInt32? = nil, in id: NodeID) -> NodeID? {
    value(hash: hash ?? nameHash(name), in: id) { $0 == name }
  }

  private func value(
    hash: UInt32,
    in id: NodeID,
    where isName: (ArraySlice<UInt8>) -> Bool
  ) -> NodeID? {
    let record = self[id]
    guard record.kind == .mapping else { return nil }
    var key = Int(id.index) + 1
    let end = min(Int(record.subtreeEnd), records.count)
    while key < end {
      let value = Int(records[key].subtreeEnd)
      guard value < end else { return nil }
      if records[key].hash == hash, records[key].kind == .scalar, isName(bytes(records[key].text)) {
        return NodeID(value)
      }
      key = Int(records[value].subtreeEnd)
    }
    return nil
  }

  package func parent(of id: NodeID) -> NodeID? {
    let parent = self[id].parent
    return parent == NodeRecord.noIndex ? nil : NodeID(parent)
  }

  /// The key of a mapping entry's value.
  package func key(of id: NodeID) -> NodeID? {
    let key = self[id].key
    return key == NodeRecord.noIndex ? nil : NodeID(key)
  }

  /// The root of the document that holds a node.
  package func root(of id: NodeID) -> NodeID {
    var node = id
    while let up = parent(of: node) { node = up }
    return node
  }

  package struct Children: Sequence, IteratorProtocol {
    fileprivate let records: [NodeRecord]
    fileprivate var index: UInt32
    fileprivate let end: UInt32

    package mutating func next() -> NodeID? {
      guard index < end, Int(index) < records.count else { return nil }
      let id = NodeID(index)
      index = Swift.max(records[Int(index)].subtreeEnd, index + 1)
      return id
    }
  }

  package struct Entries: Sequence, IteratorProtocol {
    fileprivate var children: Children

    package mutating func next() -> (key: NodeID, value: NodeID)? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return (key, value)
    }
  }
}
