internal import PlanText

/// Reads the examples of rule modules.
package struct ExampleReader {
  /// What each rule must have at least of each kind (`rule-language.md`).
  static let minimum = 3

  package private(set) var examples: [RuleExample] = []
  /// Examples that are missing or cannot be read.
  package private(set) var problems: [RuleProblem] = []
  private var commonBase = ""

  /// Reads the examples of all modules.
  package init(_ sources: [ModuleSource]) {
    var drafts: [ModuleDraft] = []
    for source in sources.sorted(by: { $0.name < $1.name }) {
      if let draft = ModuleDraft(source, problems: &problems) { drafts.append(draft) }
    }
    commonBase =
      drafts.first { $0.name == "common" }?.skeletons.first { $0.name == "base" }?.text ?? ""
    for draft in drafts {
      for document in draft.rules { read(document, draft) }
    }
  }

  private mutating func read(_ document: RuleDocument, _ draft: ModuleDraft) {
    var document = document
    let id = draft.name + "/" + (document.text("id") ?? "")
    let examples = document.node("examples")
    for (name, isFlag) in [("flag" as StaticString, true), ("pass", false)] {
      let list = examples.flatMap { document.node(name, in: $0) }
      var count = 0
      for item in list.map({ Array(document.tree.items(of: $0)) }) ?? [] {
        count += 1
        if let example = example(item, id, isFlag, &document, draft) {
          self.examples.append(example)
        }
      }
      if count < ExampleReader.minimum {
        document.report(
          "the rule has \(count) `\(name)` examples; it needs at least \(ExampleReader.minimum)",
          at: list.map { document.tree[$0].range } ?? document.firstKey
        )
      }
    }
    problems.append(contentsOf: document.problems)
  }

  private func example(
    _ item: NodeID,
    _ id: String,
    _ isFlag: Bool,
    _ document: inout RuleDocument,
    _ draft: ModuleDraft
  ) -> RuleExample? {
    let tree = document.tree
    let place = RuleProblem(
      path: document.path,
      source: tree.source,
      range: tree.rangeToPoint(at: item),
      message: ""
    )
    let isMapping = tree[item].kind == .mapping
    let at = isMapping ? document.text("at", in: item) : nil
    var isClean = false
    if isMapping, let clean = document.node("clean", in: item) {
      isClean = tree[clean].type == .true
    }
    let body: RuleExample.Body
    if isMapping, let plan = document.text("plan", in: item) {
      body = .plan(plan, base: base(draft))
    } else if isMapping, let file = document.node("file", in: item) {
      body = .file(tree.string(of: file))
    } else {
      let text = isMapping ? document.text("text", in: item) : document.trimmed(item)
      guard let text else {
        document.report("an example is a text, or has `text`, `plan` or `file`", at: item)
        return nil
      }
      let name = (isMapping ? document.text("in", in: item) : nil) ?? document.text("skeleton")
      guard let skeleton = skeleton(name, draft) else {
        document.report("the module has no skeleton for this example's text", at: item)
        return nil
      }
      if isFlag, at == nil {
        document.report("say with `at` which words are marked", at: item)
        return nil
      }
      body = .text(text, skeleton: skeleton)
    }
    return RuleExample(
      rule: id,
      isFlag: isFlag,
      isClean: isClean,
      body: body,
      at: at,
      place: place
    )
  }

  private func base(_ draft: ModuleDraft) -> String {
    draft.skeletons.first { $0.name == "base" }?.text ?? commonBase
  }

  private func skeleton(_ name: String?, _ draft: ModuleDraft) -> String? {
    let found = draft.skeletons.first {
      name == nil ? $0.text.contains(ExamplePlan.placeholder) : $0.name == name
    }
    guard let found else { return nil }
    // A short skeleton lies over the base plan; the scalar stands in while the two are put together.
    return ExamplePlan.overlaid(found.text, on: base(draft))
  }
}
