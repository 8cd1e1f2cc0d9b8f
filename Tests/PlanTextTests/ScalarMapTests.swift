import Foundation
import PlanText
import Testing

@Suite struct ScalarMapTests {
  @Test func everyStyleDecodesToLibyamlsValue() {
    let texts = [
      "a  b\n   c\n\n   d", "'it''s\n\n  me '", "\"a\\\n   b \\x41\\u00e9\\U0001f600 \\N\\_\n  c\"",
      "|\n  a\n   b\n\n  c\n", ">\n  a\n  b\n\n  c\n\n   d\n  e\n", ">2-\n   a\n  b\n",
      "|+\n\n  a\n\n",
      ">\r\n  a\r\n  b\r\n\r\n  c\r\n", "|\u{85}  a\u{2028}  b\u{85}", "\"\"", "''", "|\n",
      ">+\n\n\n",
    ]
    for text in texts {
      let tree = load("k: \(text)").tree
      let id = NodeID(2)
      #expect(tree.records.count == 3, "\(text)")
      #expect(ScalarMap(decoding: id, in: tree) != nil, "\(text.debugDescription)")
    }
  }

  @Test func aPhraseOverAFoldedBreakEndsOnTheNextLine() throws {
    let loaded = load("k: >\n  you always\n  do this\n")
    let id = NodeID(2)
    let value = loaded.tree.string(of: id)
    #expect(value == "you always do this\n")
    #expect(loaded.text(loaded.tree.sourceRange(of: 4..<13, in: id)) == "always\n  do")
    #expect(loaded.text(loaded.tree.sourceRange(of: 10..<11, in: id)) == "\n")
    let map = loaded.tree.scalarMap(of: id)
    let do_ = loaded.tree.sourceRange(of: 11..<13, in: id)
    #expect(map.decodedOffset(of: do_.start) == 11)
    #expect(map.decodedOffset(of: do_.start - 1) == 11)
    #expect(map.decodedOffset(of: 0) == nil)
  }

  @Test func anEscapeStandsForItsCharacterAsAWhole() {
    let loaded = load(#"k: "a\x41\u00e9b''""#)
    let id = NodeID(2)
    let tree = loaded.tree
    #expect(loaded.text(tree.sourceRange(of: 1..<2, in: id)) == #"\x41"#)
    #expect(loaded.text(tree.sourceRange(of: 2..<4, in: id)) == #"\u00e9"#)
    #expect(loaded.text(tree.sourceRange(of: 0..<5, in: id)) == #"a\x41\u00e9b"#)
    #expect(loaded.text(tree.sourceRange(of: -5..<100, in: id)) == #"a\x41\u00e9b''"#)
    #expect(tree.sourceRange(of: 50..<60, in: id).isEmpty)
  }

  @Test func aNodeWhoseTextIsNotInTheFileMapsToItsWholeRange() {
    let tree = load("k: |\n  abc\n").tree
    var builder = TreeBuilder()
    var record = tree.records[2]
    record.text = builder.store(Array("something else".utf8))
    builder.append(record)
    let other = builder.finish(source: tree.source)
    #expect(!other.scalarMap(of: NodeID(0)).isExact)
    #expect(other.sourceRange(of: 2..<5, in: NodeID(0)) == record.range)
  }

  @Test(.enabled(if: Shared.has("corpus/yaml-positions"), "\(Shared.skipped)"))
  func everyCaseOfTheCorpusIsPlacedExactly() throws {
    let cases = try Shared.bytes("corpus/yaml-positions/cases.jsonl").split(separator: 0x0A)
    #expect(cases.count > 200)
    for line in cases {
      let one = try JSONDecoder().decode(CorpusTests.Case.self, from: Data(line))
      let tree = loadPlan(try Shared.bytes("corpus/yaml-positions/" + one.file)).tree
      let scalars = tree.records.indices.filter { tree.records[$0].kind == .scalar }
      let id = NodeID(scalars[one.scalar])
      let needle = Array(one.needle.utf8)
      guard let offset = Array(tree.bytes(of: id)).firstIndex(ofSequence: needle) else {
        Issue.record("\(one)")
        continue
      }
      let range = tree.sourceRange(of: offset..<offset + needle.count, in: id)
      let index = LineIndex(tree.source)
      #expect(tree.source.fileOffset(of: range.start) == one.byte, "\(one)")
      #expect(tree.source.fileOffset(of: range.end) == one.end_byte, "\(one)")
      #expect(index.position(of: range.start) == LinePosition(line: one.line, column: one.column))
      #expect(
        index.position(of: range.end) == LinePosition(line: one.end_line, column: one.end_column)
      )
      #expect(tree.scalarMap(of: id).decodedOffset(of: range.start) == offset, "\(one)")
    }
  }

  @Test(.enabled(if: Shared.has("corpus/yaml-test-suite"), "\(Shared.skipped)"))
  func everyScalarOfTheCorporaDecodesAgain() throws {
    for folder in ["corpus/yaml-test-suite/files", "corpus/yaml-positions/files"] {
      for name in try Shared.names(in: folder) {
        checkScalars(loadPlan(try Shared.bytes("\(folder)/\(name)")), "\(name)")
      }
    }
  }

  @Test(arguments: 0..<8)
  func everyScalarOfRandomStreamsDecodesAgain(seed: UInt64) {
    var source = RandomSource(seed: seed)
    var complete = 0
    var scalars = 0
    for round in 0..<400 {
      let text = source.stream()
      let loaded = load(text)
      complete += loaded.isComplete ? 1 : 0
      scalars += loaded.scalars.count
      checkScalars(loaded, "seed \(seed) round \(round): \(text.debugDescription)")
      loaded.tree.checkNesting("seed \(seed) round \(round): \(text.debugDescription)")
    }
    #expect(complete > 200)
    #expect(scalars > 1_000)
  }

  /// Records an issue where a scalar has no map, or where a character's range does not hold what writes it.
  private func checkScalars(_ loaded: LoadedText, _ comment: String) {
    let tree = loaded.tree
    for id in loaded.scalars where tree[id].start < tree[id].end {
      guard let map = ScalarMap(decoding: id, in: tree) else {
        Issue.record("no map: \(comment), node \(id.index)")
        continue
      }
      let value = Array(tree.bytes(of: id))
      var end = tree[id].start
      for offset in value.indices where value[offset] & 0xC0 != 0x80 {
        var next = offset + 1
        while next < value.count, value[next] & 0xC0 == 0x80 { next += 1 }
        let range = map.sourceRange(of: offset..<next)
        let cut = Array(tree.source[range])
        let isBreak = value[offset] == 0x20 || value[offset] == 0x0A
        let isEscape = cut.first == 0x5C && tree[id].style == .doubleQuoted
        let isWritten = isBreak || isEscape || cut.elementsEqual(value[offset..<next])
        let isQuote = cut == [0x27, 0x27] && value[offset] == 0x27
        let isInside = range.start >= end && range.end <= tree[id].outerEnd && !range.isEmpty
        let isBack = map.decodedOffset(of: range.start) == offset
        if !isInside || !isBack || !(isWritten || isQuote) {
          Issue.record("wrong place: \(comment), node \(id.index), offset \(offset)")
        }
        end = range.end
      }
    }
  }
}
