import ArgumentParser
import BuiltInRules
import PlanReport
import PlanRules

/// `planlint test`: runs the examples of rule modules.
struct TestCommand: PlanlintCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples that rule modules carry, for people who write rules.",
    discussion: """
      Each rule shows what it remarks on and what it leaves alone; this checks that it does. Without a folder the built-in \
      rules are tested.

      Example: planlint test my-rules
      """
  )

  @Argument(help: ArgumentHelp("Folders with rule modules.", valueName: "folder"))
  var folders: [String] = []

  func execute() -> ExitStatus {
    guard let own = try? Engine.modules(in: folders) else { return .failure }
    // A module of a folder takes the place of a built-in one of its name; the others are there for their words.
    let names = Set(own.map(\.name))
    let sources = BuiltInRules.sources.filter { !names.contains($0.name) } + own
    guard let rules = try? Engine.compile(sources) else { return .failure }
    let tested = Set((folders.isEmpty ? sources : own).flatMap { $0.files.map(\.path) })
    let isTested = { (place: RuleProblem) in tested.contains(place.path) }
    let reader = ExampleReader(sources)
    var runner = ExampleRunner(rules: rules)
    for example in reader.examples where isTested(example.place) { runner.run(example) }
    let problems = reader.problems.filter(isTested) + runner.failures
    Engine.say(problems)
    Output.say {
      $0.number(runner.passed)
      $0.own(runner.passed == 1 ? " example passed, " : " examples passed, ")
      $0.number(problems.count)
      $0.own(" failed\n")
    }
    return problems.isEmpty ? .nothing : .found
  }
}
