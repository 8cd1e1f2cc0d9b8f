/// Reads single code points from bytes that may or may not be UTF-8 (RFC 3629 §4).
enum ScalarDecoding {
  /// The code point that starts at an index and its length in bytes; nil where none does.
  static func scalar(
    in bytes: ArraySlice<UInt8>,
    at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard bytes.indices.contains(index) else { return nil }
    let first = bytes[index]
    let (length, smallest): (Int, UInt32) =
      switch first {
      case 0..<0x80: (1, 0)
      case 0xC2..<0xE0: (2, 0x80)
      case 0xE0..<0xF0: (3, 0x800)
      case 0xF0..<0xF5: (4, 0x10000)
      default: (0, 0)
      }
    guard length > 0, bytes.endIndex - index >= length else { return nil }
    guard length > 1 else { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[index + 1..<index + length] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
