import Foundation
import PlanText
import Testing

@Suite struct CorpusTests {
  struct Case: Decodable {
    var file: String
    var needle: String
    var line: Int
    var column: Int
    var end_line: Int
    var end_column: Int
    var byte: Int
    var end_byte: Int
    var style: String
    var scalar: Int
    var key: Bool?
  }

  static let styles: [String: NodeStyle] = [
    "plain": .plain, "single": .singleQuoted, "double": .doubleQuoted, "literal": .literal,
    "folded": .folded,
  ]

  @Test(.enabled(if: Shared.has("corpus/yaml-positions"), "\(Shared.skipped)"))
  func everyCaseNamesItsScalar() throws {
    for line in try Shared.bytes("corpus/yaml-positions/cases.jsonl").split(separator: 0x0A) {
      let one = try JSONDecoder().decode(Case.self, from: Data(line))
      let loaded = loadPlan(try Shared.bytes("corpus/yaml-positions/" + one.file))
      #expect(loaded.isComplete, "\(one.file)")
      let scalars = loaded.scalars
      let holder = scalars.firstIndex {
        Array(loaded.tree.bytes(of: $0)).contains(sequence: Array(one.needle.utf8))
      }
      #expect(holder == one.scalar, "\(one)")
      guard let holder else { continue }
      let record = loaded.tree[scalars[holder]]
      #expect(record.style == CorpusTests.styles[one.style], "\(one)")
      #expect(record.isKey == (one.key ?? false), "\(one)")
    }
  }

  @Test(.enabled(if: Shared.has("corpus/yaml-test-suite"), "\(Shared.skipped)"))
  func everyStreamOfTheTestSuiteLoads() throws {
    let index = String(
      decoding: try Shared.bytes("corpus/yaml-test-suite/index.tsv"),
      as: UTF8.self
    )
    for line in index.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t")
      let loaded = loadPlan(try Shared.bytes("corpus/yaml-test-suite/files/\(fields[0])"))
      #expect(loaded.isComplete, "\(fields[0])")
      let isEmpty = loaded.tree.records.count == 1 && loaded.tree.records[0].end == 0
      let expected = Int(fields[1])
      #expect(loaded.scalars.count == expected || isEmpty && expected == 0, "\(fields[0])")
      loaded.tree.checkNesting("\(fields[0])")
    }
  }
}

extension Array where Element: Equatable {
  func contains(sequence: [Element]) -> Bool { firstIndex(ofSequence: sequence) != nil }

  func firstIndex(ofSequence sequence: [Element]) -> Int? {
    guard sequence.count <= count else { return nil }
    return (0...count - sequence.count).first {
      self[$0..<$0 + sequence.count].elementsEqual(sequence)
    }
  }
}

extension Tree {
  /// Records an issue where a range is not in order, in the file or in its parent.
  func checkNesting(_ comment: String) {
    for (index, record) in records.enumerated() {
      var isFine = record.outerStart <= record.start && record.start <= record.end
      isFine = isFine && record.end <= record.outerEnd
      isFine = isFine && record.outerEnd <= UInt32(source.bytes.count)
      if let parent = parent(of: NodeID(index)).map({ self[$0] }) {
        isFine = isFine && parent.start <= record.outerStart && record.end <= parent.end
        isFine = isFine && record.outerEnd <= parent.outerEnd
      }
      if !isFine { Issue.record("node \(index) is out of bounds: \(comment)") }
    }
  }
}
