internal import PlanText

/// What the automaton sees of a word: its symbol class and the kinds that it has in this plan.
struct WordSymbol: Hashable, Sendable {
  /// What decides where a word leads, in 44 bits: symbol class, kinds, whether it is punctuation.
  let key: UInt64
  let beginsSentence: Bool

  /// Takes an index into the automaton's symbol classes, 0 for words that no pattern holds, and `PhraseKind` bits.
  ///
  /// Punctuation is a run such as `!!`: patterns may name it, all others pass over it.
  init(symbolClass: UInt32, kinds: UInt32, beginsSentence: Bool, isPunctuation: Bool) {
    key =
      UInt64(symbolClass & 0x7_FFFF) << 25 | UInt64(kinds & 0xFF_FFFF) << 1
      | (isPunctuation ? 1 : 0)
    self.beginsSentence = beginsSentence
  }

  var symbolClass: Int { Int(truncatingIfNeeded: key >> 25) }
  var kinds: UInt32 { UInt32(truncatingIfNeeded: key >> 1) & 0xFF_FFFF }
  var isPunctuation: Bool { key & 1 != 0 }
}

/// A stretch of words that a pattern matched.
struct PatternMatch: Hashable, Sendable {
  var pattern: UInt32
  /// Index of the first word.
  var first: Int
  /// Index behind the last word.
  var end: Int
}
