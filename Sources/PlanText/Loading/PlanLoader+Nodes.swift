internal import CLibYAML

/// How each event becomes a node.
extension PlanLoader {
  mutating func takeScalar(
    _ event: UnsafeMutablePointer<yaml_event_t>,
    _ outerStart: Int,
    _ outerEnd: Int,
    _ input: UnsafeBufferPointer<UInt8>
  ) {
    scanGap(to: outerStart)
    guard hasRoom(at: outerStart) else { return }
    let scalar = event.pointee.data.scalar
    let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    var hasTag = scalar.tag != nil
    var start = outerStart
    let first = bytes[orZero: outerStart]
    if outerStart < outerEnd, first == UInt8(ascii: "&") || first == UInt8(ascii: "!") {
      let properties = skipProperties(from: outerStart, limit: outerEnd)
      start = properties.end
      hasTag = hasTag || properties.hasTag
    }
    var record: NodeRecord
    if start >= outerEnd {
      record = missing(at: outerStart < outerEnd ? outerEnd : missingPlace(mark: outerStart))
      record.outerStart = min(record.start, UInt32(clamping: outerStart))
    } else {
      let style = nodeStyle(scalar.style)
      var end = outerEnd
      if style == .literal || style == .folded { end = blockTextEnd(from: start, to: outerEnd) }
      record = NodeRecord(
        kind: .scalar,
        style: style,
        type: style == .plain ? coreSchemaType(value) : .string,
        outerStart: UInt32(clamping: outerStart),
        start: UInt32(clamping: start),
        end: UInt32(clamping: end),
        outerEnd: UInt32(clamping: outerEnd),
        subtreeEnd: 0
      )
      record.text = reference(to: value, style, start, outerEnd, input)
    }
    record.hasTag = hasTag
    if builder.expectsKey { record.hash = nameHash(value) }
    let id = append(record, anchor: scalar.anchor)
    if outerStart < outerEnd { passToken(to: outerEnd) }
    scalarBeforeGap = record.style == .plain && record.start < record.end ? id : nil
    if record.style == .plain, !record.hasTag, !builder.records[Int(id.index)].isKey,
      let trap = NumberLikeText(value)
    {
      reportNumber(trap, id)
    }
    if start > outerStart, record.style == .plain {
      checkProperties(of: id, outerStart, start, hasAnchor: scalar.anchor != nil)
    }
    if builder.depth == 0, record.start == record.end, record.style == .plain {
      reportEmptyDocument(id, at: Int(record.start))
    }
  }

  private func nodeStyle(_ style: yaml_scalar_style_t) -> NodeStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// A reference into the source where it holds the value verbatim, or else into the arena.
  private mutating func reference(
    to value: UnsafeBufferPointer<UInt8>,
    _ style: NodeStyle,
    _ start: Int,
    _ end: Int,
    _ input: UnsafeBufferPointer<UInt8>
  ) -> TextReference {
    let quote = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
    let isBlock = style == .literal || style == .folded
    guard !isBlock, value.count == end - start - 2 * quote, holds(input, value, at: start + quote)
    else { return builder.store(value) }
    return TextReference(
      offset: UInt32(clamping: start + quote),
      length: UInt32(clamping: value.count),
      isInArena: false
    )
  }

  mutating func takeAlias(_ name: UnsafePointer<UInt8>?, _ start: Int, _ end: Int) {
    scanGap(to: start)
    passToken(to: end)
    aliasCount += 1
    let range = SourceRange(UInt32(clamping: start), UInt32(clamping: end))
    guard aliasCount <= limits.maxAliases else {
      fatal = limitIssue(
        "more than \(limits.maxAliases) aliases ('*name') are more than this tool reads",
        help: "write the text itself instead of an alias",
        range: range
      )
      return
    }
    guard let name, hasRoom(at: start) else { return }
    var record = NodeRecord(
      kind: .alias,
      style: .plain,
      outerStart: range.start,
      start: range.start,
      end: range.end,
      outerEnd: range.end,
      subtreeEnd: 0
    )
    record.text = TextReference(
      offset: UInt32(clamping: start + 1),
      length: UInt32(clamping: max(end - start - 1, 0)),
      isInArena: false
    )
    let target = anchors[String(cString: name)]
    let isCycle = target.map { builder.isOpen(NodeID($0)) } ?? false
    if let target, !isCycle {
      record.target = target
      aliased.insert(target)
    }
    let id = append(record, anchor: nil)
    if record.target == NodeRecord.noIndex {
      reportBrokenAlias(id, isCycle: isCycle, range: range)
    }
  }

  mutating func open(
    _ kind: NodeKind,
    isFlow: Bool,
    anchor: UnsafePointer<UInt8>?,
    hasTag: Bool,
    _ start: Int,
    _ end: Int
  ) {
    guard builder.depth < limits.maxDepth else {
      fatal = limitIssue(
        "lists and mappings stand more than \(limits.maxDepth) deep inside each other here",
        help: "this tool reads no deeper, and a plan needs three or four levels",
        range: characterRange(at: start)
      )
      return
    }
    guard hasRoom(at: start) else { return }
    var ownStart = start
    if anchor != nil || hasTag {
      scanGap(to: start)
      ownStart = skipProperties(from: start, limit: max(start, end)).end
      passToken(to: ownStart)
    }
    if isFlow {
      scanGap(to: ownStart)
      passToken(to: ownStart + 1)
    }
    scalarBeforeGap = nil
    append(
      NodeRecord(
        kind: kind,
        style: isFlow ? .flow : .block,
        outerStart: UInt32(clamping: start),
        start: UInt32(clamping: ownStart),
        end: UInt32(clamping: ownStart),
        outerEnd: UInt32(clamping: ownStart),
        subtreeEnd: 0
      ),
      anchor: anchor
    )
  }

  /// Ends the innermost collection: a flow collection at its bracket, a block collection with its last child.
  mutating func close(_ start: Int, _ end: Int) {
    guard let id = builder.innermost else { return }
    guard builder.records[Int(id.index)].style == .flow else {
      return finishCollection(id, end: lastEnd, outerEnd: lastOuterEnd)
    }
    scanGap(to: start)
    passToken(to: end)
    finishCollection(id, end: UInt32(clamping: end), outerEnd: UInt32(clamping: end))
  }

  mutating func finishCollection(_ id: NodeID, end: UInt32, outerEnd: UInt32) {
    let start = builder.records[Int(id.index)].start
    if builder.records[Int(id.index)].kind == .mapping { checkEntries(of: id) }
    lastEnd = max(start, end)
    lastOuterEnd = max(start, outerEnd)
    builder.close(end: lastEnd, outerEnd: lastOuterEnd)
  }

  @discardableResult
  mutating func append(_ record: NodeRecord, anchor: UnsafePointer<UInt8>?) -> NodeID {
    let id = builder.append(record)
    lastEnd = record.end
    lastOuterEnd = record.outerEnd
    if let anchor { anchors[String(cString: anchor)] = id.index }
    return id
  }

  private mutating func hasRoom(at offset: Int) -> Bool {
    guard builder.records.count >= limits.maxNodes else { return true }
    fatal = limitIssue(
      "the file has more than \(limits.maxNodes) values, which are more than this tool reads",
      range: characterRange(at: offset)
    )
    return false
  }
}
