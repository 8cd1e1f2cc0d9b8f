/// One word of a text, or one run of punctuation that patterns can name.
package struct Token: Sendable, Equatable {
  /// The word's number in the `WordTable`; 0 where the table does not have it.
  package var id: UInt32
  /// `nameHash` of the normalised form, so that names which no table holds can be compared.
  package var hash: UInt32
  /// Where the word begins, in bytes from the start of the decoded text.
  ///
  /// Words that came out of one spelling share its place ("gonna" is "going" and "to").
  package var start: UInt32
  /// Where the word ends, exclusive.
  package var end: UInt32
  package var flags: TokenFlags

  package init(
    id: UInt32,
    hash: UInt32,
    start: UInt32,
    end: UInt32,
    flags: TokenFlags = []
  ) {
    self.id = id
    self.hash = hash
    self.start = start
    self.end = end
    self.flags = flags
  }
}

/// What is known about a word besides its form.
///
/// A sentence is what lies between two tokens with `beginsSentence`; `endsSentence` stands on its last word and also on
/// the punctuation tokens behind that, so that "you lied!!" ends with "lied" as well as with "!!".
package struct TokenFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The first letter is upper case.
  package static let capitalized = TokenFlags(rawValue: 1 << 0)
  /// Two or more letters, all of them upper case.
  package static let allCaps = TokenFlags(rawValue: 1 << 1)
  /// Digits, or a number word from "one" to "thousand".
  package static let number = TokenFlags(rawValue: 1 << 2)
  /// A number that is a sum: "$40", "40 dollars".
  package static let money = TokenFlags(rawValue: 1 << 3)
  /// A number that is a time of day: "10:00", "7pm", "7 p.m.".
  package static let time = TokenFlags(rawValue: 1 << 4)
  /// Digits that are a date by themselves: "2025-06-14", "6/2/25".
  package static let date = TokenFlags(rawValue: 1 << 5)
  /// "3rd", "third".
  package static let ordinal = TokenFlags(rawValue: 1 << 6)
  /// The word "'s" where it means belonging.
  package static let possessive = TokenFlags(rawValue: 1 << 7)
  /// Second or later word of a contraction.
  package static let fromContraction = TokenFlags(rawValue: 1 << 8)
  package static let beginsSentence = TokenFlags(rawValue: 1 << 9)
  package static let endsSentence = TokenFlags(rawValue: 1 << 10)
  /// The first word after a comma.
  package static let afterComma = TokenFlags(rawValue: 1 << 11)
  /// The first word after `;`, `:`, a dash, an opening bracket, or the dash of a list.
  package static let afterClauseBreak = TokenFlags(rawValue: 1 << 12)
  /// The first word after a blank line.
  package static let afterParagraph = TokenFlags(rawValue: 1 << 13)
  /// The second half of "self-centered".
  package static let afterHyphen = TokenFlags(rawValue: 1 << 14)
  /// Between quotation marks that were closed in the same paragraph.
  package static let insideQuotes = TokenFlags(rawValue: 1 << 15)
  /// In a sentence, or quoted sentence, that ends with a question mark.
  package static let question = TokenFlags(rawValue: 1 << 16)
  /// In a sentence, or quoted sentence, that ends with an exclamation mark.
  package static let exclamation = TokenFlags(rawValue: 1 << 17)
  /// One of the tokens `!!`, `?!`, `…`.
  package static let isPunctuation = TokenFlags(rawValue: 1 << 18)
  /// Repeated letters were closed up: "sooo".
  package static let elongated = TokenFlags(rawValue: 1 << 19)
  /// Letters are hidden behind signs: "f***".
  package static let masked = TokenFlags(rawValue: 1 << 20)
  /// Letters of another script stand in for Latin ones.
  package static let lookAlike = TokenFlags(rawValue: 1 << 21)
  /// Invisible characters were left out inside the word.
  package static let hidden = TokenFlags(rawValue: 1 << 22)
  /// Four digits that can be a year, 1900 to 2099.
  package static let year = TokenFlags(rawValue: 1 << 23)
  /// A number or ordinal in digits, 1 to 31.
  package static let dayNumber = TokenFlags(rawValue: 1 << 24)

  /// What `WordKind` says about words of dates, from bit 25: the same bits in the same order as there.
  static let calendarShift: UInt32 = 25

  static let month = TokenFlags(calendar: .month)
  static let doubtfulMonth = TokenFlags(calendar: .doubtfulMonth)
  static let weekday = TokenFlags(calendar: .weekday)
  static let day = TokenFlags(calendar: .day)
  static let relative = TokenFlags(calendar: .relative)
  static let span = TokenFlags(calendar: .span)
  static let dayPart = TokenFlags(calendar: .dayPart)

  /// The calendar flags of a word.
  init(calendar kind: WordKind) {
    self.init(
      rawValue: (kind.rawValue & WordKind.calendar.rawValue) << TokenFlags.calendarShift
    )
  }
}
