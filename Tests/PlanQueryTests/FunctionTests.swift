import PlanQuery
import PlanText
import Testing

/// Function extensions, RFC 9535 §2.4.
@Suite struct FunctionTests {
  /// The functions that §2.4.3 speaks of, by the types that make its table come true.
  static let table = FunctionTable.standard.adding([
    FunctionDeclaration(
      name: "foo",
      parameters: [.nodes],
      summary: "the same nodes",
      body: .nodes { $0.nodes(0) }
    ),
    FunctionDeclaration(
      name: "bar",
      parameters: [.value],
      summary: "whether there is a value",
      body: .logical { $0.value(0) != .nothing }
    ),
    FunctionDeclaration(
      name: "bnl",
      parameters: [.nodes],
      summary: "whether there is a node",
      body: .logical { $0.anyNode(0) { _ in true } }
    ),
    FunctionDeclaration(
      name: "blt",
      parameters: [.logical],
      summary: "the same truth",
      body: .logical { $0.logical(0) }
    ),
    FunctionDeclaration(
      name: "bal",
      parameters: [.value],
      summary: "always true",
      body: .logical { _ in true }
    ),
  ])

  @Test(arguments: [
    "$[?length(@) < 3]", "$[?count(@.*) == 1]", "$[?count(foo(@.*)) == 1]",
    "$[?match(@.timezone, 'Europe/.*')]", #"$[?value(@..color) == "red"]"#, "$[?bar(@.a)]",
    "$[?bnl(@.*)]", "$[?blt(1==1)]", "$[?bal(1)]", "$[?blt(@.a)]", "$[?blt(!@.a && bar(1))]",
    "$[?blt(foo(@))]", "$[?foo(@.*)]", "$[?length(value(@.*)) == length('a')]",
    "$[?blt((@.a))]", "$[?bar(length(@))]", "$[?!bal(1)]", "$[?length( @ ) == 1]",
    "$[?match( @.a\n,\t'a' )]",
  ])
  func wellTypedCallsAreTaken(query: String) {
    #expect(queryError(query, functions: FunctionTests.table) == nil)
  }

  @Test(arguments: [
    ("$[?length(@.*) < 3]", 10), ("$[?count(1) == 1]", 9),
    ("$[?match(@.timezone, 'Europe/.*') == true]", 3), ("$[?value(@..color)]", 3),
    ("$[?blt(1)]", 7), ("$[?length(@)]", 3), ("$[?count(@.*, @) == 1]", 3),
    ("$[?count() == 1]", 3), ("$[?length() == 1]", 3), ("$[?unknown(@)]", 3),
    ("$[?foo(@.*) == 1]", 3), ("$[?1 == foo(@.*)]", 8), ("$[?length(bal(1)) == 1]", 10),
    ("$[?length(foo(@)) == 1]", 10), ("$[?count(length(@)) == 1]", 9), ("$[?bar((@.a))]", 7),
    ("$[?bar(@.a == 1)]", 11), ("$[?length (@) == 1]", 3), ("$[?Length(@) == 1]", 3),
    ("$[?blt(length(@))]", 7), ("$[?count(@.a,) == 1]", 3), ("$[?match(@.a 'b')]", 13),
  ])
  func badlyTypedCallsAreRefusedWhereTheyStand(query: String, offset: Int) {
    #expect(queryError(query, functions: FunctionTests.table)?.offset == offset)
  }

  @Test(arguments: [
    ("length($.text) == 3", true), ("length($.list) == 4", true), ("length($.group) == 2", true),
    ("length($.number) == $.absent", true), ("length($.nil) == $.absent", true),
    ("length($.absent) == $.absent", true), ("length('') == 0", true),
    ("length(1) == $.absent", true), ("length(true) == $.absent", true),
    ("count($.list[*]) == 4", true), ("count($.absent) == 0", true), ("count($..*) == 12", true),
    ("count($.list[*, *]) == 8", true), ("value($.list[0]) == 1", true),
    ("value($.list[*]) == $.absent", true), ("value($.absent) == $.absent", true),
    ("value($.list[?@ == 2]) == 2", true), ("value($.group) == $.group", true),
    ("foo($.list[?@ > 9])", false), ("foo($.list)", true), ("blt($.absent)", false),
    ("blt(foo($.list[?@ > 9]))", false), ("!blt($.absent || 1 == 2)", true),
    ("count(foo($.list[*])) == 4", true), ("bar($.absent)", false), ("bar($.nil)", true),
    ("match($.number, '1.*')", false), ("match($.text, 1)", false),
    ("search($.text, $.absent)", false),
  ])
  func functionsGiveWhatTheStandardSays(condition: String, isTrue: Bool) throws {
    let document = try Document(
      #"{"text": "aé😀", "list": [1, 2, 3, 4], "group": {"x": 1, "y": 2}, "number": 12, "nil": null, "b": true}"#,
      functions: FunctionTests.table
    )
    #expect(try document.holds(condition) == isTrue)
  }

  @Test func aFunctionOfTheSameNameTakesThePlaceOfAnother() throws {
    let table = FunctionTable.standard.adding([
      FunctionDeclaration(
        name: "count",
        parameters: [.nodes],
        summary: "seven",
        body: .value { _ in .number(7) }
      )
    ])
    #expect(table.declarations.count == 5)
    #expect(try Document("[]", functions: table).holds("count($[*]) == 7"))
  }

  @Test func existenceTestsLookNoFurtherThanTheFirstNode() throws {
    let document = try Document("[" + String(repeating: "1,", count: 9_999) + "1]")
    let budget = EvaluationBudget(limit: 20)
    let context = EvaluationContext(
      tree: document.tree,
      functions: FunctionTests.table,
      budget: budget
    )
    let condition = try Condition(parsing: "$[*] && bnl($[*])", functions: FunctionTests.table)
    #expect(condition.holds(in: context, at: context.root))
    #expect(!budget.isExceeded)
  }

  @Test func signaturesAreWrittenAsInTheManual() {
    let signatures = FunctionTable.standard.declarations.map(\.signature)
    #expect(
      signatures == [
        "length(V) -> V", "count(N) -> V", "match(V, V) -> L", "search(V, V) -> L", "value(N) -> V",
      ]
    )
  }

  @Test func anUnknownFunctionIsNamedWithThoseThatThereAre() throws {
    let error = try #require(queryError("$[?lenght(@) == 1]"))
    #expect(
      error.message
        == "there is no function 'lenght'; there are count, length, match, search, value"
    )
  }
}
