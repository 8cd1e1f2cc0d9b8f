import PlanText
import Testing

@Suite struct DateExpressionTests {
  /// The dates of a text as it writes them.
  private func found(
    _ text: String,
    _ length: (ArraySlice<Token>, Int) -> Int
  ) -> [String] {
    let bytes = Array(text.utf8)
    var scanner = WordScanner(WordTable())
    var tokens: [Token] = []
    scanner.scan(bytes[...], into: &tokens)
    var result: [String] = []
    var index = 0
    while index < tokens.count {
      let count = length(tokens[...], index)
      if count > 0, index + count <= tokens.count {
        let range = Int(tokens[index].start)..<Int(tokens[index + count - 1].end)
        result.append(String(decoding: bytes[range], as: UTF8.self))
      }
      index += max(count, 1)
    }
    return result
  }

  @Test(arguments: [
    ("On May 3 and June 14, 2025 you left", ["May 3", "June 14, 2025"]),
    ("On 2025-06-14, 6/2 and 6/2/25", ["2025-06-14", "6/2", "6/2/25"]),
    ("on the 3rd, the 3rd time", ["the 3rd"]),
    ("On Monday night or Tuesday, June 3rd", ["Monday night", "Tuesday, June 3rd"]),
    ("last March, in April, since August", ["last March", "April", "August"]),
    ("this may help and we march on", []),
    (
      "Last Memorial Day, Christmas Eve, Thanksgiving, Easter",
      ["Memorial Day", "Christmas Eve", "Thanksgiving", "Easter"]
    ),
    ("Mother's Day, New Year's Eve and my mother's day", ["Mother's Day", "New Year's Eve"]),
    (
      "yesterday, last night, last week, tonight",
      ["yesterday", "last night", "last week", "tonight"]
    ),
    ("this past weekend and next Friday night", ["this past weekend", "next Friday night"]),
    ("two weeks ago, a year ago, 3 days ago", ["two weeks ago", "a year ago", "3 days ago"]),
    (
      "4th of July 2024, the fourth of July, 14 June",
      ["4th of July 2024", "the fourth of July", "14 June"]
    ),
    ("in 2019 we had 2019 reasons", ["2019"]),
    ("next step, first time, five of us", []),
    ("It was May. 3 came", []),
  ])
  func dates(text: String, expected: [String]) {
    #expect(found(text) { dateLength(in: $0, at: $1) } == expected)
  }

  @Test(arguments: [
    ("You took $200, 200 dollars, two hundred bucks", ["200", "200 dollars", "two hundred bucks"]),
    ("a hundred and fifty dollars or 30 days", ["a hundred and fifty dollars"]),
    ("a thousand times", []),
  ])
  func sums(text: String, expected: [String]) {
    #expect(found(text) { moneyLength(in: $0, at: $1) } == expected)
  }

  @Test(arguments: [
    ("at 10:00 or 7 p.m. or 9pm, noon", ["10:00", "7 p.m.", "9pm", "noon"]),
    ("seven people", []),
  ])
  func times(text: String, expected: [String]) {
    #expect(found(text) { timeLength(in: $0, at: $1) } == expected)
  }

  @Test func numbers() {
    #expect(
      found("five, two hundred and six and 7") { numberLength(in: $0, at: $1) } == [
        "five", "two hundred and six", "7",
      ]
    )
  }

  @Test func indicesOutsideAreNoDates() {
    #expect(dateLength(in: [], at: 0) == 0)
    #expect(moneyLength(in: [], at: 3) == 0 && timeLength(in: [], at: -1) == 0)
  }
}
