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
    ruleSchema = RuleSchemas.compile("rule.schema.yaml", files, &problems) {
      (tree: Tree, root: NodeID) throws(SchemaError) in
      try Schema(compiling: tree, root: root)
    }
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

  /// Reports what a rule file or a `module.yaml` holds that such files do not.
  func check(_ document: inout RuleDocument) {
    guard let ruleSchema, document.problems.isEmpty else { return }
    for issue in ruleSchema.validate(document.tree, at: document.root) {
      let advice = issue.help.isEmpty ? "" : "; " + issue.help
      document.report(issue.message + advice, at: issue.range)
    }
  }
}
