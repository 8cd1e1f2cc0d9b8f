import PlanQuery
import PlanRules
import PlanText
import Testing

@Suite struct CoversFunctionTests {
  @Test(arguments: [
    ("due: 2025-06-17", true),
    ("when: 2025-06-21T10:00", true),
    ("when: 2025-06-16", false),
    ("due: 2025-06-22", false),
    ("when: 2025-06-01", false),
  ])
  func aSingleDayCoversOnlyItsOwnWindow(task: String, expected: Bool) throws {
    #expect(try covers(task, 3, 7) == expected)
  }

  @Test(arguments: [
    ("recurrence: daily", true),
    ("recurrence: daily, until: 2025-06-17", true),
    ("recurrence: daily, until: 2025-06-16", false),
    ("recurrence: weekly, starts: 2025-06-21", true),
    ("recurrence: weekly, starts: 2025-06-22", false),
    ("starts: 2025-06-15", true),
    ("recurrence: weekly, when: 2025-06-22", false),
    ("until: 2025-06-18", true),
  ])
  func somethingThatGoesOnCoversFromItsStartToItsEnd(task: String, expected: Bool) throws {
    #expect(try covers(task, 3, 7) == expected)
  }

  @Test(arguments: [
    "kind: transportation", "when: first family day", "recurrence: weekly, starts: discharge",
    "when: 2025-06-02 or 2025-06-03", "due: TBD", "when: [2025-06-01]",
  ])
  func whatCannotBeReadExcludesNoDay(task: String) throws {
    #expect(try covers(task, 3, 7))
  }

  @Test func withoutADateToCountFromNothingIsCovered() throws {
    #expect(try !covers("due: 2025-06-17", 3, 7, from: "in June"))
  }

  private func covers(
    _ task: String,
    _ first: Int,
    _ last: Int,
    from date: String = "2025-06-14"
  ) throws -> Bool {
    let tree = loadPlan(Array("{date: \(date), task: {\(task)}}".utf8)).tree
    let root = try #require(tree.roots.first)
    let condition = try Condition(
      parsing: "covers($.task, $.date, \(first), \(last))",
      functions: .planlint
    )
    return condition.holds(in: EvaluationContext(tree: tree, functions: .planlint), at: root)
  }
}
