internal import PlanText

/// What the automaton sees of a word: its symbol class and the kinds that it has in this plan.
struct WordSymbol: Hashable, Sendable {
  /// Index into the automaton's symbol classes; 0 for words that no pattern holds.
  var symbolClass: UInt32
  /// `PhraseKind` bits.
  var kinds: UInt32
  var beginsSentence: Bool
  var endsSentence: Bool
  /// A run such as `!!`: patterns may name it, all others pass over it.
  var isPunctuation: Bool
}

/// A stretch of words that a pattern matched.
struct PatternMatch: Hashable, Sendable {
  var pattern: UInt32
  /// Index of the first word.
  var first: Int
  /// Index behind the last word.
  var end: Int
}
