import PlanText
import Testing

@Suite struct WordTableTests {
  private let vocabulary = ["ruin", "apple", "é", "o'malley", "f*", "zebra", "ruin", ""]

  @Test func givesTheSameNumbersWhateverTheOrder() {
    #expect(WordTable(vocabulary) == WordTable(vocabulary.reversed()))
  }

  @Test func numbersOwnWordsBehindBuiltinOnesInOrder() {
    let table = WordTable(vocabulary)
    let own = (table.builtinCount + 1...table.count).map { table.word(UInt32($0)) }
    #expect(own == ["apple", "f*", "o'malley", "ruin", "zebra", "é"])
  }

  @Test func findsEveryWordAndNoOther() {
    let words = (0..<3000).map { "word\($0)" }
    let table = WordTable(words)
    for word in words { #expect(table.word(table.id(of: word)) == word) }
    for word in ["", "word", "word3000", "Word1", "ruin"] { #expect(table.id(of: word) == 0) }
    #expect(table.word(0) == "" && table.word(.max) == "")
  }

  @Test func survivesTheArchive() throws {
    let table = WordTable(vocabulary)
    var writer = ArchiveWriter()
    writer.append(table)
    #expect(writer.words.allSatisfy { $0 < 1 << 28 })
    var reader = ArchiveReader(words: writer.words, text: writer.text)
    #expect(try WordTable(from: &reader) == table)
  }

  /// Every number in turn is replaced: reading either fails or gives a table that answers without trapping.
  @Test func damagedArchivesDoNotTrap() {
    var writer = ArchiveWriter()
    writer.append(WordTable(["zebra"]))
    for index in writer.words.indices {
      for value: UInt32 in [0, 1, 0x0FFF_FFFF] {
        var damaged = writer.words
        damaged[index] = value
        var reader = ArchiveReader(words: damaged, text: writer.text)
        guard let table = try? WordTable(from: &reader) else { continue }
        var scanner = WordScanner(table)
        var tokens: [Token] = []
        scanner.scan(Array("a zebra, gonna can't he's been".utf8)[...], into: &tokens)
        #expect(tokens.count >= 4)
      }
    }
  }
}
