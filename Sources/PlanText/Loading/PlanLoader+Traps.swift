/// Legal YAML that loses or changes text (`domain.md` 3.4).
extension PlanLoader {
  /// Looks at the entries of a mapping that has ended.
  ///
  /// - Complexity: linear, and a sort where two keys may be equal.
  mutating func checkEntries(of id: NodeID) {
    let isFlow = builder.records[Int(id.index)].style == .flow
    // A bit for each key's hash: where no bit is hit twice, no two keys are equal.
    var seen = SIMD4<UInt64>()
    var mayRepeat = false
    var hasLost = false
    var key = Int(id.index) + 1
    while key < records.count {
      let record = records[key]
      let value = Int(record.subtreeEnd)
      guard value < records.count else { break }
      if record.kind == .scalar {
        let word = Int(record.hash & 3)
        let bit = (1 as UInt64) << UInt64(record.hash >> 2 & 63)
        mayRepeat = mayRepeat || seen[word] & bit != 0
        seen[word] |= bit
        if !isASCII || record.text.isInArena { mayRepeat = mayRepeat || hasNonASCIIName(key) }
        if isFlow { hasLost = hasLost || isLost(value) }
      }
      key = Int(records[value].subtreeEnd)
    }
    if mayRepeat { checkKeys(of: id) }
    if hasLost { checkCommas(in: id) }
  }

  /// Reports keys of a mapping that were given before, compared as decoded text.
  ///
  /// Canonically equivalent spellings (NFC, NFD) are one key.
  private mutating func checkKeys(of id: NodeID) {
    var byHash: [UInt64] = []
    var first: [String: Int] = [:]
    var repeats: [(key: Int, first: Int)] = []
    for key in scalarKeys(of: id) {
      if hasNonASCIIName(key) {
        let name = String(decoding: builder.bytes(records[key].text, in: bytes), as: UTF8.self)
        if let before = first[name] { repeats.append((key, before)) } else { first[name] = key }
      } else {
        byHash.append(UInt64(records[key].hash) << 32 | UInt64(key))
      }
    }
    byHash.sort()
    var start = 0
    for index in byHash.indices.dropFirst()
    where byHash[index] >> 32 != byHash[start] >> 32 {
      findRepeats(byHash[start..<index], &repeats)
      start = index
    }
    findRepeats(byHash[start...], &repeats)
    repeats.sort { $0.key < $1.key }
    for (key, before) in repeats.prefix(limits.maxIssues) {
      report(
        TextIssue(
          .duplicateKey,
          message: "this key was given before in the same mapping, and most tools keep only one",
          help: "put the text of both under one key",
          range: records[key].range,
          related: [RelatedPlace(message: "given here first", range: records[before].range)],
          node: NodeID(key)
        )
      )
    }
  }

  /// Compares the names of keys that have one hash; the low half of each number is the key's index.
  private func findRepeats(_ keys: ArraySlice<UInt64>, _ repeats: inout [(key: Int, first: Int)]) {
    guard keys.count > 1 else { return }
    var first: [ArraySlice<UInt8>: Int] = [:]
    for entry in keys {
      let key = Int(entry & 0xFFFF_FFFF)
      let name = builder.bytes(records[key].text, in: bytes)
      if let before = first[name] { repeats.append((key, before)) } else { first[name] = key }
    }
  }

  private var records: [NodeRecord] { builder.records }

  private func hasNonASCIIName(_ key: Int) -> Bool {
    let text = records[key].text
    guard text.isInArena else { return !isASCII && hasNonASCII(bytes, text) }
    return hasNonASCII(builder.arena, text)
  }

  private func hasNonASCII(_ store: [UInt8], _ text: TextReference) -> Bool {
    let start = Int(text.offset)
    var index = start
    while index < start + Int(text.length), store[orZero: index] < 0x80 { index += 1 }
    return index < start + Int(text.length)
  }

  /// The keys of a mapping that are scalars, as indices.
  private func scalarKeys(of id: NodeID) -> [Int] {
    var keys: [Int] = []
    var key = Int(id.index) + 1
    while key < records.count {
      let value = Int(records[key].subtreeEnd)
      guard value < records.count else { break }
      if records[key].kind == .scalar { keys.append(key) }
      key = Int(records[value].subtreeEnd)
    }
    return keys
  }

