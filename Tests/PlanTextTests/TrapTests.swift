import PlanText
import Testing

@Suite struct TrapTests {
  /// The kinds with the source text they mark.
  private func marks(_ text: String) -> [String] {
    let loaded = load(text)
    return loaded.issues.map { $0.kind.rawValue + ": " + loaded.text($0.range) }
  }

  @Test func aKeyGivenTwiceIsFoundOnEveryLevelAndInEverySpelling() {
    let loaded = load(
      "a: 1\nb:\n  c: 1\n  'c': 2\n\"\\x61\": 2\n\u{E9}: 1\ne\u{301}: 2\n? [x]\n: 1\n? [x]\n: 2\n"
    )
    #expect(
      loaded.summary == ["4:3 duplicate-key", "5:1 duplicate-key", "7:1 duplicate-key"]
    )
    #expect(
      loaded.issues.map { $0.related.map { loaded.place($0.range) } } == [
        ["3:3"], ["1:1"], ["6:1"],
      ]
    )
    #expect(loaded.issues[1].node.map { loaded.tree.string(of: $0) } == "a")
    #expect(marks("a: 1\nb: {a: 1}\nc: [{a: 1}, {a: 1}]\n").isEmpty)
  }

  @Test func keysWithOneHashAreNotDuplicates() {
    // Two names with the same 32-bit FNV-1a hash.
    #expect(nameHash("costarring".utf8) == nameHash("liquid".utf8))
    #expect(marks("costarring: 1\nliquid: 2\n").isEmpty)
    #expect(marks("costarring: 1\nliquid: 2\ncostarring: 3\n") == ["duplicate-key: costarring"])
  }

  @Test func manyDuplicatesMakeFewFindings() {
    let text = "{" + String(repeating: "a: 1, ", count: 60_000) + "}"
    #expect(load(text).issues.count == 100)
  }

  @Test(arguments: [
    ("address: 12 Elm St, Apt #4\n", "#4"), ("a: see room #b for it\n", "#b for it"),
    ("- Apt # 4\n- x", "# 4"), ("a: Apt # 12B \n", "# 12B "), ("a: 988 #2", "#2"),
    ("a: one\n  two #three\n", "#three"), ("{a: b #c\n}", "#c"),
  ])
  func aCommentThatLooksLikeTextIsFound(text: String, comment: String) {
    #expect(marks(text) == ["comment-in-text: " + comment])
  }

  @Test(arguments: [
    "a: text  # note\n", "a: \"text\" #note\n", "a: text\n#note\n", "a: 12 #max\n",
    "a: text ## x\n",
    "a: text # 4 chairs\n", "a: text #planlint: x\n", "a: #note\n", "a: text #\n", "a: text #---\n",
    "a: Apt#4\n", "a: >\n  Apt #4\n",
  ])
  func anOrdinaryCommentIsNot(text: String) {
    #expect(marks(text).isEmpty)
  }

  @Test func marksThatTakeAWordFromATextAreFound() {
    #expect(marks("- !important to me") == ["lost-word: !important"])
    #expect(marks("- !important") == ["lost-word: !important"])
    #expect(marks("- ! to me") == ["lost-word: !"])
    #expect(marks("- &then he left") == ["lost-word: &then"])
    #expect(marks("- &jo Jo\n- *jo\n- !!str x\n- !<x> y\n- !a 'x'\n- &l [x]\n").isEmpty)
  }

  @Test func wordsThatACommaCutOffAreFoundOnceAMapping() {
    #expect(marks("{notes: calm, kind, short}") == ["comma-in-braces: kind, short"])
    #expect(marks("{notes: calm, kind, short: 1, x}") == ["comma-in-braces: kind"])
    #expect(marks("- {pause}") == ["comma-in-braces: pause"])
    let loaded = load("{id: a, notes: calm, kind}")
    #expect(loaded.issues.first?.related.map { loaded.text($0.range) } == ["calm"])
    #expect(marks("{a: 1, b: , c: }").isEmpty)
    #expect(marks("{a: 1, b: !!null }").isEmpty)
    #expect(marks("a:\nb: [c, d]\n{e: 1}: 2\n").isEmpty)
  }

  @Test(arguments: ["19:00", "1:30:00", "3.10", "1.0", "0161", "08", "1234567890123456"])
  func textThatOtherToolsReadAsNumberIsTold(text: String) {
    #expect(marks("a: \(text)") == ["number-like-text: \(text)"])
    #expect(load("a: \(text)").issues.map(\.severity) == [.info])
    #expect(marks("\(text): '\(text)'\nb: !!t \(text)\n").isEmpty)
  }

  @Test(arguments: [
    "09:30", "7pm", "988", "9495652377", "0", "1.5", "10", "2025-06-14", "2025-06-14 18:30", "0o17",
    "0x10", "-", "1:", "1:75", "19:00-20:00", "1.2.30", "10:00 am", "+1 555 0100", "0.5", ".50",
  ])
  func otherNumbersAndTextsAreNot(text: String) {
    #expect(marks("a: \(text)").filter { $0.hasPrefix("number") }.isEmpty)
  }

  @Test(arguments: [
    ("a: x\u{202E}y", "\u{202E}"), ("\u{200B}a: x", "\u{200B}"), ("a: x # b\u{2066}c", "\u{2066}"),
    ("a: am\u{200B}\u{200D}bush", "\u{200B}\u{200D}"),
    ("a: x\u{E0041}\u{E0042}", "\u{E0041}\u{E0042}"),
    ("a: we \u{0430}mbush him", "\u{0430}mbush"), ("a: corn\u{435}r", "corn\u{435}r"),
    ("a: z\u{300}\u{301}\u{302}", "\u{300}\u{301}\u{302}"), (#"a: "x\u202ey""#, #"\u202e"#),
    (#"a: "\e[31m""#, #"\e"#), ("a: in\u{AD}ter", "\u{AD}"), ("a: x\u{FEFF}y", "\u{FEFF}"),
    ("a: \u{3B1}mbush", "\u{3B1}mbush"), ("a: x\u{FE0F}", "\u{FE0F}"),
    ("a: >\n  b\n  \u{202E}c\n", "\u{202E}"),
    ("a: x\u{200F}", "\u{200F}"), ("a: 1 # b\u{2028}c: 2", "\u{2028}"),
  ])
  func oddCharactersAreFound(text: String, odd: String) {
    #expect(marks(text) == ["odd-characters: " + odd])
  }

  @Test(arguments: [
    "a: 👩🏽‍🚒 ❤️ 🏳️‍🌈 1️⃣ 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☎️", "a: María, Zoë, Nguyễn Văn, Łódź", "a: Привет, мама", "a: γειά σου",
    "a: 愛して\u{3099}る", "a: שָׁלוֹם \u{200F}עולם", "a: می\u{200C}خواهم", "a: क्\u{200D}ष",
    "a: no\u{A0}break", "a: TNFα 5 μg β-blocker",
    "a: e\u{323}\u{302}", "a: “curly” — ‘quotes’…", "\u{FEFF}a: b", #"a: "tab\tline\n""#,
    "a: ไทย\u{200B}ไทย",
    "é: 'x' # ключ",
  ])
  func ordinaryTextIsNotOdd(text: String) {
    #expect(marks(text).isEmpty)
  }
}
