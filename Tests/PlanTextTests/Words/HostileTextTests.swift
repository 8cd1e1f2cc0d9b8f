import PlanText
import Testing

/// Texts made to trip the scanner: it must neither trap nor lose its way, and look at each byte a bounded number of times.
@Suite struct HostileTextTests {
  private static let table = WordTable(["a*", "f*ck"])
  private static let pieces = [
    "'", "’", "‘", "a'", "'a", "\"", "\"a? ", "*", "a*", "a*b", "@", "@a", "$", "!", "?", ".", "a.",
    "a.b", "-", "\n", "\n\n",
    "1", "1,", "1.", "1/", "é", "\u{301}", "a\u{301}", "\u{200B}", "a\u{200B}", "\u{E0041}", "а",
    "аa", "д", "“", "”",
    "…", "?!", "don't", "n't", "'s", "aaa", "ſ", "ﬃ", "\u{FEFF}", "\u{2029}", "𝐲", " ", "(\"",
    "'\u{200B}", ". \"", "u ", "It's ", "a*b*c", "* a", "lyin'", "\"a\" ", "u", "a.b.", "1/2/3 ",
    "@@a", "a@@", "а\u{200B}", "aаb*", "(a?)",
  ]

  @Test(arguments: pieces)
  func repeatedPiecesKeepOrder(piece: String) {
    let bytes = Array(String(repeating: piece, count: 2_000).utf8)
    checkOrder(bytes)
  }

  /// Twice the text is at most about twice the reading, whatever the piece.
  @Test(arguments: pieces)
  func looksAtEachByteABoundedNumberOfTimes(piece: String) {
    func lookedAt(_ count: Int) -> Int {
      var scanner = WordScanner(Self.table)
      var tokens: [Token] = []
      scanner.scan(Array(String(repeating: piece, count: count).utf8)[...], into: &tokens)
      return scanner.lookedAt
    }
    #expect(lookedAt(1_000) <= 2 * lookedAt(500) + 1_000)
    #expect(lookedAt(1_000) <= 40 * 1_000 * piece.utf8.count)
  }

  @Test func aMegabyteOfApostrophesIsNoWord() {
    var scanner = WordScanner(Self.table)
    var tokens: [Token] = []
    scanner.scan([UInt8](repeating: 0x27, count: 1 << 20)[...], into: &tokens)
    #expect(tokens.isEmpty && scanner.lookedAt <= 2 << 20)
  }

  @Test func mixedPiecesKeepOrder() {
    var dice = Dice()
    for _ in 0..<2_000 {
      let pieces = (0...dice.roll(12)).map { _ in Self.pieces[dice.roll(Self.pieces.count)] }
      checkOrder(Array(pieces.joined().utf8))
    }
  }

  @Test func bytesThatAreNotTextDoNotTrap() {
    let bytes: [UInt8] = [
      0xE2, 0x80, 0x99, 0xF0, 0xCC, 0x81, 0x27, 0x61, 0xFF, 0xC3, 0x2A, 0x2E,
    ]
    var dice = Dice()
    for _ in 0..<3_000 { checkOrder((0..<24).map { _ in bytes[dice.roll(bytes.count)] }) }
  }

  @Test func sliceOffsetsCountFromTheSliceStart() {
    var scanner = WordScanner(WordTable())
    var tokens: [Token] = []
    scanner.scan(Array("xxx you lie".utf8)[4...], into: &tokens)
    #expect(tokens.map(\.start) == [0, 4] && tokens.map(\.end) == [3, 7])
  }

  private func checkOrder(_ bytes: [UInt8]) {
    var scanner = WordScanner(Self.table)
    var tokens: [Token] = []
    var forms: [String]? = []
    scanner.scan(bytes[...], into: &tokens, forms: &forms)
    #expect(forms?.count == tokens.count)
    var last = 0
    for token in tokens {
      let isOrdered =
        last <= Int(token.start) && token.start < token.end && Int(token.end) <= bytes.count
      if !isOrdered { Issue.record("\(token) in \(String(decoding: bytes, as: UTF8.self))") }
      last = Int(token.start)
    }
    if let first = tokens.first(where: { !$0.flags.contains(.isPunctuation) }) {
      #expect(first.flags.contains(.beginsSentence))
    }
    if let end = tokens.last {
      #expect(end.flags.contains(.endsSentence) || end.flags.contains(.isPunctuation))
    }
  }
}

/// Numbers that look random and are the same in every run (Knuth's linear congruence, MMIX).
private struct Dice {
  private var state: UInt64 = 42

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
