import ArgumentParser
import PlanQuery
import PlanReport
import PlanRules
import PlanText

/// `planlint rules`: the rules in force, with severity and where each was set.
struct RulesCommand: PlanlintCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules in force, how much each matters, and where that was set.",
    discussion: "Example: planlint rules --select venue"
  )

  @OptionGroup var choice: RuleChoice

  @Flag(help: "List the functions that rules may use instead.")
  var functions = false

  func execute() -> ExitStatus {
    var out = ReportBuffer()
    if functions {
      for function in FunctionTable.planlint.declarations { describe(function, to: &out) }
      return Output.deliver(out.take()) ? .nothing : .failure
    }
    guard let engine = Engine(choice) else { return .failure }
    for rule in engine.rules.rules {
      let chosen = engine.options.severity(of: rule.id, default: rule.severity)
      let isOn = engine.options.includes(rule.id)
      out.column(isOn ? chosen?.rawValue ?? "off" : "off", width: 9)
      out.column(rule.id, width: 46)
      if !isOn, chosen != nil {
        let isIgnored = choice.ignore.contains { LintOptions.matches($0, rule.id) }
        out.own(isIgnored ? "--ignore" : "--select")
      } else if choice.severity.contains(where: { LintOptions.matches($0.rule, rule.id) }) {
        out.own("--severity")
      } else if !rule.severityCases.isEmpty {
        out.own("the rule itself, or another level by the plan")
      } else {
        out.own("the rule itself")
      }
      out.own("\n")
    }
    return Output.deliver(out.take()) ? .nothing : .failure
  }

  /// `name(V, N) -> L  summary`, with the types of RFC 9535 §2.4.1 by their first letter.
  private func describe(_ function: FunctionDeclaration, to out: inout ReportBuffer) {
    let parameters = function.parameters.map { String($0.rawValue.prefix(1)) }.joined(
      separator: ", "
    )
    out.column(
      "\(function.name)(\(parameters)) -> \(function.result.rawValue.prefix(1))",
      width: 26
    )
    out.foreign(function.summary)
    out.own("\n")
  }
}
