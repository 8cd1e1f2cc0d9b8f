import BuiltInRules
import PlanReport
import PlanRules
import PlanText

/// Rules that cannot be used, already told to the person.
struct RulesRefused: Error {}

extension Engine {
  /// The modules in folders.
  static func modules(in folders: [String]) throws(RulesRefused) -> [ModuleSource] {
    var modules: [ModuleSource] = []
    for folder in folders {
      let path = Arguments.decode(folder)
      do throws(SystemError) {
        modules.append(contentsOf: try ModuleFolder.modules(below: path))
      } catch {
        Output.complain("cannot use the rules in", path, error.message)
        throw RulesRefused()
      }
    }
    return modules
  }

  /// The modules in force as files: the built-in ones and those of folders; two of one name will not compile.
  static func sources(_ folders: [String]) throws(RulesRefused) -> [ModuleSource] {
    BuiltInRules.sources + (try modules(in: folders))
  }

  /// The rules compiled: the built-in ones as the program carries them, or together with those of folders.
  static func loadRules(_ folders: [String]) throws(RulesRefused) -> RuleSet {
    guard folders.isEmpty else { return try compile(try sources(folders)) }
    do throws(ArchiveError) {
      return try BuiltInRules.load()
    } catch {
      Output.say { $0.own("planlint: its own rules are damaged; please install it again\n") }
      throw RulesRefused()
    }
  }

  static func compile(_ sources: [ModuleSource]) throws(RulesRefused) -> RuleSet {
    do throws(RulesError) {
      return try RuleCompiler.compile(sources)
    } catch {
      say(error.problems)
      throw RulesRefused()
    }
  }

  /// Prints what is wrong in rule files, as compilers do.
  static func say(_ problems: [RuleProblem]) {
    for problem in problems.prefix(ReportLimits.perFile) {
      let place = LineIndex(problem.source).position(of: problem.range.start)
      Output.say {
        $0.foreign(problem.path)
        $0.own(":")
        $0.number(place.line)
        $0.own(":")
        $0.number(place.column)
        $0.own(": error: ")
        $0.foreign(problem.message)
        $0.own("\n")
      }
    }
    if problems.count > ReportLimits.perFile {
      Output.say {
        $0.number(problems.count - ReportLimits.perFile)
        $0.own(" more\n")
      }
    }
  }

  /// Whether each name given on the command line names a rule; says so where one does not.
  func namesAreKnown(_ names: [String]) -> Bool {
    let unknown = names.filter { name in
      !rules.rules.contains { LintOptions.matches(name, $0.id) }
    }
    for name in unknown { Engine.sayUnknown(name, among: rules) }
    return unknown.isEmpty
  }

  static func sayUnknown(_ name: String, among rules: RuleSet) {
    let near = RuleNames.near(
      name,
      among: rules.modules.map(\.id) + rules.rules.map(\.id)
    )
    Output.say {
      $0.own("planlint: there is no rule ")
      $0.foreign(Arguments.decode(name))
      $0.own(near.isEmpty ? "; `planlint rules` lists them" : "; did you mean ")
      for (index, rule) in near.enumerated() {
        if index > 0 { $0.own(index == near.count - 1 ? " or " : ", ") }
        $0.foreign(rule)
      }
      $0.own(near.isEmpty ? "\n" : "?\n")
    }
  }
}
