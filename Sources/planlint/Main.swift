import ArgumentParser
import Glibc
import PlanReport

/// The program: reads the command line once, runs one command, and ends with its status.
@main enum Main {
  static func main() {
    Output.prepare()
    exit(run(Arguments.ofProcess).rawValue)
  }

  private static func run(_ arguments: [String]) -> ExitStatus {
    if let request = LintRequest(plain: arguments) { return request.execute() }
    do {
      var command = try Planlint.parseAsRoot(arguments)
      if let command = command as? any PlanlintCommand { return command.execute() }
      try command.run()
      return .nothing
    } catch {
      let isAnswer = Planlint.exitCode(for: error).isSuccess
      let text = Planlint.fullMessage(for: error)
      return say(text, to: isAnswer ? STDOUT_FILENO : STDERR_FILENO) && isAnswer
        ? .nothing : .failure
    }
  }

  /// Prints what the argument parser says, which repeats words of the command line.
  private static func say(_ text: String, to descriptor: Int32) -> Bool {
    var words = ReportBuffer()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      words.foreign(Arguments.decode(line))
      words.own("\n")
    }
    return Output.deliver(words.take(), to: descriptor)
  }
}

/// How a run ends (`command-line.md`).
enum ExitStatus: Int32 {
  /// Nothing at or above the severity that fails.
  case nothing = 0
  /// Something.
  case found = 1
  /// Wrong usage or rules, or something that could not be read or written.
  case failure = 2
}

/// A command that knows how the run ends.
protocol PlanlintCommand: ParsableCommand {
  func execute() -> ExitStatus
}
