/// Adds tokens, with what they say about their neighbours.
extension ScanPass {
  /// Adds a word; `kind` is the table's for `id`.
  mutating func emit(
    id: UInt32,
    hash: UInt32,
    _ start: Int,
    _ end: Int,
    _ flags: TokenFlags,
    kind: WordKind
  ) {
    var flags = flags.union(pending)
    pending = []
    if !kind.isEmpty {
      flags.formUnion(TokenFlags(calendar: kind))
      if kind.contains(.hour) { flags.insert(.time) }
      if kind.contains(.number) { flags.insert(.number) }
      if kind.contains(.ordinal) { flags.insert(.ordinal) }
      adjustLast(for: kind)
    }
    tokens.append(
      Token(
        id: id,
        hash: hash,
        start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end),
        flags: flags
      )
    )
  }

  /// Corrects the word before, now that the next one is known: "he's been" is "he has been", "7 pm" a time.
  private mutating func adjustLast(for kind: WordKind) {
    guard let last = tokens.indices.last, last >= sentenceStart else { return }
    let before = tokens[last]
    if before.flags.contains(.number) {
      if kind.contains(.currency) { tokens[last].flags.insert(.money) }
      if kind.contains(.meridiem) { tokens[last].flags.insert(.time) }
    }
    guard before.flags.contains(.fromContraction) else { return }
    var id: UInt32 = 0
    if before.id == BuiltinWords.isID, kind.contains(.takesHas) { id = BuiltinWords.hasID }
    if before.id == BuiltinWords.wouldID, kind.contains(.takesHad) { id = BuiltinWords.hadID }
    if before.id == BuiltinWords.possessiveID {
      // "Danny's been", "Danny's a good father"
      if kind.contains(.takesHas) { id = BuiltinWords.hasID }
      if kind.contains(.endsPossessive) { id = BuiltinWords.isID }
    }
    guard id != 0 else { return }
    tokens[last].flags.remove(.possessive)
    tokens[last].id = id
    tokens[last].hash = table.hash(of: id)
    if forms != nil {
      forms?.removeLast()
      forms?.append(String(decoding: table.bytes(of: id), as: UTF8.self))
    }
  }

  /// Adds one of the punctuation tokens; it belongs to the sentence before it.
  mutating func emitPunctuation(id: UInt32, _ start: Int, _ end: Int) {
    tokens.append(
      Token(
        id: id,
        hash: table.hash(of: id),
        start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end),
        flags: .isPunctuation
      )
    )
    if forms != nil { forms?.append(String(decoding: table.bytes(of: id), as: UTF8.self)) }
  }

  /// Ends the sentence at the last token; nothing happens where it has no word.
  mutating func endSentence() {
    var last = tokens.count - 1
    guard last >= sentenceStart, !pending.contains(.beginsSentence) else { return }
    while last >= sentenceStart {
      tokens[last].flags.insert(.endsSentence)
      if !tokens[last].flags.contains(.isPunctuation) { break }
      last -= 1
    }
    sentenceStart = tokens.count
    pending.insert(.beginsSentence)
  }

  /// Ends the sentence and all that a blank line ends: open quotation marks, emphasis.
  mutating func endParagraph() {
    endSentence()
    if !tokens.isEmpty { pending.insert(.afterParagraph) }
    doubleOpen = -1
    singleOpen = -1
    emphasisOpen = false
  }

  mutating func mark(from first: Int, _ flags: TokenFlags) {
    for index in max(first, 0)..<max(first, 0, tokens.count) {
      tokens[index].flags.formUnion(flags)
    }
  }
}
