import Foundation
import PlanRules
import Testing

@Suite struct RuleExampleTests {
  @Test func everyExampleGivesWhatItSays() throws {
    let folder = ProcessInfo.processInfo.environment["PLANLINT_RULES"].map { URL(filePath: $0) }
    let sources = try ProjectFiles.modules(in: folder ?? ProjectFiles.root.appending(path: "Rules"))
    let reader = ExampleReader(sources)
    let rules: RuleSet
    do { rules = try RuleCompiler.compile(sources) } catch {
      for problem in error.problems { Issue.record("\(problem.description)") }
      return
    }
    var runner = ExampleRunner(rules: rules)
    for example in reader.examples { runner.run(example) }
    for problem in reader.problems + runner.failures { Issue.record("\(problem.description)") }
    #expect(runner.passed > 0)
  }
}
