import ArgumentParser

/// The command line as a whole.
struct Planlint: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "planlint",
    abstract: "Read a plan for a family intervention and say what a caring expert would say.",
    usage: """
      planlint [PATH ...]
      planlint <command> ...
      """,
    discussion: """
      A plan is a file of the name *.plan.yaml. planlint says, line by line, what is missing in it, what could hurt, \
      and what to write instead. It changes nothing and sends nothing anywhere.

        planlint new danny.plan.yaml      start a plan
        planlint danny.plan.yaml          look it over
        planlint explain venue/bar        why a remark was made

      A clean result does not make a plan safe; it is no medical or legal advice.
      Exit status: 0 nothing to settle, 1 something is, 2 planlint could not do all of its work.
      """,
    version: version,
    subcommands: [
      LintCommand.self, ExplainCommand.self, RulesCommand.self, TestCommand.self, NewCommand.self,
      SchemaCommand.self,
    ],
    defaultSubcommand: LintCommand.self
  )
}
