/// Where sentences end.
extension ScanPass {
  /// What stands behind a point of the text, blanks and opening quotation marks left out.
  struct Follow {
    enum Case { case upper, lower, digit, other, paragraph, nothing }
    var `case`: Case
    /// The text goes on without a blank.
    var isGlued: Bool
  }

  /// Looks at what follows an offset.
  mutating func follow(_ offset: Int) -> Follow {
    var at = offset
    var breaks = 0
    while at < end {
      lookedAt += 1
      let byte = text[at]
      let isGlued = at == offset
      if byte == 0x0A {
        breaks += 1
        if breaks > 1 { return Follow(case: .paragraph, isGlued: false) }
        at += 1
      } else if byte < 0x80 {
        if ByteTables.isUpper(byte) { return Follow(case: .upper, isGlued: isGlued) }
        if ByteTables.isLetter(byte) { return Follow(case: .lower, isGlued: isGlued) }
        if ByteTables.isDigit(byte) { return Follow(case: .digit, isGlued: isGlued) }
        let isOpening = byte == 0x22 || byte == 0x27 || byte == 0x28 || byte == 0x5B || byte == 0x2A
        guard role[Int(byte)] == ByteRole.blank.rawValue || isOpening && !isGlued else {
          return Follow(case: .other, isGlued: isGlued)
        }
        at += 1
      } else {
        let (code, length) = decode(at)
        switch WideCharacter(code) {
        case .blank, .invisible, .opensSingle, .opensDouble: at += length
        case .paragraph: return Follow(case: .paragraph, isGlued: false)
        case .letter, .reading, .readings:
          let isUpper = Unicode.Scalar(code)?.properties.isUppercase ?? false
          return Follow(case: isUpper ? .upper : .lower, isGlued: isGlued)
        default: return Follow(case: .other, isGlued: false)
        }
      }
    }
    return Follow(case: .nothing, isGlued: false)
  }

  /// Takes a run of `.`, `!`, `?`, `…`: a token where patterns can name it, and perhaps the end of the sentence.
  mutating func terminal(at start: Int) -> Int {
    var at = start
    var stops = 0
    var bangs = 0
    var questions = 0
    scan: while at < end {
      let (code, length) = decode(at)
      switch code {
      case 0x2E: stops += 1
      case 0x21: bangs += 1
      case 0x3F: questions += 1
      default:
        guard code >= 0x80 else { break scan }
        switch WideCharacter(code) {
        case .stop: stops += 1
        case .exclamation: bangs += 1
        case .question: questions += 1
        case .ellipsis: stops += 3
        case .doubleExclamation: bangs += 2
        case .doubleQuestion: questions += 2
        case .mixed: (bangs, questions) = (bangs + 1, questions + 1)
        default: break scan
        }
      }
      at += length
    }
    let hasMarks = bangs + questions > 0
    let (behind, isClosed) = closers(at)
    let follow = follow(behind)
    let ends: Bool
    if follow.isGlued {
      // "Stop.You lied" lacks its blank; "foo.com" and "wow!really" are left alone.
      ends =
        behind == at && stops == 1 && !hasMarks && follow.case == .upper && start > 0
        && text[start - 1] >= 0x61
    } else if follow.case == .nothing || follow.case == .paragraph {
      ends = true
    } else if hasMarks {
      ends = follow.case != .lower || !isClosed && doubleOpen < 0
    } else if stops == 1 {
      ends = !isAbbreviation(before: start, follow.case) && !(isClosed && follow.case == .lower)
    } else {
      ends = follow.case != .lower
    }

    if hasMarks {
      var flags: TokenFlags = []
      if questions > 0 { flags.insert(.question) }
      if bangs > 0 { flags.insert(.exclamation) }
      mark(
        from: ends ? sentenceStart : max(doubleOpen, singleOpen, sentenceStart, markedEnd),
        flags
      )
      markedEnd = tokens.count
    }
    let isFirst = pending.contains(.beginsSentence)
    if ends { endSentence() }
    let id: UInt32
    switch (bangs, questions) {
    case (0, 0): id = stops > 2 ? BuiltinWords.ellipsisID : 0
    case (2..., 0): id = BuiltinWords.exclamationsID
    case (_, 2...), (1..., 1): id = BuiltinWords.interrobangID
    default: id = 0
    }
    if id != 0 {
      emitPunctuation(id: id, start, at)
      if ends, !isFirst {
        tokens[tokens.count - 1].flags.insert(.endsSentence)
      }
      if ends || isFirst { sentenceStart = tokens.count }
    }
    return at
  }

  /// Skips closing quotation marks and brackets; true if a quotation mark was among them.
  private mutating func closers(_ offset: Int) -> (end: Int, isQuote: Bool) {
    var at = offset
    var isQuote = false
    while at < end {
      lookedAt += 1
      switch text[at] {
      case 0x22, 0x27: isQuote = true
      case 0x29, 0x5D, 0x7D, 0x2A, 0x5F: break
      case 0x80...:
        let (code, length) = decode(at)
        switch WideCharacter(code) {
        case .closesSingle, .closesDouble, .opensSingle: isQuote = true
        default: return (at, isQuote)
        }
        at += length - 1
      default: return (at, isQuote)
      }
      at += 1
    }
    return (at, isQuote)
  }

  /// Whether a full stop shortens the word before it.
  private func isAbbreviation(before offset: Int, _ follow: Follow.Case) -> Bool {
    guard let last = tokens.last, Int(last.end) == offset, tokens.count > sentenceStart else {
      return false
    }
    // An initial: "J. K.", but "You and I."
    if last.end - last.start == 1, ByteTables.isUpper(text[offset - 1]), text[offset - 1] != 0x49 {
      return follow != .nothing
    }
    let kind = table.kind(of: last.id)
    if kind.contains(.title) { return true }
    if kind.contains(.numberSign) { return follow == .digit }
    guard kind.contains(.abbreviation) else { return false }
    if follow != .upper { return true }
    // "at St. Mary's" is a saint, "on Main St. We" a street.
    guard text[Int(last.start)] | 0x20 == 0x73, last.end - last.start == 2, tokens.count > 1 else {
      return false
    }
    let isStreet = text[Int(last.start) + 1] | 0x20 == 0x74
    let before = tokens[tokens.count - 2].flags
    return isStreet && (!before.contains(.capitalized) || before.contains(.beginsSentence))
  }
}
