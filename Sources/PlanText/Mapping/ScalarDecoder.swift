/// Decodes the source of a scalar once more as libyaml 0.2.5 does, and notes what each decoded byte was written as.
struct ScalarDecoder {
  let bytes: [UInt8]
  private(set) var decoded: [UInt8] = []
  private(set) var segments: [ScalarMap.Segment] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Appends source bytes as they are.
  mutating func copy(_ start: Int, _ end: Int) {
    guard start < end else { return }
    let length = UInt32(clamping: end - start)
    if let last = segments.last, last.isVerbatim, last.sourceEnd == UInt32(clamping: start) {
      segments[segments.count - 1].decodedLength += length
      segments[segments.count - 1].sourceLength += length
    } else {
      append(start, end, decodedLength: length, isVerbatim: true)
    }
    decoded.append(contentsOf: bytes[start..<end])
  }

  /// Appends one ASCII byte that some source bytes stand for.
  mutating func substitute(_ byte: UInt8, _ start: Int, _ end: Int) {
    append(start, end, decodedLength: 1, isVerbatim: false)
    decoded.append(byte)
  }

  /// Appends one character that some source bytes stand for; false for what is no character.
  mutating func substitute(character: UInt32, _ start: Int, _ end: Int) -> Bool {
    guard let scalar = Unicode.Scalar(character), let units = UTF8.encode(scalar) else {
      return false
    }
    append(start, end, decodedLength: UInt32(clamping: units.count), isVerbatim: false)
    decoded.append(contentsOf: units)
    return true
  }

  /// Appends a line break: LS and PS stay, all others become LF.
  mutating func lineBreak(_ start: Int, _ length: Int) {
    if length == 3 { copy(start, start + 3) } else { substitute(0x0A, start, start + length) }
  }

  private mutating func append(
    _ start: Int,
    _ end: Int,
    decodedLength: UInt32,
    isVerbatim: Bool
  ) {
    segments.append(
      ScalarMap.Segment(
        decoded: UInt32(clamping: decoded.count),
        decodedLength: decodedLength,
        source: UInt32(clamping: start),
        sourceLength: UInt32(clamping: end - start),
        isVerbatim: isVerbatim
      )
    )
  }
}

extension ScalarMap {
  /// Decodes the source of a scalar again; nil where that does not give the node's text.
  package init?(decoding id: NodeID, in tree: Tree) {
    let record = tree[id]
    let start = Int(record.start)
    let end = Int(record.end)
    let source = tree.source.bytes
    guard record.kind == .scalar, end <= source.count else { return nil }
    let value = tree.bytes(of: id)
    switch record.style {
    case .plain, .singleQuoted, .doubleQuoted:
      let quote = record.style == .plain ? 0 : 1
      guard start + 2 * quote <= end else { return nil }
      var decoder = ScalarDecoder(source)
      guard decoder.decodeFlow(record.style, start + quote, end - quote),
        decoder.decoded[...] == value
      else { return nil }
      self.init(segments: decoder.segments, whole: record.range)
    case .literal, .folded:
      let outerEnd = min(Int(record.outerEnd), source.count)
      for indentation in BlockHeader(source, start, outerEnd).indentations(of: id, in: tree) {
        var decoder = ScalarDecoder(source)
        decoder.decodeBlock(start, outerEnd, indentation: indentation)
        if decoder.decoded[...] == value {
          self.init(segments: decoder.segments, whole: record.range)
          return
        }
      }
      return nil
    case .block, .flow:
      return nil
    }
  }
}
