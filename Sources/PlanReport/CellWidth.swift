/// How many columns of a terminal a character takes (Unicode Standard Annex 11, and what terminals do).
enum CellWidth {
  /// 0 for marks that sit on the character before them, 2 for East Asian wide and emoji, 1 for the rest.
  ///
  /// Means characters that are printed as they are; what is escaped is as wide as its escape.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    guard value >= 0x300 else { return 1 }
    switch value {
    case 0x1161...0x11FF, 0xFE0F, 0x200D: return 0
    case 0x1F1E6...0x1F1FF: return 1
    case 0x1100...0x1160, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      return isMark(scalar) ? 0 : 2
    default:
      if isMark(scalar) { return 0 }
      return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
