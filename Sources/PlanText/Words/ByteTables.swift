/// What each byte of a text is to the word scanner.
enum ByteTables {
  /// The lower-case letter or digit that a byte counts as inside a word; 0 for bytes that end a plain word.
  static let fold: [UInt8] = (0...255).map { (byte: UInt8) in
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x61...0x7A, 0x30...0x39: byte
    default: 0
    }
  }

  /// Every byte as itself, to compare normalised forms with the same loop.
  static let identity: [UInt8] = (0...255).map { $0 }

  /// What the main loop does with a byte.
  static let role: [UInt8] = (0...255).map { (byte: UInt8) in
    let role: ByteRole
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: role = .letter
    case 0x30...0x39: role = .digit
    case 0x20, 0x09, 0x0D: role = .blank
    case 0x80...: role = .wide
    default: role = .sign
    }
    return role.rawValue
  }

  /// Bytes behind which a plain word may go on: apostrophes, masks, a full stop (of initials), anything not ASCII.
  static let continues: [UInt8] = (0...255).map { (byte: UInt8) in
    switch byte {
    case 0x27, 0x60, 0x2E, 0x80...: 1
    default: isMask(byte) ? 1 : 0
    }
  }

  /// The four tables in a row, 256 bytes each: `fold`, `identity`, `role`, `continues`.
  static let all: [UInt8] = fold + identity + role + continues

  /// The signs behind which people hide letters: `f*ck`, `@sshole`, `sh!t`.
  static func isMask(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23, 0x24, 0x25, 0x2A, 0x40: true  // ! # $ % * @
    default: false
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
}

enum ByteRole: UInt8 {
  case letter, digit, blank, sign, wide
}
