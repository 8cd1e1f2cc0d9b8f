import ArgumentParser
import PlanRules
import PlanText

/// The options that choose rules, shared by the commands that use rules.
struct RuleChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use the rule modules in this folder too; can be repeated.",
      valueName: "folder"
    )
  )
  var rules: [String] = []

  @Option(
    help: ArgumentHelp(
      "Use only these rules: a name such as venue/bar, a module such as venue, or a pattern such as 'venue/*'; can be repeated.",
      valueName: "rule"
    )
  )
  var select: [String] = []

  @Option(help: ArgumentHelp("Leave these rules out; can be repeated.", valueName: "rule"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "Make a rule an error, a warning or info, or turn it off, as in venue/bar=warning; can be repeated.",
      valueName: "rule=level"
    )
  )
  var severity: [SeverityChange] = []

  /// The choice in the engine's terms; the last change of a rule's severity wins.
  func options(limits: LoadLimits = .standard) -> LintOptions {
    LintOptions(
      select: select,
      ignore: ignore,
      severities: severity.map { ($0.rule, $0.level) },
      limits: limits
    )
  }

  /// Every name of a rule given, to look up whether it names anything.
  var names: [String] { select + ignore + severity.map(\.rule) }
}

/// `RULE=LEVEL`.
struct SeverityChange: ExpressibleByArgument {
  let rule: String
  /// Nil for `off`.
  let level: Severity?

  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "=") else { return nil }
    let word = String(argument[argument.index(after: sign)...])
    rule = String(argument[..<sign])
    level = Severity(rawValue: word)
    guard !rule.isEmpty, level != nil || word == "off" else { return nil }
  }

  static var defaultCompletionKind: CompletionKind {
    .list(["error", "warning", "info", "off"].map { "RULE=" + $0 })
  }
}
