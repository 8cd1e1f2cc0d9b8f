import Foundation
import Testing

@Suite struct OtherCommandsTests {
  let place = try? Workplace()

  @Test func explainTellsARuleWithItsExamples() throws {
    let place = try #require(place)
    let result = try place.run("explain", "--rules", Workplace.rules, "wording/always")
    #expect(result.status == 0)
    for part in [
      "wording/always  error\nSay what happened\n", "A verdict is answered",
      "What helps:\n  say what happened, and when\n",
      "It remarks on:\n  - you always shout\n", "It leaves alone:\n  - On Sunday you shouted\n",
    ] { #expect(result.text.contains(part)) }
    #expect(result.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func explainKnowsModulesShortNamesAndNothingElse() throws {
    let place = try #require(place)
    let module = try place.run("explain", "--rules", Workplace.rules, "wording")
    #expect(module.text.contains("  warning  maybe"))
    #expect(module.text.contains("Two rules that never change"))
    let short = try place.run("explain", "--rules", Workplace.rules, "maybe")
    #expect(short.text.hasPrefix("wording/maybe  warning\n"))
    let unknown = try place.run("explain", "--rules", Workplace.rules, "wording/mayb")
    #expect(unknown.status == 2)
    #expect(unknown.errorText.contains("did you mean wording/maybe?"))
    #expect(
      try place.run("explain", "--rules", Workplace.rules).text.contains("wording  Words for")
    )
  }

  @Test func rulesSayWhereTheirSeverityComesFrom() throws {
    let place = try #require(place)
    let result = try place.shell(
      "$P rules $R --severity wording/maybe=info --ignore wording/always | grep ' wording/'"
    )
    let fields = result.text.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(
      fields == [["off", "wording/always", "--ignore"], ["info", "wording/maybe", "--severity"]]
    )
    #expect(try place.run("rules", "--functions").text.contains("filled(N) -> L"))
  }

  @Test func testRunsTheExamplesOfAFolder() throws {
    let place = try #require(place)
    let good = try place.run("test", Workplace.rules)
    #expect(good.status == 0)
    #expect(good.errorText == "12 examples passed, 0 failed\n")
    try place.shell(
      "cp -r \(Workplace.rules) mine; sed -i 's/perhaps you$/perhaps we call/' mine/wording/maybe.yaml"
    )
    let bad = try place.run("test", "mine")
    #expect(bad.status == 1)
    #expect(bad.errorText.hasPrefix("mine/wording/maybe.yaml:"))
    #expect(bad.errorText.hasSuffix("11 examples passed, 1 failed\n"))
    #expect(try place.run("test", "gone").status == 2)
  }

  @Test func newMakesAPlanOnce() throws {
    let place = try #require(place)
    #expect(try place.run("new", "a.plan.yaml").status == 0)
    let text = try place.read("a.plan.yaml")
    #expect(try place.run("new").text == text)
    try place.write("mine", to: "b.plan.yaml")
    try place.shell("ln -s target c.plan.yaml")
    for name in ["a.plan.yaml", "b.plan.yaml", "c.plan.yaml", "no/such/folder.plan.yaml"] {
      let again = try place.run("new", name)
      #expect(again.status == 2)
      #expect(again.errorText.hasPrefix("planlint: cannot make \(name) ("))
    }
    #expect(try place.read("b.plan.yaml") == "mine")
  }

  @Test(arguments: ["plan", "rule", "config"])
  func schemaIsJSON(subject: String) throws {
    let place = try #require(place)
    let result = try place.run("schema", subject)
    #expect(result.status == 0)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: result.output) }
    if subject == "plan" { #expect(try place.run("schema").output == result.output) }
  }
}
