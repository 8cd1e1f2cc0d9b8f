import PlanQuery
import PlanText
import Testing

/// Compiled queries read back from an archive as they were.
@Suite struct ArchiveTests {
  private static let query =
    #"$.a['é'][*][-1][1:-2:3][::][?!(@.b >= -1.5e300) && $.c || match(@.d, '^[a-c\\P{Lu}]{1,3}|x.$')]..*"#

  @Test(arguments: [
    "$", "$..[0, 'b', *]", query, "$[?@ == null || @ == true || @ == false || @ == 'x']",
    "$[9007199254740991, -9007199254740991]", "$[?count($..*) == length(value(@..x))]",
  ])
  func queriesReadBackEqual(text: String) throws {
    let query = try Query(parsing: text)
    var writer = ArchiveWriter()
    writer.append(query)
    writer.append(7)
    var reader = ArchiveReader(words: writer.words, text: writer.text)
    #expect(try Query(from: &reader) == query)
    #expect(try reader.number() == 7)
    #expect(writer.words.allSatisfy { $0 < 1 << 28 })
  }

  @Test func conditionsReadBackEqualAndWork() throws {
    let condition = try Condition(parsing: "search(@.a, 'b+$') && !@.c && (@.n < 2 || @.n != 5)")
    var writer = ArchiveWriter()
    writer.append(condition)
    var reader = ArchiveReader(words: writer.words, text: writer.text)
    let copy = try Condition(from: &reader)
    #expect(copy == condition)
    let document = try Document(#"{"a": "abb", "n": 1}"#)
    #expect(copy.holds(in: document.context, at: document.context.root))
  }

  @Test func functionsOfOtherTablesAreFoundByName() throws {
    let condition = try Condition(parsing: "blt(bar($.a))", functions: FunctionTests.table)
    var writer = ArchiveWriter()
    writer.append(condition)
    var reader = ArchiveReader(words: writer.words, text: writer.text)
    let copy = try Condition(from: &reader)
    let document = try Document(#"{"a": 1}"#, functions: FunctionTests.table)
    #expect(copy.holds(in: document.context, at: document.context.root))
    // Without the function it cannot hold, and does not trap.
    let bare = try Document(#"{"a": 1}"#)
    #expect(!copy.holds(in: bare.context, at: bare.context.root))
  }

  @Test func damageIsAnErrorAndNeverATrap() throws {
    var writer = ArchiveWriter()
    writer.append(try Query(parsing: ArchiveTests.query))
    let document = try Document(#"{"a": {"é": [[1, {"d": "abc"}]]}}"#)
    for place in writer.words.indices {
      for damage in [0, 1, 5, 1 << 20, (1 << 28) - 1] as [UInt32] {
        var words = writer.words
        words[place] = damage
        var reader = ArchiveReader(words: words, text: writer.text)
        guard let query = try? Query(from: &reader) else { continue }
        _ = query.nodes(in: document.context)
        document.context.budget.refill()
      }
      var reader = ArchiveReader(words: Array(writer.words[..<place]), text: writer.text)
      #expect(throws: ArchiveError.self) { try Query(from: &reader) }
    }
    var deep = ArchiveReader(words: Array(repeating: 2, count: 1_000_000), text: [])
    #expect(throws: ArchiveError.self) { try Condition(from: &deep) }
  }
}
