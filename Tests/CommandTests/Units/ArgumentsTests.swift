import PlanText
import Testing

@testable import planlint

@Suite struct ArgumentsTests {
  @Test(arguments: [
    "plain", "é 漢 😀", "a\nb", "\u{1B}[0m", "\u{10FF80}", "a\u{202E}b", "\u{2028}", "",
  ])
  func everyArgumentComesBack(text: String) {
    #expect(Arguments.decode(Arguments.encode(Array(text.utf8))) == Array(text.utf8))
  }

  @Test func bytesThatAreNotTextComeBack() {
    for byte in UInt8(1)...255 {
      let bytes: [UInt8] = [0x61, byte, 0xE9, 0x0A]
      let text = Arguments.encode(bytes)
      #expect(Arguments.decode(text) == bytes)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 })
    }
  }

  @Test func plainTextIsLeftAsItIs() {
    #expect(Arguments.encode(Array("--format=é".utf8)) == "--format=é")
  }
}

@Suite struct FilePathTests {
  @Test func comparesAsAWalkDoes() {
    let names = ["a/b", "a b", "a.b", "a", "b", "a/b/c", "a/bc", "B"].map {
      FilePath(Array($0.utf8))
    }
    let sorted = names.sorted { $0.precedes($1) }.map { String(decoding: $0, as: UTF8.self) }
    #expect(sorted == ["B", "a", "a/b", "a/b/c", "a/bc", "a b", "a.b", "b"])
  }

  @Test func joinsNames() {
    #expect(FilePath("a").appending(FilePath("b")) == FilePath("a/b"))
    #expect(FilePath("a/").appending(FilePath("b")) == FilePath("a/b"))
    #expect(FilePath("").appending(FilePath("b")) == FilePath("b"))
  }
}

@Suite struct WorkersTests {
  @Test(arguments: [0, 1, 31, 32, 33, 1000])
  func resultsAreInOrder(count: Int) {
    for threads in [1, 2, 7] {
      #expect(Workers.map(count, threads: threads) { { $0 * 2 } } == (0..<count).map { $0 * 2 })
    }
  }
}

@Suite struct RuleNamesTests {
  let names = ["venue", "venue/bar", "venue/subject-home", "ambush-framing/surprise"]

  @Test(arguments: [
    ("venue/ba", ["venue/bar"]), ("bar", ["venue/bar"]), ("surprize", ["ambush-framing/surprise"]),
    ("home", ["venue/subject-home"]), ("venues", ["venue"]), ("zzz", []),
    ("", []),
  ])
  func guessesWhatWasMeant(name: String, near: [String]) {
    #expect(RuleNames.near(name, among: names) == near)
  }
}

@Suite struct OptionValueTests {
  @Test func sizes() {
    #expect(ByteCount(argument: "10")?.value == 10)
    #expect(ByteCount(argument: "2k")?.value == 2048)
    #expect(ByteCount(argument: "64M")?.value == 64 << 20)
    for wrong in ["", "k", "-1", "0", "65M", "1G", "1.5M", "9999999999999999999999", "٣"] {
      #expect(ByteCount(argument: wrong) == nil, "\(wrong)")
    }
  }

  @Test func severities() {
    #expect(SeverityChange(argument: "a/b=off")?.level == nil)
    #expect(SeverityChange(argument: "a/b=info")?.level == .info)
    #expect(SeverityChange(argument: "a=b=error")?.rule == "a=b")
    for wrong in ["a", "=error", "a=", "a=loud"] { #expect(SeverityChange(argument: wrong) == nil) }
  }
}
