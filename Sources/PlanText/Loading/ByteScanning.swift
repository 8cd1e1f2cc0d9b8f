internal import CLibYAML

/// Byte classes as libyaml 0.2.5 sees them; reading behind either end gives 0, which no valid file holds.
extension [UInt8] {
  subscript(orZero index: Int) -> UInt8 {
    index >= 0 && index < count ? self[index] : 0
  }

  /// Length in bytes of the line break at an index, or 0: LF, CR, CR LF, NEL, LS, PS (YAML 1.1 §5.4).
  func breakLength(at index: Int) -> Int {
    switch self[orZero: index] {
    case 0x0A: 1
    case 0x0D: self[orZero: index + 1] == 0x0A ? 2 : 1
    case 0xC2: self[orZero: index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      self[orZero: index + 1] == 0x80 && self[orZero: index + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 0
    }
  }

  /// Whether a space or a tab stands at an index.
  func isBlank(at index: Int) -> Bool {
    let byte = self[orZero: index]
    return byte == 0x20 || byte == 0x09
  }

  /// Index behind the blanks that begin at an index.
  func skippingBlanks(from index: Int) -> Int {
    var index = index
    while isBlank(at: index) { index += 1 }
    return index
  }

  /// Index of the first line break at or behind an index, or `limit`.
  func lineEnd(from index: Int, limit: Int) -> Int {
    var index = index
    while index < limit, breakLength(at: index) == 0 { index += 1 }
    return index
  }

  /// Index of a byte at or behind an index, or nil.
  func firstIndex(of byte: UInt8, from index: Int) -> Int? {
    guard index < count else { return nil }
    return withUnsafeBytes { buffer in
      // Inside the buffer, since 0 <= index < count.
      guard let base = buffer.baseAddress,
        let hit = memchr(base + Swift.max(index, 0), Int32(byte), count - Swift.max(index, 0))
      else { return nil }
      return base.distance(to: UnsafeRawPointer(hit))
    }
  }

  /// Index of the first byte of a range that is not printable ASCII, a tab, LF or CR; the range's end if there is none.
  func firstUnusualByte(from start: Int, to end: Int = .max) -> Int {
    withUnsafeBytes { buffer in
      let end = Swift.min(end, buffer.count)
      var index = Swift.max(start, 0)
      while index + 8 <= end {
        // In bounds: eight bytes were just checked for.
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if !isPlainASCII(word) { break }
        index += 8
      }
      while index < end {
        let byte = buffer[index]
        let isUsual =
          byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09
        if !isUsual { break }
        index += 1
      }
      return index
    }
  }
}

/// Whether eight bytes are all in 0x20...0x7E, or LF, the one control character that is frequent.
private func isPlainASCII(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs = ones &* 0x80
  guard word & highs == 0 else { return false }
  // With no high bit set, each of these is exact byte by byte and never carries into the next byte.
  let atLeastSpace = word &+ ones &* 0x60
  let notDelete = ~(word &+ ones)
  let lineFeed = ~((word ^ (ones &* 0x0A)) &+ ones &* 0x7F)
  return (atLeastSpace & notDelete | lineFeed) & highs == highs
}

/// Whether some decoded bytes are the source's bytes from an offset on.
func holds(
  _ source: UnsafeBufferPointer<UInt8>,
  _ value: UnsafeBufferPointer<UInt8>,
  at offset: Int
)
  -> Bool
{
  guard offset >= 0, offset + value.count <= source.count else { return false }
  guard value.count > 0, let a = source.baseAddress, let b = value.baseAddress else { return true }
  return memcmp(a + offset, b, value.count) == 0
}
