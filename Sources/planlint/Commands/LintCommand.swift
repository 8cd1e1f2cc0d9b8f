import ArgumentParser
import PlanReport
import PlanText

/// `planlint lint`, and plain `planlint`.
struct LintCommand: PlanlintCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Look plans over and print what is to be said about them.",
    discussion: """
      Each line names the file, the line, the column, how much it matters, and the rule in brackets:

        danny.plan.yaml:12:9: warning: … [venue/bar]
        danny.plan.yaml:12:9: note: what to write instead

      Example: planlint lint plans --fail-on warning
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Plans, or folders with plans (*.plan.yaml, *.plan.yml); - reads standard input. Without any: this folder.",
      valueName: "path"
    ),
    completion: .file()
  )
  var paths: [String] = []

  @Option(help: "How to write the report: text for people and editors, json or jsonl for programs.")
  var format = ReportFormat.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to this file.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Show the line of the plan under each remark (default: at a terminal)."
  )
  var snippets: Bool?

  @Option(
    help: ArgumentHelp("The name to print for a plan read from standard input.", valueName: "path")
  )
  var stdinFilename: String?

  @OptionGroup(title: "Rules") var choice: RuleChoice

  @Option(help: "The lowest severity that makes the exit status 1.")
  var failOn = FailureLevel.error

  @Flag(help: "Use no configuration file.")
  var noConfig = false

  @Option(help: "What columns count, in every format.")
  var columnUnit = ColumnUnit.codepoints

  @Option(help: "When to use colours; NO_COLOR and CLICOLOR_FORCE are honoured.")
  var color = Terminal.ColorChoice.auto

  @Option(
    help: ArgumentHelp(
      "How many plans to read at a time (default: as many as cores).",
      valueName: "n"
    )
  )
  var jobs: Int?

  @Option(help: ArgumentHelp("The largest plan to read; k and M can be used.", valueName: "bytes"))
  var maxFileSize = ByteCount(LoadLimits.standard.maxFileSize)

  @Option(help: ArgumentHelp("How deep lists in a plan may be nested.", valueName: "n"))
  var maxDepth = LoadLimits.standard.maxDepth

  @Flag(name: .shortAndLong, help: "Print only errors, and no summary.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also say which plans were read, and how long it took.")
  var verbose = false

  @Flag(help: "Also count the remarks of each rule.")
  var statistics = false

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError("--jobs must be 1 or more.")
    }
    // Rules recurse as deep as the plan.
    guard (1...LoadLimits.standard.maxDepth).contains(maxDepth) else {
      throw ValidationError("--max-depth must be between 1 and \(LoadLimits.standard.maxDepth).")
    }
    if stdinFilename != nil, !paths.contains("-") {
      throw ValidationError("--stdin-filename needs - among the paths, for standard input.")
    }
    if quiet, verbose {
      throw ValidationError("--quiet and --verbose exclude each other.")
    }
  }

  func execute() -> ExitStatus { request.execute() }

  /// The command line as a request.
  var request: LintRequest {
    var limits = LoadLimits.standard
    limits.maxFileSize = maxFileSize.value
    limits.maxDepth = maxDepth
    var request = LintRequest(paths: paths)
    request.format = format
    request.output = output
    request.snippets = snippets
    request.stdinFilename = stdinFilename
    request.folders = choice.rules
    request.options = choice.options(limits: limits)
    request.ruleNames = choice.names
    request.failOn = failOn.severity
    request.columnUnit = columnUnit
    request.color = color
    request.jobs = jobs
    request.isQuiet = quiet
    request.isVerbose = verbose
    request.showsStatistics = statistics
    return request
  }
}
