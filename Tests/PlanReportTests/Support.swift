import PlanReport
import PlanText

/// Places the range of a text within another, for tests that would rather not count.
func range(of needle: String, in text: String) -> SourceRange {
  let bytes = Array(text.utf8)
  let wanted = Array(needle.utf8)
  for start in bytes.indices where bytes[start...].starts(with: wanted) {
    return SourceRange(UInt32(start), UInt32(start + wanted.count))
  }
  return SourceRange(0, 0)
}

/// The report of one file.
func report(
  _ text: String,
  _ diagnostics: [Diagnostic],
  suppressed: [Diagnostic] = [],
  path: String = "a.plan.yaml",
  _ change: (inout ReportOptions) -> Void = { _ in }
) -> String {
  var options = ReportOptions()
  options.version = "0.1.0"
  change(&options)
  let file = FileReport(
    path: Array(path.utf8),
    source: SourceText(text),
    diagnostics: diagnostics,
    suppressed: suppressed
  )
  var run = RunReport(options)
  run.add(Reporter(options).render(file))
  return String(decoding: run.finish(), as: UTF8.self)
}

func finding(
  _ message: String = "stand-in",
  rule: String = "venue/bar",
  severity: Severity = .error,
  at range: SourceRange
) -> Diagnostic {
  Diagnostic(rule: rule, severity: severity, message: message, range: range)
}

/// One finding on each of the first lines of a text whose lines have one letter.
func lineByLine(_ count: UInt32) -> [Diagnostic] {
  (0..<count).map { line in finding(at: SourceRange(line * 2, line * 2 + 1)) }
}
