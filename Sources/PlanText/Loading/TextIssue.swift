/// What the loader has to say about a place of a file, before any rule looks at it: a value, never thrown.
///
/// Messages never quote the plan (`reliability.md` T22).
package struct TextIssue: Sendable {
  /// The kind of an issue; its raw value is the rule's id in the module `plan-format`.
  package enum Kind: String, Sendable, CaseIterable {
    case unreadableBytes = "unreadable-bytes"
    case limitExceeded = "limit-exceeded"
    case yamlSyntax = "yaml-syntax"
    case emptyDocument = "empty-document"
    case brokenAlias = "broken-alias"
    case duplicateKey = "duplicate-key"
    case commentInText = "comment-in-text"
    case lostWord = "lost-word"
    case commaInBraces = "comma-in-braces"
    case numberLikeText = "number-like-text"
    case oddCharacters = "odd-characters"
  }

  package var kind: Kind
  /// The severity where it differs from that of the rule.
  package var severity: Severity?
  /// What and why, in one line; lower case, without a final stop.
  package var message: String
  /// What to write instead.
  package var help: String
  package var range: SourceRange
  package var related: [RelatedPlace]
  /// The node the issue is about, where there is one in the tree.
  package var node: NodeID?

  package init(
    _ kind: Kind,
    severity: Severity? = nil,
    message: String,
    help: String = "",
    range: SourceRange,
    related: [RelatedPlace] = [],
    node: NodeID? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.message = message
    self.help = help
    self.range = range
    self.related = related
    self.node = node
  }
}

/// A file as the loader leaves it: the tree of all that could be read, and what there is to say about it.
package struct LoadedText: Sendable {
  /// The nodes up to the end of the file, or up to the place where reading stopped.
  ///
  /// A mapping that was cut off behind a key has a null value of no width there, so that keys and values always alternate.
  package let tree: Tree
  /// In the order of their places.
  package let issues: [TextIssue]
  /// False when the YAML could not be read to its end, so that "missing" means nothing.
  package let isComplete: Bool
}
