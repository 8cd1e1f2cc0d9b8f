package import PlanText

/// All phrase patterns of all rules as one nondeterministic automaton over words, in flat tables.
///
/// `Matcher` runs it. A word that no pattern begins with costs one look-up; rules whose words are absent cost nothing.
package struct Automaton: Sendable {
  /// What a state does; raw values are stored.
  package enum Operation: UInt32, Sendable {
    /// Takes a word of the word class in `arguments`, goes to `nexts`.
    case word
    /// Takes a word that carries the kind bit in `arguments`.
    case kind
    /// Takes any word; where `arguments` is 1, any but a negation.
    case any
    /// Goes on, without a word, to `splits[arguments..<nexts]`.
    case split
    /// Ends the pattern in `arguments`; `nexts` is 1 where the sentence must end here too.
    case accept
  }

  /// Every word that some pattern holds.
  package var words: WordTable
  /// For each word id, its symbol class: words in the same word classes behave alike.
  ///
  /// Class 0 is "in none".
  package var symbolOfWord: [UInt32]
  /// For each symbol class, the word classes that hold its words.
  package var wordClassesOfSymbol: Rows
  package var wordClassCount: Int
  /// The word class of the negations, which a gap does not pass over.
  package var negationClass: UInt32

  package var operations: [UInt32]
  package var arguments: [UInt32]
  package var nexts: [UInt32]
  package var splits: [UInt32]

  /// For each symbol class, the word states that begin patterns.
  package var startsOfSymbol: Rows
  /// The same for patterns that begin a sentence.
  package var sentenceStartsOfSymbol: Rows
  /// The other states that begin patterns (kinds of word).
  package var otherStarts: [UInt32]
  package var otherSentenceStarts: [UInt32]

  /// For each pattern, the index of its owner.
  package var ownerOfPattern: [UInt32]
}

/// Rows of numbers of different lengths in two flat arrays.
package struct Rows: Sendable {
  /// Start of each row in `values`, and one more for the end of the last.
  package var offsets: [UInt32]
  package var values: [UInt32]

  package init(_ rows: [[UInt32]]) {
    offsets = [0]
    values = []
    for row in rows {
      values.append(contentsOf: row)
      offsets.append(UInt32(clamping: values.count))
    }
  }

  package subscript(row: Int) -> ArraySlice<UInt32> {
    guard row >= 0, row + 1 < offsets.count else { return [] }
    return values[Int(offsets[row])..<Int(offsets[row + 1])]
  }
}

extension Rows: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(offsets)
    writer.append(values)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    offsets = try reader.numbers()
    values = try reader.numbers()
    // Rows are sliced without further checks, so damage must end here.
    var last: UInt32 = 0
    for offset in offsets {
      guard offset >= last, Int(offset) <= values.count else { throw .truncated }
      last = offset
    }
  }
}

extension Automaton: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(words)
    writer.append(symbolOfWord)
    writer.append(wordClassesOfSymbol)
    writer.append(wordClassCount)
    writer.append(Int(negationClass))
    for table in [operations, arguments, nexts, splits] { writer.append(table) }
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
    wordClassCount = try reader.number()
    negationClass = UInt32(truncatingIfNeeded: try reader.number())
    operations = try reader.numbers()
    arguments = try reader.numbers()
    nexts = try reader.numbers()
    splits = try reader.numbers()
    startsOfSymbol = try Rows(from: &reader)
    sentenceStartsOfSymbol = try Rows(from: &reader)
    otherStarts = try reader.numbers()
    otherSentenceStarts = try reader.numbers()
    ownerOfPattern = try reader.numbers()
    guard operations.count == arguments.count, operations.count == nexts.count else {
      throw .truncated
    }
  }
}
