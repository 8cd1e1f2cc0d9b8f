/// What stands between the tokens: comments, anchors, tags and nothing.
extension PlanLoader {
  /// Keeps the comments between the last token and the next one.
  ///
  /// Only blanks, breaks, indicators and comments stand there, so every `#` begins a comment.
  mutating func scanGap(to end: Int) {
    let end = min(end, bytes.count)
    guard gapStart < end else { return }
    var index = gapStart
    let cut = scalarBeforeGap.map { (id: $0, at: bytes.skippingBlanks(from: index)) }
    scalarBeforeGap = nil
    while index < end {
      guard bytes[index] == UInt8(ascii: "#") else {
        index += 1
        continue
      }
      let start = index
      index = bytes.lineEnd(from: index, limit: end)
      let comment = SourceRange(UInt32(clamping: start), UInt32(clamping: index))
      comments.append(comment)
      if let cut, cut.at == start { checkComment(comment, behind: cut.id) }
    }
    gapStart = end
  }

  /// Goes behind a token.
  mutating func passToken(to end: Int) {
    gapStart = max(gapStart, end)
    tokenEnd = gapStart
    scalarBeforeGap = nil
  }

  /// Keeps the comments among the directives of a document, and behind them up to its `---`.
  ///
  /// libyaml takes no directive that holds a `#`.
  mutating func scanDirectives(_ start: Int, _ end: Int) {
    if bytes[orZero: start] == UInt8(ascii: "%") { scanGap(to: end) }
    passToken(to: end)
  }

  /// Steps over an anchor, a tag and the comments and breaks around them, keeping the comments.
  ///
  /// libyaml starts a node at its anchor or tag; the node itself may stand lines later.
  mutating func skipProperties(from start: Int, limit: Int) -> (end: Int, hasTag: Bool) {
    var index = start
    var hasTag = false
    while index < limit {
      switch bytes[orZero: index] {
      case UInt8(ascii: "&"):
        index += 1
        while isAnchorByte(bytes[orZero: index]) { index += 1 }
      case UInt8(ascii: "!"):
        hasTag = true
        index = tagEnd(from: index, limit: limit)
      case UInt8(ascii: "#"):
        let end = bytes.lineEnd(from: index, limit: limit)
        comments.append(SourceRange(UInt32(clamping: index), UInt32(clamping: end)))
        index = end
      case 0x20, 0x09:
        index += 1
      default:
        let length = bytes.breakLength(at: index)
        guard length > 0 else { return (index, hasTag) }
        index += length
      }
    }
    return (min(index, limit), hasTag)
  }

  private func isAnchorByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  private func tagEnd(from start: Int, limit: Int) -> Int {
    var index = start + 1
    if bytes[orZero: index] == UInt8(ascii: "<") {
      while index < limit, bytes[index] != UInt8(ascii: ">") { index += 1 }
      return index + 1
    }
    while index < limit, !bytes.isBlank(at: index), bytes.breakLength(at: index) == 0,
      bytes[index] != UInt8(ascii: ",")
    {
      index += 1
    }
    return index
  }

  /// End of the last text of a block scalar: before the break of its last line that is not blank.
  ///
  /// A comment behind the header is kept on the way. A block scalar without text ends behind its header.
  mutating func blockTextEnd(from start: Int, to end: Int) -> Int {
    var header = start + 1
    while header < end,
      isDigit(bytes[header]) || bytes[header] == UInt8(ascii: "+")
        || bytes[header] == UInt8(ascii: "-")
    {
      header += 1
    }
    let headerEnd = header
    let comment = bytes.skippingBlanks(from: header)
    header = bytes.lineEnd(from: comment, limit: end)
    if bytes[orZero: comment] == UInt8(ascii: "#"), comment < header {
      comments.append(SourceRange(UInt32(clamping: comment), UInt32(clamping: header)))
    }
    var textEnd = end
    var index = end
    while index > header {
      let length = breakLength(before: index)
      if length > 0 {
        index -= length
        textEnd = index
      } else if bytes.isBlank(at: index - 1) {
        index -= 1
      } else {
        return textEnd
      }
    }
    return headerEnd
  }

  /// Length of the line break that ends just before an index, or 0.
  private func breakLength(before index: Int) -> Int {
    switch bytes[orZero: index - 1] {
    case 0x0A: bytes[orZero: index - 2] == 0x0D ? 2 : 1
    case 0x0D: 1
    case 0x85: bytes.breakLength(at: index - 2) == 2 ? 2 : 0
    case 0xA8, 0xA9: bytes.breakLength(at: index - 3) == 3 ? 3 : 0
    default: 0
    }
  }

  /// Where a missing value stands: behind its `:` or `-` if it has one, otherwise behind the last token.
  ///
  /// libyaml puts it at the next token where it has none, which may be lines later.
  func missingPlace(mark: Int) -> Int {
    switch bytes[orZero: mark - 1] {
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"): return mark
    default: break
    }
    let token = max(tokenEnd, Int(lastOuterEnd))
    let next = bytes.skippingBlanks(from: token)
    let place = next < mark && bytes[orZero: next] == UInt8(ascii: ":") ? next + 1 : token
    return min(place, mark)
  }

  func missing(at offset: Int) -> NodeRecord {
    let offset = UInt32(clamping: offset)
    return NodeRecord(
      kind: .scalar,
      style: .plain,
      type: .null,
      outerStart: offset,
      start: offset,
      end: offset,
      outerEnd: offset,
      subtreeEnd: 0
    )
  }

  func characterRange(at offset: Int) -> SourceRange {
    let length = offset < bytes.count ? decodeCharacter(bytes, at: offset).length : 0
    return SourceRange(UInt32(clamping: offset), UInt32(clamping: offset + length))
  }
}
