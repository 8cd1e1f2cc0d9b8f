import ArgumentParser
import BuiltInRules
import PlanRules
import PlanText

/// `planlint schema`: the JSON Schemas, for editors.
struct SchemaCommand: PlanlintCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of plans, for editors.",
    discussion: "Example: planlint schema plan > plan.schema.json"
  )

  /// What a schema can describe.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case plan, rule, config
  }

  @Argument(help: "What the schema describes.")
  var subject = Subject.plan

  func execute() -> ExitStatus {
    let name = "\(subject.rawValue).schema.yaml"
    for module in BuiltInRules.sources {
      guard let file = module.files.first(where: { $0.name == name }) else { continue }
      let tree = loadPlan(file.bytes).tree
      guard let root = tree.roots.first else { continue }
      var json = JSONWriter(pretty: true)
      json.value(of: root, in: tree)
      return Output.deliver(json.bytes + [0x0A]) ? .nothing : .failure
    }
    Output.complain(
      "has no schema for",
      FilePath(Array(subject.rawValue.utf8)),
      "it is not built in"
    )
    return .failure
  }
}

extension JSONWriter {
  /// Writes a node with all below it; trees are at most 64 deep.
  fileprivate mutating func value(of node: NodeID, in tree: Tree) {
    guard let node = tree.resolved(node) else { return null() }
    switch tree[node].kind {
    case .mapping:
      beginObject()
      for (name, value) in tree.entries(of: node) {
        key(tree.bytes(of: name))
        self.value(of: value, in: tree)
      }
      endObject()
    case .sequence:
      beginArray()
      for item in tree.items(of: node) { value(of: item, in: tree) }
      endArray()
    case .scalar, .alias:
      switch tree[node].type {
      case .null: null()
      case .true: bool(true)
      case .false: bool(false)
      case .integer, .number: literal(tree.bytes(of: node))
      case .string: string(tree.bytes(of: node))
      }
    }
  }
}
