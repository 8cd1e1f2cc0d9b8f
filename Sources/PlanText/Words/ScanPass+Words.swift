/// Words that are more than a run of ASCII letters: contractions, masks, other scripts, drawn-out vowels.
extension ScanPass {
  /// Scans any word; returns where it ends, `start` if there is none.
  mutating func anyWord(at start: Int) -> Int {
    if let next = initials(at: start) { return next }
    collect(from: start, alikes: false, masks: true)
    if form.maskLength >= 0, form.bytes.count < 2 || !keepsMasks && formID() == 0 {
      cutAtMask(from: start)
    }
    if form.bytes.isEmpty { return start }
    var isAlike = false
    if form.alike > 0, form.latin > 0 || form.foreign == 0 {
      let isMixed = form.latin > 0
      let masks = form.maskLength >= 0
      collect(from: start, alikes: true, masks: masks)
      isAlike = isMixed || formID() != 0
      if !isAlike { collect(from: start, alikes: false, masks: masks) }
    }
    var flags: TokenFlags = []
    if isAlike { flags.insert(.lookAlike) }
    if form.hasHidden { flags.insert(.hidden) }
    if form.maskLength >= 0 { flags.insert(.masked) }
    emitForm(from: start, flags)
    return form.end
  }

  private func formID() -> UInt32 { table.find(form.bytes[...]) }

  /// Leaves what stands before the first mask; the masks then separate words.
  private mutating func cutAtMask(from start: Int) {
    if form.maskLength > 0 { return collect(from: start, alikes: false, masks: false) }
    form.reset()
    form.end = start
  }

  /// Emits the word that `form` holds, opened where it is a contraction.
  private mutating func emitForm(from start: Int, _ flags: TokenFlags) {
    var id = formID()
    var flags = flags
    if form.apostrophes > 0, table.expansion(of: id).isEmpty, emitContraction(from: start, flags) {
      return
    }
    if id == 0, let shorter = closedUp(form.bytes[...]) {
      id = shorter
      flags.insert(.elongated)
    }
    emitPart(id: id, form: 0..<form.bytes.count, start, form.end, flags)
  }

  /// Cuts endings off at apostrophes and emits the parts; false, and nothing emitted, if there is no such ending.
  private mutating func emitContraction(from start: Int, _ flags: TokenFlags) -> Bool {
    var cuts: [Int] = []
    var length = form.bytes.count
    while cuts.count < 3, let ending = ScanPass.ending(of: form.bytes[..<length]) {
      length -= ending
      cuts.append(length)
      if !table.expansion(of: table.find(form.bytes[..<length])).isEmpty { break }
    }
    guard length < form.bytes.count else { return false }
    var flags = flags
    var id = table.find(form.bytes[..<length])
    if id == 0, let shorter = closedUp(form.bytes[..<length]) {
      id = shorter
      flags.insert(.elongated)
    }
    emitPart(id: id, form: 0..<length, start, form.origins[length], flags)
    flags.remove(.elongated)
    flags.insert(.fromContraction)
    for (index, cut) in cuts.reversed().enumerated() {
      let place = cuts.count - 1 - index
      let next = place == 0 ? form.bytes.count : cuts[place - 1]
      let id = table.find(form.bytes[cut..<next])
      let isLast = next == form.bytes.count
      let last = isLast ? form.end : form.origins[next]
      if id == BuiltinWords.possessiveID {
        let before = tokens.last.map { table.kind(of: $0.id) } ?? []
        emitPossessive(isVerb: before.contains(.takesIs), form.origins[cut], last, flags)
      } else {
        emitPart(id: id, form: cut..<next, form.origins[cut], last, flags)
      }
    }
    return true
  }

  /// The length of the ending that is cut off: "n't", "'re", "'s"; nil if the word has none.
  private static func ending(of word: ArraySlice<UInt8>) -> Int? {
    let tail = word.suffix(3)
    guard tail.count == 3, let last = tail.last, let middle = tail.dropLast().last else {
      return nil
    }
    if middle == 0x27 {
      if last == 0x74 { return word.count > 3 && tail.first == 0x6E ? 3 : nil }
      return last == 0x73 || last == 0x64 || last == 0x6D ? 2 : nil
    }
    guard word.count > 3, tail.first == 0x27 else { return nil }
    switch (middle, last) {
    case (0x72, 0x65), (0x76, 0x65), (0x6C, 0x6C): return 3
    default: return nil
    }
  }

  /// Emits the word "'s": "is" behind "he", else a possessive.
  mutating func emitPossessive(isVerb: Bool, _ start: Int, _ end: Int, _ flags: TokenFlags) {
    let id = isVerb ? BuiltinWords.isID : BuiltinWords.possessiveID
    let flags = isVerb ? flags : flags.union(.possessive)
    emitKnown(id: id, start, end, flags.union(.fromContraction))
  }

