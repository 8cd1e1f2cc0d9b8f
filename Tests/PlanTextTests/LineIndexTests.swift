import PlanText
import Testing

@Suite struct LineIndexTests {
  @Test func linesEndAtLineFeedCarriageReturnAndBoth() {
    let index = LineIndex(SourceText("a\nb\r\nc\rd\u{85}e\u{2028}f"))
    #expect(index.lineCount == 4)
    #expect(index.position(of: 2) == LinePosition(line: 2, column: 1))
    #expect(index.position(of: 5) == LinePosition(line: 3, column: 1))
    #expect(index.position(of: 7) == LinePosition(line: 4, column: 1))
  }

  @Test func columnsCountInTheUnitAskedFor() {
    let index = LineIndex(SourceText("\u{FEFF}é😀x"))
    let offset: UInt32 = 3 + 2 + 4
    #expect(index.position(of: offset).column == 3)
    #expect(index.position(of: offset, unit: .utf16).column == 4)
    #expect(index.position(of: offset, unit: .bytes).column == 7)
  }
}
