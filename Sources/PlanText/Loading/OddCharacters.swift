/// Characters that hide, turn around or imitate text, so that a reader and a tool see different words (CVE-2021-42574, UTS 39).
enum Oddity {
  case direction
  case invisible
  case control
  case stackedMarks
  case mixedScripts

  var message: String {
    switch self {
    case .direction: "an invisible character here makes text show in another order than it is in"
    case .invisible: "there is an invisible character inside the text here"
    case .control: "an escape here stands for a control character, which no reader can see"
    case .stackedMarks: "three or more accents are stacked on one letter here"
    case .mixedScripts: "one word here mixes look-alike letters of different alphabets"
    }
  }

  var help: String {
    switch self {
    case .direction, .invisible, .control: "delete it, or type the words around it again"
    case .stackedMarks: "type the word again without the stacked accents"
    case .mixedScripts: "type the word again on one keyboard"
    }
  }
}

/// Looks through a decoded text or a comment for the first odd character.
///
/// Emoji sequences, text in other alphabets, the joiners and marks they need and no-break spaces are not odd.
struct OddCharacterScan {
  private let bytes: [UInt8]
  private var word = WordScripts()
  private var marks = 0
  private var marksStart = 0
  /// The character before, and the one before that is not a variation selector or an emoji modifier.
  private var previous: UInt32 = 0
  private var base: UInt32 = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The first odd place of a slice of some bytes, in offsets of those bytes.
  ///
  /// - Complexity: eight bytes a step through plain ASCII.
  static func first(in bytes: [UInt8], _ start: Int, _ end: Int) -> (
    kind: Oddity, range: Range<Int>
  )? {
    let unusual = bytes.firstUnusualByte(from: start, to: end)
    guard unusual < end else { return nil }
    var scan = OddCharacterScan(bytes)
    // A mixed word may have begun in the ASCII before it.
    var index = unusual
    while index > start, isASCIILetter(bytes[index - 1]) { index -= 1 }
    return scan.run(index, end)
  }

  private mutating func run(_ start: Int, _ end: Int) -> (kind: Oddity, range: Range<Int>)? {
    var index = start
    while index < end {
      let (decoded, length) = decodeCharacter(bytes, at: index)
      let character = decoded ?? 0xFFFD
      if let kind = oddity(of: character, at: index, end) {
        return (kind, runOfOdd(kind, index, index + length, end))
      }
      if isCombiningMark(character) {
        if marks == 0 { marksStart = index }
        marks += 1
        if marks == 3 { return (.stackedMarks, marksStart..<index + length) }
      } else {
        marks = 0
        if let range = word.step(character, at: index) { return (.mixedScripts, range) }
      }
      if !isVariationSelector(character), !isEmojiModifier(character) { base = character }
      previous = character
      index += length
    }
    return word.end(at: end).map { (.mixedScripts, $0) }
  }

  private func oddity(of character: UInt32, at index: Int, _ end: Int) -> Oddity? {
    switch character {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85: return nil
    case 0...0x9F: return .control
    case 0x202A...0x202E, 0x2066...0x2069: return .direction
    case 0x061C, 0x200E, 0x200F:
      return isRightToLeft(previous) || hasRightToLeft(after: index, end) ? nil : .direction
    case 0x200B...0x200D:
      if needsJoiners(base) { return nil }
      let isEmojiJoiner = character == 0x200D && isEmoji(base) && isEmoji(next(after: index, end))
      return isEmojiJoiner ? nil : .invisible
    case 0xFE00...0xFE0F: return isVariable(previous) ? nil : .invisible
    case 0xE0100...0xE01EF: return isIdeograph(previous) ? nil : .invisible
    case 0xE0020...0xE007F:
      // The flags of England, Scotland and Wales are a black flag and tags.
      return previous == 0x1F3F4 || isTag(previous) && base == 0x1F3F4 ? nil : .invisible
    case 0x180B...0x180F: return base >= 0x1800 && base < 0x18B0 ? nil : .invisible
    default: return isInvisible(character) ? .invisible : nil
    }
  }

  /// The odd characters of one kind that stand together, as one range.
  private func runOfOdd(_ kind: Oddity, _ start: Int, _ firstEnd: Int, _ end: Int) -> Range<Int> {
    var scan = self
    var index = firstEnd
    while index < end {
      let (character, length) = decodeCharacter(bytes, at: index)
      scan.previous = 0
      scan.base = 0
      guard let character, scan.oddity(of: character, at: index, end) == kind else { break }
      index += length
    }
    return start..<index
  }

  private func next(after index: Int, _ end: Int) -> UInt32 {
    let next = index + decodeCharacter(bytes, at: index).length
    return next < end ? decodeCharacter(bytes, at: next).character ?? 0 : 0
  }

  private func hasRightToLeft(after index: Int, _ end: Int) -> Bool {
    isRightToLeft(next(after: index, end))
  }
}