  /// Emits the words that a spelling stands for, each with the place of all of it.
  mutating func emitWhole(id: UInt32, _ start: Int, _ end: Int) {
    for (index, part) in table.expansion(of: id).enumerated() {
      emitKnown(id: part, start, end, index == 0 ? [] : .fromContraction)
    }
  }

  /// Emits one word, or the words it stands for; `range` is the word in `form`.
  private mutating func emitPart(
    id: UInt32,
    form range: Range<Int>,
    _ start: Int,
    _ end: Int,
    _ flags: TokenFlags
  ) {
    let expansion = table.expansion(of: id)
    let isOpened =
      !expansion.isEmpty
      && (!table.kind(of: id).contains(.lone) || !isInitial(start, end))
    guard isOpened, let first = expansion.first else {
      let letters = caseFlags(start, end)
      let hash = id != 0 ? table.hash(of: id) : nameHash(form.bytes[range])
      emit(id: id, hash: hash, start, end, flags.union(letters), kind: table.kind(of: id))
      if forms != nil {
        let bytes = id != 0 ? Array(table.bytes(of: id)) : Array(form.bytes[range])
        forms?.append(String(decoding: bytes, as: UTF8.self))
      }
      return
    }
    var split = 0
    if expansion.count == 2 {
      let head = table.bytes(of: first).count
      if form.bytes[range].suffix(3).elementsEqual([0x6E, 0x27, 0x74]) {
        split = form.origins[range.upperBound - 3]
      } else if range.count > head,
        form.bytes[range].prefix(head).elementsEqual(table.bytes(of: first))
      {
        split = form.origins[range.lowerBound + head]
      }
    }
    for (index, part) in expansion.enumerated() {
      let isFirst = index == 0
      let from = isFirst || split == 0 ? start : split
      let to = isFirst && split != 0 ? split : end
      let flags = isFirst ? flags : flags.union(.fromContraction)
      emitKnown(id: part, from, to, flags)
    }
  }

  /// Emits a word of the table.
  private mutating func emitKnown(id: UInt32, _ start: Int, _ end: Int, _ flags: TokenFlags) {
    var flags = flags.union(caseFlags(start, end))
    if flags.contains(.fromContraction) { flags.remove(.capitalized) }
    emit(id: id, hash: table.hash(of: id), start, end, flags, kind: table.kind(of: id))
    if forms != nil { forms?.append(String(decoding: table.bytes(of: id), as: UTF8.self)) }
  }

  /// Whether a lone letter is an initial or part of a sign, as in "R&B" and "u-turn".
  private func isInitial(_ start: Int, _ end: Int) -> Bool {
    func joins(_ byte: UInt8) -> Bool {
      byte == 0x26 || byte == 0x2D || byte == 0x2F || byte == 0x27 || byte == 0x2B
    }
    if start > 0, joins(text[start - 1]) { return true }
    guard end < self.end else { return false }
    return joins(text[end]) || text[end] == 0x2E && ByteTables.isUpper(text[start])
  }

  /// Capital and all-capitals flags of a part of the text.
  private func caseFlags(_ start: Int, _ end: Int) -> TokenFlags {
    var upper = 0
    var letters = 0
    var flags: TokenFlags = []
    var at = start
    while at < end {
      let (code, length) = decode(at)
      let properties = Unicode.Scalar(code)?.properties
      if properties?.isAlphabetic ?? false {
        let isUpper = properties?.isUppercase ?? false
        if isUpper, letters == 0 { flags = .capitalized }
        letters += 1
        if isUpper { upper += 1 }
      }
      at += length
    }
    if upper > 1, upper == letters { flags.insert(.allCaps) }
    return flags
  }

  /// The word of the table that a word with drawn-out letters means: "sooo" is "so".
  ///
  /// Runs of three and more count as two, then as one.
  private func closedUp(_ word: ArraySlice<UInt8>) -> UInt32? {
    for kept in 1...2 {
      var short: [UInt8] = []
      var at = word.startIndex
      var isClosed = false
      while at < word.endIndex {
        var next = at + 1
        while next < word.endIndex, word[next] == word[at] { next += 1 }
        let isLong = next - at > 2 && word[at] >= 0x61 && word[at] <= 0x7A
        isClosed = isClosed || isLong
        short += repeatElement(word[at], count: isLong ? 3 - kept : next - at)
        at = next
      }
      if !isClosed { return nil }
      let id = table.find(short[...])
      if id != 0 { return id }
    }
    return nil
  }
}
