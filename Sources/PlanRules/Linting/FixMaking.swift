internal import PlanText

extension RuleFix {
  /// The change for words that were found, in their inflection and case.
  ///
  /// It is the replacement of the first phrase that these words are an inflection of. Nil where none is, or where the
  /// scalar's style cannot hold the new words.
  func replacing(
    _ match: String,
    at range: SourceRange,
    style: NodeStyle
  ) -> Fix? {
    let found = WordScanner.forms(of: match)
    for candidate in replacements {
      guard let ending = InflectedPhrase.ending(of: found, from: candidate.phrase) else { continue }
      let words = InflectedPhrase.inflect(candidate.replacement, to: ending)
      let cased = InflectedPhrase.caseOf(match, appliedTo: words)
      guard let written = ScalarWriting.written(cased, as: style) else { return nil }
      return Fix(safety: safety, edits: [Fix.Edit(range: range, text: written)])
    }
    return nil
  }

  /// The change that adds a piece of a plan behind the last entry of a document.
  func inserting(into root: NodeID, of tree: Tree) -> Fix? {
    guard !insertion.isEmpty, tree[root].kind == .mapping, tree[root].style == .block else {
      return nil
    }
    let end = Int(tree[root].outerEnd)
    let bytes = tree.source.bytes
    guard end <= bytes.count else { return nil }
    // Behind the line on which the last entry ends, a comment on it included.
    var place = end
    if end == 0 || bytes[end - 1] != 0x0A {
      while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
      if place < bytes.count, bytes[place] == 0x0D { place += 1 }
      if place < bytes.count, bytes[place] == 0x0A { place += 1 }
    }
    let usesReturns = bytes.prefix(place).contains(0x0D)
    let lineBreak = usesReturns ? "\r\n" : "\n"
    let lines = insertion.split(separator: "\n", omittingEmptySubsequences: false)
    let isOnOwnLine = place == 0 || bytes[place - 1] == 0x0A || bytes[place - 1] == 0x0D
    let text = (isOnOwnLine ? "" : lineBreak) + lines.joined(separator: lineBreak) + lineBreak
    let offset = UInt32(clamping: place)
    return Fix(safety: safety, edits: [Fix.Edit(range: SourceRange(offset, offset), text: text)])
  }
}

/// A phrase in the number, tense and case of another.
enum InflectedPhrase {
  enum Ending { case none, third, past, participle }

  /// How `words` are inflected from a phrase, which differ in one word at most; nil where they are other words.
  static func ending(of words: [String], from phrase: String) -> Ending? {
    let base = WordScanner.forms(of: phrase)
    guard base.count == words.count else { return nil }
    var ending = Ending.none
    var differences = 0
    for (word, lemma) in zip(words, base) where word != lemma {
      differences += 1
      guard differences == 1, Inflection.forms(of: lemma).contains(word) else { return nil }
      ending = self.ending(of: word)
    }
    return ending
  }

  private static func ending(of word: String) -> Ending {
    if word.hasSuffix("ing") { return .participle }
    if word.hasSuffix("ed") { return .past }
    return .third
  }

  /// The phrase with its first word, its head, in another form: "person in recovery" becomes "people in recovery".
  static func inflect(_ phrase: String, to ending: Ending) -> String {
    guard ending != .none else { return phrase }
    var words = phrase.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    // An article belongs to the singular only.
    if ending == .third, words.count > 1, words[0] == "a" || words[0] == "an" {
      words.removeFirst()
    }
    guard let head = words.first else { return phrase }
    let forms = Inflection.forms(of: head).filter { $0 != head }
    let form = forms.first {
      self.ending(of: $0) == ending && ($0.hasSuffix("s") || ending != .third)
    }
    words[0] = form ?? (ending == .third ? forms.first : nil) ?? head
    return words.joined(separator: " ")
  }

  /// Words in the case of a text: in capitals, with a capital, or as they are.
  static func caseOf(_ text: String, appliedTo words: String) -> String {
    let letters = text.filter(\.isLetter)
    guard let first = letters.first, first.isUppercase, let head = words.first else { return words }
    if letters.count > 1, letters.allSatisfy(\.isUppercase) { return words.uppercased() }
    return head.uppercased() + words.dropFirst()
  }
}

/// Writes new words into a scalar without changing its style.
enum ScalarWriting {
  /// The words as a scalar of a style holds them; nil where it cannot without more care.
  static func written(_ words: String, as style: NodeStyle) -> String? {
    guard !words.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      return nil
    }
    switch style {
    case .singleQuoted:
      return words.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    case .doubleQuoted: return words.contains("\"") || words.contains("\\") ? nil : words
    case .literal, .folded: return words
    case .plain:
      let signs: Set<Character> = [":", "#", ",", "[", "]", "{", "}", "\"", "'"]
      return words.contains(where: { signs.contains($0) }) ? nil : words
    case .block, .flow: return nil
    }
  }
}
