/// How much a diagnostic matters (`domain.md` 2.0).
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Good practice, or a matter of taste.
  case info
  /// Something the guide asks for is thin or missing, or wording that usually hurts.
  case warning
  /// Against a plain "should not" of the guide, or someone could get hurt.
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What a linter says about one place of a plan: a value, never thrown.
package struct Diagnostic: Sendable {
  /// Full name of the rule, `module/id`.
  package var rule: String
  package var severity: Severity
  /// What and why, in one line; lower case, without a final stop.
  ///
  /// Not yet escaped for any format.
  package var message: String
  /// What to write instead; empty where the message says it.
  package var help: String
  package var range: SourceRange
  /// Normalized path of the node (RFC 9535 §2.7); empty where there is no node.
  package var field: String
  /// The decoded text that a text rule marked; nil for structure rules.
  package var match: String?
  package var related: [RelatedPlace]
  package var fix: Fix?

  package init(
    rule: String,
    severity: Severity,
    message: String,
    help: String = "",
    range: SourceRange,
    field: String = "",
    match: String? = nil,
    related: [RelatedPlace] = [],
    fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.help = help
    self.range = range
    self.field = field
    self.match = match
    self.related = related
    self.fix = fix
  }
}

/// Another place of the same file that a diagnostic speaks of.
package struct RelatedPlace: Sendable {
  package var message: String
  package var range: SourceRange

  package init(message: String, range: SourceRange) {
    self.message = message
    self.range = range
  }
}

/// A change to the bytes of a file that resolves a diagnostic.
package struct Fix: Sendable {
  package enum Safety: String, Sendable { case safe, unsafe }

  package struct Edit: Sendable {
    package var range: SourceRange
    /// The text in the place of the range, as the source writes it.
    package var text: String

    package init(range: SourceRange, text: String) {
      self.range = range
      self.text = text
    }
  }

  package var safety: Safety
  package var edits: [Edit]

  package init(safety: Safety, edits: [Edit]) {
    self.safety = safety
    self.edits = edits
  }
}
