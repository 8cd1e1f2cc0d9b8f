package import PlanText

/// All phrase patterns of all rules as one nondeterministic automaton over words, in flat tables.
///
/// `Matcher` runs it. A word that no pattern begins with costs one look-up; rules whose words are absent cost nothing.
/// Steps that take no word are folded into the rows of the states before them. States are numbered by what they do: those
/// that take a word first, in the order of the word class they take; then those that take a kind of word; then those
/// that take any; then the ends of patterns.
package struct Automaton: Sendable {
  /// Every word that some pattern holds.
  package var words: WordTable
  /// For each word id, its symbol class: words in the same word classes behave alike.
  ///
  /// Class 0 is "in none".
  package var symbolOfWord: [UInt32]
  /// For each symbol class, the word classes that hold its words, ascending.
  package var wordClassesOfSymbol: Rows
  /// For each word class, its first state, and one more for the end of the last.
  package var statesOfClass: NumberTable
  /// The word class of the negations, which a gap does not pass over.
  package var negationClass: UInt32

  /// The first of the states that take any word; those that take a kind of word stand before it.
  package var anyStates: UInt32
  /// The first of the states that end a pattern.
  package var acceptStates: UInt32
  /// The first of those that do so only where the sentence ends too.
  package var finalStates: UInt32
  /// For each state from the first behind the word states on: the bit of the kind; for one that takes any word, 1 where
  /// it passes over no negation; for an end, the pattern.
  package var arguments: NumberTable

  /// For each state before the ends, the row of `targets` that it leads to.
  package var rowOfState: NumberTable
  /// Where states lead: rows of states, ascending.
  package var targets: Rows

  /// For each symbol class, where the word states that begin patterns lead with one of its words.
  package var startsOfSymbol: Rows
  /// The same for patterns that begin a sentence.
  package var sentenceStartsOfSymbol: Rows
  /// The other states that begin patterns (kinds of word).
  package var otherStarts: [UInt32]
  package var otherSentenceStarts: [UInt32]

  /// For each pattern, the index of its owner.
  package var ownerOfPattern: [UInt32]

  /// The first of the states that take a kind of word.
  package var kindStates: UInt32 { statesOfClass.last ?? 0 }
  package var stateCount: Int { Int(kindStates) + arguments.count }
}

/// Rows of numbers of different lengths in two flat tables.
package struct Rows: Sendable {
  /// Start of each row in `values`, and one more for the end of the last.
  private let offsets: NumberTable
  private let values: NumberTable

  package init(_ rows: [[UInt32]]) {
    var offsets: [UInt32] = [0]
    var values: [UInt32] = []
    for row in rows {
      values.append(contentsOf: row)
      offsets.append(UInt32(clamping: values.count))
    }
    self.offsets = NumberTable(offsets)
    self.values = NumberTable(values)
  }

  package var count: Int { max(0, offsets.count - 1) }

  /// A row; empty where there is none.
  package subscript(row: Int) -> NumberTable {
    guard row >= 0, row + 1 < offsets.count else { return values.part(0..<0) }
    let start = Int(offsets[row])
    return values.part(start..<max(start, Int(offsets[row + 1])))
  }
}

extension Rows: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(offsets)
    writer.append(values)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    offsets = try reader.table()
    values = try reader.table()
  }
}

extension Automaton: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(words)
    writer.append(symbolOfWord)
    writer.append(wordClassesOfSymbol)
    writer.append(statesOfClass)
    for number in [negationClass, anyStates, acceptStates, finalStates] {
      writer.append(Int(number))
    }
    writer.append(arguments)
    writer.append(rowOfState)
    writer.append(targets)
    writer.append(startsOfSymbol)
    writer.append(sentenceStartsOfSymbol)
    writer.append(otherStarts)
    writer.append(otherSentenceStarts)
    writer.append(ownerOfPattern)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    words = try WordTable(from: &reader)
    symbolOfWord = try reader.numbers()
    wordClassesOfSymbol = try Rows(from: &reader)
    statesOfClass = try reader.table()
    negationClass = UInt32(truncatingIfNeeded: try reader.number())
    anyStates = UInt32(truncatingIfNeeded: try reader.number())
    acceptStates = UInt32(truncatingIfNeeded: try reader.number())
    finalStates = UInt32(truncatingIfNeeded: try reader.number())
    arguments = try reader.table()
    rowOfState = try reader.table()
    targets = try Rows(from: &reader)
    startsOfSymbol = try Rows(from: &reader)
    sentenceStartsOfSymbol = try Rows(from: &reader)
    otherStarts = try reader.numbers()
    otherSentenceStarts = try reader.numbers()
    ownerOfPattern = try reader.numbers()
    guard kindStates <= anyStates, anyStates <= acceptStates, acceptStates <= finalStates,
      Int(finalStates) <= stateCount, rowOfState.count == Int(acceptStates)
    else { throw .truncated }
  }
}
