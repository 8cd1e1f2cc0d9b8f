internal import PlanText

/// One example of a rule: a plan, and what the rule must say of it.
package struct RuleExample: Sendable {
  /// How the example is written: words for a text field, or keys of a plan.
  package enum Body: Sendable {
    /// Words that go into a skeleton's `{text}`.
    case text(String, skeleton: String)
    /// YAML whose top-level keys take the place of the base plan's.
    case plan(String, base: String)
    /// A whole file as it stands, for what can be wrong with a file.
    case file(String)
  }

  /// Full name of the rule.
  package var rule: String
  /// Whether the rule must report it, once; otherwise it must not.
  package var isFlag: Bool
  /// Whether no rule at all may report it.
  package var isClean: Bool
  package var body: Body
  /// The words that are marked, or the text that the diagnostic's place begins with; nil for "the plan as a whole".
  package var at: String?
  /// Where the example stands in its rule file.
  package var place: RuleProblem

  /// Whether the example is a whole file, which may be wrong in any way.
  var isFile: Bool {
    if case .file = body { return true }
    return false
  }

  /// The plan that is linted, the words written as a double-quoted scalar.
  package var plan: String {
    switch body {
    case .text(let text, let skeleton):
      ExamplePlan.filled(skeleton, with: ExamplePlan.doubleQuoted(text))
    case .plan(let plan, let base): ExamplePlan.merged(plan, into: base)
    case .file(let file): file
    }
  }
}
