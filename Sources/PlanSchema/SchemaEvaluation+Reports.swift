internal import PlanText

/// How an issue is put together from a schema's words and the place in the file.
extension SchemaEvaluation {
  mutating func report(
    _ kind: SchemaIssue.Kind,
    _ keyword: StaticString,
    _ index: Int,
    _ node: NodeID,
    expected: String? = nil
  ) {
    guard isReporting else { return }
    issues.append(
      SchemaIssue(
        kind,
        keyword,
        node: node,
        range: shortRange(of: node),
        key: key(of: node),
        expected: expected ?? self.expected(index),
        found: kindWords(of: node)
      )
    )
  }

  mutating func reportNever(_ node: NodeID) {
    guard isReporting else { return }
    if let key = tree.key(of: node) { return reportUnknownKey(key, in: nil) }
    issues.append(
      SchemaIssue(
        .badValue,
        "",
        node: node,
        range: shortRange(of: node),
        expected: "left out"
      )
    )
  }

  /// Reports a value that is not in a closed set, or that has another type than all of the set.
  mutating func reportChoice(
    _ values: [SchemaValue],
    _ keyword: StaticString,
    _ index: Int,
    _ node: NodeID,
    _ value: NodeID
  ) {
    guard isReporting else { return }
    let kind = schema.note(index) { $0.kind }
    var words = values.compactMap(\.words)
    if kind == .yesNo { words = ["yes", "no"] + words.filter { !YesNo.isKnown($0) } }
    guard tree[value].kind == .scalar, tree[value].type != .null else {
      return report(.wrongType, keyword, index, node, expected: Suggestion.list(words))
    }
    let found = tree.valueString(of: value)
    issues.append(
      SchemaIssue(
        .unknownValue,
        keyword,
        node: node,
        range: shortRange(of: node),
        key: key(of: node),
        expected: Suggestion.list(words),
        found: Suggestion.shortened(found),
        suggestion: Suggestion.nearest(to: found, among: words)
      )
    )
  }

  mutating func reportPattern(_ index: Int, _ node: NodeID) {
    guard isReporting else { return }
    let kind = schema.note(index) { $0.kind }
    guard kind == .date || kind == .time else {
      return report(.badValue, "pattern", index, node)
    }
    issues.append(
      SchemaIssue(
        .badDate,
        "pattern",
        node: node,
        range: shortRange(of: node),
        key: key(of: node),
        expected: kind == .date ? "a date" : "a time",
        found: Suggestion.shortened(tree.valueString(of: tree.resolved(node) ?? node))
      )
    )
  }

  mutating func reportMissing(
    _ name: [UInt8],
    _ content: NodeID?,
    _ index: Int,
    _ node: NodeID,
    _ value: NodeID
  ) {
    guard isReporting else { return }
    let member = schema.members(of: index).first { $0.name == name }
    let words = member.flatMap { member in
      schema.note(member.schema) { $0.description.isEmpty ? nil : firstClause(of: $0.description) }
    }
    let place = content.flatMap { tree.key(of: $0) }
    let first = tree.key(of: node) ?? tree.entries(of: value).first { _ in true }?.key
    issues.append(
      SchemaIssue(
        content == nil ? .missingKey : .missingValue,
        "required",
        node: node,
        range: shortRange(of: place ?? first ?? node),
        key: String(decoding: name, as: UTF8.self),
        expected: words ?? ""
      )
    )
  }

  /// Reports a key that an object does not know; `index` is the object's schema, if it is known.
  mutating func reportUnknownKey(_ key: NodeID, in index: Int?) {
    guard isReporting else { return }
    let name = tree.string(of: tree.resolved(key) ?? key)
    let guess = index.map { schema.suggestion(forKey: name, in: $0) } ?? KeySuggestion()
    issues.append(
      SchemaIssue(
        .unknownKey,
        "additionalProperties",
        node: key,
        range: shortRange(of: key),
        key: Suggestion.shortened(name),
        expected: guess.place,
        found: Suggestion.list(guess.known),
        suggestion: guess.key
      )
    )
  }

  // MARK: Words

  /// What a schema expects, in words: its own title where it has one, otherwise its types.
  private func expected(_ index: Int) -> String {
    if let title = schema.note(index, { $0.title.isEmpty ? nil : $0.title }) { return title }
    for case .type(let types) in schema.demands[index] {
      let words = TypeSet.words.filter { types.contains($0.type) }.map(\.words)
      return Suggestion.list(words)
    }
    return "something else"
  }

  /// The first sentence of a description, as part of another one: lower case, without its stop.
  private func firstClause(of description: String) -> String {
    var end = description.endIndex
    for index in description.indices where description[index] == "." {
      let next = description.index(after: index)
      guard next == description.endIndex || description[next].isWhitespace else { continue }
      end = index
      break
    }
    return description.prefix(1).lowercased() + description[..<end].dropFirst()
  }

  private func kindWords(of node: NodeID) -> String {
    let type = type(of: tree.resolved(node) ?? node)
    return TypeSet.words.first { $0.type == type }?.words ?? "nothing"
  }

  private func key(of node: NodeID) -> String {
    tree.key(of: node).map { Suggestion.shortened(tree.string(of: $0)) } ?? ""
  }

  /// The range of a node, or of the key in front of it where the node goes over several lines or is empty.
  func shortRange(of node: NodeID) -> SourceRange {
    let record = tree[node]
    let isLarge = record.kind == .mapping || record.kind == .sequence || record.start == record.end
    if isLarge, let key = tree.key(of: node), !tree[key].isSynthetic { return tree[key].range }
    if isLarge, let first = tree.children(of: node).first(where: { _ in true }) {
      return tree[first].range
    }
    return record.range
  }
}

extension TypeSet {
  fileprivate static let words: [(type: TypeSet, words: String)] = [
    (.null, "nothing"), (.boolean, "yes or no"), (.object, "a group of keys"), (.array, "a list"),
    (.integer, "a whole number"), (.number, "a number"), (.string, "a text"),
  ]
}
