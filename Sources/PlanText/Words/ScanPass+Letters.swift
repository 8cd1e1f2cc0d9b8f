/// Puts the normalised form of a word together, character by character.
extension ScanPass {
  /// Longest masked word, in bytes of its form; bounds what is read twice when the table does not have it.
  private static let longestMasked = 24

  /// Reads a word from `start` into `form`; `form.end` stays at `start` if there is none.
  ///
  /// With `alikes`, letters that look like Latin ones are read as those; with `masks`, signs inside the word stand for
  /// hidden letters.
  mutating func collect(from start: Int, alikes: Bool, masks: Bool) {
    form.reset()
    form.end = start
    var at = start
    while at < end {
      lookedAt += 1
      let byte = text[at]
      let folded = fold[Int(byte)]
      if folded != 0 {
        if !ByteTables.isDigit(byte) { form.latin += 1 }
        form.append(folded, from: at)
        at += 1
        form.end = at
      } else if byte == 0x27 || byte == 0x60 {
        guard !form.bytes.isEmpty, beginsWord(at + 1) else { return }
        appendApostrophe(from: at)
        at += 1
      } else if byte >= 0x80 {
        let next = wideLetter(at: at, alikes: alikes)
        if next == at { return }
        at = next
      } else if masks, ByteTables.isMask(byte) {
        let next = mask(at: at)
        if next == at { return }
        at = next
      } else {
        return
      }
    }
  }

  private mutating func appendApostrophe(from at: Int) {
    form.append(0x27, from: at)
    form.apostrophes += 1
  }

  /// Takes a character beyond ASCII; returns where the next one begins, or `at` where the word is at its end.
  private mutating func wideLetter(at: Int, alikes: Bool) -> Int {
    let (code, length) = decode(at)
    let next = at + length
    switch WideCharacter(code) {
    case .mark:
      form.end = next
    case .invisible:
      // What is invisible at the end of a word is left out of its span.
      form.sawInvisible = true
    case .apostrophe, .opensSingle, .closesSingle:
      guard !form.bytes.isEmpty, beginsWord(next) else { return at }
      appendApostrophe(from: at)
    case .reading(let byte):
      if !ByteTables.isDigit(byte) { form.latin += 1 }
      form.append(byte, from: at)
      form.end = next
    case .readings(let offset, let count):
      form.latin += count
      for index in offset..<offset + count {
        form.append(Readings.pool.utf8Start[index], from: at)
      }
      form.end = next
    case .letter:
      let alike = LookAlikes.latin(code)
      if alike != 0 { form.alike += 1 } else { form.foreign += 1 }
      if alike != 0, alikes {
        form.append(alike, from: at)
      } else {
        appendLowercase(code, from: at)
      }
      form.end = next
    default:
      return at
    }
    return next
  }

  private mutating func appendLowercase(_ code: UInt32, from at: Int) {
    guard let scalar = Unicode.Scalar(code) else { return }
    // Greek has a second small sigma, for the ends of words.
    let lower = code == 0x3C2 ? "σ" : scalar.properties.lowercaseMapping
    for byte in lower.utf8 { form.append(byte, from: at) }
  }

  /// Takes a run of masks as one "*"; returns where it ends, or `at` where the signs are none.
  private mutating func mask(at: Int) -> Int {
    guard form.bytes.count < ScanPass.longestMasked, form.apostrophes == 0 else { return at }
    var next = at
    while next < end, ByteTables.isMask(text[next]) { next += 1 }
    lookedAt += next - at
    let isInner = next < end && fold[Int(text[next])] != 0
    if !isInner {
      // Of the signs, "!", "%" and "@" mean something else behind a word; an open "*" is closed.
      if emphasisOpen { return at }
      next = at
      while next < end, text[next] == 0x2A || text[next] == 0x24 || text[next] == 0x23 { next += 1 }
      if next == at { return at }
    } else if form.bytes.isEmpty, text[at] == 0x2A || text[at] == 0x21 || text[at] == 0x25 {
      return at
    }
    if form.maskLength < 0 { form.maskLength = form.bytes.count }
    form.append(0x2A, from: at)
    form.end = next
    return next
  }

  /// Whether a letter or digit stands at an offset, invisible characters before it left out.
  mutating func beginsWord(_ offset: Int) -> Bool {
    var at = offset
    while at < end {
      lookedAt += 1
      if text[at] < 0x80 { return fold[Int(text[at])] != 0 }
      let (code, length) = decode(at)
      switch WideCharacter(code) {
      case .letter, .reading, .readings: return true
      case .invisible: at += length
      default: return false
      }
    }
    return false
  }

  /// The code point at an offset and its length in bytes; U+FFFD and 1 where the bytes are not UTF-8.
  func decode(_ at: Int) -> (code: UInt32, length: Int) {
    let first = UInt32(text[at])
    let length =
      first < 0x80
      ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, at + length <= end else { return (0xFFFD, 1) }
    if length == 1 { return (first, 1) }
    var code = first & (0x7F >> UInt32(length))
    for index in 1..<length {
      let byte = UInt32(text[at + index])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      code = code << 6 | byte & 0x3F
    }
    return (code, length)
  }
}
