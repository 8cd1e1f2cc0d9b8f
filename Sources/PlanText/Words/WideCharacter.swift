/// What a character beyond ASCII is to the word scanner.
enum WideCharacter: Equatable {
  /// A letter or digit of its own script.
  case letter
  /// Reads as this ASCII letter or digit.
  case reading(UInt8)
  /// Reads as several: offset and length in `Readings.pool`.
  case readings(Int, Int)
  /// Not shown and not counted: zero-width, soft hyphen, bidi control, variation selector, tag.
  case invisible
  /// A combining mark on the letter before.
  case mark
  case blank
  case paragraph
  case apostrophe
  case opensSingle, closesSingle
  case opensDouble, closesDouble
  case dash, hyphen
  case comma, colon, bracket
  case exclamation, question, stop, ellipsis
  case doubleExclamation, doubleQuestion, mixed
  case currency, bullet
  case other

  init(_ code: UInt32) {
    switch code {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
      self = .mark
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      self = .invisible
    case 0xA0, 0x85, 0x1680, 0x2000...0x200A, 0x2028, 0x202F, 0x205F, 0x3000: self = .blank
    case 0x2029: self = .paragraph
    case 0x2BC, 0xB4, 0x2BB, 0x2B9, 0x2032, 0xFF07, 0xFF40: self = .apostrophe
    case 0x2018, 0x201B: self = .opensSingle
    case 0x2019: self = .closesSingle
    case 0x201C, 0x201E, 0x201F, 0xAB, 0x300C, 0xFF02: self = .opensDouble
    case 0x201D, 0xBB, 0x300D: self = .closesDouble
    case 0x2013, 0x2014, 0x2015, 0x2212, 0x2E3A, 0x2E3B: self = .dash
    case 0x2010, 0x2011, 0x2012, 0xFE63, 0xFF0D: self = .hyphen
    case 0x3001, 0xFF0C, 0x60C: self = .comma
    case 0xFF1A, 0xFF1B: self = .colon
    case 0xFF08: self = .bracket
    case 0xFF01: self = .exclamation
    case 0xFF1F, 0x61F: self = .question
    case 0x3002, 0xFF0E, 0xFF61: self = .stop
    case 0x2026: self = .ellipsis
    case 0x203C: self = .doubleExclamation
    case 0x2047: self = .doubleQuestion
    case 0x203D, 0x2048, 0x2049: self = .mixed
    case 0xA2...0xA5, 0x20A0...0x20CF, 0xFF04: self = .currency
    case 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6, 0xB7, 0x2043: self = .bullet
    default: self = WideCharacter.word(code)
    }
  }

  private static func word(_ code: UInt32) -> WideCharacter {
    let run = lastIndex(in: Readings.single, notAfter: code)
    if run >= 0 {
      let entry = Readings.single[run]
      let distance = code - entry >> 14
      if distance < entry >> 1 & 0x3F {
        return .reading(UInt8(truncatingIfNeeded: (entry >> 7 & 0x7F) + distance * (entry & 1)))
      }
    }
    let place = lastIndex(in: Readings.several, notAfter: code)
    if place >= 0, Readings.several[place] >> 14 == code {
      let entry = Readings.several[place]
      return .readings(Int(entry >> 3 & 0x7FF), Int(entry & 7))
    }
    switch Unicode.Scalar(code)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return .letter
    default:
      return .other
    }
  }

  /// The last entry whose code point is not after this one; -1 if there is none.
  private static func lastIndex(in entries: [UInt32], notAfter code: UInt32) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 14 <= code { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
