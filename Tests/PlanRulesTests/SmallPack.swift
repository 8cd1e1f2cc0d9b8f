import Foundation
import PlanRules
import PlanText

/// Small rule modules for tests, beside the format of plans and of rule files.
enum SmallPack {
  /// The schemas without the rules.
  static func planFormat() throws -> ModuleSource {
    var source = try ProjectFiles.modules().first { $0.name == "plan-format" }
    source?.files.removeAll { $0.name != "module.yaml" && !$0.name.hasSuffix(".schema.yaml") }
    return source ?? ModuleSource(name: "plan-format", files: [])
  }

  static let module = """
    id: small
    title: Small
    about: A module for these tests.
    """

  /// A module of its files, each by its name without `.yaml`.
  static func source(_ files: [(name: String, text: String)], in name: String = "small")
    -> ModuleSource
  {
    ModuleSource(
      name: name,
      files: files.map {
        ModuleSource.File(
          name: $0.name + ".yaml",
          path: name + "/" + $0.name + ".yaml",
          bytes: Array($0.text.utf8)
        )
      }
    )
  }

  static func compile(_ files: [(name: String, text: String)]) throws -> RuleSet {
    try RuleCompiler.compile([planFormat(), source(files)])
  }

  /// A rule file whose rule-making fields are given.
  static func rule(_ id: String, _ body: String) -> (name: String, text: String) {
    (
      id,
      """
      id: \(id)
      title: A rule
      severity: warning
      \(body)
      message: something is found
      why: It is only for tests.
      source: [{standard: none}]
      examples: {flag: [{text: a, at: a}], pass: [b]}
      """
    )
  }

  /// A text as a double-quoted scalar.
  static func quoted(_ text: String) -> String { ExamplePlan.doubleQuoted(text) }
}
