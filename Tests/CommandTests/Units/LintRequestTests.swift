import Testing

@testable import planlint

@Suite struct LintRequestTests {
  @Test(arguments: [
    ["lint", "a.plan.yaml"], ["lint", "plans"], ["a.plan.yaml", "b.plan.yaml"], ["."], [],
    ["lint", "plans", "--format", "json"],
  ])
  func plansAloneNeedNoParser(arguments: [String]) {
    #expect(LintRequest(plain: arguments) != nil)
  }

  @Test(arguments: [
    ["explain"], ["explain", "venue/bar"], ["help"], ["plans"], ["lint", "--help"], ["--version"],
    ["lint", "-"], ["lint", ""], ["lint", "a.plan.yaml", "--format", "xml"], ["lint", "--format"],
    ["lint", "--format=json", "a.plan.yaml"], ["lint", "--", "a.plan.yaml"], ["-q", "a.plan.yaml"],
  ])
  func everythingElseIsLeftToTheParser(arguments: [String]) {
    #expect(LintRequest(plain: arguments) == nil)
  }

  /// `--color auto` changes nothing, but leaves the command line to the parser.
  @Test(arguments: [
    ["lint", "b.plan.yaml"], ["b.plan.yaml", "a.plan.yaml"], ["lint"], [], ["lint", "none"],
    ["lint", "--format", "json"], ["lint", "a.plan.yaml", "--format", "jsonl", "b.plan.yaml"],
  ])
  func doesWhatTheParserDoes(arguments: [String]) throws {
    let place = try Workplace()
    try place.write("title: A talk\nscripts: 3\n", to: "a.plan.yaml")
    try place.write("title: [\n", to: "b.plan.yaml")
    #expect(LintRequest(plain: arguments) != nil)
    let plain = try place.launch([Workplace.binary] + arguments)
    let parsed = try place.launch([Workplace.binary] + arguments + ["--color", "auto"])
    #expect(plain.text == parsed.text)
    #expect(plain.errorText == parsed.errorText)
    #expect(plain.status == parsed.status)
  }
}
