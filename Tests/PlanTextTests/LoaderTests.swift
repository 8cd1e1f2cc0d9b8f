import PlanText
import Testing

@Suite struct LoaderTests {
  @Test func everyNodeKnowsItsSpan() throws {
    let loaded = load(
      """
      title: Helping Danny  # for June
      people: &all
        - {name: "Jo \\x41", age: 29}
        - !who 'it''s me'
      letter: |
        Dear Danny,

        come home.


      # the end
      again: *all

      """
    )
    #expect(loaded.issues.isEmpty)
    #expect(loaded.isComplete)
    let tree = loaded.tree
    let root = try #require(tree.roots.first)
    let people = try #require(tree.value(of: "people", in: root))
    #expect(loaded.text(people) == "- {name: \"Jo \\x41\", age: 29}\n  - !who 'it''s me'")
    #expect(loaded.text(SourceRange(tree[people].outerStart, tree[people].start)) == "&all\n  ")
    let items = Array(tree.items(of: people))
    #expect(loaded.text(items[0]) == "{name: \"Jo \\x41\", age: 29}")
    #expect(tree[items[1]].hasTag)
    #expect(loaded.text(items[1]) == "'it''s me'")
    #expect(tree.string(of: items[1]) == "it's me")
    let name = try #require(tree.value(of: "name", in: items[0]))
    #expect(tree.string(of: name) == "Jo A")
    #expect(tree[name].style == .doubleQuoted)
    let letter = try #require(tree.value(of: "letter", in: root))
    #expect(loaded.text(letter) == "|\n  Dear Danny,\n\n  come home.")
    #expect(loaded.text(SourceRange(tree[letter].end, tree[letter].outerEnd)) == "\n\n\n")
    let again = try #require(tree.value(of: "again", in: root))
    #expect(tree[again].kind == .alias)
    #expect(tree.string(of: again) == "all")
    #expect(tree.resolved(again) == people)
    #expect(tree.comments.map { loaded.text($0) } == ["# for June", "# the end"])
    #expect(loaded.text(root).hasSuffix("again: *all"))
  }

  @Test func plainScalarsHaveTheTypesOfTheCoreSchema() {
    let types: [(String, ScalarType)] = [
      ("null", .null), ("~", .null), ("Null", .null), ("nUll", .string), ("", .null),
      ("true", .true), ("TRUE", .true), ("tRUE", .string), ("False", .false), ("yes", .string),
      ("0", .integer), ("-12", .integer), ("0o17", .integer), ("0o18", .string),
      ("0x1F", .integer), ("0x", .string), ("1.5", .number), ("-.5", .number), ("1e3", .number),
      ("1e", .string), (".inf", .number), ("-.INF", .number), (".nan", .number),
      ("-.nan", .string), ("+", .string), (".", .string), ("19:00", .string), ("1_000", .string),
    ]
    for (text, type) in types {
      let tree = load("k: \(text)\n").tree
      #expect(tree.value(of: "k", in: tree.roots[0]).map { tree[$0].type } == type, "\(text)")
    }
    let quoted = load("k: \"12\"").tree
    #expect(quoted.records.last?.type == .string)
  }

  @Test func missingValuesStandBehindTheirColonAndHaveNoWidth() {
    let places: [(String, Int)] = [
      ("k:\n\n# c\nj: 1", 2), ("k: # c\n", 2), ("? k\n\n# c\n\n? j\n: 1", 3), ("{k, j: 1}", 2),
      ("{k :\n\n}", 4), ("-\n- 1", 1), ("k: !t\nj: 1", 5),
    ]
    for (text, place) in places {
      let loaded = load(text)
      let missing = loaded.tree.records.first { $0.kind == .scalar && $0.start == $0.end }
      #expect(missing?.start == UInt32(place), "\(text)")
      #expect(missing?.type == .null)
    }
  }

  @Test func eachDocumentHasItsRootAndItsAnchors() {
    let loaded = load("a: &x 1\n---\nb: *x\n---\n---\nc: 1\n")
    #expect(loaded.tree.roots.count == 4)
    #expect(loaded.summary == ["3:4 broken-alias", "4:4 empty-document"])
    #expect(loaded.isComplete)
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n", "\u{FEFF}", "\u{FEFF}# c"])
  func emptyInputIsNoCleanPlan(text: String) {
    let loaded = load(text)
    #expect(loaded.issues.map(\.kind) == [.emptyDocument])
    #expect(loaded.tree.roots.count == 1)
    #expect(loaded.tree.records.map(\.type) == [.null])
  }

  @Test func anAliasInsideItsOwnAnchorLeadsNowhere() {
    let loaded = load("a: &x\n  b: [*x]\nc: &x 1\nd: *x\n")
    #expect(loaded.summary == ["2:7 broken-alias"])
    #expect(loaded.tree.records.filter { $0.kind == .alias }.map { $0.target } == [.max, 7])
  }

  @Test func commentsStandInEveryGap() {
    let loaded = load(
      """
      %TAG ! tag:x.org,2000:a/ # c1
      # c2
      --- # c3
      a: !t # c4
        # c5
        &x # c6
        "no # comment" # c7
      b: > # c8
        no # comment
      # c9
      c: [ # c10
        d#e, f # c11
      ] # c12
      ... # c13
      # c14
      """
    )
    #expect(loaded.tree.comments.map { loaded.text($0) } == (1...14).map { "# c\($0)" })
    #expect(loaded.issues.isEmpty)
  }

  @Test func utf16IsRewrittenAndPlacesLeadBack() {
    let text = "\u{FEFF}é😀: ja # 😀\nb: 2\n"
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for (bytes, encoding) in [
      (little, SourceEncoding.utf16LittleEndian), (big, .utf16BigEndian), (Array(text.utf8), .utf8),
    ] {
      let loaded = loadPlan(bytes)
      #expect(loaded.issues.isEmpty)
      #expect(loaded.tree.source.encoding == encoding)
      #expect(loaded.tree.source.bytes == Array(text.utf8))
      #expect(loaded.scalars.map { loaded.text($0) } == ["é😀", "ja", "b", "2"])
      if encoding != .utf8 {
        #expect(loaded.tree.source.fileOffset(of: loaded.tree[loaded.scalars[1]].start) == 12)
      }
    }
  }

  @Test func aMappingThatAnErrorCutsOffKeepsKeysAndValuesAlternating() {
    let loaded = load("a: 1\nb:\n  c: [1, 2\nd: 3\n")
    #expect(!loaded.isComplete)
    #expect(loaded.issues.map(\.kind) == [.yamlSyntax])
    for index in loaded.tree.records.indices {
      let id = NodeID(index)
      guard loaded.tree[id].kind == .mapping else { continue }
      #expect(Array(loaded.tree.children(of: id)).count.isMultiple(of: 2))
    }
    #expect(loaded.tree.value(of: "a", in: loaded.tree.roots[0]) != nil)
  }
}
