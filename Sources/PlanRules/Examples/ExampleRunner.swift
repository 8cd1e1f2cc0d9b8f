internal import PlanText

/// Runs examples: the rules' documentation is their test.
package struct ExampleRunner {
  private let linter: Linter
  package private(set) var passed = 0
  /// Examples that did not give what they say, at their place in the rule file.
  package private(set) var failures: [RuleProblem] = []

  package init(rules: RuleSet) { linter = Linter(rules: rules) }

  /// Runs one example as it stands.
  package mutating func run(_ example: RuleExample) {
    let result = linter.lint(Array(example.plan.utf8))
    if let failure = ExampleRunner.failure(of: example, result) {
      var problem = example.place
      problem.message = "[\(example.rule)] \(failure)"
      failures.append(problem)
    } else {
      passed += 1
    }
    if example.isFlag { noteTwins(example, result) }
  }

  /// Says what is wrong with a result; nil where it is what the example wants.
  package static func failure(of example: RuleExample, _ result: LintResult) -> String? {
    if !result.isComplete, !example.isFile {
      let reason = result.diagnostics.first?.message ?? ""
      return "the example is no readable YAML: \(reason)"
    }
    let own = result.diagnostics.filter { $0.rule == example.rule }
    guard example.isFlag else {
      if let first = own.first { return "must not be reported, but is: \(shown(first))" }
      if example.isClean, let first = result.diagnostics.first {
        return "no rule may report it, but [\(first.rule)] does: \(shown(first))"
      }
      return nil
    }
    guard own.count == 1, let diagnostic = own.first else {
      if own.isEmpty {
        let others = result.diagnostics.map { "[\($0.rule)] \(shown($0))" }
        return "is not reported"
          + (others.isEmpty ? "" : "; instead: " + others.joined(separator: "; "))
      }
      return "is reported \(own.count) times: " + own.map { shown($0) }.joined(separator: "; ")
    }
    guard let at = example.at else { return nil }
    if case .text = example.body {
      let match = diagnostic.match ?? ""
      return match == at ? nil : "marks \"\(match)\" and not \"\(at)\""
    }
    let rest = result.source[
      SourceRange(diagnostic.range.start, UInt32(clamping: result.source.bytes.count))
    ]
    if rest.starts(with: at.utf8) || diagnostic.match == at { return nil }
    return "points at \"\(String(decoding: rest.prefix(24), as: UTF8.self))\" and not at \"\(at)\""
  }

  private static func shown(_ diagnostic: Diagnostic) -> String {
    diagnostic.match.map { "\"\($0)\"" } ?? diagnostic.message
  }

  /// Two rules that mark the same words of their own examples would tell the reader one thing twice.
  private mutating func noteTwins(_ example: RuleExample, _ result: LintResult) {
    let own = result.diagnostics.filter { $0.rule == example.rule }
    for diagnostic in own where diagnostic.match != nil {
      for twin in result.diagnostics
      where twin.rule != example.rule && twin.match != nil && twin.range == diagnostic.range
        && twin.severity != .info
      {
        var problem = example.place
        problem.message =
          "[\(example.rule)] marks the same words as [\(twin.rule)]; one of the two is enough"
        failures.append(problem)
      }
    }
  }
}
