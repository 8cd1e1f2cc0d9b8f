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

  // What `OptionSet` gives as well, but through a table of functions.
  package func contains(_ other: TokenFlags) -> Bool {
    rawValue & other.rawValue == other.rawValue
  }

  package func isDisjoint(with other: TokenFlags) -> Bool {
    rawValue & other.rawValue == 0
  }

  /// The first letter is upper case.
  package static var capitalized: TokenFlags { TokenFlags(rawValue: 1 << 0) }
  /// Two or more letters, all of them upper case.
  package static var allCaps: TokenFlags { TokenFlags(rawValue: 1 << 1) }
  /// Digits, or a number word from "one" to "thousand".
  package static var number: TokenFlags { TokenFlags(rawValue: 1 << 2) }
  /// A number that is a sum: "$40", "40 dollars".
  package static var money: TokenFlags { TokenFlags(rawValue: 1 << 3) }
  /// A number that is a time of day: "10:00", "7pm", "7 p.m.".
  package static var time: TokenFlags { TokenFlags(rawValue: 1 << 4) }
  /// Digits that are a date by themselves: "2025-06-14", "6/2/25".
  package static var date: TokenFlags { TokenFlags(rawValue: 1 << 5) }
  /// "3rd", "third".
  package static var ordinal: TokenFlags { TokenFlags(rawValue: 1 << 6) }
  /// The word "'s" where it means belonging.
  package static var possessive: TokenFlags { TokenFlags(rawValue: 1 << 7) }
  /// Second or later word of a contraction.
  package static var fromContraction: TokenFlags { TokenFlags(rawValue: 1 << 8) }
  package static var beginsSentence: TokenFlags { TokenFlags(rawValue: 1 << 9) }
  package static var endsSentence: TokenFlags { TokenFlags(rawValue: 1 << 10) }
  /// The first word after a comma.
  package static var afterComma: TokenFlags { TokenFlags(rawValue: 1 << 11) }
  /// The first word after `;`, `:`, a dash, an opening bracket, or the dash of a list.
  package static var afterClauseBreak: TokenFlags { TokenFlags(rawValue: 1 << 12) }
  /// The first word after a blank line.
  package static var afterParagraph: TokenFlags { TokenFlags(rawValue: 1 << 13) }
  /// The second half of "self-centered".
  package static var afterHyphen: TokenFlags { TokenFlags(rawValue: 1 << 14) }
  /// Between quotation marks that were closed in the same paragraph.
  package static var insideQuotes: TokenFlags { TokenFlags(rawValue: 1 << 15) }
  /// In a sentence, or quoted sentence, that ends with a question mark.
  package static var question: TokenFlags { TokenFlags(rawValue: 1 << 16) }
  /// In a sentence, or quoted sentence, that ends with an exclamation mark.
  package static var exclamation: TokenFlags { TokenFlags(rawValue: 1 << 17) }
  /// One of the tokens `!!`, `?!`, `…`.
  package static var isPunctuation: TokenFlags { TokenFlags(rawValue: 1 << 18) }
  /// Repeated letters were closed up: "sooo".
  package static var elongated: TokenFlags { TokenFlags(rawValue: 1 << 19) }
  /// Letters are hidden behind signs: "f***".
  package static var masked: TokenFlags { TokenFlags(rawValue: 1 << 20) }
  /// Letters of another script stand in for Latin ones.
  package static var lookAlike: TokenFlags { TokenFlags(rawValue: 1 << 21) }
  /// Invisible characters were left out inside the word.
  package static var hidden: TokenFlags { TokenFlags(rawValue: 1 << 22) }
  /// Four digits that can be a year, 1900 to 2099.
  package static var year: TokenFlags { TokenFlags(rawValue: 1 << 23) }
  /// A number or ordinal in digits, 1 to 31.
  package static var dayNumber: TokenFlags { TokenFlags(rawValue: 1 << 24) }

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
