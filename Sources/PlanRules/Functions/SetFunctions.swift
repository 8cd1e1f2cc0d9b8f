internal import PlanQuery
internal import PlanText

extension FunctionDeclaration {
  static let distinct = FunctionDeclaration(
    name: "distinct",
    parameters: [.nodes],
    summary: "number of different values",
    body: .value { arguments in
      var seen: Set<[UInt8]> = []
      for node in arguments.nodes(0) {
        // The letter before keeps the number 1 and the text "1" apart.
        switch arguments.plainValue(.node(node)) {
        case .string(let text): seen.insert([UInt8(ascii: "s")] + text)
        case .number(let number): seen.insert(Array("n\(number + 0)".utf8))
        case .bool(let flag): seen.insert(Array("b\(flag)".utf8))
        // Collections count by their place: two that look alike are still two.
        case .node(let node): seen.insert(Array("c\(node.index)".utf8))
        case .null: seen.insert([])
        default: break
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
