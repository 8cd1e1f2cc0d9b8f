internal import PlanText

// Selectors (RFC 9535 §2.3), integers and string literals.

extension QueryParser {
  mutating func parseSelector() throws(QueryError) -> Selector {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return .name(MemberName(try parseString()))
    case UInt8(ascii: "*"):
      index += 1
      return .wildcard
    case UInt8(ascii: "?"):
      index += 1
      skipBlanks()
      return .filter(try parseLogical())
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try parseIndexOrSlice()
    default:
      throw error("a name in quotes, a number, a slice, * or ? must come here")
    }
  }

  private mutating func parseIndexOrSlice() throws(QueryError) -> Selector {
    let start = try parseOptionalInteger()
    let end = index
    skipBlanks()
    guard take(":") else {
      index = end
      // The caller came here for a digit, a minus or a colon.
      return .index(start ?? 0)
    }
    skipBlanks()
    let stop = try parseOptionalInteger()
    skipBlanks()
    var step: Int?
    if take(":") {
      skipBlanks()
      step = try parseOptionalInteger()
    }
    return .slice(Slice(start: start, end: stop, step: step))
  }

  /// Parses `int` where one begins here: no leading zeros, no `-0`, within ±(2^53 - 1) (RFC 9535 §2.1).
  private mutating func parseOptionalInteger() throws(QueryError) -> Int? {
    let start = index
    let isNegative = take("-")
    guard byte &- UInt8(ascii: "0") <= 9 else {
      guard isNegative else { return nil }
      throw error("a digit must follow the minus")
    }
    let first = byte
    let firstDigit = index
    var value = 0
    while byte &- UInt8(ascii: "0") <= 9 {
      value = value &* 10 &+ Int(byte &- UInt8(ascii: "0"))
      index += 1
      guard index - firstDigit <= 16 else { break }
    }
    guard first != UInt8(ascii: "0") || index - firstDigit == 1 && !isNegative else {
      throw error("write the number without a leading zero, and 0 without a minus", at: start)
    }
    guard value < 1 << 53, index - firstDigit <= 16 else {
      throw error("the number is too large; the limit is 9007199254740991", at: start)
    }
    return isNegative ? -value : value
  }

  // MARK: Strings

  /// Parses a string literal in single or double quotes; gives its decoded bytes.
  mutating func parseString() throws(QueryError) -> [UInt8] {
    let start = index
    let quote = byte
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      switch byte {
      case quote:
        index += 1
        return text
      case UInt8(ascii: "\\"):
        try parseEscape(quote, into: &text)
      case 0..<0x20:
        throw error("write this character as \\n, \\t or \\u in a quoted text")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw error("the quoted text that begins here is not closed", at: start)
  }

  private mutating func parseEscape(
    _ quote: UInt8,
    into text: inout [UInt8]
  ) throws(QueryError) {
    let start = index
    let letter = byte(after: 1)
    index += 2
    switch letter {
    case quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: try parseUnicodeEscape(from: start).utf8)
    default:
      throw error("a backslash may stand before the quote, \\ / b f n r t or u only", at: start)
    }
  }

  private mutating func parseUnicodeEscape(from start: Int) throws(QueryError) -> String {
    do throws(UnicodeEscapeError) {
      return String(try readUnicodeEscape(in: bytes, at: &index))
    } catch {
      throw self.error(error.message, at: start)
    }
  }
}
