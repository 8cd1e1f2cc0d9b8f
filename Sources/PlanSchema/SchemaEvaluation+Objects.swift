internal import PlanText

extension SchemaEvaluation {
  mutating func meetsObject(
    _ keyword: SchemaKeyword,
    _ index: Int,
    _ node: NodeID,
    _ value: NodeID,
    depth: Int
  ) -> Bool {
    switch keyword {
    case .members(let members, let patterns, let additional):
      return meetsMembers(members, patterns, additional, index, value, depth: depth)
    case .required(let names): return has(names, index, node, value)
    case .propertyNames(let names):
      var isValid = true
      for (key, _) in tree.entries(of: value) where isReporting || isValid {
        // Names are texts, whatever type YAML gives them.
        guard spend(), !checkQuietly(names, key, depth: depth + 1) else { continue }
        isValid = false
        reportUnknownKey(key, in: index)
      }
      return isValid
    case .dependentRequired(let dependencies):
      var isValid = true
      for (name, required) in dependencies where entry(name, in: value) != nil {
        isValid = has(required, index, node, value) && isValid
      }
      return isValid
    case .dependentSchemas(let members):
      var isValid = true
      for member in members where entry(member.name, in: value) != nil {
        isValid = check(member.schema, node, depth: depth + 1) && isValid
      }
      return isValid
    case .propertyCount(let minimum, let maximum):
      let count = distinctKeyCount(of: value)
      if count >= minimum, count <= maximum ?? .max { return true }
      report(.badValue, "minProperties", index, node, expected: bounds(minimum, maximum, "keys"))
      return false
    default: return true
    }
  }

  private mutating func meetsMembers(
    _ members: [SchemaMember],
    _ patterns: [(pattern: Int, schema: Int)],
    _ additional: Int?,
    _ index: Int,
    _ value: NodeID,
    depth: Int
  ) -> Bool {
    var isValid = true
    for (key, content) in tree.entries(of: value) {
      guard isReporting || isValid, spend() else { break }
      let name = tree.bytes(of: tree.resolved(key) ?? key)
      let hash = tree[key].kind == .scalar ? tree[key].hash : nameHash(name)
      var isKnown = false
      for member in members where member.hash == hash && name.elementsEqual(member.name) {
        isKnown = true
        if blankIsAbsent, isBlank(content) { continue }
        isValid = check(member.schema, content, depth: depth + 1) && isValid
      }
      for (pattern, schema) in patterns where self.schema.patterns[pattern].matches(name) {
        isKnown = true
        isValid = check(schema, content, depth: depth + 1) && isValid
      }
      guard !isKnown, let additional else { continue }
      if case .never? = schema.demands[additional].first {
        isValid = false
        reportUnknownKey(key, in: index)
      } else {
        isValid = check(additional, content, depth: depth + 1) && isValid
      }
    }
    return isValid
  }

  /// Whether an object has some keys, and reports each that it has not.
  private mutating func has(_ names: [[UInt8]], _ index: Int, _ node: NodeID, _ value: NodeID)
    -> Bool
  {
    var isValid = true
    for name in names where isReporting || isValid {
      let content = entry(name, in: value)
      if let content, !blankIsAbsent || !isBlank(content) { continue }
      isValid = false
      reportMissing(name, content, index, node, value)
    }
    return isValid
  }

  private func entry(_ name: [UInt8], in value: NodeID) -> NodeID? {
    tree.value(of: name[...], in: value)
  }

  /// Whether nothing stands behind a key.
  private func isBlank(_ node: NodeID) -> Bool {
    let record = tree[node]
    return record.kind == .scalar && record.type == .null
  }

  /// A key given twice counts once, as JSON readers have it.
  private func distinctKeyCount(of value: NodeID) -> Int {
    var names: Set<[UInt8]> = []
    for (key, _) in tree.entries(of: value) { names.insert(Array(tree.bytes(of: key))) }
    return names.count
  }
}
