/// Punctuation and blanks between words.
extension ScanPass {
  /// Takes an ASCII character that is neither letter, digit nor blank; returns where the next one begins.
  mutating func sign(_ byte: UInt8, at: Int) -> Int {
    switch byte {
    case 0x0A: return lineBreak(at: at)
    case 0x2C:  // ,
      pending.insert(.afterComma)
    case 0x3A, 0x3B, 0x28:  // : ; (
      pending.insert(.afterClauseBreak)
    case 0x2D:  // -
      return hyphen(at: at)
    case 0x21, 0x2E, 0x3F:  // ! . ?
      return terminal(at: at)
    case 0x22:  // "
      quote(at: at)
    case 0x27:  // '
      return apostrophe(at: at, length: 1)
    case 0x2A:  // *
      return asterisks(at: at)
    case 0x40, 0x24, 0x23:  // @ $ #
      if at + 1 < end, ByteTables.isLetter(text[at + 1]) { return max(anyWord(at: at), at + 1) }
    default: break
    }
    return at + 1
  }

  /// Takes a character beyond ASCII.
  mutating func wide(at: Int) -> Int {
    let (code, length) = decode(at)
    switch WideCharacter(code) {
    case .letter, .reading, .readings: return max(anyWord(at: at), at + length)
    case .paragraph: endParagraph()
    case .comma: pending.insert(.afterComma)
    case .colon, .bracket: pending.insert(.afterClauseBreak)
    case .dash:
      let joins =
        at > 0 && ByteTables.isDigit(text[at - 1]) && at + length < end
        && ByteTables.isDigit(text[at + length])
      pending.insert(joins ? .afterHyphen : .afterClauseBreak)
    case .hyphen: return hyphen(at: at, length: length)
    case .bullet: bullet()
    case .opensDouble: if doubleOpen < 0 { doubleOpen = tokens.count }
    case .closesDouble: closeDouble()
    case .opensSingle, .closesSingle, .apostrophe: return apostrophe(at: at, length: length)
    case .exclamation, .question, .stop, .ellipsis, .doubleExclamation, .doubleQuestion, .mixed:
      return terminal(at: at)
    case .invisible, .mark, .blank, .currency, .other: break
    }
    return at + length
  }

  /// Takes a line break and the blanks behind it; a blank line ends the paragraph, a dash begins an item.
  private mutating func lineBreak(at: Int) -> Int {
    var next = at + 1
    var breaks = 1
    while next < end, role[Int(text[next])] == ByteRole.blank.rawValue || text[next] == 0x0A {
      if text[next] == 0x0A { breaks += 1 }
      next += 1
    }
    if breaks > 1 { endParagraph() }
    if next + 1 < end, text[next] == 0x2D || text[next] == 0x2A, text[next + 1] == 0x20 {
      bullet()
      next += 1
    }
    return next
  }

  /// An item of a list begins: a sentence of its own.
  private mutating func bullet() {
    endSentence()
    pending.insert(.afterClauseBreak)
    emphasisOpen = false
  }

  /// A hyphen joins words, a dash between blanks or a double one parts clauses.
  private mutating func hyphen(at: Int, length: Int = 1) -> Int {
    var next = at + length
    while next < end, text[next] == 0x2D { next += 1 }
    let isDouble = next > at + length
    let followsBlank =
      at == 0 || role[Int(text[at - 1])] == ByteRole.blank.rawValue || text[at - 1] == 0x0A
    let precedesBlank =
      next >= end || role[Int(text[next])] == ByteRole.blank.rawValue || text[next] == 0x0A
    if at == 0, precedesBlank {
      bullet()
    } else if isDouble || followsBlank && precedesBlank {
      pending.insert(.afterClauseBreak)
    } else if !followsBlank, !precedesBlank {
      pending.insert(.afterHyphen)
    }
    return next
  }

