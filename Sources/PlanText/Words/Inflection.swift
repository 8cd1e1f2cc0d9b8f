/// English inflection: every form of a verb or noun that a pattern's `~word` matches.
package enum Inflection {
  /// All forms of a word as verb and as noun, the word itself first, each once: "ruin", "ruins", "ruined", "ruining".
  ///
  /// A word that is not in the tables of irregular ones is inflected by the rules of spelling, whatever it is; forms
  /// that nobody writes do no harm in a vocabulary.
  package static func forms(of lemma: String) -> [String] {
    let word = Array(lemma.utf8)
    guard !word.isEmpty else { return [] }
    if let forms = irregularWhole[lemma] { return [lemma] + forms }
    if let plural = irregularNouns[lemma] {
      let verb = nounsThatAreVerbs.contains(lemma) ? regular(word, past: nil) : [lemma]
      return unique(verb + [plural])
    }
    if let past = irregularVerbs[lemma] { return unique(regular(word, past: past)) }
    return unique(regular(word, past: nil))
  }

  private static func unique(_ forms: [String]) -> [String] {
    var seen: Set<String> = []
    return forms.filter { seen.insert($0).inserted }
  }

  /// The word, its -s, -ed and -ing forms; `past` stands in for the -ed form.
  private static func regular(_ word: [UInt8], past: [String]?) -> [String] {
    let spelling = Spelling(word)
    var forms = [word] + spelling.third
    if past == nil { forms += spelling.past }
    forms += spelling.participle
    let texts = forms.map { String(decoding: $0, as: UTF8.self) }
    guard let past else { return texts }
    return Array(texts.prefix(1 + spelling.third.count)) + past
      + texts.dropFirst(1 + spelling.third.count)
  }
}

/// How a regular word takes its endings.
private struct Spelling {
  private let word: [UInt8]
  private let last: UInt8
  private let before: UInt8

  init(_ word: [UInt8]) {
    self.word = word
    last = word.last ?? 0
    before = word.count > 1 ? word[word.count - 2] : 0
  }

  private func with(_ ending: StaticString, dropping count: Int = 0) -> [UInt8] {
    word.dropLast(count) + (0..<ending.utf8CodeUnitCount).map { ending.utf8Start[$0] }
  }

  private func ends(_ ending: String) -> Bool {
    word.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  private var text: String { String(decoding: word, as: UTF8.self) }

  /// "ruins", "tries", "watches".
  var third: [[UInt8]] {
    if last == 0x79, !Spelling.isVowel(before) { return [with("ies", dropping: 1)] }
    if Inflection.hardCh.contains(text) { return [with("s")] }
    if ends("ch") || ends("sh") || last == 0x73 || last == 0x78 { return [with("es")] }
    if last == 0x7A { return [with(before == 0x7A || !Spelling.isVowel(before) ? "es" : "zes")] }
    if last == 0x6F, Inflection.takesOes.contains(text) { return [with("es")] }
    return [with("s")]
  }

  /// "ruined", "tried", "lied", "stopped".
  var past: [[UInt8]] {
    if last == 0x65 { return [with("d")] }
    if last == 0x79, !Spelling.isVowel(before) { return [with("ied", dropping: 1)] }
    return stems.map { $0 + Array("ed".utf8) }
  }

  /// "ruining", "lying", "stopping".
  var participle: [[UInt8]] {
    if ends("ie") { return [with("ying", dropping: 2)] }
    let keepsE = ends("ee") || ends("oe") || ends("ye") || Inflection.keepsE.contains(text)
    if last == 0x65, word.count > 2, !keepsE { return [with("ing", dropping: 1)] }
    return stems.map { $0 + Array("ing".utf8) }
  }

  /// What -ed and -ing are put behind: "stopp", "panick"; both spellings where both are in use ("travel").
  private var stems: [[UInt8]] {
    if last == 0x63, Spelling.isVowel(before) { return [word + [0x6B]] }
    if Inflection.doublesInBritain.contains(text) { return [word, word + [last]] }
    return doubles ? [word + [last]] : [word]
  }

  /// Whether the last letter is doubled: one consonant behind one vowel that is stressed.
  private var doubles: Bool {
    guard word.count > 2, !Spelling.isVowel(last), Spelling.isVowel(before) || before == 0x79,
      last != 0x77, last != 0x78, last != 0x79
    else { return false }
    let third = word[word.count - 3]
    let isLongVowel =
      Spelling.isVowel(third) && !(third == 0x75 && word.count > 3 && word[word.count - 4] == 0x71)
    if isLongVowel { return false }
    return syllables == 1 || Inflection.stressedLast.contains(text)
  }

  private var syllables: Int {
    var count = 0
    var wasVowel = false
    for (index, letter) in word.enumerated() {
      let isU = letter == 0x75 && index > 0 && word[index - 1] == 0x71
      let isVowel = !isU && (Spelling.isVowel(letter) || letter == 0x79 && index > 0)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return count
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true
    default: false
    }
  }
}
