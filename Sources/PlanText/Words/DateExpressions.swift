/// The number of tokens of the date that begins at a token; 0 if none does.
///
/// "May 3", "14 June 2025", "the 3rd", "Monday night", "last March", "Memorial Day", "two weeks ago", "yesterday". A
/// date stays inside its sentence. Prepositions before it do not count ("on Monday" is one token).
///
/// - Complexity: constant.
package func dateLength(in tokens: ArraySlice<Token>, at index: Int) -> Int {
  guard tokens.indices.contains(index) else { return 0 }
  if tokens[index].flags.isDisjoint(with: .canBeginDate) {
    // Every word comes here, so the set is asked last.
    let isDay = index + 1 < tokens.endIndex && tokens[index + 1].flags.contains(.ordinal)
    let isAgo = index + 2 < tokens.endIndex && tokens[index + 2].hash == CalendarWords.ago
    guard isDay || isAgo, CalendarWords.articles.contains(tokens[index].hash) else { return 0 }
    return DateReader(tokens: tokens, start: index).articleLength
  }
  return DateReader(tokens: tokens, start: index).length
}

/// Reads one date.
private struct DateReader {
  let tokens: ArraySlice<Token>
  let start: Int

  /// A token of the same sentence, by distance from the first one.
  private func token(_ distance: Int) -> Token? {
    let index = start + distance
    guard tokens.indices.contains(index), !tokens[index].flags.contains(.isPunctuation) else {
      return nil
    }
    for place in start + 1..<max(start + 1, index + 1)
    where tokens[place].flags.contains(.beginsSentence) { return nil }
    return tokens[index]
  }

  private func flags(_ distance: Int) -> TokenFlags { token(distance)?.flags ?? [] }
  private func hash(_ distance: Int) -> UInt32 { token(distance)?.hash ?? 0 }

  private func follows(_ words: Set<UInt32>) -> Bool {
    guard start > tokens.startIndex, !tokens[start].flags.contains(.beginsSentence) else {
      return false
    }
    return words.contains(tokens[start - 1].hash)
  }

  var length: Int {
    let first = flags(0)
    if first.contains(.date) || first.contains(.day) { return withDayPart(1) }
    if first.contains(.weekday) { return weekdayLength(1) }
    if first.contains(.relative) { return relativeLength }
    let month = monthLength(0)
    if month > 0 { return month }
    if first.intersects([.dayNumber, .ordinal, .number]) {
      let number = numberLength
      if number > 0 { return number }
    }
    return holidayLength
  }

  private func withDayPart(_ count: Int) -> Int {
    flags(count).contains(.dayPart) && !flags(count).contains(.afterComma) ? count + 1 : count
  }

  /// "Monday night", "Monday, June 2", "Thanksgiving 2019".
  private func weekdayLength(_ count: Int) -> Int {
    let count = withDayPart(count)
    if flags(count).contains(.year) { return count + 1 }
    return count + monthLength(count)
  }

  /// "last week", "this past weekend", "next Friday night".
  private var relativeLength: Int {
    let count = flags(1).contains(.relative) ? 2 : 1
    let next = flags(count)
    if next.contains(.weekday) { return weekdayLength(count + 1) }
    if next.contains(.month) {
      return !next.contains(.doubtfulMonth) || isName(next) ? count + 1 : 0
    }
    return next.intersects([.span, .dayPart]) ? count + 1 : 0
  }

  private func isName(_ flags: TokenFlags) -> Bool {
    flags.contains(.capitalized) && !flags.contains(.allCaps)
  }

  /// "May 3, 2025", "June", "in March"; 0 for "may" and "march" that are other words.
  private func monthLength(_ at: Int) -> Int {
    let month = flags(at)
    guard month.contains(.month) else { return 0 }
    let next = flags(at + 1)
    if next.contains(.year) { return 2 }
    if next.intersects([.dayNumber, .ordinal]), !next.intersects([.money, .time]) {
      return flags(at + 2).contains(.year) ? 3 : 2
    }
    if !month.contains(.doubtfulMonth) { return 1 }
    return at == 0 && isName(month) && follows(CalendarWords.beforeMonth) ? 1 : 0
  }

  /// "3 May 2025", "4th of July", "two weeks ago", "in 2019".
  private var numberLength: Int {
    if hash(2) == CalendarWords.ago { return 3 }
    let first = flags(0)
    if first.contains(.year) { return follows(CalendarWords.beforeYear) ? 1 : 0 }
    guard first.intersects([.dayNumber, .ordinal]) else { return 0 }
    let month = hash(1) == CalendarWords.of ? 2 : 1
    let name = flags(month)
    guard name.contains(.month), !name.contains(.doubtfulMonth) || isName(name) else { return 0 }
    return flags(month + 1).contains(.year) ? month + 2 : month + 1
  }

  /// "the 3rd", unless it is the third of something; "a week ago".
  var articleLength: Int {
    if hash(2) == CalendarWords.ago { return 3 }
    let rest = DateReader(tokens: tokens, start: start + 1)
    guard flags(1).contains(.ordinal), flags(1).contains(.dayNumber) || hash(2) == CalendarWords.of
    else { return 0 }
    let long = rest.numberLength
    if long > 0 { return long + 1 }
    let next = token(2)
    let isAlone = next == nil || flags(2).intersects([.afterComma, .afterClauseBreak])
    return flags(1).contains(.dayNumber) && (isAlone || follows(CalendarWords.beforeDay)) ? 2 : 0
  }

  /// "Memorial Day", "Mother's Day", "New Year's Eve".
  private var holidayLength: Int {
    let name = hash(0)
    if CalendarWords.holidays.contains(name), hash(1) == CalendarWords.day { return 2 }
    let count = name == CalendarWords.new && hash(1) == CalendarWords.year ? 2 : 1
    guard count == 2 || CalendarWords.patrons.contains(name), flags(count).contains(.possessive)
    else { return 0 }
    let day = flags(count + 1)
    return day.contains(.dayPart) && (count == 2 || day.contains(.capitalized)) ? count + 2 : 0
  }
}

/// Hashes of the words that dates are made of besides months and weekdays.
private enum CalendarWords {
  static let articles = set("the a an few couple several")
  static let ago = nameHash("ago".utf8)
  static let of = nameHash("of".utf8)
  static let new = nameHash("new".utf8)
  static let year = nameHash("year".utf8)
  static let day = nameHash("day".utf8)
  static let beforeMonth = set(
    "in since until till by early late mid of last next this from before after around"
  )
  static let beforeYear = set("in since until till by of from before after around early late mid")
  static let beforeDay = set("on since until till by before after from")
  static let holidays = set(
    "memorial labor veterans independence presidents columbus boxing groundhog mothers fathers valentines"
  )
  static let patrons = set("mother father valentine patrick")

  private static func set(_ words: String) -> Set<UInt32> {
    Set(words.split(separator: " ").map { nameHash($0.utf8) })
  }
}

extension TokenFlags {
  fileprivate static let canBeginDate: TokenFlags = [
    .date, .month, .weekday, .day, .relative, .number, .ordinal, .dayNumber, .capitalized,
  ]

  fileprivate func intersects(_ other: TokenFlags) -> Bool { !isDisjoint(with: other) }
}
