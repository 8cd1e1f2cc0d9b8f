internal import PlanQuery
internal import PlanSchema
internal import PlanText

/// Compiles rule modules to a `RuleSet`: the only way to one, for built-in modules when the program is built and for
/// others when it runs.
package struct RuleCompiler {
  /// Limits of what packs may hold (`reliability.md` section 3).
  static let maximumModules = 200
  static let maximumPhrases = 10_000

  private var drafts: [ModuleDraft] = []
  private var problems: [RuleProblem] = []
  var names = RuleNames()
  private var modules: [RuleSet.Module] = []
  private var rules: [Rule] = []

  /// Compiles modules, given in any order.
  ///
  /// - Throws: `RulesError` with every problem found, if there is any.
  package static func compile(_ sources: [ModuleSource]) throws(RulesError) -> RuleSet {
    var compiler = RuleCompiler()
    return try compiler.run(sources.sorted { $0.name < $1.name })
  }

  private mutating func run(_ sources: [ModuleSource]) throws(RulesError) -> RuleSet {
    readDrafts(sources)
    let schemas = RuleSchemas(sources, problems: &problems)
    names.collect(&drafts)
    for index in drafts.indices { compileRules(of: index, schemas: schemas) }
    names.checkNames(&drafts)
    for draft in drafts {
      problems.append(contentsOf: draft.document.problems)
      for rule in draft.rules { problems.append(contentsOf: rule.problems) }
    }
    guard problems.isEmpty, let planFormat = schemas.planFormat else {
      throw RulesError(problems: problems)
    }
    let automaton = names.automaton()
    guard let automaton else {
      throw RulesError(problems: [
        RuleProblem(
          path: "rules",
          source: SourceText(""),
          range: SourceRange(0, 0),
          message: "all phrase patterns together are too large; use fewer or shorter ones"
        )
      ])
    }
    return RuleSet(
      modules: modules,
      rules: rules,
      automaton: automaton,
      fieldQueries: names.fieldQueries,
      spokenSets: names.spokenSets,
      planFormat: planFormat
    )
  }

  private mutating func readDrafts(_ sources: [ModuleSource]) {
    var seen: Set<String> = []
    for source in sources.prefix(RuleCompiler.maximumModules) {
      guard let draft = ModuleDraft(source, problems: &problems) else { continue }
      if seen.insert(draft.name).inserted {
        drafts.append(draft)
        modules.append(RuleSet.Module(id: draft.name, title: draft.title, about: draft.about))
      } else {
        var document = draft.document
        document.report("there are two modules of the name `\(draft.name)`", at: document.firstKey)
        problems.append(contentsOf: document.problems)
      }
    }
  }

  private mutating func compileRules(of index: Int, schemas: RuleSchemas) {
    let module = drafts[index].name
    schemas.check(&drafts[index].document)
    var seen: Set<String> = []
    for position in drafts[index].rules.indices {
      var document = drafts[index].rules[position]
      if document.problems.isEmpty {
        schemas.check(&document)
      }
      if document.problems.isEmpty {
        let reader = RuleReader(module: module)
        if let rule = reader.read(&document, names: &names), seen.insert(rule.id).inserted {
          rules.append(rule)
        }
      }
      drafts[index].rules[position] = document
    }
  }
}
