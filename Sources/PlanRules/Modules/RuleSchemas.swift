internal import PlanSchema
internal import PlanText

/// The schemas that modules bring: those of plans and of rule files, from the module `plan-format`.
struct RuleSchemas {
  let planFormat: PlanFormat?
  private let ruleSchema: Schema?

  init(_ sources: [ModuleSource], problems: inout [RuleProblem]) {
    let files = sources.first { $0.name == "plan-format" }?.files ?? []
    planFormat = RuleSchemas.compile("plan.schema.yaml", files, &problems) {
      (tree: Tree, root: NodeID) throws(SchemaError) in
      try PlanFormat(compiling: tree, root: root)
    }
    ruleSchema = nil
  }

  private static func compile<Value>(
    _ name: String,
    _ files: [ModuleSource.File],
    _ problems: inout [RuleProblem],
    _ make: (Tree, NodeID) throws(SchemaError) -> Value
  ) -> Value? {
    guard let file = files.first(where: { $0.name == name }) else {
      problems.append(
        RuleProblem(
          path: "plan-format",
          source: SourceText(""),
          range: SourceRange(0, 0),
          message: "the module `plan-format` has no \(name)"
        )
      )
      return nil
    }
    let document = RuleDocument(file)
    guard document.problems.isEmpty else {
      problems.append(contentsOf: document.problems)
      return nil
    }
    do throws(SchemaError) { return try make(document.tree, document.root) } catch {
      problems.append(
        RuleProblem(
          path: file.path,
          source: document.tree.source,
          range: error.range,
          message: error.message
        )
      )
      return nil
    }
  }

  /// Reports what a rule file holds that rule files do not.
  func checkRule(_ document: inout RuleDocument) {}

  /// Reports what a `module.yaml` holds that it should not.
  func checkModule(_ document: inout RuleDocument) {}
}
