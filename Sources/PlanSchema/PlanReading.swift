internal import PlanText

/// One pass over a plan that writes its full form into a new tree.
///
/// The recursion follows the schema, so it is as deep as the schema is; what the schema does not know is copied flat.
struct PlanReading {
  let format: PlanFormat
  let tree: Tree
  var builder: TreeBuilder
  private(set) var issues: [SchemaIssue] = []
  /// The shapes known when the reading began.
  private let shapes: [PlanShape?]
  /// For every node of the old tree, its index in the new one.
  private var moved: [UInt32]

  init(format: PlanFormat, tree: Tree) {
    self.format = format
    self.tree = tree
    shapes = format.shapes.known
    builder = TreeBuilder(arena: tree.arena)
    moved = [UInt32](repeating: NodeRecord.noIndex, count: tree.records.count)
  }

  mutating func readDocument(_ root: NodeID) {
    if tree[root].kind == .mapping { read(root, format.schema.root) } else { copy(root) }
  }

  /// Ends the new tree; aliases point to where their anchors went.
  consuming func finish() -> Tree {
    for index in builder.records.indices where builder.records[index].kind == .alias {
      let target = Int(builder.records[index].target)
      let place = target < moved.count ? moved[target] : NodeRecord.noIndex
      // An alias that came before its anchor, or inside it, would lead in a circle.
      let isBefore = place < UInt32(clamping: index)
      builder.update(NodeID(index)) { $0.target = isBefore ? place : NodeRecord.noIndex }
    }
    return builder.finish(source: tree.source, comments: tree.comments)
  }

  mutating func report(_ issue: SchemaIssue) {
    if issues.count < Schema.maximumIssues { issues.append(issue) }
  }

  // MARK: Writing nodes

  /// Appends a node as it is; a collection stays open.
  @discardableResult
  mutating func open(_ id: NodeID, _ change: (inout NodeRecord) -> Void = { _ in }) -> NodeID {
    var record = tree[id]
    change(&record)
    let new = builder.append(record)
    if Int(id.index) < moved.count { moved[Int(id.index)] = new.index }
    return new
  }

  /// Opens a collection that the author left out, with the span of what stands for it.
  mutating func openSynthetic(_ kind: NodeKind, from first: NodeRecord, to last: NodeRecord) {
    var record = NodeRecord(
      kind: kind,
      style: .flow,
      outerStart: first.outerStart,
      start: first.start,
      end: max(first.end, last.end),
      outerEnd: max(first.outerEnd, last.outerEnd),
      subtreeEnd: 0
    )
    record.isSynthetic = true
    builder.append(record)
  }

  /// Appends a key that the author left out: of no width, at the start of its value.
  mutating func appendKey(_ member: SchemaMember, at offset: UInt32) {
    var record = NodeRecord(
      kind: .scalar,
      style: .plain,
      outerStart: offset,
      start: offset,
      end: offset,
      outerEnd: offset,
      subtreeEnd: 0
    )
    record.isSynthetic = true
    record.text = builder.store(member.name)
    record.hash = member.hash
    builder.append(record)
  }

  /// Copies a node with all that is in it.
  mutating func copy(_ id: NodeID) {
    let end = max(tree[id].subtreeEnd, id.index + 1)
    var ends: [UInt32] = []
    for index in id.index..<end {
      while let last = ends.last, last <= index {
        builder.close()
        ends.removeLast()
      }
      open(NodeID(index))
      let record = tree[NodeID(index)]
      if record.kind == .mapping || record.kind == .sequence { ends.append(record.subtreeEnd) }
    }
    for _ in ends { builder.close() }
  }
}

// MARK: Reading by shape

extension PlanReading {
  func shape(_ index: Int) -> PlanShape { shapes[index] ?? format.shapes[index] }

