/// Numbers in digits, and initials.
extension ScanPass {
  /// Scans a number with what belongs to it: "1,000.50", "10:00", "6/2/25", "3rd", "7pm", "12-step" up to its hyphen.
  mutating func number(at start: Int) -> Int {
    form.reset()
    var at = start
    var separators = NumberSeparators()
    while at < end {
      let byte = text[at]
      if ByteTables.isDigit(byte) {
        form.append(byte, from: at)
      } else if isSeparator(byte, at: at) {
        if byte != 0x2C { form.append(byte, from: at) }
        separators.add(byte)
      } else {
        break
      }
      at += 1
    }
    var flags: TokenFlags = .number
    let value = separators.count == 0 ? decimal(start, at) : nil
    if let value, (1...31).contains(value) { flags.insert(.dayNumber) }
    if let value, at - start == 4, (1900...2099).contains(value) { flags.insert(.year) }
    if separators.hasColon { flags.insert(.time) }
    if isDate(start, at, separators) { flags.insert(.date) }

    let suffix = suffixLength(at: at)
    switch suffix {
    case 0: break
    case 2 where isSuffix(at, ["st", "nd", "rd", "th"]): flags.insert(.ordinal)
    case 2 where isSuffix(at, ["am", "pm"]): flags.insert(.time)
    default: flags.remove(.dayNumber)
    }
    for offset in at..<at + suffix { form.append(fold[Int(text[offset])], from: offset) }
    at += suffix
    form.end = at
    if start > 0, isCurrency(before: start) { flags.insert(.money) }

    let id = table.find(form.bytes[...])
    emit(id: id, hash: nameHash(form.bytes), start, at, flags, kind: [])
    if forms != nil { forms?.append(String(decoding: form.bytes, as: UTF8.self)) }
    // "90's", "the 5th's"
    if at + 1 < end, text[at] == 0x27, text[at + 1] | 0x20 == 0x73, !beginsWord(at + 2) {
      emitPossessive(isVerb: false, at, at + 2, [])
      at += 2
    }
    return at
  }

  /// Whether a sign between two digits belongs to the number; a comma only before three digits.
  private func isSeparator(_ byte: UInt8, at: Int) -> Bool {
    guard at + 1 < end, ByteTables.isDigit(text[at + 1]) else { return false }
    switch byte {
    case 0x2E, 0x3A, 0x2F, 0x2D: return true
    case 0x2C:
      guard at + 3 < end, ByteTables.isDigit(text[at + 2]), ByteTables.isDigit(text[at + 3]) else {
        return false
      }
      return at + 4 >= end || !ByteTables.isDigit(text[at + 4])
    default: return false
    }
  }

  private func decimal(_ start: Int, _ end: Int) -> Int? {
    guard end - start < 6 else { return nil }
    return (start..<end).reduce(0) { $0 * 10 + Int(text[$1] & 0x0F) }
  }

  /// "6/2", "6/2/25", "2025-06-14", "14.6.2025".
  private func isDate(_ start: Int, _ end: Int, _ separators: NumberSeparators) -> Bool {
    let (separator, count) = (separators.only, separators.count)
    guard
      separator == 0x2F && count < 3 || count == 2 && (separator == 0x2D || separator == 0x2E)
    else { return false }
    var parts: [Int] = []
    var from = start
    for at in start...end where at == end || text[at] == separator {
      guard let value = decimal(from, at) else { return false }
      parts.append(value)
      from = at + 1
    }
    if count == 2, parts[0] >= 1900 { parts.removeFirst() }
    guard parts.count >= 2 else { return false }
    if count == 1, parts[0] > 12 { return false }  // "24/7"
    let (low, high) = (min(parts[0], parts[1]), max(parts[0], parts[1]))
    return (1...12).contains(low) && (1...31).contains(high)
  }

  /// Number of letters and digits directly behind a number; 0 before initials ("7p.m.").
  private func suffixLength(at start: Int) -> Int {
    var at = start
    while at < end, fold[Int(text[at])] != 0 { at += 1 }
    if at - start == 1, at + 1 < end, text[at] == 0x2E, ByteTables.isLetter(text[at + 1]) {
      return 0
    }
    return at - start
  }

  private func isSuffix(_ at: Int, _ suffixes: [StaticString]) -> Bool {
    suffixes.contains { suffix in
      (0..<suffix.utf8CodeUnitCount).allSatisfy { index in
        at + index < end && fold[Int(text[at + index])] == suffix.utf8Start[index]
      }
        && (at + suffix.utf8CodeUnitCount >= end
          || fold[Int(text[at + suffix.utf8CodeUnitCount])] == 0)
    }
  }

  /// Whether "$", "€" or another sign of money stands before an offset.
  private func isCurrency(before start: Int) -> Bool {
    if text[start - 1] == 0x24 { return true }
    for length in 2...3 where start >= length && text[start - length] >= 0xC0 {
      let (code, found) = decode(start - length)
      return found == length && WideCharacter(code) == .currency
    }
    return false
  }

  /// Scans initials, "a.m.", "e.g.", "U.S.A."; returns where they end, nil if there are none.
  ///
  /// Two of them keep their full stops, for "a.m." is not "am"; more do not: "D.U.I." is "dui".
  mutating func initials(at start: Int) -> Int? {
    guard start + 2 < end, ByteTables.isLetter(text[start]), text[start + 1] == 0x2E else {
      return nil
    }
    form.reset()
    var at = start
    while at < end, ByteTables.isLetter(text[at]), at + 1 >= end || fold[Int(text[at + 1])] == 0 {
      form.append(fold[Int(text[at])], from: at)
      at += 1
      guard at < end, text[at] == 0x2E else { break }
      at += 1
    }
    guard form.bytes.count > 1 else { return nil }
    if form.bytes.count == 2 {
      form.bytes.insert(0x2E, at: 1)
      form.bytes.append(0x2E)
    }
    form.end = at
    let id = table.find(form.bytes[...])
    let flags: TokenFlags = ByteTables.isUpper(text[start]) ? [.capitalized, .allCaps] : []
    let kind = table.kind(of: id)
    emit(id: id, hash: nameHash(form.bytes), start, at, flags, kind: kind)
    if forms != nil { forms?.append(String(decoding: form.bytes, as: UTF8.self)) }
    if text[at - 1] == 0x2E, kind.contains(.abbreviation), follow(at).case == .upper {
      endSentence()
    }
    return at
  }
}

/// The signs between the digits of one number.
private struct NumberSeparators {
  /// The sign, if all are the same; 0 if there is none or they differ.
  private(set) var only: UInt8 = 0
  private(set) var count = 0
  private(set) var hasColon = false

  mutating func add(_ byte: UInt8) {
    only = count == 0 || only == byte ? byte : 0
    count += 1
    hasColon = hasColon || byte == 0x3A
  }
}