  /// Reports words inside `{…}` that a comma cut off, so that they became keys without a colon.
  private mutating func checkCommas(in id: NodeID) {
    let keys = scalarKeys(of: id)
    guard let first = keys.firstIndex(where: { isLost(Int(records[$0].subtreeEnd)) }) else {
      return
    }
    let last = keys[first...].prefix { isLost(Int(records[$0].subtreeEnd)) }.last ?? keys[first]
    let before = first > 0 ? NodeID(records[keys[first - 1]].subtreeEnd) : nil
    report(
      TextIssue(
        .commaInBraces,
        message: before == nil
          ? "words inside {…} without a colon become keys that have no value"
          : "a comma inside {…} ends a value, so these words became keys that have no value",
        help: "put a text that has commas in quotes: {notes: \"calm, kind\"}",
        range: SourceRange(records[keys[first]].start, records[last].end),
        related: before.map {
          let range = records[Int($0.index)].range
          return [RelatedPlace(message: "the text that the comma ended", range: range)]
        } ?? [],
        node: NodeID(keys[first])
      )
    )
  }

  /// Whether a value is missing and has no colon before it.
  private func isLost(_ value: Int) -> Bool {
    isMissing(value) && bytes[orZero: Int(records[value].start) - 1] != UInt8(ascii: ":")
  }

  private func isMissing(_ index: Int) -> Bool {
    let record = records[index]
    return record.kind == .scalar && record.style == .plain && record.outerStart == record.end
  }

  /// Reports a tag that takes the first word from a plain text, and keeps an anchor that may do so.
  ///
  /// `!important to me` is the text `to me` with a tag; `!!str` and `!<…>` are no words of a text.
  mutating func checkProperties(of id: NodeID, _ start: Int, _ end: Int, hasAnchor: Bool) {
    let type = records[Int(id.index)].type
    guard type == .string || type == .null, bytes.lineEnd(from: start, limit: end) == end else {
      return
    }
    var wordEnd = start
    while wordEnd < end, !bytes.isBlank(at: wordEnd) { wordEnd += 1 }
    let range = SourceRange(UInt32(clamping: start), UInt32(clamping: wordEnd))
    let next = bytes[orZero: start + 1]
    if hasAnchor {
      anchorsBeforeText.append((id, range))
    } else if next != UInt8(ascii: "!"), next != UInt8(ascii: "<") {
      reportLostWord(id, range)
    }
  }

  /// Reports the anchors before plain text that no alias uses.
  mutating func reportLostAnchors() {
    for (node, range) in anchorsBeforeText where !aliased.contains(node.index) {
      reportLostWord(node, range)
    }
  }

  private mutating func reportLostWord(_ id: NodeID, _ range: SourceRange) {
    report(
      TextIssue(
        .lostWord,
        message: "a word that begins with '&' or '!' is a mark for YAML and no part of the text",
        help: "put the whole text in quotes",
        range: range,
        node: id
      )
    )
  }

  /// Reports a comment that seems to be the rest of the text before it, such as `Apt #4`.
  ///
  /// A blank behind the `#` makes it a note, unless only a number follows.
  mutating func checkComment(_ comment: SourceRange, behind id: NodeID) {
    let start = Int(comment.start) + 1
    let end = Int(comment.end)
    let next = bytes[orZero: start]
    let isText = records[Int(id.index)].type == .string
    var isCut = isDigit(next)
    if isLetter(next) {
      isCut = isText && !bytes[start..<end].starts(with: Array("planlint".utf8))
    } else if next == 0x20 {
      var index = start + 1
      while index < end, isDigit(bytes[index]) { index += 1 }
      let hasNumber = index > start + 1
      if hasNumber, index < end, isLetter(bytes[index]) { index += 1 }
      isCut = isText && hasNumber && bytes.skippingBlanks(from: index) >= end
    }
    guard isCut, start <= end else { return }
    report(
      TextIssue(
        .commentInText,
        message: "' #' begins a comment, so this is no part of the text before it",
        help: "put the whole text in quotes; in a comment, write a blank behind the '#'",
        range: comment,
        node: id
      )
    )
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
}
