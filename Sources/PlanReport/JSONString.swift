/// Quotes text as a JSON string (RFC 8259 §7) in which nothing unprintable or invisible stands as it is.
///
/// Unlike the escapes of the text format these lose nothing: a reader of JSON gets the text back. Only bytes that are not
/// UTF-8 have no place in JSON and become `\x{FF}`.
enum JSONString {
  static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = [0x22]
    out.reserveCapacity(text.count + 2)
    var index = text.startIndex
    var previous: Unicode.Scalar?
    while index < text.endIndex {
      let byte = text[index]
      guard let (scalar, length) = ScalarDecoding.scalar(in: text, at: index) else {
        // The backslash of the escape is itself escaped.
        out.append(0x5C)
        Escaping.appendWrongByte(byte, to: &out)
        previous = nil
        index += 1
        continue
      }
      let next = byte < 0x80 ? nil : ScalarDecoding.scalar(in: text, at: index + length)?.scalar
      switch byte {
      case 0x22, 0x5C: out.append(contentsOf: [0x5C, byte])
      case 0x0A: out.append(contentsOf: [0x5C, 0x6E])
      case 0x09: out.append(contentsOf: [0x5C, 0x74])
      case 0..<0x20, 0x7F: appendEscape(scalar, to: &out)
      case 0x5B where Escaping.endsCommandPrefix(text[..<index]): appendEscape(scalar, to: &out)
      case 0x20..<0x80: out.append(byte)
      default:
        if Escaping.isShown(scalar, after: previous, before: next) {
          out.append(contentsOf: text[index..<index + length])
        } else {
          appendEscape(scalar, to: &out)
        }
      }
      previous = scalar
      index += length
    }
    out.append(0x22)
    return out
  }

  /// Appends `\u001b`, or a pair of surrogates beyond the basic plane.
  private static func appendEscape(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      let digits = String(unit, radix: 16).utf8
      out.append(contentsOf: "\\u".utf8)
      out.append(contentsOf: repeatElement(0x30, count: 4 - digits.count))
      out.append(contentsOf: digits)
    }
  }
}
