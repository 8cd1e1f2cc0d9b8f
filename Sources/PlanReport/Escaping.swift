/// Makes text of unknown origin safe to print on one line of a terminal, an editor's list or a build log.
///
/// Escaped as `\u{1B}`: C0 and C1 controls, DEL, line and paragraph separators, bidi controls and every other invisible
/// character (Unicode's Default_Ignorable_Code_Point), but for what holds an emoji together. Bytes that are not UTF-8 become
/// `\x{FF}`. What a build service would read as a command is broken up: `##[`, `##vso[`, `##teamcity[` anywhere, `::` at
/// the start of the text (actions/runner, ActionCommand.TryParse).
package enum Escaping {
  package static func escape(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(Array(text.utf8)[...], to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  package static func append(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var index = text.startIndex
    var previous: Unicode.Scalar?
    var atStart = true
    while index < text.endIndex {
      let byte = text[index]
      if byte >= 0x80 {
        index = appendBeyondASCII(text, at: index, after: &previous, to: &out)
        atStart = atStart && previous?.properties.isWhitespace == true
        continue
      }
      let scalar = Unicode.Scalar(byte)
      if byte < 0x20 || byte == 0x7F {
        appendEscape(scalar, to: &out)
      } else if byte == 0x3A, atStart, index + 1 < text.endIndex, text[index + 1] == 0x3A {
        appendEscape(scalar, to: &out)
      } else if byte == 0x5B, endsCommandPrefix(text[..<index]) {
        appendEscape(scalar, to: &out)
      } else {
        out.append(byte)
      }
      if byte != 0x20 { atStart = false }
      previous = scalar
      index += 1
    }
  }

  /// Appends a character of two or more bytes, or one wrong byte; returns where to go on.
  private static func appendBeyondASCII(
    _ text: ArraySlice<UInt8>,
    at index: Int,
    after previous: inout Unicode.Scalar?,
    to out: inout [UInt8]
  ) -> Int {
    guard let (scalar, length) = ScalarDecoding.scalar(in: text, at: index) else {
      appendWrongByte(text[index], to: &out)
      previous = nil
      return index + 1
    }
    let next = ScalarDecoding.scalar(in: text, at: index + length)?.scalar
    if isShown(scalar, after: previous, before: next) {
      out.append(contentsOf: text[index..<index + length])
    } else {
      appendEscape(scalar, to: &out)
    }
    previous = scalar
    return index + length
  }

  /// Whether a character beyond ASCII is printed as it is.
  static func isShown(
    _ scalar: Unicode.Scalar,
    after previous: Unicode.Scalar?,
    before next: Unicode.Scalar?
  ) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0x2028, 0x2029, 0xFFF9...0xFFFB: return false
    case 0xFE0F: return previous.map(\.properties.isEmoji) ?? false
    case 0x200D:
      guard let previous, let next else { return false }
      let holdsOn = previous.value == 0xFE0F || isPictograph(previous)
      return holdsOn && isPictograph(next)
    case 0..<0xAD: return true
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && scalar.properties.isEmoji
  }

  /// Whether what stands before a bracket is `##` and perhaps a service's name.
  static func endsCommandPrefix(_ text: ArraySlice<UInt8>) -> Bool {
    let name = text.reversed().prefix { (0x61...0x7A).contains($0 | 0x20) }
    return text.dropLast(name.count).suffix(2).elementsEqual([0x23, 0x23])
  }

  static func appendEscape(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    out.append(contentsOf: "\\u{".utf8)
    if digits.utf8.count == 1 { out.append(0x30) }
    out.append(contentsOf: digits.utf8)
    out.append(0x7D)
  }

  static func appendWrongByte(_ byte: UInt8, to out: inout [UInt8]) {
    out.append(contentsOf: "\\x{".utf8)
    out.append(contentsOf: String(byte, radix: 16, uppercase: true).utf8)
    out.append(0x7D)
  }
}
