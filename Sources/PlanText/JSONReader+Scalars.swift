// Strings, numbers and words of a JSON text (RFC 8259 §3, §6, §7).

extension JSONReader {
  mutating func readScalar() throws(JSONError) {
    switch byte {
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case UInt8(ascii: "t"): try readWord("true", .true)
    case UInt8(ascii: "f"): try readWord("false", .false)
    case UInt8(ascii: "n"): try readWord("null", .null)
    case 0 where index >= bytes.count: throw error("a value is missing at the end of the text")
    default: throw error("a value must come here: a text, number, list, group, true, false or null")
    }
  }

  private mutating func readWord(_ word: StaticString, _ type: ScalarType) throws(JSONError) {
    let start = index
    let count = word.utf8CodeUnitCount
    guard bytes[start...].starts(with: String(describing: word).utf8) else {
      throw error("the only words without quotes are true, false and null")
    }
    index += count
    appendScalar(type, from: start, style: .plain)
  }

  private mutating func appendScalar(_ type: ScalarType, from start: Int, style: NodeStyle) {
    let range = (UInt32(clamping: start), UInt32(clamping: index))
    var record = NodeRecord(
      kind: .scalar,
      style: style,
      type: type,
      outerStart: range.0,
      start: range.0,
      end: range.1,
      outerEnd: range.1,
      subtreeEnd: 0
    )
    record.text = TextReference(offset: range.0, length: range.1 - range.0, isInArena: false)
    builder.append(record)
  }
}

// MARK: Numbers

extension JSONReader {
  private mutating func readNumber() throws(JSONError) {
    let start = index
    var type = ScalarType.integer
    if byte == UInt8(ascii: "-") { index += 1 }
    if byte == UInt8(ascii: "0") {
      index += 1
      if isDigit { throw error("a number must not begin with 0", at: start) }
    } else {
      try readDigits("a digit must come here")
    }
    if byte == UInt8(ascii: ".") {
      type = .number
      index += 1
      try readDigits("a digit must follow the point")
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      type = .number
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      try readDigits("a digit must follow the exponent's letter")
    }
    appendScalar(type, from: start, style: .plain)
  }

  private var isDigit: Bool { byte &- UInt8(ascii: "0") <= 9 }

  private mutating func readDigits(_ message: String) throws(JSONError) {
    guard isDigit else { throw error(message) }
    while isDigit { index += 1 }
  }
}

// MARK: Strings

extension JSONReader {
  /// Reads a string from its opening quote; the text is verbatim where it holds no escape.
  mutating func readString() throws(JSONError) {
    let start = index
    index += 1
    let isKey = builder.expectsKey
    var decoded: [UInt8] = []
    var isVerbatim = true
    while byte != UInt8(ascii: "\"") {
      guard index < bytes.count else {
        throw error("the text that begins here has no closing quote", at: start)
      }
      let next = byte
      guard next >= 0x20 else {
        throw error(
          "a line break, tab or control character must be written as \\n, \\t or \\u here"
        )
      }
      if next == UInt8(ascii: "\\") {
        if isVerbatim { decoded.append(contentsOf: bytes[start + 1..<index]) }
        isVerbatim = false
        try readEscape(into: &decoded)
      } else {
        if !isVerbatim { decoded.append(next) }
        index += 1
      }
    }
    index += 1
    let inner = start + 1..<index - 1
    let text =
      isVerbatim
      ? TextReference(
        offset: UInt32(clamping: inner.lowerBound),
        length: UInt32(clamping: inner.count),
        isInArena: false
      ) : builder.store(decoded)
    let hash: UInt32 = isKey ? (isVerbatim ? nameHash(bytes[inner]) : nameHash(decoded)) : 0
    let last = UInt32(clamping: index)
    let first = UInt32(clamping: start)
    var record = NodeRecord(
      kind: .scalar,
      style: .doubleQuoted,
      outerStart: first,
      start: first,
      end: last,
      outerEnd: last,
      subtreeEnd: 0
    )
    record.text = text
    record.hash = hash
    builder.append(record)
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    let start = index
    index += 1
    let letter = byte
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: try readUnicodeEscape(from: start).utf8)
    default: throw error("a backslash may stand before \" \\ / b f n r t or u only", at: start)
    }
  }

  private mutating func readUnicodeEscape(from start: Int) throws(JSONError) -> String {
    do throws(UnicodeEscapeError) {
      return String(try PlanText.readUnicodeEscape(in: bytes, at: &index))
    } catch {
      throw self.error(error.message, at: start)
    }
  }
}
