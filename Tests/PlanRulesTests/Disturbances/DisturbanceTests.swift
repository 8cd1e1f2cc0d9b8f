import Foundation
import PlanRules
import PlanText
import Testing

/// Every example of every rule, under everything that files do to it.
@Suite struct DisturbanceTests {
  @Test func everyStyleAndEveryChangeIsTried() {
    #expect(Set(Disturbance.ofTexts.map(\.style)).count == ScalarStyle.allCases.count)
    #expect(Set(Disturbance.ofTexts.map(\.change)).count == FileChange.allCases.count)
  }

  @Test(arguments: Disturbance.ofTexts)
  func everyTextIsReportedAtItsPlace(disturbance: Disturbance) throws {
    try check(disturbance) { $0.text != nil }
  }

  @Test(arguments: Disturbance.ofPlans)
  func everyPlanIsReportedAtItsPlace(disturbance: Disturbance) throws {
    try check(disturbance) { $0.text == nil }
  }

  private func check(
    _ disturbance: Disturbance,
    _ isWanted: (ExampleBench.Case) -> Bool
  ) throws {
    let bench = try ExampleBench.shared.get()
    var run = DisturbedRun(bench, disturbance)
    var tried = 0
    let cases = bench.cases.filter(isWanted)
    for one in cases where run.obstacle(to: one) == nil {
      tried += 1
      guard let failure = run.failure(of: one) else { continue }
      var problem = one.example.place
      problem.message = "[\(one.example.rule)] with \(disturbance.testDescription) \(failure)"
      Issue.record("\(problem.description)")
    }
    // A style that can write little would test little: most examples must be written so.
    #expect(tried > cases.count * 2 / 3)
  }
}
