import ArgumentParser
import PlanReport
import PlanRules
import PlanText

/// `planlint explain`: what a rule looks for, why, its source, and examples.
struct ExplainCommand: PlanlintCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule looks for, why it matters, and show examples.",
    discussion: """
      The name of a rule stands in brackets at the end of each remark. The name of a module, such as venue, tells \
      about all of its rules; no name at all lists every rule in a line.

      Example: planlint explain venue/bar
      """
  )

  @Argument(help: ArgumentHelp("A rule or a module.", valueName: "rule"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Use the rule modules in this folder too; can be repeated.",
      valueName: "folder"
    )
  )
  var rules: [String] = []

  func execute() -> ExitStatus {
    guard let sources = try? Engine.sources(rules), let rules = try? Engine.loadRules(rules) else {
      return .failure
    }
    var out = ReportBuffer()
    if let name {
      if let rule = rules.rules.first(where: { $0.id == name }) {
        explain(rule, sources, to: &out)
      } else if let module = rules.modules.first(where: { $0.id == name }) {
        explain(module, rules.rules.filter { $0.module == name }, to: &out)
      } else if let rule = only(rules.rules.filter { $0.id.hasSuffix("/" + name) }) {
        explain(rule, sources, to: &out)
      } else {
        Engine.sayUnknown(name, among: rules)
        return .failure
      }
    } else {
      for module in rules.modules {
        let own = rules.rules.filter { $0.module == module.id }
        guard !own.isEmpty else { continue }
        if out.count > 0 { out.own("\n") }
        list(module, own, to: &out)
      }
    }
    return Output.deliver(out.take()) ? .nothing : .failure
  }

  private func only(_ rules: [Rule]) -> Rule? { rules.count == 1 ? rules.first : nil }

  private func list(_ module: RuleSet.Module, _ rules: [Rule], to out: inout ReportBuffer) {
    out.foreign(module.id)
    out.own("  ")
    out.foreign(module.title)
    out.own("\n")
    for rule in rules {
      out.own("  ")
      out.column(rule.severity.rawValue, width: 9)
      out.column(String(rule.id.dropFirst(module.id.count + 1)), width: 30)
      out.foreign(rule.title)
      out.own("\n")
    }
  }

  private func explain(_ module: RuleSet.Module, _ rules: [Rule], to out: inout ReportBuffer) {
    list(module, rules, to: &out)
    guard !module.about.isEmpty else { return }
    out.own("\n")
    out.paragraph(module.about)
  }

  private func explain(_ rule: Rule, _ sources: [ModuleSource], to out: inout ReportBuffer) {
    out.foreign(rule.id)
    out.own("  ")
    out.foreign(rule.severity.rawValue)
    out.own("\n")
    out.paragraph(rule.title)
    if !rule.why.isEmpty {
      out.own("\n")
      out.paragraph(rule.why)
    }
    part("What it says", rule.message.words, to: &out)
    part("What helps", rule.suggest.words, to: &out)
    let own = ExampleReader(sources).examples.filter { $0.rule == rule.id }
    show("It remarks on", own.filter(\.isFlag), to: &out)
    show("It leaves alone", own.filter { !$0.isFlag }, to: &out)
    let lines = RuleSource.lines(of: rule, in: sources)
    part("Where it comes from", lines.joined(separator: "\n"), to: &out)
  }

  private func part(_ heading: StaticString, _ text: String, to out: inout ReportBuffer) {
    guard !text.isEmpty else { return }
    out.own("\n")
    out.own(heading)
    out.own(":\n")
    out.paragraph(text, indent: 2)
  }

  private func show(_ heading: StaticString, _ examples: [RuleExample], to out: inout ReportBuffer)
  {
    guard !examples.isEmpty else { return }
    out.own("\n")
    out.own(heading)
    out.own(":\n")
    for example in examples {
      switch example.body {
      case .text(let text, _), .plan(let text, _), .file(let text): block(text, to: &out)
      }
    }
  }

  /// An example, its first line marked and its others as they are written.
  private func block(_ text: String, to out: inout ReportBuffer) {
    var isFirst = true
    for line in text.split(separator: "\n") {
      out.own(isFirst ? "  - " : "    ")
      out.foreign(String(line))
      out.own("\n")
      isFirst = false
    }
  }
}
