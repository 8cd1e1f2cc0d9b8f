/// Why the part of an escape behind `\u` cannot be read.
package enum UnicodeEscapeError: Error {
  case digitsMissing, lonelySurrogate

  /// What is wrong, in plain words.
  package var message: String {
    switch self {
    case .digitsMissing: "four digits from 0 to 9 or A to F must follow \\u"
    case .lonelySurrogate: "this \\u stands for half a character; its other half is missing"
    }
  }
}

/// Reads the four digits behind `\u`, and the second half of a surrogate pair (RFC 8259 §7, RFC 9535 §2.3.1.1 `hexchar`).
///
/// `index` stands behind the `u`, and behind all that was read afterwards.
package func readUnicodeEscape(
  in bytes: [UInt8],
  at index: inout Int
) throws(UnicodeEscapeError) -> Unicode.Scalar {
  let first = try readFourDigits(in: bytes, at: &index)
  if let scalar = Unicode.Scalar(first) { return scalar }
  guard first < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
    bytes[index + 1] == UInt8(ascii: "u")
  else { throw .lonelySurrogate }
  index += 2
  let second = try readFourDigits(in: bytes, at: &index)
  guard 0xDC00...0xDFFF ~= second,
    let scalar = Unicode.Scalar(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
  else { throw .lonelySurrogate }
  return scalar
}

private func readFourDigits(
  in bytes: [UInt8],
  at index: inout Int
) throws(UnicodeEscapeError) -> UInt32 {
  var value: UInt32 = 0
  for _ in 0..<4 {
    guard index < bytes.count, let digit = hexadecimalValue(of: bytes[index]) else {
      throw .digitsMissing
    }
    value = value << 4 | digit
    index += 1
  }
  return value
}

/// The value of a hexadecimal digit in ASCII.
package func hexadecimalValue(of byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
  default: nil
  }
}
