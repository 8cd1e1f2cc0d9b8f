import PlanRules
import PlanText

/// The rules in force and what reads plans with them: the place where the command meets the engine.
struct Engine: Sendable {
  let rules: RuleSet
  let options: LintOptions

  /// Loads the rules; nil when something is wrong with them, which has been said then.
  ///
  /// `folders` hold further modules; each of `names` must name a rule.
  init?(folders: [String], options: LintOptions, names: [String]) {
    guard let rules = try? Engine.loadRules(folders) else { return nil }
    self.rules = rules
    self.options = options
    guard namesAreKnown(names) else { return nil }
  }

  init?(_ choice: RuleChoice) {
    self.init(folders: choice.rules, options: choice.options(), names: choice.names)
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
