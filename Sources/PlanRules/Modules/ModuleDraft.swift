internal import PlanQuery
internal import PlanText

/// A module as its `module.yaml` says it, its sets and fields not yet looked up.
struct ModuleDraft {
  /// Name of the module: its folder's.
  let name: String
  var title = ""
  var about = ""
  var sets: [String: PhraseSet] = [:]
  var fields: [String: [FieldPath]] = [:]
  var skeletons: [Skeleton] = []
  var document: RuleDocument
  var rules: [RuleDocument] = []

  struct PhraseSet {
    var patterns: [(pattern: Pattern, node: NodeID)]
  }

  struct FieldPath {
    var text: String
    var node: NodeID
  }
}

/// A plan that a module's examples are put into.
package struct Skeleton: Sendable {
  package var name: String
  /// YAML text; a skeleton for texts holds `{text}` once.
  package var text: String
}

extension ModuleDraft {
  /// Reads a module's files; problems stay in the documents.
  init?(_ source: ModuleSource, problems: inout [RuleProblem]) {
    guard let file = source.files.first(where: { $0.name == "module.yaml" }) else {
      let text = SourceText("")
      problems.append(
        RuleProblem(
          path: source.name,
          source: text,
          range: SourceRange(0, 0),
          message: "the module `\(source.name)` has no module.yaml"
        )
      )
      return nil
    }
    name = source.name
    document = RuleDocument(file)
    title = document.requiredText("title")
    about = document.text("about") ?? ""
    if let id = document.text("id"), id != name, let node = document.node("id") {
      document.report("the module's id `\(id)` differs from its folder `\(name)`", at: node)
    }
    readSets()
    readFields()
    readSkeletons()
    for file in source.files.sorted(by: { $0.name < $1.name }) where file.name != "module.yaml" {
      guard file.name.hasSuffix(".yaml"), !file.name.hasSuffix(".schema.yaml") else { continue }
      rules.append(RuleDocument(file))
    }
  }

  private mutating func readSets() {
    guard let node = document.node("sets") else { return }
    for (key, value) in document.tree.entries(of: node) {
      let setName = document.tree.string(of: key)
      var set = PhraseSet(patterns: [])
      for node in document.texts(of: document.tree.resolved(value) ?? value) {
        do throws(PatternError) {
          let pattern = try PatternParser.parse(document.tree.string(of: node), in: name)
          set.patterns.append((pattern, node))
        } catch {
          document.report(error, in: node)
        }
      }
      sets[name + "/" + setName] = set
    }
  }

  private mutating func readFields() {
    guard let node = document.node("fields") else { return }
    for (key, value) in document.tree.entries(of: node) {
      let paths = document.texts(of: document.tree.resolved(value) ?? value).map {
        FieldPath(text: document.tree.string(of: $0), node: $0)
      }
      fields[name + "/" + document.tree.string(of: key)] = paths
    }
  }

  private mutating func readSkeletons() {
    guard let node = document.node("skeletons") else { return }
    for (key, value) in document.tree.entries(of: node) {
      skeletons.append(
        Skeleton(name: document.tree.string(of: key), text: document.tree.string(of: value))
      )
    }
  }
}
