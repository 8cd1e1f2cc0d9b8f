import PlanText
import Testing

@testable import PlanReport

@Suite struct TextFormatTests {
  let plan = "title: Danny\nscripts:\n  Jo: you always shout\n"

  @Test func writesOneLineAndItsNotes() {
    var diagnostic = finding(
      #""you always" turns one evening into a verdict"#,
      rule: "confrontational-wording/absolutes",
      at: range(of: "you always", in: plan)
    )
    diagnostic.help = "say what happened, and when"
    diagnostic.related = [RelatedPlace(message: "named here", range: range(of: "Danny", in: plan))]
    #expect(
      report(plan, [diagnostic]) == """
        a.plan.yaml:3:7: error: "you always" turns one evening into a verdict [confrontational-wording/absolutes]
        a.plan.yaml:3:7: note: say what happened, and when
        a.plan.yaml:1:8: note: named here

        """
    )
  }

  @Test func ordersByPlaceThenRule() {
    let first = range(of: "title", in: plan)
    let second = range(of: "Jo", in: plan)
    let shuffled = [
      finding(rule: "b/b", severity: .info, at: second),
      finding(rule: "c/c", severity: .warning, at: first),
      finding(rule: "a/a", at: second),
    ]
    let expected = """
      a.plan.yaml:1:1: warning: stand-in [c/c]
      a.plan.yaml:3:3: error: stand-in [a/a]
      a.plan.yaml:3:3: info: stand-in [b/b]

      """
    #expect(report(plan, shuffled) == expected)
    #expect(report(plan, shuffled.reversed()) == expected)
  }

  @Test(arguments: [(ColumnUnit.codepoints, 8), (.bytes, 12), (.utf16, 9)])
  func countsColumnsInTheUnitAskedFor(unit: ColumnUnit, column: Int) {
    let text = "a: é 😀 bar"
    let output = report(text, [finding(at: range(of: "bar", in: text))]) { $0.columnUnit = unit }
    #expect(output == "a.plan.yaml:1:\(column): error: stand-in [venue/bar]\n")
  }

  @Test func nothingForeignBeginsALineOrSteersATerminal() {
    var diagnostic = finding(
      "x\n::error::y\u{1B}[2J\u{202E}",
      rule: "evil/\u{1B}]0;x\u{7}",
      at: SourceRange(0, 5)
    )
    diagnostic.help = "\r##[group]z"
    diagnostic.related = [RelatedPlace(message: "\n::warning::", range: SourceRange(0, 1))]
    let output = report(plan, [diagnostic], path: "::set-env name=X::\n.plan.yaml")
    #expect(
      output == #"""
        \u{3A}:set-env name=X::\u{0A}.plan.yaml:1:1: error: x\u{0A}::error::y\u{1B}[2J\u{202E} [evil/\u{1B}]0;x\u{07}]
        \u{3A}:set-env name=X::\u{0A}.plan.yaml:1:1: note: \u{0D}##\u{5B}group]z
        \u{3A}:set-env name=X::\u{0A}.plan.yaml:1:1: note: \u{0A}::warning::

        """#
    )
  }

  @Test func coloursOnlyThePlaceAndTheSeverity() {
    let output = report(plan, [finding(at: SourceRange(0, 5))]) { $0.color = true }
    #expect(
      output
        == "\u{1B}[1ma.plan.yaml:1:1: \u{1B}[0m\u{1B}[1;31merror:\u{1B}[0m stand-in [venue/bar]\n"
    )
  }

  @Test func saysHowMuchIsNotShown() {
    let text = String(repeating: "x\n", count: 130)
    let many = lineByLine(120)
    let lines = report(text, many).split(separator: "\n")
    #expect(lines.count == 101)
    #expect(
      lines.last
        == "a.plan.yaml:101:1: note: 20 more in this file, from here on; they will show when those above are settled"
    )
  }

  @Test func showsOnlyTheLowestSeverityAskedForButCountsAll() {
    var options = ReportOptions()
    options.lowest = .error
    let file = FileReport(
      path: Array("a".utf8),
      source: SourceText(plan),
      diagnostics: [
        finding(at: SourceRange(0, 1)), finding(severity: .warning, at: SourceRange(0, 1)),
        finding(severity: .info, at: SourceRange(0, 1)),
      ]
    )
    var run = RunReport(options)
    run.add(Reporter(options).render(file))
    #expect(run.finish().filter { $0 == 0x0A }.count == 1)
    #expect(run.counts.total == 3)
    #expect(run.counts.reaches(.warning))
  }

  @Test func theRunHasALimitToo() {
    let text = String(repeating: "x\n", count: 100)
    let many = lineByLine(100)
    let file = FileReport(path: Array("a".utf8), source: SourceText(text), diagnostics: many)
    let options = ReportOptions()
    let rendered = Reporter(options).render(file)
    var run = RunReport(options)
    for _ in 0..<201 { run.add(rendered) }
    #expect(run.counts.total == 20_100)
    #expect(run.counts.hidden == 100)
    #expect(run.finish().filter { $0 == 0x0A }.count == 20_000)
  }
}
