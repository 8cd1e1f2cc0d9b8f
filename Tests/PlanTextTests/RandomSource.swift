/// A small generator with a seed (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes small YAML streams whose scalars use everything that styles, folding and escapes offer.
struct RandomSource {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }

  mutating func upTo(_ count: Int) -> Int { Int.random(in: 0...count, using: &generator) }

  mutating func chance(_ percent: Int) -> Bool { upTo(99) < percent }

  mutating func lineBreak() -> String {
    chance(70) ? "\n" : pick(["\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"])
  }

  mutating func word() -> String {
    pick(["a", "b c", "d", "é", "漢", "😀", "e\u{301}", "x'y", "#z", "u:v", "-", "q\"r", "\u{A0}w"])
  }

  mutating func blanks() -> String { pick([" ", " ", " ", "  ", "\t", " \t "]) }

  /// Words with blanks and breaks between, the lines behind breaks indented.
  mutating func words(_ indentation: Int, escapes: Bool = false) -> String {
    var text = ""
    for _ in 0...upTo(6) {
      text += word()
      if escapes, chance(40) {
        text += pick([
          "\\n", "\\t", "\\x41", "\\u00e9", "\\U0001f600", "\\\\", "\\\"", "\\N", "\\_", "\\L",
          "\\P", "\\0", "\\/", "\\e", "\\ ", "\\x0a",
        ])
      }
      if chance(30) {
        if escapes, chance(30) { text += "\\" }
        if chance(20) { text += blanks() }
        text += lineBreak()
        while chance(25) { text += (chance(30) ? blanks() : "") + lineBreak() }
        text += String(repeating: " ", count: indentation + upTo(1))
      } else if chance(80) {
        text += blanks()
      }
    }
    return text
  }

  mutating func scalar(_ indentation: Int, _ digitBase: Int) -> String {
    let properties =
      chance(15)
      ? pick([
        "&a ", "!t ", "!!str &b ", "! ", "&a # c\n" + String(repeating: " ", count: indentation),
      ]) : ""
    switch upTo(4) {
    case 0:
      let text = words(indentation)
      return properties + pick(["a", "é", "p"]) + text
    case 1:
      return properties + "'" + words(indentation).replacing("'", with: "''") + "'"
    case 2:
      return properties + "\"" + words(indentation, escapes: true).replacing("q\"r", with: "qr")
        + "\""
    default:
      return properties + block(indentation, digitBase)
    }
  }

  private mutating func block(_ indentation: Int, _ digitBase: Int) -> String {
    let extra = upTo(2)
    var header = pick(["|", ">"])
    let chomping = pick(["", "-", "+"])
    let digit = indentation + extra - digitBase
    if chance(40), digit >= 1, digit <= 9 {
      header += chance(50) ? "\(digit)\(chomping)" : "\(chomping)\(digit)"
    } else {
      header += chomping
    }
    header += pick(["", "", " ", "  # c"])
    let spaces = String(repeating: " ", count: indentation + extra)
    var text = header + lineBreak()
    while chance(20) { text += String(repeating: " ", count: upTo(indentation)) + lineBreak() }
    for line in 0...upTo(5) {
      let lead = line > 0 && chance(30) ? blanks() : ""
      text += spaces + lead + words(indentation + extra).replacing("\\", with: "/")
      if chance(10) { text += blanks() }
      text += lineBreak()
      while chance(25) {
        text += (chance(50) ? spaces + (chance(30) ? blanks() : "") : "") + lineBreak()
      }
    }
    if chance(20) { text.unicodeScalars.removeLast() }
    return text
  }

  /// A stream with some scalars in different surroundings.
  mutating func stream() -> String {
    var text = chance(10) ? "\u{FEFF}" : ""
    for index in 0...upTo(2) {
      switch upTo(6) {
      case 0: text += "k\(index): " + scalar(2, 0)
      case 1: text += "k\(index):\n  l: " + scalar(4, 2)
      case 2: text += "k\(index):\n- " + scalar(2, 0)
      case 3: text += "k\(index):\n  - " + scalar(4, 2)
      case 4: text += "k\(index):\n  - m: 1\n    é: " + scalar(6, 4)
      case 5: text += "k\(index): !t &q\n  - - " + scalar(6, 4)
      default: text += "? " + scalar(2, 0) + "\n: " + scalar(2, 0)
      }
      text += "\n"
    }
    return text
  }
}
