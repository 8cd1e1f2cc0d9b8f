/// A kind of word that a pattern can ask for in angle brackets, apart from phrase sets.
///
/// Raw values are the names in patterns; each has its bits in a `WordSymbol`.
package enum PhraseKind: String, CaseIterable, Sendable {
  case number, money, date, time
  /// A word in capitals of two letters or more, and one of four or more.
  case caps, shout
  case subject, participant, professional
  case they, them, their

  /// The bits that a word of this kind carries: bit 0 for the first word, bit 1 for the words that continue it.
  package var startBit: UInt32 { 1 << (place * 2) }
  package var continuationBit: UInt32 { startBit << 1 }

  private var place: UInt32 {
    switch self {
    case .number: 0
    case .money: 1
    case .date: 2
    case .time: 3
    case .caps: 4
    case .shout: 5
    case .subject: 6
    case .participant: 7
    case .professional: 8
    case .they: 9
    case .them: 10
    case .their: 11
    }
  }
}

/// A part of a phrase pattern (`rule-language.md`, "Phrase patterns").
package indirect enum PatternNode: Hashable, Sendable {
  /// A word as written; opened into its word forms when compiled (`you're` is two).
  case word(String)
  /// `~ruin`: any inflection.
  case lemma(String)
  /// `<insult>`, qualified with its module.
  case set(String)
  case kind(PhraseKind)
  /// `<any>`: exactly one word.
  case any
  /// `..`: up to so many words.
  case gap(Int)
  /// `!!`, `?!` or `…`.
  case punctuation(String)
  case sequence([PatternNode])
  case choice([PatternNode])
  case optional(PatternNode)
}

/// One phrase pattern, parsed.
package struct Pattern: Hashable, Sendable {
  /// What stands in a row.
  package var nodes: [PatternNode]
  /// `^`: only at the start of a sentence.
  package var startsSentence = false
  /// `$`: only at the end of a sentence.
  package var endsSentence = false
  /// `<not>`: only where a negation up to four words ahead governs it.
  package var isNegated = false
}

/// Why a pattern is refused.
package struct PatternError: Error {
  /// What is wrong and what to write, in plain words.
  package let message: String
  /// Where, in UTF-8 bytes from the start of the pattern's text.
  package let offset: Int
}
