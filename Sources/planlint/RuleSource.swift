import PlanRules
import PlanText

/// Where a rule comes from, as its file says it.
enum RuleSource {
  /// One line for each work that a rule names: its title, the clause in quotes, the address.
  static func lines(of rule: Rule, in modules: [ModuleSource]) -> [String] {
    let name = String(rule.id.dropFirst(rule.module.utf8.count + 1)) + ".yaml"
    let files = modules.first { $0.name == rule.module }?.files ?? []
    guard let file = files.first(where: { $0.name == name }) else { return [] }
    let tree = loadPlan(file.bytes).tree
    guard let root = tree.roots.first, let list = tree.value(of: "source", in: root) else {
      return []
    }
    return tree.items(of: list).map { line(of: $0, in: tree) }
  }

  private static func line(of item: NodeID, in tree: Tree) -> String {
    var line = ""
    for (key, value) in tree.entries(of: item) where tree[value].kind == .scalar {
      let text = tree.string(of: value)
      if !line.isEmpty { line += ", " }
      line += tree.string(of: key) == "clause" ? "\"\(text)\"" : text
    }
    return line.isEmpty ? tree.string(of: item) : line
  }
}
