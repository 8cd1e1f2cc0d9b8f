/// A plain scalar that other tools read as a number that is not what it says (YAML 1.1 against 1.2, JSON).
enum NumberLikeText {
  /// `19:00`: 1140 in base 60.
  case time
  /// `3.10`: 3.1.
  case finalZero
  /// `0161`: 113 in base 8, or 161.
  case leadingZero
  /// More digits than a JSON number keeps.
  case manyDigits

  /// Looks at the decoded text of a plain scalar.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first, isDigit(first) || first == 0x2B || first == 0x2D else {
      return nil
    }
    var digits = 0
    var points = 0
    var colons = 0
    var sinceColon = 0
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x30...0x39:
        digits += 1
        sinceColon = colons > 0 ? sinceColon * 10 + Int(byte - 0x30) : 0
      case 0x2E: points += 1
      case 0x3A where index > 0 && points == 0 && isDigit(text[index - 1]):
        colons += 1
        sinceColon = 0
      case 0x2B where index == 0, 0x2D where index == 0: continue
      default: return nil
      }
      if sinceColon > 59 { return nil }
    }
    let last = text[text.count - 1]
    if colons > 0 {
      guard points == 0, first >= 0x31, isDigit(last) else { return nil }
      self = .time
    } else if points == 1, last == 0x30 {
      self = .finalZero
    } else if points == 0, first == 0x30, digits > 1 {
      self = .leadingZero
    } else if points == 0, digits > 15 {
      self = .manyDigits
    } else {
      return nil
    }
  }

  var message: String {
    switch self {
    case .time: "some tools read a time without quotes as one number, such as 1140 for 19:00"
    case .finalZero: "tools that read this as a number drop the zero at its end"
    case .leadingZero:
      "tools that read this as a number drop the zero at its start, or count in eights"
    case .manyDigits: "tools that read this as a number round it, since it has so many digits"
    }
  }
}
