import ArgumentParser
import PlanReport

/// `planlint new`: starts a plan from a commented skeleton.
struct NewCommand: PlanlintCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a plan: a file with every part named and a hint beside each.",
    discussion: """
      Without a path the plan goes to standard output. A file that exists already is never written over.

      Example: planlint new danny.plan.yaml
      """
  )

  @Argument(help: ArgumentHelp("The file to make.", valueName: "path"), completion: .file())
  var path: String?

  func execute() -> ExitStatus {
    let bytes = Array(PlanSkeleton.text.utf8)
    guard let path = path.map({ Arguments.decode($0) }), path != FilePath("-") else {
      return Output.deliver(bytes) ? .nothing : .failure
    }
    do throws(SystemError) {
      try Output.write(bytes, toFile: path, mustBeNew: true)
    } catch {
      Output.complain("cannot make", path, error.message)
      return .failure
    }
    Output.say {
      $0.own("made ")
      $0.foreign(path)
      $0.own("; fill in what you know, then run planlint on it\n")
    }
    if !PlanFinder.isPlanName(path) {
      Output.say {
        $0.own("its name does not end in .plan.yaml, so name it when you run planlint\n")
      }
    }
    return .nothing
  }
}
