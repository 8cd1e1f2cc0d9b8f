internal import PlanText

/// One file of a rule module as a tree, with short ways to its values and problems at their places.
struct RuleDocument {
  let path: String
  let tree: Tree
  let root: NodeID
  private(set) var problems: [RuleProblem] = []

  /// Reads a file; YAML that cannot be read is a problem.
  init(_ file: ModuleSource.File) {
    path = file.path
    let loaded = loadPlan(file.bytes)
    tree = loaded.tree
    root = tree.roots.first ?? NodeID(0)
    for issue in loaded.issues where issue.breaksRules {
      report(issue.message, at: issue.range)
    }
    if problems.isEmpty, tree[root].kind != .mapping {
      report("a rule file is a list of fields such as `id:` and `title:`", at: tree[root].range)
    }
  }

  mutating func report(_ message: String, at range: SourceRange) {
    problems.append(
      RuleProblem(path: path, source: tree.source, range: range, message: message)
    )
  }

  mutating func report(_ message: String, at node: NodeID) { report(message, at: tree[node].range) }

  /// Reports what is wrong with a pattern at its exact place in the file.
  mutating func report(_ error: PatternError, in node: NodeID) {
    let count = tree.bytes(of: node).count
    let offset = min(error.offset, count)
    report(error.message, at: tree.sourceRange(of: offset..<min(offset + 1, count), in: node))
  }

  func node(_ name: StaticString, in parent: NodeID? = nil) -> NodeID? {
    guard let value = tree.value(of: name, in: parent ?? root) else { return nil }
    return tree.resolved(value)
  }

  /// A text field; nil where it is absent, a problem where it is no text.
  mutating func text(_ name: StaticString, in parent: NodeID? = nil) -> String? {
    guard let node = node(name, in: parent) else { return nil }
    guard tree[node].kind == .scalar else {
      report("`\(name)` is a text", at: node)
      return nil
    }
    return trimmed(node)
  }

  /// The text of a scalar without the line break that block texts end with.
  func trimmed(_ node: NodeID) -> String {
    var bytes = tree.bytes(of: node)
    while let last = bytes.last, last == 0x0A || last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func requiredText(_ name: StaticString) -> String {
    if let text = text(name), !text.isEmpty { return text }
    if node(name) == nil { report("`\(name)` is missing", at: firstKey) }
    return ""
  }

  /// The texts of a field that is one text or a list of them.
  mutating func texts(_ name: StaticString, in parent: NodeID? = nil) -> [NodeID] {
    guard let node = node(name, in: parent) else { return [] }
    return texts(of: node)
  }

  mutating func texts(of node: NodeID) -> [NodeID] {
    guard tree[node].kind == .sequence else { return [node] }
    var result: [NodeID] = []
    for item in tree.items(of: node) {
      guard let item = tree.resolved(item), tree[item].kind == .scalar else {
        report("this list holds texts", at: item)
        continue
      }
      result.append(item)
    }
    return result
  }

  /// The place for problems of the file as a whole.
  var firstKey: SourceRange {
    for (key, _) in tree.entries(of: root) { return tree[key].range }
    return SourceRange(0, 0)
  }
}

extension TextIssue {
  /// Whether a rule file with this issue is refused: its text may not be what its author wrote.
  fileprivate var breaksRules: Bool {
    switch kind {
    case .numberLikeText, .oddCharacters: false
    default: true
    }
  }
}
