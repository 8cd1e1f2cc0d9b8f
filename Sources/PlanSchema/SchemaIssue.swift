package import PlanText

/// One thing that a schema has to say about a value: a fact, never thrown.
package struct SchemaIssue: Sendable {
  /// What is wrong.
  ///
  /// The raw values are the ids of the rules of module `plan-format`.
  package enum Kind: String, Sendable, CaseIterable {
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case missingValue = "missing-value"
    case wrongType = "wrong-type"
    case unknownValue = "unknown-value"
    case badDate = "bad-date"
    case notAPlan = "not-a-plan"
    case colonInSentence = "colon-in-sentence"
    /// Something else about a value, such as its length or its pattern.
    case badValue = "bad-value"
    /// The rest was not looked at, because it refers to itself too often.
    case tooMuch = "too-much"
  }

  package var kind: Kind
  /// The keyword of the schema that is not met; empty where none is.
  package var keyword: StaticString
  /// The node that the issue is about: a key for an unknown key, the object for a missing one, otherwise the value.
  package var node: NodeID
  package var range: SourceRange
  /// The key concerned: unknown, missing, or that of the value; empty in lists.
  package var key: String
  /// What belongs there, in words.
  package var expected: String
  /// What is there, in words: a kind of value, or the value itself.
  package var found: String
  /// What was probably meant: a key or a value, or the place where such a key belongs ("meeting.minutes").
  package var suggestion: String?

  init(
    _ kind: Kind,
    _ keyword: StaticString,
    node: NodeID,
    range: SourceRange,
    key: String = "",
    expected: String = "",
    found: String = "",
    suggestion: String? = nil
  ) {
    self.kind = kind
    self.keyword = keyword
    self.node = node
    self.range = range
    self.key = key
    self.expected = expected
    self.found = found
    self.suggestion = suggestion
  }
}
