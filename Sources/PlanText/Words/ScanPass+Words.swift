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

  private func formID() -> UInt32 { formID(0..<form.bytes.count) }

  private func formID(_ range: Range<Int>) -> UInt32 {
    form.bytes.withUnsafeBufferPointer { bytes in
      let part = UnsafeBufferPointer(rebasing: bytes[range])
      return table.find(part, hash: nameHash(part))
    }
  }

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
    if id == 0, form.bytes.count > 4, form.bytes.suffix(2).elementsEqual("in".utf8) {
      id = table.find((form.bytes + [0x67])[...])
    }
    emitPart(id: id, form: 0..<form.bytes.count, start, form.end, flags)
  }

  /// Cuts endings off at apostrophes and emits the parts; false, and nothing emitted, if there is no such ending.
  private mutating func emitContraction(from start: Int, _ flags: TokenFlags) -> Bool {
    form.cuts.removeAll(keepingCapacity: true)
    var length = form.bytes.count
    var id: UInt32 = 0
    while form.cuts.count < 3, let ending = endingLength(length) {
      length -= ending
      form.cuts.append(length)
      id = formID(0..<length)
      if !table.expansion(of: id).isEmpty { break }
    }
    guard length < form.bytes.count else { return false }
    var flags = flags
    if id == 0, let shorter = closedUp(form.bytes[..<length]) {
      id = shorter
      flags.insert(.elongated)
    }
    emitPart(id: id, form: 0..<length, start, form.origins[length], flags)
    flags.remove(.elongated)
    flags.insert(.fromContraction)
    while let cut = form.cuts.popLast() {
      let next = form.cuts.last ?? form.bytes.count
      let id = formID(cut..<next)
      let last = next == form.bytes.count ? form.end : form.origins[next]
      if id == BuiltinWords.possessiveID {
        let before = tokens.last.map { table.kind(of: $0.id) } ?? []
        emitPossessive(isVerb: before.contains(.takesIs), form.origins[cut], last, flags)
      } else {
        emitPart(id: id, form: cut..<next, form.origins[cut], last, flags)
      }
    }
    return true
  }

  /// The length of the ending that is cut off the first bytes of `form`: "n't", "'re", "'s"; nil if there is none.
  private func endingLength(_ length: Int) -> Int? {
    guard length > 2 else { return nil }
    let (first, middle) = (form.bytes[length - 3], form.bytes[length - 2])
    let last = form.bytes[length - 1]
    if middle == 0x27 {
      if last == 0x74 { return length > 3 && first == 0x6E ? 3 : nil }
      return last == 0x73 || last == 0x64 || last == 0x6D ? 2 : nil
    }
    guard length > 3, first == 0x27 else { return nil }
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
      !expansion.isEmpty && (table.bytes(of: id).count > 1 || !isInitial(start, end))
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
    let split = expansion.count == 2 ? splitOffset(range, first) : 0
    for (index, part) in expansion.enumerated() {
      let isFirst = index == 0
      let from = isFirst || split == 0 ? start : split
      let to = isFirst && split != 0 ? split : end
      let flags = isFirst ? flags : flags.union(.fromContraction)
      emitKnown(id: part, from, to, flags)
    }
  }

  /// Where a spelling of two words parts, in the text: "do|n't", "you|re"; 0 if nowhere ("gonna").
  private func splitOffset(_ range: Range<Int>, _ first: UInt32) -> Int {
    if range.count > 3, endingLength(range.upperBound) == 3,
      form.bytes[range.upperBound - 1] == 0x74
    {
      return form.origins[range.upperBound - 3]
    }
    let head = table.bytes(of: first)
    let isPrefix = range.count > head.count && form.bytes[range].starts(with: head)
    return isPrefix ? form.origins[range.lowerBound + head.count] : 0
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
      if text[at] < 0x80 {
        let isUpper = ByteTables.isUpper(text[at])
        if isUpper, letters == 0 { flags = .capitalized }
        if isUpper { upper += 1 }
        if ByteTables.isLetter(text[at]) { letters += 1 }
        at += 1
        continue
      }
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

  private static func hasTriple(_ word: ArraySlice<UInt8>) -> Bool {
    var run = 0
    var last: UInt8 = 0
    for byte in word {
      run = byte == last ? run + 1 : 1
      if run > 2 { return true }
      last = byte
    }
    return false
  }

  /// The word of the table that a word with drawn-out letters means: "sooo" is "so".
  ///
  /// Runs of three and more count as two, then as one.
  private func closedUp(_ word: ArraySlice<UInt8>) -> UInt32? {
    guard ScanPass.hasTriple(word) else { return nil }
    for kept in 1...2 {
      var short: [UInt8] = []
      var at = word.startIndex
      while at < word.endIndex {
        var next = at + 1
        while next < word.endIndex, word[next] == word[at] { next += 1 }
        let isLong = next - at > 2 && word[at] >= 0x61 && word[at] <= 0x7A
        short += repeatElement(word[at], count: isLong ? 3 - kept : next - at)
        at = next
      }
      let id = table.find(short[...])
      if id != 0 { return id }
    }
    return nil
  }
}
