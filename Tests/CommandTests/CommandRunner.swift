import Foundation

/// What a run of the program gave.
struct CommandResult {
  var status: Int32
  var output: Data
  var errors: Data

  var text: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }
}

/// A folder of its own, and the built program to run in it with an environment of nothing but what a test sets.
final class Workplace {
  let folder: URL

  /// The program beside the test bundle, or the one that PLANLINT_BINARY names.
  static let binary: String = {
    if let path = ProcessInfo.processInfo.environment["PLANLINT_BINARY"] { return path }
    let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return own.deletingLastPathComponent().appending(path: "planlint").path
  }()

  /// Rules that never change: `wording/always` is an error, `wording/maybe` a warning.
  static let rules = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/rules").path

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "planlint-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Runs the program.
  @discardableResult
  func run(
    _ arguments: String...,
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> CommandResult {
    try launch([Workplace.binary] + arguments, input: input, environment: environment)
  }

  /// Lints with the tests' own rules only.
  @discardableResult
  func lint(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws
    -> CommandResult
  {
    let rules = ["--rules", Workplace.rules, "--select", "wording"]
    return try launch(
      [Workplace.binary, "lint"] + rules + arguments,
      input: input,
      environment: environment
    )
  }

  /// Runs a line of shell in which `$P` is the program and `$R` the options for the tests' own rules.
  @discardableResult
  func shell(_ line: String, environment: [String: String] = [:]) throws -> CommandResult {
    var environment = environment
    environment["P"] = Workplace.binary
    environment["R"] = "--rules \(Workplace.rules) --select wording"
    environment["PATH"] = "/usr/bin:/bin"
    return try launch(["/bin/sh", "-c", line], input: "", environment: environment)
  }

  /// A run that takes too long is ended and gives 124.
  func launch(
    _ command: [String],
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> CommandResult {
    let names = ["in", "out", "err"].map { folder.path + ".\($0)-\(UUID().uuidString)" }
    defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
    try Data(input.utf8).write(to: URL(filePath: names[0]))
    for name in names[1...] { try Data().write(to: URL(filePath: name)) }

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["60"] + command
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    return CommandResult(
      status: process.terminationStatus,
      output: try Data(contentsOf: URL(filePath: names[1])),
      errors: try Data(contentsOf: URL(filePath: names[2]))
    )
  }
}

/// A plan with one error (3:11) and one warning (4:11) by the tests' own rules.
let twoRemarks = """
  title: Helping Danny
  scripts:
    - text: you always shout
    - text: perhaps we go

  """

/// A plan that the tests' own rules leave alone.
let noRemark = """
  title: Helping Danny
  scripts:
    - text: On Sunday you did not come home

  """
