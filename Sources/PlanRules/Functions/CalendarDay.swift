/// A day of the Gregorian calendar.
///
/// No clock and no time zone: a plan gives the same answer tomorrow.
struct CalendarDay: Hashable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CalendarDay.length(ofMonth: month, year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 0000-03-01, so that February ends the year and its length matters to nothing.
  var number: Int {
    let y = month > 2 ? year : year - 1
    let m = (month + 9) % 12
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
  }

  var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

// MARK: Reading

extension CalendarDay {
  /// Reads the one full date that a text names, if it names one.
  ///
  /// Understood are `2025-06-14`, with a time or not, `June 14, 2025`, `14 June 2025`,
  /// `6/14/2025`.
  /// Nil where it names none, or several.
  init?(_ text: ArraySlice<UInt8>) {
    guard text.contains(where: CalendarDay.isDigit) else { return nil }
    let parts = CalendarDay.parts(text)
    var found: CalendarDay?
    for index in parts.indices.dropLast(2) {
      guard let day = CalendarDay.day(parts[index], parts[index + 1], parts[index + 2]) else {
        continue
      }
      if let found, found != day { return nil }
      found = day
    }
    guard let found else { return nil }
    self = found
  }

  private enum Part {
    case number(Int, digits: Int)
    case month(Int)
    case other
  }

  private static func day(_ first: Part, _ second: Part, _ third: Part) -> CalendarDay? {
    switch (first, second, third) {
    case (.number(let year, 4), .number(let month, _), .number(let day, _)):
      return CalendarDay(year: year, month: month, day: day)
    case (.month(let month), .number(let day, 1...2), .number(let year, 4)),
      (.number(let day, 1...2), .month(let month), .number(let year, 4)):
      return CalendarDay(year: year, month: month, day: day)
    case (.number(let month, 1...2), .number(let day, 1...2), .number(let year, 4)):
      return CalendarDay(year: year, month: month, day: day)
    default: return nil
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }

  /// Numbers and names of months; everything else, a time of day too, only keeps them apart.
  private static func parts(_ text: ArraySlice<UInt8>) -> [Part] {
    var parts: [Part] = []
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      if isDigit(text[index]) {
        var value = 0
        while index < text.endIndex, isDigit(text[index]) {
          value = min(value * 10 + Int(text[index] - UInt8(ascii: "0")), 99_999)
          index += 1
        }
        parts.append(.number(value, digits: index - start))
        // "14th": the letters belong to the number. "T10:00": a time follows.
        while index < text.endIndex, isLetter(text[index]) { index += 1 }
        if index < text.endIndex, text[index] == UInt8(ascii: ":") { parts.append(.other) }
      } else if isLetter(text[index]) {
        while index < text.endIndex, isLetter(text[index]) { index += 1 }
        parts.append(month(text[start..<index]).map { .month($0) } ?? .other)
      } else {
        index += 1
      }
    }
    return parts
  }

  /// The number of the month that a word names, in full or by its first three letters or more.
  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    guard (3...9).contains(word.count) else { return nil }
    return months.firstIndex { name in
      name.count >= word.count && zip(name, word).allSatisfy { $0 == $1 | 0x20 }
    }.map { $0 + 1 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }
}
