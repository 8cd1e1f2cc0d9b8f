/// Turns libyaml's marks, which count code points from 0 without a leading byte order mark, into byte offsets.
///
/// The marks of a stream only move forward, so the whole stream costs one walk; a mark that lies behind the last one
/// costs a walk from the start.
struct MarkCursor {
  private let bytes: [UInt8]
  private let base: Int
  private let isASCII: Bool
  private var mark = 0
  private var offset: Int

  init(_ source: SourceText, isASCII: Bool) {
    bytes = source.bytes
    base = source.byteOrderMarkLength
    offset = base
    self.isASCII = isASCII
  }

  /// The byte offset of a mark; a mark behind the end of the file is the end.
  mutating func offset(of target: Int) -> Int {
    if isASCII { return min(target, bytes.count - base) + base }
    if target < mark {
      mark = 0
      offset = base
    }
    while mark < target, offset < bytes.count {
      let byte = bytes[offset]
      offset += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      mark += 1
    }
    return min(offset, bytes.count)
  }
}
