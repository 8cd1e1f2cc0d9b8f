import PlanRules
import PlanText

/// The rules in force and what reads plans with them: the place where the command meets the engine.
struct Engine: Sendable {
  let rules: RuleSet
  let options: LintOptions

  /// Loads the rules; nil when something is wrong with them, which has been said then.
  init?(_ choice: RuleChoice, limits: LoadLimits = .standard) {
    guard let rules = try? Engine.loadRules(choice.rules) else { return nil }
    self.rules = rules
    options = choice.options(limits: limits)
    guard namesAreKnown(choice.names) else { return nil }
  }

  var ruleCount: Int { rules.rules.count { options.includes($0.id) } }

  /// What lints on one thread.
  func linter() -> Linter { Linter(rules: rules, options: options) }

  /// Reads one plan; one byte more than is allowed when it is too large, which the loader then reports.
  func read(_ plan: PlanFinder.Plan) throws(SystemError) -> [UInt8] {
    switch plan.source {
    case .file(let path): try InputFile.read(path, limit: options.limits.maxFileSize)
    case .standardInput: try InputFile.readStandardInput(limit: options.limits.maxFileSize)
    }
  }
}
