/// Finds words that mix Latin letters with letters of another alphabet that look the same.
struct WordScripts {
  private var start: Int?
  private var hasLatin = false
  private var hasLookAlike = false
  /// Whether the newest letter is a Greek alpha, which names medicines at the end of a word (`TNFα`).
  private var endsWithAlpha = false

  /// Takes the next character that is no combining mark; gives the range of a mixed word that ends before it.
  mutating func step(_ character: UInt32, at index: Int) -> Range<Int>? {
    guard let alphabet = Alphabet(character) else { return end(at: index) }
    if start == nil { start = index }
    if endsWithAlpha, alphabet == .latin { hasLookAlike = true }
    endsWithAlpha = character == 0x03B1
    if alphabet == .latin {
      hasLatin = true
    } else if isLookAlike(character) {
      hasLookAlike = true
    }
    return nil
  }

  /// The range of the word that ends here, if it is a mixed one.
  mutating func end(at index: Int) -> Range<Int>? {
    defer { self = WordScripts() }
    guard let start, hasLatin, hasLookAlike else { return nil }
    return start..<index
  }

  private enum Alphabet {
    case latin, other

    init?(_ character: UInt32) {
      switch character {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x024F, 0x1E00...0x1EFF:
        self = .latin
      case 0x0370...0x03FF, 0x0400...0x058F, 0x13A0...0x13FF, 0x1F00...0x1FFF, 0xAB70...0xABBF:
        self = .other
      default: return nil
      }
    }
  }

  /// Letters of Greek, Cyrillic, Armenian and Cherokee that most fonts draw like a Latin one (UTS 39 confusables).
  private func isLookAlike(_ character: UInt32) -> Bool {
    switch character {
    // Greek: ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ, ι κ ν ο ρ τ υ χ, lunate sigma, yot.
    case 0x0391, 0x0392, 0x0395...0x0397, 0x0399, 0x039A, 0x039C, 0x039D, 0x039F, 0x03A1,
      0x03A4, 0x03A5, 0x03A7, 0x03B9, 0x03BA, 0x03BD, 0x03BF, 0x03C1, 0x03C4, 0x03C5, 0x03C7,
      0x03F2, 0x03F3, 0x037F:
      true
    // Cyrillic: Ѕ І Ї Ј, А В Е З К М Н О Р С Т У Х, the same small, and ѕ і ї ј һ ԁ ԛ ԝ ӏ.
    case 0x0405...0x0408, 0x0410, 0x0412, 0x0415, 0x0417, 0x041A, 0x041C...0x041E, 0x0420...0x0423,
      0x0425, 0x0430, 0x0432, 0x0433, 0x0435, 0x043A, 0x043C...0x043E, 0x0440...0x0443, 0x0445,
      0x0455...0x0458, 0x04AE, 0x04AF, 0x04BA, 0x04BB, 0x04C0, 0x04CF, 0x0500, 0x0501,
      0x051A...0x051D:
      true
    // Armenian: Օ Ս Լ, հ ո ս օ ց ղ ն.
    case 0x0555, 0x054D, 0x053C, 0x0570, 0x0578, 0x057D, 0x0585, 0x0581, 0x0572, 0x0576: true
    case 0x13A0...0x13FF, 0xAB70...0xABBF: true
    default: false
    }
  }
}
