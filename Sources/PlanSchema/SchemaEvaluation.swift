package import PlanText

extension Schema {
  /// Most issues that one validation gives.
  package static let maximumIssues = 100

  /// Says what about a node does not meet the schema, in the order of the file.
  ///
  /// With `blankIsAbsent`, a key with nothing behind it counts as a key that is not there.
  package func validate(_ tree: Tree, at node: NodeID, blankIsAbsent: Bool = false) -> [SchemaIssue]
  {
    var evaluation = SchemaEvaluation(schema: self, tree: tree, blankIsAbsent: blankIsAbsent)
    _ = evaluation.check(root, node, depth: 0)
    if evaluation.isExhausted {
      evaluation.issues.append(
        SchemaIssue(.tooMuch, "", node: node, range: evaluation.shortRange(of: node))
      )
    }
    return Array(evaluation.issues.prefix(Schema.maximumIssues))
  }

  /// Whether a node meets the schema.
  package func accepts(_ tree: Tree, at node: NodeID) -> Bool { validate(tree, at: node).isEmpty }
}

/// One walk of a schema over a node.
struct SchemaEvaluation {
  let schema: Schema
  let tree: Tree
  let blankIsAbsent: Bool
  var issues: [SchemaIssue] = []
  /// Whether issues are kept, or only the answer counts.
  var isReporting = true
  /// Steps that are left.
  ///
  /// Aliases let a small file stand for an endless one, so the walk is bounded by the nodes that there really are.
  var budget: Int
  private static let maximumDepth = 200
  private(set) var isExhausted = false

  init(schema: Schema, tree: Tree, blankIsAbsent: Bool) {
    self.schema = schema
    self.tree = tree
    self.blankIsAbsent = blankIsAbsent
    budget = 100_000 + 64 * tree.records.count
  }

  /// Takes some steps off the budget; false where none are left.
  mutating func spend(_ steps: Int = 1) -> Bool {
    budget -= steps
    if budget < 0 { isExhausted = true }
    return !isExhausted
  }

  /// Whether a node meets a subschema.
  mutating func check(_ index: Int, _ node: NodeID, depth: Int) -> Bool {
    guard index < schema.demands.count, spend() else { return true }
    guard depth < Self.maximumDepth else {
      isExhausted = true
      return true
    }
    guard let value = tree.resolved(node) else { return true }
    var isValid = true
    for keyword in schema.demands[index] {
      let isMet = meets(keyword, index, node, value, depth: depth)
      isValid = isValid && isMet
      if !isValid, !isReporting || isFatal(keyword) || issues.count >= Schema.maximumIssues {
        break
      }
    }
    return isValid
  }

  /// Runs a check for its answer only.
  mutating func checkQuietly(_ index: Int, _ node: NodeID, depth: Int) -> Bool {
    let wasReporting = isReporting
    isReporting = false
    defer { isReporting = wasReporting }
    return check(index, node, depth: depth)
  }

  private func isFatal(_ keyword: SchemaKeyword) -> Bool {
    switch keyword {
    case .type, .never: true
    default: false
    }
  }

  /// Whether a value meets one keyword; `node` is the place, `value` what stands there, aliases followed.
  private mutating func meets(
    _ keyword: SchemaKeyword,
    _ index: Int,
    _ node: NodeID,
    _ value: NodeID,
    depth: Int
  ) -> Bool {
    let record = tree[value]
    switch keyword {
    case .never:
      reportNever(node)
      return false
    case .type(let types):
      if types.contains(type(of: value)) || type(of: value) == .integer && types.contains(.number) {
        return true
      }
      report(.wrongType, "type", index, node)
      return false
    case .oneOfValues(let values):
      if values.contains(where: { $0.equals(tree, value) }) { return true }
      reportChoice(values, "enum", index, node, value)
      return false
    case .constant(let constant):
      if constant.equals(tree, value) { return true }
      reportChoice([constant], "const", index, node, value)
      return false
    case .reference(let target): return check(target, node, depth: depth + 1)
    case .allOf(let schemas):
      var isValid = true
      for schema in schemas where isReporting || isValid {
        isValid = check(schema, node, depth: depth + 1) && isValid
      }
      return isValid
    case .anyOf(let schemas): return meetsAny(schemas, node, depth: depth)
    case .oneOf(let schemas): return meetsOne(schemas, index, node, depth: depth)
    case .not(let schema):
      guard checkQuietly(schema, node, depth: depth + 1), !isExhausted else { return true }
      report(.badValue, "not", index, node, expected: "something else")
      return false
    case .condition(let condition, let then, let otherwise):
      let branch = checkQuietly(condition, node, depth: depth + 1) ? then : otherwise
      return branch.map { check($0, node, depth: depth + 1) } ?? true
    default: break
    }
    switch record.kind {
    case .mapping: return meetsObject(keyword, index, node, value, depth: depth)
    case .sequence: return meetsArray(keyword, index, node, value, depth: depth)
    case .scalar: return meetsScalar(keyword, index, node, value)
    case .alias: return true
    }
  }

  /// The JSON type of a value; `integer` for whole numbers.
  func type(of value: NodeID) -> TypeSet {
    let record = tree[value]
    switch record.kind {
    case .mapping: return .object
    case .sequence: return .array
    case .alias: return .null
    case .scalar: break
    }
    switch record.type {
    case .string: return .string
    case .null: return .null
    case .true, .false: return .boolean
    case .integer: return .integer
    case .number:
      return SchemaNumber(tree.valueBytes(of: value))?.isInteger == true ? .integer : .number
    }
  }
}

// MARK: Choices

extension SchemaEvaluation {
  /// Whether a branch fits; where none does, the one that came nearest says what is wrong.
  private mutating func meetsAny(_ schemas: [Int], _ node: NodeID, depth: Int) -> Bool {
    for schema in schemas where checkQuietly(schema, node, depth: depth + 1) { return true }
    reportNearest(schemas, node, depth: depth)
    return false
  }

  private mutating func meetsOne(_ schemas: [Int], _ index: Int, _ node: NodeID, depth: Int) -> Bool
  {
    var count = 0
    for schema in schemas where checkQuietly(schema, node, depth: depth + 1) { count += 1 }
    if count == 1 || isExhausted { return true }
    if count == 0 {
      reportNearest(schemas, node, depth: depth)
    } else {
      report(
        .badValue,
        "oneOf",
        index,
        node,
        expected: "one thing only, and this can be read in two ways"
      )
    }
    return false
  }

  /// Reports the issues of the branch that a writer most likely meant: its type fits, and it has the fewest issues.
  private mutating func reportNearest(_ schemas: [Int], _ node: NodeID, depth: Int) {
    guard isReporting else { return }
    let before = issues
    var best: (rank: Int, issues: [SchemaIssue])?
    for schema in schemas {
      issues = []
      _ = check(schema, node, depth: depth + 1)
      let isOtherType = issues.contains { $0.node == node && $0.kind == .wrongType }
      let rank = issues.count + (isOtherType ? 1_000 : 0)
      if rank < best?.rank ?? .max { best = (rank, issues) }
    }
    issues = before + (best?.issues ?? [])
  }
}
