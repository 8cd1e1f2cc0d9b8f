internal import PlanQuery
internal import PlanText

extension FunctionDeclaration {
  static let distinct = FunctionDeclaration(
    name: "distinct",
    parameters: [.nodes],
    summary: "number of different values",
    body: .value { arguments in
      let tree = arguments.context.tree
      var seen: Set<[UInt8]> = []
      for node in arguments.nodes(0) {
        guard let node = tree.resolved(node) else { continue }
        if tree[node].kind == .scalar {
          seen.insert(Array(tree.valueBytes(of: node)))
        } else {
          // Collections count by their place: two that look alike are still two.
          seen.insert(Array("\u{0}\(node.index)".utf8))
        }
      }
      return .number(Double(seen.count))
    }
  )

  static let isIn = FunctionDeclaration(
    name: "in",
    parameters: [.value, .nodes],
    summary: "the value is one of the nodes' values",
    body: .logical { arguments in
      let value = arguments.plainValue(0)
      guard value != .nothing else { return false }
      return arguments.nodes(1).contains {
        arguments.areEqual(arguments.plainValue(.node($0)), value)
      }
    }
  )

  static let kin = FunctionDeclaration(
    name: "kin",
    parameters: [.value, .value],
    summary: "both values belong to one family, such as residential and inpatient",
    body: .logical { arguments in
      guard let a = arguments.text(0), let b = arguments.text(1) else { return false }
      if a == b { return true }
      return families.contains { family in
        family.contains { $0.utf8.elementsEqual(a) } && family.contains { $0.utf8.elementsEqual(b) }
      }
    }
  )

  /// Kinds of treatment that are no real alternatives to each other (S66; `vocabulary.yaml`).
  private static let families: [Set<String>] = [
    ["residential", "inpatient"],
    ["outpatient", "intensive-outpatient", "partial-hospitalization"],
    ["individual-therapy", "family-therapy"],
  ]
}
