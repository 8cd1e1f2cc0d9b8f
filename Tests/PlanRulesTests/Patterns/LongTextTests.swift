import PlanRules
import PlanText
import Testing

/// Time stays linear in a text, however many finds there are in one sentence (`reliability.md` section 3).
@Suite struct LongTextTests {
  private static let rules = Result { try RuleCompiler.compile(ProjectFiles.modules()) }

  @Test(arguments: [
    "what !! ", "May 3 ", "maria cruz ", "you selfish liar ", "you always ", "I told you ",
    "never say you liar ", "\\\"you liar\\\" ", "… ", "you … ", "you (are) such a ",
  ])
  func twiceTheWordsCostTwiceTheTime(words: String) throws {
    let rules = try LongTextTests.rules.get()
    func time(_ count: Int) -> Duration {
      let text = String(repeating: words, count: count)
      let plan = """
        title: a
        subject: {name: Danny}
        participants: [{name: Maria Cruz, aliases: [Cruz Maria], relationship: mother}]
        scripts: [{speaker: maria, text: "\(text)"}]
        """
      let linter = Linter(rules: rules)
      return ContinuousClock().measure { _ = linter.lint(Array(plan.utf8)) }
    }
    let once = time(400)
    // Eight times the words; a quadratic step would cost 64 times.
    #expect(time(3_200) < once * 24 + .milliseconds(100))
  }
}
