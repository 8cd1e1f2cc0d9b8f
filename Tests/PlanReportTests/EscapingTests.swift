import Testing

@testable import PlanReport

@Suite struct EscapingTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("é 漢 ❤️ 👩‍👧 1️⃣", "é 漢 ❤️ 👩‍👧 1️⃣"),
    ("a\u{1B}[31mb", #"a\u{1B}[31mb"#),
    ("a\nb\r\t\u{0}", #"a\u{0A}b\u{0D}\u{09}\u{00}"#),
    ("\u{7F}\u{85}\u{9B}", #"\u{7F}\u{85}\u{9B}"#),
    ("a\u{2028}b\u{2029}", #"a\u{2028}b\u{2029}"#),
    ("\u{202E}\u{2066}\u{061C}", #"\u{202E}\u{2066}\u{61C}"#),
    ("a\u{200B}\u{AD}\u{E0041}\u{FEFF}", #"a\u{200B}\u{AD}\u{E0041}\u{FEFF}"#),
    ("a\u{200D}b a\u{FE0F}", #"a\u{200D}b a\u{FE0F}"#),
    ("::error::x", #"\u{3A}:error::x"#),
    (" \u{A0}::error::x", " \u{A0}\\u{3A}:error::x"),
    ("a::b", "a::b"),
    ("##[error]x", #"##\u{5B}error]x"#),
    ("y ##vso[task] ##TeamCity[z]", #"y ##vso\u{5B}task] ##TeamCity\u{5B}z]"#),
    ("#[x] ## [y] ##1[", "#[x] ## [y] ##1["),
  ])
  func escapesWhatIsUnsafeAndNothingElse(text: String, escaped: String) {
    #expect(Escaping.escape(text) == escaped)
  }

  @Test func showsWrongBytesOneByOne() {
    var out: [UInt8] = []
    let wrong: [UInt8] = [
      0x61, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xC0, 0x80, 0xE2, 0x82,
    ]
    Escaping.append(wrong[...], to: &out)
    #expect(
      String(decoding: out, as: UTF8.self)
        == #"a\x{FF}\x{C3}(\x{ED}\x{A0}\x{80}\x{F4}\x{90}\x{80}\x{80}\x{C0}\x{80}\x{E2}\x{82}"#
    )
  }

  @Test func escapedTextHoldsNoUnsafeCharacter() {
    for value in (0...0x2FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let escaped = Escaping.escape("a" + String(Character(scalar)) + "b")
      let isUnsafe = escaped.unicodeScalars.contains {
        $0.properties.isDefaultIgnorableCodePoint || $0.properties.generalCategory == .control
          || $0.value == 0x2028 || $0.value == 0x2029
      }
      #expect(!isUnsafe, "U+\(String(value, radix: 16))")
    }
  }

  @Test func escapingAgainChangesNothing() {
    let once = Escaping.escape("::a\u{1B}##vso[b\u{202E}\n")
    #expect(Escaping.escape(once) == once)
  }

  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#),
    ("a\n\t\r\u{1B}", #""a\n\t\u000d\u001b""#),
    ("\u{7F}\u{9B}\u{2028}\u{202E}\u{200B}", #""\u007f\u009b\u2028\u202e\u200b""#),
    ("\u{E0041}", #""\udb40\udc41""#),
    ("👩‍👧 é", #""👩‍👧 é""#),
    ("##[x]", "\"##\\u005bx]\""),
  ])
  func jsonStringsKeepEverything(text: String, quoted: String) {
    let bytes = JSONString.quoted(Array(text.utf8)[...])
    #expect(String(decoding: bytes, as: UTF8.self) == quoted)
  }

  @Test func jsonStringsAreUTF8EvenWhereTheBytesAreNot() {
    let bytes = JSONString.quoted([0x61, 0xFF][...])
    #expect(String(decoding: bytes, as: UTF8.self) == #""a\\x{FF}""#)
  }
}
