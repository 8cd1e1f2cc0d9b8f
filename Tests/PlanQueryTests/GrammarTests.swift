import PlanQuery
import PlanText
import Testing

/// What RFC 9535's grammar takes and refuses, and where the error points (UTF-8 bytes).
@Suite struct GrammarTests {
  @Test(arguments: [
    "$", "$.a", "$ .a", "$\n[0]\t.b", "$[ 'a' , 1 ]", "$..a", "$..*", "$..[*]", "$.*", "$._a1",
    "$.é",
    "$['\\b\\f\\n\\r\\t\\\\\\/']", "$[\"'\"]", "$['\"']", "$[?@.a]", "$[? @.a ]", "$[?@ .a == 1]",
    "$[?@['a'] [0] == 1]", "$[?1.5e+3 > @]", "$[?-0.5 == @]", "$[?-0 == @]", "$[?@ == -0e1]",
    "$[?true == false]", "$[?null == @.a]", "$[?(((@.a)))]", "$[?!@.a]", "$[?! @.a]", "$[?@.a.*]",
    "$[?$..x]", "$[::]", "$[-1:]", "$[?@[ 'a' ]]", "$[\"\\uD83D\\ude00\"]", "$.\u{10FFFF}",
    "$.no\u{A0}blank",
  ])
  func wellFormedQueriesAreTaken(query: String) {
    #expect(queryError(query) == nil)
  }

  @Test(arguments: [
    ("", 0), (" $", 0), ("$ ", 1), ("@.a", 0), ("a", 0), ("$a", 1), ("$.", 2), ("$. a", 2),
    ("$.1a", 2), ("$.-a", 2), ("$.a.", 4), ("$..", 3), ("$...a", 3), ("$.. a", 3), ("$.['a']", 2),
    ("$[", 2), ("$[]", 2), ("$['a'", 1), ("$['a',]", 6), ("$[a]", 2), ("$[,1]", 2), ("$[1 2]", 4),
    ("$['a]", 2), ("$['\\'", 2), ("$['\\x']", 3), ("$['\\\"']", 3), ("$[\"\\'\"]", 3),
    ("$['\t']", 3), ("$['\\u12']", 3), ("$['\\uD800']", 3), ("$['\\uDC00']", 3),
    ("$['\\uD800\\u0041']", 3), ("$['é\\q']", 5), ("$[01]", 2), ("$[-0]", 2), ("$[-]", 3),
    ("$[-01]", 2), ("$[9007199254740992]", 2), ("$[-9007199254740992]", 2),
    ("$[99999999999999999999999999]", 2), ("$[1:2:3:4]", 7), ("$[0:01]", 4), ("$[1.0]", 3),
    ("$[?]", 3), ("$[?(@.a]", 7), ("$[?@.a)]", 6), ("$[?()]", 4), ("$[?@.a = 1]", 7),
    ("$[?@.a == ]", 10), ("$[?@.a & @.b]", 7), ("$[?@.a | @.b]", 7), ("$[?@.a and @.b]", 7),
    ("$[?@.a or @.b]", 7), ("$[?@.a =~ 'x']", 7), ("$[?1]", 3), ("$[?'a']", 3), ("$[?true]", 3),
    ("$[?@.a == b]", 10), ("$[?@.a == True]", 10), ("$[?!1 == 1]", 3), ("$[?!@.a == 1]", 3),
    ("$[?!!@.a]", 4), ("$[?@.a == 1 == 1]", 12), ("$[?@.* == 1]", 3), ("$[?1 == $..a]", 8),
    ("$[?@[0:1] == 1]", 3), ("$[?@[0,1] == 1]", 3), ("$[?@[ 0] == 1]", 3), ("$[?@['a' ] == 1]", 3),
    ("$[?@.a == 01]", 10), ("$[?@.a == 1.]", 12), ("$[?@.a == .5]", 10), ("$[?@.a == 1e]", 12),
    ("$[?@.a == +1]", 10), ("$[?@.a == -]", 11), ("$[?@.a == [1]]", 10), ("$[?@.a == {}]", 10),
    ("$[?@.a ==== 1]", 9), ("$[?(@.a) == 1]", 9), ("$\u{0}", 1), ("$[?@.a == 'x]", 10),
  ])
  func otherTextsAreRefusedAtTheirPlace(query: String, offset: Int) throws {
    let error = try #require(queryError(query), "\(query) must be refused")
    #expect(error.offset == offset, "\(query): \(error.message)")
  }

