/// Writes JSON (RFC 8259) into bytes, one call a token, members in the order of the calls.
///
/// Strings leave control characters (C0, DEL, C1), U+2028/2029, bidi controls and byte order marks as `\u` escapes, so
/// that a text out of a plan cannot disturb a terminal or another reader. The bytes of strings are UTF-8.
package struct JSONWriter: Sendable {
  /// What has been written so far, without a final line break.
  package private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  /// For each open object or array, whether it has something in it already.
  private var hasContent: [Bool] = []
  private var isAfterKey = false

  /// Begins an empty text.
  ///
  /// With `pretty`, every member and item stands on its own line, two spaces a level.
  package init(pretty: Bool = false) { isPretty = pretty }

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the name of a member; its value is the next call.
  package mutating func key(_ name: String) { key(name.utf8) }

  package mutating func key(_ name: some Sequence<UInt8>) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  package mutating func string(_ value: String) { string(value.utf8) }

  /// Writes a string from its UTF-8 bytes.
  package mutating func string(_ value: some Sequence<UInt8>) {
    separate()
    quote(value)
  }

  package mutating func number(_ value: Int) { literal(String(value).utf8) }
  package mutating func bool(_ value: Bool) { literal((value ? "true" : "false").utf8) }
  package mutating func null() { literal("null".utf8) }

  /// Writes a value that is JSON already, such as a number with a fraction.
  package mutating func literal(_ value: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: value)
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    hasContent.append(false)
  }

  private mutating func end(_ bracket: UInt8) {
    if hasContent.popLast() == true { breakLine() }
    bytes.append(bracket)
  }

  /// Writes what stands between the last token and the next one.
  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard let last = hasContent.indices.last else { return }
    if hasContent[last] { bytes.append(UInt8(ascii: ",")) }
    hasContent[last] = true
    breakLine()
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in hasContent { bytes.append(contentsOf: [0x20, 0x20]) }
  }
}

// MARK: Strings

extension JSONWriter {
  private mutating func quote(_ text: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [0x5C, byte])
      case 0x08: bytes.append(contentsOf: "\\b".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0C: bytes.append(contentsOf: "\\f".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0..<0x20, 0x7F: appendEscape(UInt32(byte))
      case 0x80..<0xC0:
        bytes.append(byte)
        escapeFormatCharacter()
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Replaces the character that the last byte ends, where it is one that is not written as it is.
  private mutating func escapeFormatCharacter() {
    let count = bytes.count
    let last = UInt32(bytes[count - 1])
    guard count >= 2 else { return }
    let lead = bytes[count - 2]
    // Two bytes: C1 (C2 80 … C2 9F) and the Arabic letter mark (D8 9C).
    if lead == 0xC2, last < 0xA0 { return replaceTail(2, with: last) }
    if lead == 0xD8, last == 0x9C { return replaceTail(2, with: 0x061C) }
    guard count >= 3 else { return }
    switch (bytes[count - 3], lead) {
    case (0xE2, 0x80):
      let scalar = 0x2000 + (last & 0x3F)
      if scalar == 0x200E || scalar == 0x200F || (0x2028...0x202E).contains(scalar) {
        replaceTail(3, with: scalar)
      }
    case (0xE2, 0x81):
      let scalar = 0x2040 + (last & 0x3F)
      if (0x2066...0x2069).contains(scalar) { replaceTail(3, with: scalar) }
    case (0xEF, 0xBB):
      if last == 0xBF { replaceTail(3, with: 0xFEFF) }
    default: break
    }
  }

  private mutating func replaceTail(_ length: Int, with scalar: UInt32) {
    bytes.removeLast(length)
    appendEscape(scalar)
  }

  /// Appends `\uXXXX` for a scalar of the basic plane.
  private mutating func appendEscape(_ scalar: UInt32) {
    bytes.append(contentsOf: "\\u".utf8)
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: scalar >> UInt32(shift) & 0xF)
      bytes.append(digit < 10 ? digit + 0x30 : digit + 0x57)
    }
  }
}
