import PlanReport
import PlanRules
import PlanText

/// What `planlint lint` is asked to do, with the defaults of its options.
struct LintRequest {
  /// Paths as `Arguments` encodes them; without any, this folder.
  var paths: [String]
  var format = ReportFormat.text
  var output: String?
  /// Nil: where a person reads.
  var snippets: Bool?
  var stdinFilename: String?
  /// Folders with further rule modules.
  var folders: [String] = []
  var options = LintOptions()
  /// The names of rules in `options`, which must name something.
  var ruleNames: [String] = []
  var failOn: Severity? = .error
  var columnUnit = ColumnUnit.codepoints
  var color = Terminal.ColorChoice.auto
  /// Nil: as many as there are processors.
  var jobs: Int?
  var isQuiet = false
  var isVerbose = false
  var showsStatistics = false

  init(paths: [String]) { self.paths = paths }

  /// Reads a command line that only names plans, with a format or not; nil where it is any other.
  ///
  /// Setting up the argument parser takes longer than linting a plan: what editors and hooks run all day goes without.
  /// Everything else, mistakes and calls for help included, is left to the parser, which reads these the same.
  init?(plain arguments: [String]) {
    var rest = arguments[...]
    // Words without a dot could be commands.
    let isNamed = rest.first == "lint"
    if isNamed { rest = rest.dropFirst() }
    self.init(paths: [])
    while let argument = rest.popFirst() {
      if argument == "--format" {
        guard let format = rest.popFirst().flatMap(ReportFormat.init) else { return nil }
        self.format = format
      } else if argument.utf8.first == UInt8(ascii: "-") || argument.isEmpty
        || !isNamed && !argument.utf8.contains(UInt8(ascii: "."))
      {
        return nil
      } else {
        paths.append(argument)
      }
    }
  }

  func execute() -> ExitStatus {
    let isForPeople = output == nil && Terminal.isForPeople
    var report = ReportOptions()
    report.format = format
    report.columnUnit = columnUnit
    report.snippets = snippets ?? isForPeople
    report.color = Terminal.wantsColor(color, isForPeople: isForPeople)
    report.lowest = isQuiet ? .error : .info
    report.version = Planlint.version

    guard let engine = Engine(folders: folders, options: options, names: ruleNames) else {
      return .failure
    }
    let run = LintRun(
      engine: engine,
      options: report,
      paths: paths.isEmpty ? [FilePath(".")] : paths.map { Arguments.decode($0) },
      standardInputName: stdinFilename.map { Arguments.decode($0) },
      output: output.map { Arguments.decode($0) },
      failOn: failOn,
      threads: jobs ?? Workers.processors,
      isQuiet: isQuiet,
      isVerbose: isVerbose,
      showsStatistics: showsStatistics
    )
    // The process ends next: to take the rules apart would be in vain.
    _ = Unmanaged.passRetained(Kept(engine))
    return run.execute()
  }

  private final class Kept {
    let engine: Engine
    init(_ engine: Engine) { self.engine = engine }
  }
}
