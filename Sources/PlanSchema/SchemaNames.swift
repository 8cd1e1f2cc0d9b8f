internal import PlanText

/// The names by which `$ref` reaches the parts of a schema: `$id`, `$anchor` and JSON pointers.
struct SchemaNames {
  private let tree: Tree
  private var resources: [SchemaAddress: NodeID] = [:]
  /// The address in force at each subschema.
  private var bases: [NodeID: SchemaAddress] = [:]
  private static let maximumDepth = 64

  init(tree: Tree) { self.tree = tree }

  /// Walks every subschema and remembers what it is called.
  mutating func collect(from root: NodeID) throws(SchemaError) {
    let base = SchemaAddress("")
    resources[base] = root
    try visit(root, base, depth: 0)
  }

  private mutating func visit(_ node: NodeID, _ outer: SchemaAddress, depth: Int)
    throws(SchemaError)
  {
    guard depth < Self.maximumDepth else {
      throw SchemaError(message: "this schema is nested too deeply", range: tree[node].range)
    }
    var base = outer
    if let id = tree.value(of: "$id", in: node), tree[id].type == .string {
      base = outer.resolving(SchemaAddress(tree.string(of: id))).resource
      resources[base] = node
    }
    bases[node] = base
    if let anchor = tree.value(of: "$anchor", in: node) {
      var address = base
      address.fragment = tree.string(of: anchor)
      resources[address] = node
    }
    for (key, value) in tree.entries(of: node) {
      switch tree.string(of: key) {
      case "properties", "patternProperties", "$defs", "dependentSchemas":
        for entry in tree.entries(of: value) { try visit(entry.value, base, depth: depth + 1) }
      case "allOf", "anyOf", "oneOf", "prefixItems":
        for item in tree.items(of: value) { try visit(item, base, depth: depth + 1) }
      case "additionalProperties", "propertyNames", "items", "contains", "not", "if", "then",
        "else",
        "contentSchema":
        try visit(value, base, depth: depth + 1)
      default: continue
      }
    }
  }

  /// The subschema that a reference means.
  func target(of reference: String, at node: NodeID, reference place: NodeID) throws(SchemaError)
    -> NodeID
  {
    let address = base(of: node).resolving(SchemaAddress(reference))
    let unknown = SchemaError(
      message: "\"\(reference)\" leads to nothing in this schema, and other files are not read",
      range: tree[place].range
    )
    let fragment = address.fragment ?? ""
    if !fragment.isEmpty, !fragment.hasPrefix("/") {
      guard let target = resources[address] else { throw unknown }
      return target
    }
    guard var target = resources[address.resource] else { throw unknown }
    for step in fragment.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard let next = child(of: target, named: step) else { throw unknown }
      target = next
    }
    return target
  }

  /// The address in force at a node: its own, or that of the nearest subschema around it.
  private func base(of node: NodeID) -> SchemaAddress {
    var place: NodeID? = node
    while let here = place {
      if let base = bases[here] { return base }
      place = tree.parent(of: here)
    }
    return SchemaAddress("")
  }

  /// One step of a JSON pointer (RFC 6901 §4).
  private func child(of node: NodeID, named step: Substring) -> NodeID? {
    if tree[node].kind == .sequence {
      guard let index = Int(step), index >= 0 else { return nil }
      return tree.items(of: node).dropFirst(index).first { _ in true }
    }
    var name: [UInt8] = []
    var rest = step.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "~"), let code = rest.first, code == 0x30 || code == 0x31 {
        name.append(code == 0x30 ? UInt8(ascii: "~") : UInt8(ascii: "/"))
        rest = rest.dropFirst()
      } else {
        name.append(byte)
      }
    }
    return tree.value(of: name[...], in: node)
  }
}
