package import PlanText

/// Writes a tree as JSON for other programs: two spaces a level, keys in the order of the file, a line break at the end.
///
/// Scalars have the types of the tree, and closed sets their canonical spelling; aliases stand for what they point to.
package func schemaJSON(_ tree: Tree, root: NodeID) -> [UInt8] {
  var printer = JSONPrinter(tree: tree)
  printer.write(root, depth: 0)
  return printer.writer.bytes + [0x0A]
}

private struct JSONPrinter {
  let tree: Tree
  var writer = JSONWriter(pretty: true)
  /// Nodes that may still be written, since aliases multiply.
  private var remaining: Int
  private static let maximumDepth = 128

  init(tree: Tree) {
    self.tree = tree
    remaining = 100_000 + tree.records.count
  }

  mutating func write(_ node: NodeID, depth: Int) {
    remaining -= 1
    guard remaining > 0, depth < Self.maximumDepth, let node = tree.resolved(node) else {
      return writer.null()
    }
    switch tree[node].kind {
    case .mapping:
      writer.beginObject()
      for (key, value) in tree.entries(of: node) {
        writer.key(tree.bytes(of: tree.resolved(key) ?? key))
        write(value, depth: depth + 1)
      }
      writer.endObject()
    case .sequence:
      writer.beginArray()
      for item in tree.items(of: node) { write(item, depth: depth + 1) }
      writer.endArray()
    case .scalar, .alias: writeScalar(node)
    }
  }

  private mutating func writeScalar(_ node: NodeID) {
    let bytes = tree.valueBytes(of: node)
    switch tree[node].type {
    case .string: writer.string(bytes)
    case .null: writer.null()
    case .true: writer.bool(true)
    case .false: writer.bool(false)
    case .integer, .number:
      // Infinity and "not a number" are no JSON numbers.
      if let number = SchemaNumber(bytes) {
        writer.literal(number.json.utf8)
      } else {
        writer.string(bytes)
      }
    }
  }
}
