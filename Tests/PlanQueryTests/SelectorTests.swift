import PlanQuery
import Testing

/// The examples of RFC 9535 §1.5, §2.3.1 to §2.3.4 and §2.5.
@Suite struct SelectorTests {
  @Test func rootIsTheWholeDocument() throws {
    #expect(try Document(#"{"k": "v"}"#).values("$") == [#"{"k":"v"}"#])
  }

  @Test(arguments: [
    (#"$.o['j j']"#, [#"{"k.k":3}"#]),
    (#"$.o['j j']['k.k']"#, ["3"]),
    (#"$.o["j j"]["k.k"]"#, ["3"]),
    (#"$["'"]["@"]"#, ["2"]),
    (#"$['\'']['\u0040']"#, ["2"]),
    ("$.absent", []),
    ("$.o.o", []),
  ])
  func namesSelectMembers(query: String, values: [String]) throws {
    let document = try Document(#"{"o": {"j j": {"k.k": 3}}, "'": {"@": 2}}"#)
    #expect(try document.values(query) == values)
  }

  @Test func namesAreComparedByCodePointsWithoutNormalization() throws {
    let document = try Document(#"{"\u00e9": 1, "e\u0301": 2, "😀": 3, "": 4}"#)
    #expect(try document.values("$.\u{E9}") == ["1"])
    #expect(try document.values("$.e\u{301}") == ["2"])
    #expect(try document.values(#"$["\uD83D\uDE00"]"#) == ["3"])
    #expect(try document.values("$['']") == ["4"])
  }

  @Test(arguments: [
    ("$[*]", [#"{"j":1,"k":2}"#, "[5,3]"]),
    ("$.o[*]", ["1", "2"]),
    ("$.o.*", ["1", "2"]),
    ("$.o[*, *]", ["1", "2", "1", "2"]),
    ("$.a[*]", ["5", "3"]),
    ("$.a[0][*]", []),
  ])
  func wildcardSelectsAllChildren(query: String, values: [String]) throws {
    let document = try Document(#"{"o": {"j": 1, "k": 2}, "a": [5, 3]}"#)
    #expect(try document.values(query) == values)
  }

  @Test(arguments: [
    ("$[1]", [#""b""#]), ("$[-2]", [#""a""#]), ("$[2]", []), ("$[-3]", []), ("$[0][0]", []),
    ("$[9007199254740991]", []), ("$[-9007199254740991]", []),
  ])
  func indexSelectsFromTheStartOrTheEnd(query: String, values: [String]) throws {
    #expect(try Document(#"["a", "b"]"#).values(query) == values)
  }

  @Test func anIndexSelectsNothingFromAnObjectOrAText() throws {
    #expect(try Document(#"{"0": 1}"#).values("$[0]") == [])
    #expect(try Document(#""text""#).values("$[0]") == [])
  }

  @Test(arguments: [
    ("$[1:3]", "bc"), ("$[5:]", "fg"), ("$[1:5:2]", "bd"), ("$[5:1:-2]", "fd"),
    ("$[::-1]", "gfedcba"), ("$[:]", "abcdefg"), ("$[::]", "abcdefg"), ("$[-2:]", "fg"),
    ("$[:-5]", "ab"), ("$[::0]", ""), ("$[3:1]", ""), ("$[10:]", ""), ("$[-100:2]", "ab"),
    ("$[-1:-4:-1]", "gfe"), ("$[:4:-1]", "gf"), ("$[2::-1]", "cba"), ("$[0:7:3]", "adg"),
    ("$[ 1 : 3 : 1 ]", "bc"), ("$[0:9007199254740991:9007199254740991]", "a"),
    ("$[:-9007199254740991:-9007199254740991]", "g"), ("$[100:-100:-3]", "gda"),
  ])
  func slicesFollowTheirBounds(query: String, letters: String) throws {
    let document = try Document(#"["a", "b", "c", "d", "e", "f", "g"]"#)
    #expect(try document.values(query) == letters.map { "\"\($0)\"" })
  }

  @Test(arguments: [("$[:]", "abc"), ("$[::-1]", "abc"), ("$[0:0]", "[]"), ("$[::2]", "{}")])
  func slicesSelectOnlyFromArrays(query: String, text: String) throws {
    let document = try Document(#"{"t": "abc", "o": {"a": 1}, "e": []}"#)
    for name in ["t", "o", "e"] {
      #expect(try document.values("$.\(name)" + query.dropFirst()) == [])
    }
  }

  @Test(arguments: [
    ("$[0, 3]", [#""a""#, #""d""#]),
    ("$[0:2, 5]", [#""a""#, #""b""#, #""f""#]),
    ("$[0, 0]", [#""a""#, #""a""#]),
    ("$['a', 1]", [#""b""#]),
  ])
  func severalSelectorsGiveTheirNodesInTurn(query: String, values: [String]) throws {
    #expect(try Document(#"["a", "b", "c", "d", "e", "f", "g"]"#).values(query) == values)
  }

  @Test(arguments: [
    ("$..j", ["1", "4"]),
    ("$..[0]", ["5", #"{"j":4}"#]),
    (
      "$..*",
      [
        #"{"j":1,"k":2}"#, #"[5,3,[{"j":4},{"k":6}]]"#, "1", "2", "5", "3",
        #"[{"j":4},{"k":6}]"#, #"{"j":4}"#, #"{"k":6}"#, "4", "6",
      ]
    ),
    ("$..o", [#"{"j":1,"k":2}"#]),
    ("$.o..[*, *]", ["1", "2", "1", "2"]),
    ("$.a..[0, 1]", ["5", "3", #"{"j":4}"#, #"{"k":6}"#]),
    ("$..['j', 'k']", ["1", "2", "4", "6"]),
    ("$.o.j..*", []),
  ])
  func descendantsComeInTheOrderOfTheDocument(query: String, values: [String]) throws {
    let document = try Document(#"{"o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]]}"#)
    #expect(try document.values(query) == values)
  }

  /// RFC 9535 §2.6.
  @Test(arguments: [
    ("$.a", ["null"]), ("$.a[0]", []), ("$.a.d", []), ("$.b[0]", ["null"]), ("$.b[*]", ["null"]),
    ("$.b[?@]", ["null"]), ("$.b[?@==null]", ["null"]), ("$.c[?@.d==null]", []), ("$.null", ["1"]),
  ])
  func nullIsAValue(query: String, values: [String]) throws {
    let document = try Document(#"{"a": null, "b": [null], "c": [{}], "null": 1}"#)
    #expect(try document.values(query) == values)
  }

  /// RFC 9535 §1.5, table 2.
  @Test(arguments: [
    ("$.store.book[*].author", [#""Rees""#, #""Waugh""#, #""Melville""#, #""Tolkien""#]),
    ("$..author", [#""Rees""#, #""Waugh""#, #""Melville""#, #""Tolkien""#]),
    ("$.store..price", ["8.95", "12.99", "8.99", "22.99", "399"]),
    ("$..book[2].author", [#""Melville""#]),
    ("$..book[2].publisher", []),
    ("$..book[-1].author", [#""Tolkien""#]),
    ("$..book[0,1].author", [#""Rees""#, #""Waugh""#]),
    ("$..book[:2].author", [#""Rees""#, #""Waugh""#]),
    ("$..book[?@.isbn].author", [#""Melville""#, #""Tolkien""#]),
    ("$..book[?@.price<10].author", [#""Rees""#, #""Melville""#]),
  ])
  func theBookstoreOfTheStandardIsAnswered(query: String, values: [String]) throws {
    let document = try Document(
      #"""
      {"store": {
        "book": [
          {"author": "Rees", "price": 8.95},
          {"author": "Waugh", "price": 12.99},
          {"author": "Melville", "isbn": "0-553-21311-3", "price": 8.99},
          {"author": "Tolkien", "isbn": "0-395-19395-8", "price": 22.99}
        ],
        "bicycle": {"color": "red", "price": 399}
      }}
      """#
    )
    #expect(try document.values(query) == values)
    #expect(try document.values("$..*").count == 19)
  }
}