  /// Reads a value that a subschema is for.
  mutating func read(_ node: NodeID, _ index: Int) {
    let shape = shape(index)
    let record = tree[node]
    switch record.kind {
    case .alias: open(node)
    case .scalar:
      if record.type == .null {
        open(node)
      } else if shape.isObject, !shape.shorthand.isEmpty {
        readShorthand(node, shape)
      } else if shape.item != nil, shape.isSingle {
        readList(node, index)
      } else {
        readScalar(node, shape)
      }
    case .sequence:
      if let list = shape.list {
        openSynthetic(.mapping, from: record, to: record)
        appendKey(list, at: record.start)
        readList(node, list.schema)
        builder.close()
      } else {
        readList(node, index)
      }
    case .mapping:
      if shape.isObject {
        readObject(node, shape)
      } else if shape.isText {
        readSentence(node)
      } else {
        readList(node, index)
      }
    }
  }

  /// Reads a single value as the value of the key that it stands for.
  private mutating func readShorthand(_ node: NodeID, _ shape: PlanShape) {
    guard let member = member(for: tree.bytes(of: node), among: shape.shorthand) else {
      return copy(node)
    }
    let record = tree[node]
    openSynthetic(.mapping, from: record, to: record)
    appendKey(member, at: record.start)
    read(node, member.schema)
    builder.close()
  }

  /// The first of some keys whose closed set knows a text, or the last.
  func member(for text: ArraySlice<UInt8>, among members: [SchemaMember]) -> SchemaMember? {
    members.first { shape($0.schema).knows(text) } ?? members.last
  }

  /// Reads the entries of an object, and those that are pairs of one of its lists.
  private mutating func readObject(_ node: NodeID, _ shape: PlanShape) {
    let pairs = looseEntries(of: node, shape)
    let into = shape.pairs.flatMap { shape.member(named: $0.into) }
    var isPlaced = pairs.isEmpty
    open(node)
    for (key, value) in tree.entries(of: node) {
      if pairs.contains(where: { $0.key == key }) { continue }
      copy(key)
      guard let member = member(named: key, in: shape) else {
        copy(value)
        continue
      }
      if !isPlaced, member.name == into?.name {
        readList(value, member.schema, with: pairs)
        isPlaced = true
      } else {
        read(value, member.schema)
      }
    }
    if !isPlaced, let into, let first = pairs.first, let last = pairs.last {
      appendKey(into, at: tree[first.key].start)
      openSynthetic(.sequence, from: tree[first.key], to: tree[last.value])
      readPairs(pairs, into.schema)
      builder.close()
    }
    builder.close()
  }

  func member(named key: NodeID, in shape: PlanShape) -> SchemaMember? {
    guard let key = tree.resolved(key), tree[key].kind == .scalar else { return nil }
    return shape.member(named: tree.bytes(of: key), hash: tree[key].hash)
  }

  /// Whether a key is the author's own.
  func isOwn(_ key: NodeID) -> Bool { tree.bytes(of: key).starts(with: "x-".utf8) }

  /// The entries of an object whose keys it does not know, where the schema reads those as pairs of a list.
  private func looseEntries(of node: NodeID, _ shape: PlanShape) -> [(key: NodeID, value: NodeID)] {
    guard let pairs = shape.pairs, !pairs.into.isEmpty else { return [] }
    return tree.entries(of: node).filter { key, _ in
      tree[key].kind == .scalar && !isOwn(key) && member(named: key, in: shape) == nil
        && !isSlip(key, shape)
    }
  }

  /// Whether a key that is not known was probably meant to be one that is.
  func isSlip(_ key: NodeID, _ shape: PlanShape) -> Bool {
    let name = tree.string(of: key)
    guard let near = format.schema.nearKey(to: name, in: shape.members) else { return false }
    let isSame = Suggestion.loose(near.utf8) == Suggestion.loose(name.utf8)
    // "Nate" is a name although it is near to "name".
    return isSame || name.first?.isLowercase == true
  }
}
