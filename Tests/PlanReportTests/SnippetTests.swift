import PlanText
import Testing

@testable import PlanReport

@Suite struct SnippetTests {
  /// The lines under the first one.
  func snippet(_ text: String, _ place: SourceRange) -> String {
    let output = report(text, [finding(at: place)]) { $0.snippets = true }
    return output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(
      separator: "\n"
    )
  }

  func snippet(_ text: String, _ needle: String) -> String {
    snippet(text, range(of: needle, in: text))
  }

  @Test func marksTheWords() {
    #expect(
      snippet("a: 1\nkey: you always shout\nb: 2\n", "you always") == """
            2 | key: you always shout
              |      ^^^^^^^^^^

        """
    )
  }

  @Test func anEmptyRangeGetsOneCaret() {
    #expect(snippet("key:", SourceRange(4, 4)) == "    1 | key:\n      |     ^\n")
    #expect(snippet("key: x", SourceRange(3, 3)) == "    1 | key: x\n      |    ^\n")
    #expect(snippet("", SourceRange(0, 0)) == "    1 | \n      | ^\n")
    #expect(snippet("a\n", SourceRange(2, 2)) == "    2 | \n      | ^\n")
  }

  @Test func tabsBecomeBlanks() {
    #expect(
      snippet("a:\tbar\tx", "bar") == "    1 | a:      bar     x\n      |         ^^^\n"
    )
  }

  @Test func wideAndCombiningCharactersKeepTheCaretsInPlace() {
    #expect(snippet("漢字 bar", "bar") == "    1 | 漢字 bar\n      |      ^^^\n")
    #expect(
      snippet("e\u{301}e\u{301} bar", "bar") == "    1 | e\u{301}e\u{301} bar\n      |    ^^^\n"
    )
    #expect(snippet("😀 bar", "😀") == "    1 | 😀 bar\n      | ^^\n")
    #expect(snippet("a e\u{301} b", "\u{301}") == "    1 | a e\u{301} b\n      |   ^\n")
  }

  @Test func theByteOrderMarkIsNotShown() {
    #expect(snippet("\u{FEFF}bar", "bar") == "    1 | bar\n      | ^^^\n")
  }

  @Test func unsafeCharactersAreEscapedAndCounted() {
    #expect(
      snippet("a\u{1B}b\u{202E} bar", "bar")
        == "    1 | a\\u{1B}b\\u{202E} bar\n      |                  ^^^\n"
    )
    #expect(snippet("##[x] bar", "bar") == "    1 | ##\\u{5B}x] bar\n      |            ^^^\n")
  }

  @Test func severalLinesShowTheFirstAndTheLast() {
    #expect(
      snippet("k: >\n  you\n  always\n", "you\n  always") == """
            2 |   you
              |   ^^^
            3 |   always
              |   ^^^^^^

        """
    )
    #expect(
      snippet("k: >\r\n  you\r\n  really\r\n  always\r\n", "you\r\n  really\r\n  always") == """
            2 |   you
              |   ^^^
          ...
            4 |   always
              |   ^^^^^^

        """
    )
  }

  @Test func longLinesAreCutAroundTheCarets() {
    let text =
      "k: " + String(repeating: "word ", count: 2000) + "bar "
      + String(repeating: "end ", count: 2000)
    let lines = snippet(text, "bar").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].count <= 80 && lines[1].count <= 80)
    #expect(lines[0].hasPrefix("    1 | ...") && lines[0].hasSuffix("..."))
    let column = lines[1].utf8.firstIndex(of: 0x5E)
    #expect(
      column.map { lines[0].utf8.dropFirst(lines[1].utf8[..<$0].count).starts(with: "bar".utf8) }
        == true
    )
    #expect(lines[1].hasSuffix("^^^"))
  }

  @Test func aLongRangeIsCutToo() {
    let text = "k: " + String(repeating: "x", count: 5000)
    let lines = snippet(text, SourceRange(3, 5003)).split(separator: "\n")
    #expect(lines[0].count <= 80 && lines[1].count <= 80)
    #expect(lines[1].contains("^^^^"))
  }

  @Test func anyPlaceOfAnyTextIsDrawn() {
    let texts = [
      "a\u{301}\u{301}", "\r\n\r\r\n", "\u{1F468}\u{200D}\u{1F469}", "\t\t\u{FEFF}",
      String(repeating: "\u{301}", count: 3000),
      String(repeating: "漢", count: 500),
    ]
    for text in texts {
      let count = UInt32(text.utf8.count)
      for start in stride(from: 0, through: count + 2, by: max(1, Int(count) / 40)) {
        for length: UInt32 in [0, 1, 2, 700] {
          #expect(snippet(text, SourceRange(start, start + length)).contains("^"))
        }
      }
    }
  }
}
