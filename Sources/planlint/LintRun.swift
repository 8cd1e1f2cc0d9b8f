import PlanReport
import PlanRules
import PlanText

/// One run over plans: find, read, lint, report.
struct LintRun: Sendable {
  let engine: Engine
  let options: ReportOptions
  let paths: [FilePath]
  let standardInputName: FilePath?
  let output: FilePath?
  /// The severity that makes the status 1; nil for none.
  let failOn: Severity?
  let threads: Int
  let isQuiet: Bool
  let isVerbose: Bool
  let showsStatistics: Bool

  /// What became of one plan.
  private enum Outcome: Sendable {
    case linted(RenderedFile, size: Int)
    case unreadable(String)
  }

  func execute() -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    var finder = PlanFinder()
    for path in paths { finder.add(path, standardInputName: standardInputName) }
    let plans = finder.plans()
    if let output, writesOverPlan(output, plans) {
      Output.complain("will not write over", output, "it is one of the plans")
      return .failure
    }

    let outcomes = lint(plans)
    var report = RunReport(options)
    var failures = finder.problems
    for (plan, outcome) in zip(plans, outcomes) {
      switch outcome {
      case .linted(let rendered, let size):
        report.add(rendered)
        if isVerbose { Output.complain("read", plan.name, "\(size) bytes") }
      case .unreadable(let reason): failures.append((plan.name, reason))
      }
    }
    failures.sort { $0.path.precedes($1.path) }
    for failure in failures { report.add(error: failure.reason, path: failure.path) }
    let isWritten = write(report.finish())
    for failure in failures { Output.complain("cannot read", failure.path, failure.reason) }
    let isComplete = sayWhatIsLeftOut(finder) && failures.isEmpty
    sayInTheEnd(report, duration: clock.now - start, isWritten: isWritten)

    guard isWritten != nil, isComplete else { return .failure }
    return failOn.map(report.counts.reaches) == true ? .found : .nothing
  }

  private func lint(_ plans: [PlanFinder.Plan]) -> [Outcome] {
    let reporter = Reporter(options)
    return Workers.map(plans.count, threads: threads) { [engine] in
      let linter = engine.linter()
      return { index in
        do throws(SystemError) {
          let bytes = try engine.read(plans[index])
          let result = linter.lint(bytes)
          let file = FileReport(
            path: plans[index].name,
            source: result.source,
            diagnostics: result.diagnostics,
            suppressed: result.suppressed
          )
          return .linted(reporter.render(file), size: bytes.count)
        } catch {
          return .unreadable(error.message)
        }
      }
    }
  }

  private func writesOverPlan(_ output: FilePath, _ plans: [PlanFinder.Plan]) -> Bool {
    let target = Folder.canonical(output)
    return plans.contains { plan in
      guard case .file(let path) = plan.source else { return false }
      return Folder.canonical(path) == target
    }
  }

  /// Writes the report; true when somebody reads it, false when the reader has gone, nil when that failed.
  private func write(_ bytes: [UInt8]) -> Bool? {
    do throws(SystemError) {
      guard let output else { return try Output.write(bytes) }
      try Output.write(bytes, toFile: output)
      return true
    } catch {
      Output.complain(
        "cannot write the report to",
        output ?? FilePath("standard output"),
        error.message
      )
      return nil
    }
  }

  /// Names folders that gave no plan, and links that were not followed; whether there is a plan wherever one was looked for.
  private func sayWhatIsLeftOut(_ finder: PlanFinder) -> Bool {
    for folder in finder.emptyFolders.sorted(by: { $0.precedes($1) }) {
      Output.complain(
        "found no plan in",
        folder,
        "plans are files named *.plan.yaml; any other can be named itself"
      )
    }
    if !isQuiet {
      for link in finder.skippedLinks.sorted(by: { $0.precedes($1) }) {
        Output.complain("did not follow", link, "it is a link to a folder")
      }
    }
    return finder.emptyFolders.isEmpty
  }

  private func sayInTheEnd(_ report: RunReport, duration: Duration, isWritten: Bool?) {
    guard isWritten == true else { return }
    if showsStatistics { Output.say { $0.append(report.statistics()) } }
    // The other formats carry their own; whoever reads them may have joined the two streams.
    if !isQuiet, options.format == .text || output != nil {
      Output.say { $0.append(report.summary()) }
    }
    if isVerbose {
      let (seconds, attoseconds) = duration.components
      Output.say {
        $0.own("took ")
        $0.number(Int(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000))
        $0.own(" ms, ")
        $0.number(engine.ruleCount)
        $0.own(" rules\n")
      }
    }
  }
}
