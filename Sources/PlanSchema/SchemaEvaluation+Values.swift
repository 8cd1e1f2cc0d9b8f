internal import PlanText

// MARK: Lists

extension SchemaEvaluation {
  mutating func meetsArray(
    _ keyword: SchemaKeyword,
    _ index: Int,
    _ node: NodeID,
    _ value: NodeID,
    depth: Int
  ) -> Bool {
    switch keyword {
    case .items(let prefix, let rest):
      var isValid = true
      for (place, item) in tree.items(of: value).enumerated() {
        guard isReporting || isValid, spend() else { break }
        guard let schema = place < prefix.count ? prefix[place] : rest else { break }
        isValid = check(schema, item, depth: depth + 1) && isValid
      }
      return isValid
    case .contains(let schema, let minimum, let maximum):
      var count = 0
      for item in tree.items(of: value) where spend() {
        if checkQuietly(schema, item, depth: depth + 1) { count += 1 }
      }
      if count >= minimum, count <= maximum ?? .max { return true }
      let words = self.schema.note(schema) { $0.title.isEmpty ? nil : $0.title } ?? "such items"
      let expected = "a list with " + bounds(minimum, maximum, "of " + words)
      report(.badValue, "contains", index, node, expected: expected)
      return false
    case .itemCount(let minimum, let maximum):
      var count = 0
      for _ in tree.items(of: value) where spend() { count += 1 }
      if count >= minimum, count <= maximum ?? .max { return true }
      let expected = "a list with " + bounds(minimum, maximum, "items")
      report(.badValue, "minItems", index, node, expected: expected)
      return false
    case .uniqueItems: return hasUniqueItems(index, value)
    default: return true
    }
  }

  private mutating func hasUniqueItems(_ index: Int, _ value: NodeID) -> Bool {
    var seen: [Int: [SchemaValue]] = [:]
    for item in tree.items(of: value) {
      guard spend(), let content = SchemaValue(tree, item, steps: &budget) else { return true }
      let hash = content.hashValue
      if seen[hash, default: []].contains(content) {
        report(.badValue, "uniqueItems", index, item, expected: "given only once")
        return false
      }
      seen[hash, default: []].append(content)
    }
    return true
  }

  /// "at least 3 items", "2 to 5 items", "at most 1 items".
  func bounds(_ minimum: Int, _ maximum: Int?, _ noun: String) -> String {
    guard let maximum else { return "at least \(minimum) \(noun)" }
    if minimum == 0 { return "at most \(maximum) \(noun)" }
    return minimum == maximum ? "\(minimum) \(noun)" : "\(minimum) to \(maximum) \(noun)"
  }
}

// MARK: Texts and numbers

extension SchemaEvaluation {
  mutating func meetsScalar(_ keyword: SchemaKeyword, _ index: Int, _ node: NodeID, _ value: NodeID)
    -> Bool
  {
    switch tree[value].type {
    case .string: meetsText(keyword, index, node, tree.valueBytes(of: value))
    case .integer, .number:
      SchemaNumber(tree.valueBytes(of: value)).map { meetsNumber(keyword, index, node, $0) } ?? true
    case .null, .true, .false: true
    }
  }

  private mutating func meetsText(
    _ keyword: SchemaKeyword,
    _ index: Int,
    _ node: NodeID,
    _ text: ArraySlice<UInt8>
  ) -> Bool {
    switch keyword {
    case .length(let minimum, let maximum):
      var count = 0
      for byte in text where byte & 0xC0 != 0x80 { count += 1 }
      if count >= minimum, count <= maximum ?? .max { return true }
      let expected =
        minimum == 1 && count == 0 ? "not empty" : bounds(minimum, maximum, "characters long")
      report(.badValue, "minLength", index, node, expected: expected)
      return false
    case .pattern(let pattern):
      guard pattern < schema.patterns.count, spend(text.count / 16) else { return true }
      if schema.patterns[pattern].matches(text) { return true }
      reportPattern(index, node)
      return false
    default: return true
    }
  }

  private mutating func meetsNumber(
    _ keyword: SchemaKeyword,
    _ index: Int,
    _ node: NodeID,
    _ number: SchemaNumber
  ) -> Bool {
    let expected: String
    let name: StaticString
    switch keyword {
    case .minimum(let limit, let isExclusive):
      if isExclusive ? limit < number : limit <= number { return true }
      expected = isExclusive ? "more than \(limit.json)" : "\(limit.json) or more"
      name = "minimum"
    case .maximum(let limit, let isExclusive):
      if isExclusive ? number < limit : number <= limit { return true }
      expected = isExclusive ? "less than \(limit.json)" : "\(limit.json) or less"
      name = "maximum"
    case .multipleOf(let divisor):
      if number.isMultiple(of: divisor) { return true }
      expected = "a multiple of \(divisor.json)"
      name = "multipleOf"
    default: return true
    }
    report(.badValue, name, index, node, expected: expected)
    return false
  }
}
