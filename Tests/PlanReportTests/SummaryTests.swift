import PlanText
import Testing

@testable import PlanReport

@Suite struct SummaryTests {
  func summary(
    _ severities: [Severity],
    files: Int = 1,
    change: (inout RunReport) -> Void = { _ in }
  )
    -> String
  {
    var run = RunReport(ReportOptions())
    for index in 0..<files {
      let file = FileReport(
        path: Array("a".utf8),
        source: SourceText("x"),
        diagnostics: index == 0
          ? severities.map { finding(severity: $0, at: SourceRange(0, 1)) } : []
      )
      run.add(Reporter(ReportOptions()).render(file))
    }
    change(&run)
    return String(decoding: run.summary().bytes, as: UTF8.self)
  }

  @Test func countsInPlainWords() {
    #expect(summary([]) == "nothing to remark in 1 plan\n")
    #expect(summary([.error], files: 2) == "1 error in 2 plans\n")
    #expect(summary([.error, .error, .info]) == "2 errors and 1 note in 1 plan\n")
    #expect(
      summary([.error, .warning, .warning, .info, .info])
        == "1 error, 2 warnings and 2 notes in 1 plan\n"
    )
  }

  @Test func namesWhatIsMissing() {
    let text = summary([.warning]) { $0.add(error: "no", path: []) }
    #expect(text == "1 warning in 1 plan; 1 could not be checked\n")
  }

  @Test func isNoPlaceForAnEditor() {
    #expect(!summary([.error]) { $0.add(error: "a:1:2: b", path: []) }.contains(":"))
  }
}