  @Test(arguments: [
    ("$[?@.a = 1]", "write == to compare"),
    ("$[?@.a and @.b]", "write && for and"),
    ("$[?@.a || @.b or @.c]", "write || for or"),
    (
      "$[?@.a == b]",
      "'b' is no value; put a text in quotes, begin a query with @ or $, call a function with ()"
    ),
    ("$ ", "remove the blanks behind the query"),
  ])
  func errorsSayWhatToWrite(query: String, message: String) {
    #expect(queryError(query)?.message == message)
  }

  @Test func nestingIsLimited() throws {
    let parentheses = { (count: Int) in
      "$[?" + String(repeating: "(", count: count) + "@" + String(repeating: ")", count: count)
        + "]"
    }
    #expect(queryError(parentheses(62)) == nil)
    #expect(queryError(parentheses(64)) != nil)
    #expect(queryError(parentheses(100_000)) != nil)
    let filters = { (count: Int) in
      "$" + String(repeating: "[?@", count: count) + String(repeating: "]", count: count)
    }
    #expect(queryError(filters(32)) == nil)
    #expect(queryError(filters(100_000)) != nil)
    #expect(queryError("$" + String(repeating: ".a", count: 64)) == nil)
    #expect(queryError("$" + String(repeating: ".a", count: 65)) != nil)
    #expect(queryError("$[?" + String(repeating: "!(", count: 100_000)) != nil)
    #expect(queryError("$[?" + String(repeating: "count(", count: 100_000)) != nil)
    let chain = Array(repeating: "@.a == 1", count: 10_000).joined(separator: " || ")
    #expect(queryError("$[?\(chain)]") == nil)
  }

  @Test func everyBeginningOfAQueryIsAnErrorOrAQuery() throws {
    let text =
      #"$.a['é\u0041'][?!(@.b[0].c != -1.5e3) && count(@..*, ) || match(@, "[a-z]{2,}")][1:-2:3]..*"#
    for count in text.unicodeScalars.indices {
      let start = String(text.unicodeScalars[..<count])
      if let error = queryError(start) { #expect(error.offset <= start.utf8.count) }
    }
  }

  @Test func aRelativeQueryIsTakenWhereItIsAllowed() throws {
    #expect(queryError("@.a") != nil)
    let query = try Query(parsing: "@.a", allowsRelative: true)
    let document = try Document(#"{"x": {"a": 5}}"#)
    let node = try #require(try document.nodes("$.x").first)
    #expect(
      query.nodes(in: document.context, from: node).map { document.tree.string(of: $0) } == ["5"]
    )
    #expect(query.nodes(in: document.context) == [])
    #expect(query.isSingular)
    #expect(!(try Query(parsing: "$..a").isSingular))
  }

  @Test func aConditionIsAnExpressionWithBlanksAround() throws {
    let document = try Document(#"{"a": 1, "x": [1]}"#)
    #expect(try document.holds(" $.a == 1 && count($.x[*]) >= 1\n"))
    #expect(try document.holds("@.a == 1"))
    #expect(try !document.holds("@.b"))
    #expect(throws: QueryError.self) { try Condition(parsing: "$.a == 1 )") }
    #expect(throws: QueryError.self) { try Condition(parsing: "") }
    #expect(throws: QueryError.self) { try Condition(parsing: "true") }
    #expect(throws: QueryError.self) { try Condition(parsing: "?@.a") }
  }
}
