import PlanQuery
import Testing

/// Filters and comparisons, RFC 9535 §2.3.5.
@Suite struct FilterTests {
  /// Table 11, with the values `$.obj` and `$.arr`.
  @Test(arguments: [
    ("$.absent1 == $.absent2", true), ("$.absent1 <= $.absent2", true),
    ("$.absent == 'g'", false), ("$.absent1 != $.absent2", false), ("$.absent != 'g'", true),
    ("1 <= 2", true), ("1 > 2", false), ("13 == '13'", false), ("'a' <= 'b'", true),
    ("'a' > 'b'", false), ("$.obj == $.arr", false), ("$.obj != $.arr", true),
    ("$.obj == $.obj", true), ("$.obj != $.obj", false), ("$.arr == $.arr", true),
    ("$.arr != $.arr", false), ("$.obj == 17", false), ("$.obj != 17", true),
    ("$.obj <= $.arr", false), ("$.obj < $.arr", false), ("$.obj <= $.obj", true),
    ("$.arr <= $.arr", true), ("1 <= $.arr", false), ("1 >= $.arr", false), ("1 > $.arr", false),
    ("1 < $.arr", false), ("true <= true", true), ("true > true", false),
    ("$.absent < $.absent", false), ("$.absent >= 1", false), ("null == null", true),
    ("null <= null", true), ("null < null", false), ("null == $.absent", false),
    ("false == null", false), ("true == 'true'", false), ("0 == -0", true), ("1 == 1.0", true),
    ("1e2 == 100", true), ("1E-2 == 0.01", true), ("-1 < 1", true), ("'10' < '9'", true),
    ("'' < 'a'", true), ("'a' < 'aa'", true), ("'Z' < 'a'", true),
    (#"'\uFFFF' < '\uD800\uDC00'"#, true), (#"'é' == 'e\u0301'"#, false),
    (#"'\u00e9' == 'é'"#, true), (#"'\/' == '/'"#, true), (#""\"" == '"'"#, true),
  ])
  func comparisonsFollowTheTable(condition: String, isTrue: Bool) throws {
    let document = try Document(#"{"obj": {"x": "y"}, "arr": [2, 3]}"#)
    #expect(try document.holds(condition) == isTrue)
  }

  /// Table 12.
  @Test(arguments: [
    ("$.a[?@.b == 'kilo']", [#"{"b":"kilo"}"#]),
    ("$.a[?(@.b == 'kilo')]", [#"{"b":"kilo"}"#]),
    ("$.a[?@>3.5]", ["5", "4", "6"]),
    ("$.a[?@.b]", [#"{"b":"j"}"#, #"{"b":"k"}"#, #"{"b":{}}"#, #"{"b":"kilo"}"#]),
    ("$[?@[?@.b]][0]", ["3"]),
    ("$.o[?@<3, ?@<3]", ["1", "2", "1", "2"]),
    (#"$.a[?@<2 || @.b == "k"]"#, ["1", #"{"b":"k"}"#]),
    (#"$.a[?match(@.b, "[jk]")]"#, [#"{"b":"j"}"#, #"{"b":"k"}"#]),
    (#"$.a[?search(@.b, "[jk]")]"#, [#"{"b":"j"}"#, #"{"b":"k"}"#, #"{"b":"kilo"}"#]),
    ("$.o[?@>1 && @<4]", ["2", "3"]),
    ("$.o[?@.u || @.x]", [#"{"u":6}"#]),
    ("$.a[?@.b == $.x]", ["3", "5", "1", "2", "4", "6"]),
    ("$.o[?@ == @].u", ["6"]),
    ("$.o[?@ == @]", ["1", "2", "3", "5", #"{"u":6}"#]),
    ("$.o[?!@.u]", ["1", "2", "3", "5"]),
    ("$.o[?!(@ < 3)]", ["3", "5", #"{"u":6}"#]),
    ("$.e[?@]", []),
  ])
  func filtersSelectTheChildrenThatPass(query: String, values: [String]) throws {
    let document = try Document(
      #"""
      {"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
       "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f"}
      """#
    )
    #expect(try document.values(query) == values)
    #expect(try document.paths("$[?@.*]") == ["$['a']", "$['o']"])
  }

  @Test(arguments: [
    ("$.t || $.t && $.f", true), ("($.t || $.t) && $.f", false), ("!$.f && $.t", true),
    ("!($.f && $.t)", true), ("!($.t) || $.f", false), ("$.f && $.t || $.t", true),
    ("$.f || !$.f && $.t", true), ("  $.t\n&&\t$.t\r ", true), ("!( ! ($.t))", true),
  ])
  func andBindsTighterThanOr(condition: String, isTrue: Bool) throws {
    #expect(try Document(#"{"t": 0}"#).holds(condition) == isTrue)
  }

  @Test(arguments: [
    ("$.a == $.b", true), ("$.a == $.c", false), ("$.c == $.d", false), ("$.e == $.f", true),
    ("$.g == $.h", false), ("$.i == $.j", true), ("$.k == $.l", true), ("$.k == $.m", false),
    ("$.n == $.o", false), ("$.empty == $.none", false), ("$.p == $.q", true),
  ])
  func collectionsAreComparedByValue(condition: String, isTrue: Bool) throws {
    let document = try Document(
      #"""
      {"a": {"x": 1, "y": [2, {"z": null}]}, "b": {"y": [2.0, {"z": null}], "x": 1e0},
       "c": {"x": 1}, "d": {"x": 1, "y": 2}, "e": [], "f": [], "g": [1, 2], "h": [2, 1],
       "i": {}, "j": {}, "k": {"x": 1, "x": 2}, "l": {"x": 1}, "m": {"x": 2},
       "n": [[]], "o": [{}], "empty": {}, "none": [], "p": ["a\u0062"], "q": ["ab"]}
      """#
    )
    #expect(try document.holds(condition) == isTrue)
  }

  @Test func theRootStaysTheRootInsideAFilter() throws {
    let document = try Document(#"{"wanted": 2, "list": [{"v": 1}, {"v": 2}, {"v": 3}]}"#)
    #expect(try document.values("$.list[?@.v == $.wanted].v") == ["2"])
    #expect(try document.values("$.list[?@.v >= $.list[1].v].v") == ["2", "3"])
    #expect(try document.values("$.list[?$.absent]") == [])
  }

  @Test func aFilterInsideAFilterHasItsOwnCurrentNode() throws {
    let document = try Document(#"[[1, 9], [2], [], [{"k": 5}]]"#)
    #expect(try document.paths("$[?@[?@ > 5]]") == ["$[0]"])
    #expect(try document.paths("$[?@[?@.k == 5]]") == ["$[3]"])
  }

  @Test func filtersApplyToMembersAndDescendants() throws {
    let document = try Document(#"{"a": {"n": 1}, "b": {"n": 2, "c": {"n": 2}}}"#)
    #expect(try document.paths("$..[?@.n == 2]") == ["$['b']", "$['b']['c']"])
  }
}
