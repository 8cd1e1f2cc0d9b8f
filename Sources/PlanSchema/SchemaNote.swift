package import PlanText

/// What a schema says beside its demands: words for people, and the annotations of planlint's own.
package struct SchemaNote: Sendable, Hashable {
  /// What a scalar means, by `x-planlint-kind`.
  package enum Kind: String, Sendable, CaseIterable {
    case text, date, time, number, person, people
    case yesNo = "yes-no"
    case dateOrText = "date-or-text"
  }

  /// How a mapping stands for a list of objects, by `x-planlint-pairs`.
  package struct Pairs: Sendable, Hashable {
    /// The list that the pairs belong to, where the mapping itself is an object; otherwise empty.
    package var into = ""
    /// The keys that the pair's key may be the value of: the first whose closed set knows it, or the last.
    package var keys: [String] = []
    /// The key that the pair's value is the value of.
    package var value = ""
  }

  package var title = ""
  package var description = ""
  package var kind: Kind?
  /// The keys that a single value may be the value of: the first whose closed set knows it, or the last.
  package var shorthand: [String] = []
  /// The key that a list is the value of.
  package var list = ""
  /// Whether a single value stands for a list of one.
  package var isSingle = false
  package var pairs: Pairs?
  /// Other words for the key that this schema belongs to.
  package var synonyms: [String] = []
  /// Other spellings of values of the closed set, and what they mean.
  package var spellings: [Spelling] = []

  package struct Spelling: Sendable, Hashable {
    package let written: String
    package let meaning: String
  }
}

extension SchemaNote: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    let hasMore = self != SchemaNote(title: title, description: description)
    writer.append(hasMore)
    writer.append(title)
    writer.append(description)
    guard hasMore else { return }
    writer.append(Kind.allCases.firstIndex { $0 == kind }.map { $0 + 1 } ?? 0)
    writer.append(shorthand)
    writer.append(list)
    writer.append(isSingle)
    writer.append(pairs.map { [$0.into, $0.value] + $0.keys } ?? [])
    writer.append(synonyms)
    writer.append(spellings.flatMap { [$0.written, $0.meaning] })
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let hasMore = try reader.flag()
    title = try reader.string()
    description = try reader.string()
    guard hasMore else { return }
    let place = try reader.number()
    guard place <= Kind.allCases.count else { throw .unknownCase }
    kind = place == 0 ? nil : Kind.allCases[place - 1]
    shorthand = try reader.strings()
    list = try reader.string()
    isSingle = try reader.flag()
    let names = try reader.strings()
    if names.count >= 2 {
      pairs = Pairs(into: names[0], keys: Array(names.dropFirst(2)), value: names[1])
    }
    synonyms = try reader.strings()
    let words = try reader.strings()
    spellings = stride(from: 0, to: words.count - 1, by: 2).map {
      Spelling(written: words[$0], meaning: words[$0 + 1])
    }
  }
}
