package import PlanText

/// The format of plans: what `plan.schema.yaml` says, ready for reading.
///
/// After reading, everything sees only the full form (`plan-format.md`, "Shorthand"), each value in its place.
package struct PlanFormat: Sendable {
  package let schema: Schema
  let shapes: PlanShapes

  /// Compiles the plan schema.
  ///
  /// - Throws: `SchemaError` with a place in the schema's file.
  package init(compiling tree: Tree, root: NodeID) throws(SchemaError) {
    self.init(try Schema(compiling: tree, root: root))
  }

  private init(_ schema: Schema) {
    var schema = schema
    schema.refuseKeysBesidePairs()
    self.schema = schema
    shapes = PlanShapes(of: schema)
  }

  /// Brings plans to the full form, and says what of them the format does not know.
  ///
  /// Every document is read by itself. What is not known is kept as it is. The issues are in the order of the file, and
  /// their nodes are those of the new tree. An empty document has no issue here, since the loader reports it.
  package func read(_ tree: Tree) -> (tree: Tree, issues: [SchemaIssue]) {
    var reading = PlanReading(format: self, tree: tree)
    for root in tree.roots { reading.readDocument(root) }
    let found = reading.issues
    let full = reading.finish()
    let issues = found + full.roots.flatMap { validate(full, $0) }
    let sorted = issues.enumerated().sorted {
      ($0.element.range, $0.offset) < ($1.element.range, $1.offset)
    }
    return (full, sorted.prefix(Schema.maximumIssues).map(\.element))
  }

  private func validate(_ tree: Tree, _ root: NodeID) -> [SchemaIssue] {
    let record = tree[root]
    if record.kind == .scalar, record.type == .null { return [] }
    if record.kind != .mapping || isForeign(tree, root) { return [notAPlan(tree, root)] }
    let issues = schema.validate(tree, at: root, blankIsAbsent: true)
    return issues.filter { isWorthSaying($0, tree) && !isAnswered($0, by: issues, tree) }
  }

  /// Whether a key is missing only because it goes by another name, which is reported there.
  private func isAnswered(_ issue: SchemaIssue, by issues: [SchemaIssue], _ tree: Tree) -> Bool {
    guard issue.kind == .missingKey else { return false }
    return issues.contains { other in
      other.kind == .unknownKey && other.expected.isEmpty && other.suggestion == issue.key
        && tree.parent(of: other.node) == issue.node
    }
  }

  /// Whether none of a document's keys is a plan's, nor near to one.
  private func isForeign(_ tree: Tree, _ root: NodeID) -> Bool {
    let members = shapes[schema.root].members
    for (key, _) in tree.entries(of: root) {
      let name = tree.string(of: key)
      if members.contains(where: { $0.name.elementsEqual(name.utf8) }) { return false }
      if schema.nearKey(to: name, in: members) != nil { return false }
    }
    return true
  }

  private func notAPlan(_ tree: Tree, _ root: NodeID) -> SchemaIssue {
    let record = tree[root]
    let found =
      switch record.kind {
      case .mapping: "something with other keys"
      case .sequence: "a list"
      case .scalar, .alias: "a text without keys"
      }
    // The start is enough to show: the whole file is not a plan.
    let first = tree.children(of: root).first { _ in true } ?? root
    return SchemaIssue(
      .notAPlan,
      "type",
      node: root,
      range: tree[first].kind == .scalar
        ? tree[first].range : SourceRange(record.start, record.start),
      expected: "title, subject and participants",
      found: found
    )
  }

  private func isWorthSaying(_ issue: SchemaIssue, _ tree: Tree) -> Bool {
    let record = tree[issue.node]
    switch issue.kind {
    case .missingKey, .missingValue:
      // Shorthand has no place for more, and what it should say is a question for rules.
      return !record.isSynthetic
    case .wrongType:
      // A list item with nothing behind its dash.
      return !(record.kind == .scalar && record.type == .null)
    case .unknownKey:
      // A sentence that a comma cut inside `{…}`, which the loader reports.
      let value = tree[tree.valueOfKey(issue.node)]
      let isInBraces = tree.parent(of: issue.node).map { tree[$0].style == .flow } ?? false
      return
        !(isInBraces && value.type == .null && value.start == value.end
        && value.start <= record.end)
    default: return true
    }
  }
}

extension Schema {
  /// Lets objects with pairs among their keys know no other keys.
  ///
  /// Once the pairs are in their list, what is left is a slip.
  fileprivate mutating func refuseKeysBesidePairs() {
    for index in demands.indices where notes[index].pairs?.into.isEmpty == false {
      for (place, keyword) in demands[index].enumerated() {
        guard case .members(let members, let patterns, let additional?) = keyword,
          demands[additional].contains(where: { if case .never = $0 { false } else { true } })
        else { continue }
        demands.append([.never])
        notes.append(SchemaNote())
        demands[index][place] = .members(
          members,
          patterns: patterns,
          additional: demands.count - 1
        )
      }
    }
  }
}

extension PlanFormat: Archivable {
  package func archive(into writer: inout ArchiveWriter) { writer.append(schema) }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    self.init(try Schema(from: &reader))
  }
}
