import ArgumentParser

@main struct Planlint: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "planlint", version: "0.1.0")
}
