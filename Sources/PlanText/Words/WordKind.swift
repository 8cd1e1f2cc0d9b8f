/// What the scanner itself knows about a word: what it stands for and what kinds of expression it can be part of.
struct WordKind: OptionSet {
  let rawValue: UInt32

  /// "one", "twenty", "hundred".
  static let number = WordKind(rawValue: 1 << 7)
  /// "first", "third".
  static let ordinal = WordKind(rawValue: 1 << 8)
  static let month = WordKind(rawValue: 1 << 0)
  /// "may", "march", "august": other words as well.
  static let doubtfulMonth = WordKind(rawValue: 1 << 1)
  static let weekday = WordKind(rawValue: 1 << 2)
  /// "yesterday", "tonight".
  static let day = WordKind(rawValue: 1 << 3)
  /// "last", "next", "this".
  static let relative = WordKind(rawValue: 1 << 4)
  /// "week", "summer".
  static let span = WordKind(rawValue: 1 << 5)
  /// "morning", "night".
  static let dayPart = WordKind(rawValue: 1 << 6)
  /// "dollars".
  static let currency = WordKind(rawValue: 1 << 9)
  /// "pm", "o'clock".
  static let meridiem = WordKind(rawValue: 1 << 10)
  /// "noon", "midnight".
  static let hour = WordKind(rawValue: 1 << 11)
  /// Stands before a name or example, so its full stop ends no sentence: "Mr.", "e.g.".
  static let title = WordKind(rawValue: 1 << 12)
  /// Its full stop ends the sentence only if a capital follows: "a.m.", "Jr.".
  static let abbreviation = WordKind(rawValue: 1 << 13)
  /// A word that its full stop shortens only before digits ("No" and a five).
  static let numberSign = WordKind(rawValue: 1 << 14)
  /// "'s" behind it means "is": "it", "who".
  static let takesIs = WordKind(rawValue: 1 << 15)
  /// "'s" before it means "has": "been".
  static let takesHas = WordKind(rawValue: 1 << 16)
  /// "'d" before it means "had": "better".
  static let takesHad = WordKind(rawValue: 1 << 17)
  /// "'s" before it is never a possessive: "a", "not".
  static let endsPossessive = WordKind(rawValue: 1 << 18)

  /// The kinds that become flags of the token (`TokenFlags.calendarShift`).
  static let calendar = WordKind(rawValue: 0x7F)

  static let expansionShift: UInt32 = 19

  /// Where the words it stands for are, from 1, in the table's expansions; 0 if it stands for itself.
  var expansion: Int { Int(rawValue >> WordKind.expansionShift) }
}