  /// Asterisks before a word open emphasis, those behind one close it; a lone one is nothing.
  private mutating func asterisks(at: Int) -> Int {
    var next = at
    while next < end, text[next] == 0x2A { next += 1 }
    emphasisOpen = !emphasisOpen && beginsWord(next)
    return next
  }

  // MARK: Quotation marks

  /// Takes a straight double quotation mark; one behind a digit that opens nothing is an inch.
  private mutating func quote(at: Int) {
    if doubleOpen >= 0 { return closeDouble() }
    let isInch =
      at > 0 && ByteTables.isDigit(text[at - 1]) && !beginsWord(at + 1)
    if !isInch { doubleOpen = tokens.count }
  }

  private mutating func closeDouble() {
    if doubleOpen >= 0 { mark(from: doubleOpen, .insideQuotes) }
    doubleOpen = -1
  }

  /// Takes an apostrophe that is not inside a word: part of "'em", or a single quotation mark.
  private mutating func apostrophe(at: Int, length: Int) -> Int {
    let next = at + length
    let begins = beginsWord(next)
    let opens = at == 0 || opensAfter(at)
    if !opens, restoresG(before: at, length: length) { return next }
    if at > 0, !opens || !begins, !isBlank(before: at) {
      if singleOpen >= 0, singleOpen < tokens.count {
        mark(from: singleOpen, .insideQuotes)
        singleOpen = -1
      }
      return next
    }
    guard opens, begins else { return next }
    if let end = elision(at: at, length: length) { return end }
    if !ByteTables.isDigit(text[next]), singleOpen < 0 { singleOpen = tokens.count }
    return next
  }

  private func isBlank(before at: Int) -> Bool {
    role[Int(text[at - 1])] == ByteRole.blank.rawValue || text[at - 1] == 0x0A
  }

  /// Makes the last word, up to this offset, the one in "-ing" that it stands for: "lyin'"; false if it is none.
  private mutating func restoresG(before at: Int, length: Int) -> Bool {
    guard singleOpen < 0, let last = tokens.last, Int(last.end) == at else { return false }
    let word = Int(last.start)..<at
    guard (4...20).contains(word.count), text[at - 1] | 0x20 == 0x6E, text[at - 2] | 0x20 == 0x69
    else { return false }
    let id = table.find((word.map { fold[Int(text[$0])] } + [0x67])[...])
    guard id != 0 else { return false }
    tokens[tokens.count - 1].id = id
    tokens[tokens.count - 1].hash = table.hash(of: id)
    tokens[tokens.count - 1].end = UInt32(truncatingIfNeeded: at + length)
    if forms != nil {
      forms?.removeLast()
      forms?.append(String(decoding: table.bytes(of: id), as: UTF8.self))
    }
    return true
  }

  /// Whether what stands before an offset lets a quotation mark open there.
  private func opensAfter(_ offset: Int) -> Bool {
    switch text[offset - 1] {
    case 0x20, 0x09, 0x0A, 0x0D, 0x28, 0x5B, 0x2C, 0x3A, 0x3B, 0x2D, 0x2F, 0x22, 0x2A: return true
    case 0x80...:
      // The last character before: its first byte is at most four back.
      var start = offset - 1
      while start > 0, offset - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
      switch WideCharacter(decode(start).code) {
      case .blank, .dash, .comma, .colon, .bracket, .opensDouble, .bullet: return true
      default: return false
      }
    default: return false
    }
  }

  /// Scans a word that begins with an apostrophe ("'cause", "'em"); nil if it is none.
  private mutating func elision(at: Int, length: Int) -> Int? {
    var word: [UInt8] = [0x27]
    var next = at + length
    while next < end, word.count < 8, fold[Int(text[next])] != 0 {
      word.append(fold[Int(text[next])])
      next += 1
    }
    guard next >= end || fold[Int(text[next])] == 0 else { return nil }
    let id = table.find(word[...])
    guard !table.expansion(of: id).isEmpty, next >= end || text[next] != 0x27 else { return nil }
    form.reset()
    form.bytes = word
    form.end = next
    emitWhole(id: id, at, next)
    return next
  }
}
