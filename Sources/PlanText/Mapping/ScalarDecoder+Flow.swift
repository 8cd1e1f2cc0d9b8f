/// Plain, single-quoted and double-quoted scalars (YAML 1.1 §9.1), folded as libyaml 0.2.5 folds them.
extension ScalarDecoder {
  /// Decodes the text between the quotes, or a plain scalar's; false for an escape that is none.
  mutating func decodeFlow(_ style: NodeStyle, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      var isEscapedBreak = false
      var runStart = index
      while index < end, !bytes.isBlank(at: index), bytes.breakLength(at: index) == 0 {
        if style == .singleQuoted, bytes[index] == UInt8(ascii: "'") {
          copy(runStart, index)
          substitute(UInt8(ascii: "'"), index, index + 2)
          index += 2
          runStart = index
        } else if style == .doubleQuoted, bytes[index] == UInt8(ascii: "\\") {
          copy(runStart, index)
          let breakLength = bytes.breakLength(at: index + 1)
          if breakLength > 0 {
            index += 1 + breakLength
            runStart = index
            isEscapedBreak = true
            break
          }
          guard let length = escape(at: index) else { return false }
          index += length
          runStart = index
        } else {
          index += 1
        }
      }
      copy(runStart, min(index, end))
      index = fold(index, end, isEscaped: isEscapedBreak)
    }
    return true
  }

  /// Decodes a run of blanks and breaks between words, and returns its end.
  ///
  /// One break becomes a space and more lose the first one, unless that is LS or PS; behind an escaped break all stay.
  private mutating func fold(_ start: Int, _ end: Int, isEscaped: Bool) -> Int {
    var index = start
    var first: (start: Int, length: Int)?
    var isFirst = !isEscaped
    while index < end {
      let length = bytes.breakLength(at: index)
      if length == 0 {
        guard bytes.isBlank(at: index) else { break }
        index += 1
        continue
      }
      if isFirst, length < 3 {
        first = (index, length)
      } else {
        first = nil
        lineBreak(index, length)
      }
      isFirst = false
      index += length
    }
    if let first { substitute(0x20, first.start, first.start + first.length) }
    if isFirst { copy(start, index) }
    return index
  }

  /// Decodes the escape at a backslash and returns its length (YAML 1.1 §5.6, and JSON's surrogate pairs).
  private mutating func escape(at start: Int) -> Int? {
    let character: UInt32
    var length = 2
    switch bytes[orZero: start + 1] {
    case UInt8(ascii: "0"): character = 0
    case UInt8(ascii: "a"): character = 0x07
    case UInt8(ascii: "b"): character = 0x08
    case UInt8(ascii: "t"), 0x09: character = 0x09
    case UInt8(ascii: "n"): character = 0x0A
    case UInt8(ascii: "v"): character = 0x0B
    case UInt8(ascii: "f"): character = 0x0C
    case UInt8(ascii: "r"): character = 0x0D
    case UInt8(ascii: "e"): character = 0x1B
    case UInt8(ascii: "N"): character = 0x85
    case UInt8(ascii: "_"): character = 0xA0
    case UInt8(ascii: "L"): character = 0x2028
    case UInt8(ascii: "P"): character = 0x2029
    case let byte where [0x20, 0x22, 0x27, 0x2F, 0x5C].contains(byte): character = UInt32(byte)
    case UInt8(ascii: "x"):
      guard let value = hex(start + 2, 2) else { return nil }
      (character, length) = (value, 4)
    case UInt8(ascii: "u"):
      guard let value = hex(start + 2, 4) else { return nil }
      (character, length) = (value, 6)
      if value & 0xFC00 == 0xD800, bytes[orZero: start + 6] == UInt8(ascii: "\\"),
        bytes[orZero: start + 7] == UInt8(ascii: "u"), let low = hex(start + 8, 4),
        low & 0xFC00 == 0xDC00
      {
        let pair = 0x1_0000 + (value & 0x3FF) << 10 + (low & 0x3FF)
        return substitute(character: pair, start, start + 12) ? 12 : nil
      }
    case UInt8(ascii: "U"):
      guard let value = hex(start + 2, 8) else { return nil }
      (character, length) = (value, 10)
    default: return nil
    }
    return substitute(character: character, start, start + length) ? length : nil
  }

  private func hex(_ start: Int, _ count: Int) -> UInt32? {
    var value: UInt32 = 0
    for index in start..<start + count {
      let byte = bytes[orZero: index]
      if isDigit(byte) {
        value = value << 4 | UInt32(byte - 0x30)
      } else if (byte | 0x20) &- 0x61 < 6 {
        value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      } else {
        return nil
      }
    }
    return value
  }
}
