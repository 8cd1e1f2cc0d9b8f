import PlanText
import Testing

/// The JSON reader, RFC 8259.
@Suite struct JSONReaderTests {
  private func read(_ text: String, depth: Int = 64) throws(JSONError) -> Tree {
    try readJSON(Array(text.utf8), maximumDepth: depth)
  }

  private func failure(_ bytes: [UInt8], depth: Int = 64) -> JSONError? {
    do throws(JSONError) {
      _ = try readJSON(bytes, maximumDepth: depth)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("null", ScalarType.null), (" true\n", .true), ("\tfalse\r", .false), ("0", .integer),
    ("-0", .integer), ("12", .integer), ("1.0", .number), ("1e3", .number), ("-1.5E-3", .number),
    ("\"\"", .string), ("\"null\"", .string),
  ])
  func scalarsHaveTheirType(text: String, type: ScalarType) throws {
    let tree = try read(text)
    #expect(tree.records.count == 1)
    #expect(tree.roots == [NodeID(0)])
    #expect(tree[NodeID(0)].type == type)
  }

  @Test(arguments: [
    (#""a b""#, "a b"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9""#, "é"),
    (#""\uD83D\uDE00x""#, "😀x"), (#""é\u0000é""#, "é\u{0}é"), (#""\uFFFF""#, "\u{FFFF}"),
    ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"), (#""\uDBFF\udfff""#, "\u{10FFFF}"),
  ])
  func stringsAreDecoded(text: String, value: String) throws {
    let tree = try read(text)
    #expect(Array(tree.string(of: NodeID(0)).utf8) == Array(value.utf8))
    #expect(tree[NodeID(0)].text.isInArena == text.contains("\\"))
  }

  @Test func everyNodeKeepsItsSpanKeyAndParent() throws {
    let text = #" {"a": [1, "x"], "\u0062": {}} "#
    let tree = try read(text)
    let spans = tree.records.map { String(decoding: tree.source[$0.range], as: UTF8.self) }
    #expect(
      spans == [
        #"{"a": [1, "x"], "\u0062": {}}"#, #""a""#, #"[1, "x"]"#, "1", #""x""#, #""\u0062""#, "{}",
      ]
    )
    #expect(tree.records.map(\.isKey) == [false, true, false, false, false, true, false])
    let root = tree.roots[0]
    #expect(tree.value(of: "b", in: root) == NodeID(6))
    #expect(tree.value(of: "a", in: root) == NodeID(2))
    #expect(tree.normalizedPath(of: NodeID(4)) == "$['a'][1]")
  }

  @Test func equalNamesAreAllKept() throws {
    let tree = try read(#"{"k": 1, "k": 2}"#)
    #expect(tree.entries(of: tree.roots[0]).map { tree.string(of: $0.value) } == ["1", "2"])
  }

  @Test(arguments: [
    ("", 0), ("  ", 2), ("nul", 0), ("nullx", 4), ("True", 0), ("1 2", 2), ("[1,]", 3),
    ("[1 2]", 3),
    ("[,1]", 1), ("[1", 2), ("[1}", 2), ("]", 0), ("{", 1), ("{1:2}", 1), ("{\"a\"}", 4),
    ("{\"a\":}", 5), ("{\"a\":1,}", 7), ("{\"a\":1 \"b\":2}", 7), ("{,}", 1), ("{\"a\":1]", 6),
    ("01", 0), ("-", 1), ("-01", 0), ("+1", 0), ("1.", 2), (".5", 0), ("1e", 2), ("1e+", 3),
    ("0x1", 1),
    ("NaN", 0), ("Infinity", 0), ("'a'", 0), ("\"a", 0), ("\"a\n\"", 2), ("\"\t\"", 1),
    ("\"\\x\"", 1),
    ("\"\\", 1), ("\"\\u12\"", 1), ("\"\\u12G4\"", 1), ("\"\\uD800\"", 1), ("\"\\uDC00\"", 1),
    ("\"\\uD800\\n\"", 1), ("\"\\uD800\\uD800\"", 1), ("/* c */1", 0), ("1//", 1), ("\u{0}", 0),
    ("1\u{A0}", 1), ("[1]\u{0}", 3),
  ])
  func whatIsNoJSONIsRefusedAtItsPlace(text: String, offset: Int) throws {
    let error = try #require(failure(Array(text.utf8)), "\(text) must be refused")
    #expect(error.byteOffset == offset, "\(text): \(error.message)")
  }

  @Test(
    arguments: [
      ([0x22, 0xFF, 0x22], 1), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x31, 0x20, 0xE2, 0x82], 2),
    ] as [([UInt8], Int)]
  )
  func bytesThatAreNotUTF8AreRefused(bytes: [UInt8], offset: Int) {
    #expect(failure(bytes)?.byteOffset == offset)
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    let tree = try read("\u{FEFF}[1]")
    #expect(tree[tree.roots[0]].start == 3)
  }

  @Test func depthIsLimitedWithoutRecursion() throws {
    #expect(failure(Array("[[1]]".utf8), depth: 2) == nil)
    #expect(failure(Array("[[[1]]]".utf8), depth: 2)?.byteOffset == 2)
    let deep = Array(repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(failure(deep)?.byteOffset == 64)
    #expect(failure(deep, depth: 2_000_000)?.byteOffset == 1_000_000)
  }

  @Test func everyBeginningOfATextIsRefusedWithoutATrap() {
    let text = Array(#"{"a": [1.5e3, "\uD83D\uDE00é", true, null, {}], "b": -0}"#.utf8)
    for count in text.indices { #expect(failure(Array(text[..<count])) != nil) }
    #expect(failure(text) == nil)
  }

  @Test func timeIsLinearInEscapes() throws {
    let text = "\"" + String(repeating: "\\n", count: 500_000) + "\""
    #expect(try read(text)[NodeID(0)].text.length == 500_000)
  }
}
