import PlanQuery
import PlanText
import Testing

/// Normalized paths, RFC 9535 §2.7.
@Suite struct NormalizedPathTests {
  /// Table 20, on a document that holds its places.
  @Test(arguments: [
    ("$.a", "$['a']"), ("$[1]", "$[1]"), ("$[-3]", "$[2]"), ("$.b.b[1:2]", "$['b']['b'][1]"),
    (#"$["\u000B"]"#, #"$['\u000b']"#), (#"$["\u0061"]"#, "$['a']"), ("$", "$"),
    (#"$["it's"]"#, #"$['it\'s']"#), (#"$["a\\b\n\t\r\f\b"]"#, #"$['a\\b\n\t\r\f\b']"#),
    (#"$["\""]"#, #"$['"']"#), (#"$["\u0000\u001f\u007f"]"#, "$['\\u0000\\u001f\u{7F}']"),
    (#"$["é😀"]"#, "$['é😀']"), ("$['']", "$['']"),
  ])
  func pathsAreWrittenInOneForm(query: String, path: String) throws {
    let group = try Document(
      #"""
      {"a": 0, "b": {"b": [1, 2]}, "\u000b": 0, "it's": 0, "a\\b\n\t\r\f\b": 0, "\"": 0,
       "\u0000\u001f\u007f": 0, "é😀": 0, "": 0}
      """#
    )
    let list = try Document("[0, 1, 2, 3, 4]")
    let isInList = query.contains("[1]") || query.contains("-3")
    #expect(try (isInList ? list : group).paths(query) == [path])
  }

  @Test func everyNormalizedPathLeadsBackToItsNode() throws {
    let document = try Document(
      #"{"a": [1, [2, {"b'\\": [3]}], {}], "\u0001\n": {"c": {"d": [[[0]]]}}, "é": []}"#
    )
    let nodes = try document.nodes("$..*")
    #expect(nodes.count == 15)
    for node in nodes {
      #expect(try document.nodes(document.tree.normalizedPath(of: node)) == [node])
    }
  }
}
