// Ranges of Unicode 16 that the scan for odd characters tells apart; only as fine as it needs.

func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

/// Characters without a shape of their own (Default_Ignorable_Code_Point, and blanks that show nothing).
func isInvisible(_ character: UInt32) -> Bool {
  switch character {
  case 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2060...0x2065, 0x206A...0x206F, 0x2800,
    0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
    0xE0000...0xE0FFF:
    true
  default: false
  }
}

/// Accents that can stand on any letter; not the vowel signs of Hebrew, Arabic or Indic scripts.
func isCombiningMark(_ character: UInt32) -> Bool {
  switch character {
  case 0x0300...0x034E, 0x0350...0x036F, 0x0483...0x0489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
    0x20D0...0x20FF, 0xFE20...0xFE2F:
    true
  default: false
  }
}

/// Scripts that need joiners and break hints to be written: Arabic and the scripts of South and South-East Asia.
func needsJoiners(_ character: UInt32) -> Bool {
  switch character {
  case 0x0600...0x109F, 0x1700...0x1AFF, 0x1B00...0x1C4F, 0xA800...0xABFF, 0xFB50...0xFDFF,
    0xFE70...0xFEFE, 0x10A00...0x11FFF, 0x1E900...0x1E95F:
    true
  default: false
  }
}

func isRightToLeft(_ character: UInt32) -> Bool {
  switch character {
  case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
    true
  default: false
  }
}

/// Symbols that emoji are made of, and the selector and modifiers that may stand before a joiner.
func isEmoji(_ character: UInt32) -> Bool {
  switch character {
  case 0xA9, 0xAE, 0x203C, 0x2049, 0x20E3, 0x2122, 0x2139, 0x2190...0x2BFF, 0x3030, 0x303D, 0x3297,
    0x3299, 0x1F000...0x1FAFF:
    true
  default: false
  }
}

func isEmojiModifier(_ character: UInt32) -> Bool {
  character >= 0x1F3FB && character <= 0x1F3FF
}

func isVariationSelector(_ character: UInt32) -> Bool {
  character >= 0xFE00 && character <= 0xFE0F || isTag(character)
}

func isTag(_ character: UInt32) -> Bool { character >= 0xE0020 && character <= 0xE007F }

func isIdeograph(_ character: UInt32) -> Bool {
  switch character {
  case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
  default: false
  }
}

/// What a variation selector may stand behind: symbols, keycaps, ideographs, Mongolian and Myanmar letters.
func isVariable(_ character: UInt32) -> Bool {
  switch character {
  case 0x23, 0x2A, 0x30...0x39, 0x1000...0x109F, 0x1800...0x18AF, 0x2000...0x206F, 0x3000...0x303F:
    true
  default: isEmoji(character) || isIdeograph(character) || isEmojiModifier(character)
  }
}
