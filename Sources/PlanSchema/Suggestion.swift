/// Finds what someone probably meant, and lists what can be meant.
enum Suggestion {
  /// A name without what people vary: lower case, and one `-` for every run of spaces, `_` and `-`.
  static func loose(_ text: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      switch byte {
      case 0x41...0x5A: result.append(byte | 0x20)
      case 0x20, 0x09, 0x0A, UInt8(ascii: "-"), UInt8(ascii: "_"):
        if let last = result.last, last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
      case UInt8(ascii: "'"): continue
      default: result.append(byte)
      }
    }
    if result.last == UInt8(ascii: "-") { result.removeLast() }
    return result
  }

  /// The word that is nearest to another, if any is near: the same but for its spelling, or a slip or two away.
  static func nearest(to text: String, among words: [String]) -> String? {
    let wanted = loose(text.utf8)
    var best: (distance: Int, word: String)?
    for word in words {
      let candidate = loose(word.utf8)
      let limit = min(2, max(wanted.count, candidate.count) / 3)
      let distance = editDistance(wanted, candidate, limit: limit)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, word) }
    }
    return best?.word
  }

  /// The number of letters added, dropped, changed or swapped, at most `limit + 1`.
  ///
  /// Optimal string alignment, on bytes; texts of very different length are not compared.
  static func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit, a.count <= 64, b.count <= 64 else { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var row = [i + 1]
      for (j, right) in b.enumerated() {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (left == right ? 0 : 1))
        if i > 0, j > 0, left == b[j - 1], a[i - 1] == right {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return min(last[b.count], limit + 1)
  }

  /// "a, b or c".
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// A text of a plan as a message quotes it: in one line, and not too long.
  static func shortened(_ text: String) -> String {
    let limit = 40
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let isCut = line.count > limit || line.utf8.count < text.utf8.count
    return isCut ? line.prefix(limit) + "…" : line
  }
}

/// The spellings of yes and no (`plan-format.md`, "Kinds of value").
enum YesNo {
  static func isKnown(_ text: String) -> Bool { value(of: text.utf8) != nil }

  /// True or false for one of the words, whatever its case; nil for any other text.
  static func value(of text: some Collection<UInt8>) -> Bool? {
    guard text.count <= 5 else { return nil }
    switch String(decoding: text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: return nil
    }
  }
}
