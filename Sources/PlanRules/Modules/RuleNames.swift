internal import PlanQuery
internal import PlanText

/// What rules refer to by name, and the numbers that the compiled rules know it by: phrase sets, fields, owners.
struct RuleNames {
  private(set) var sets: [String: [Pattern]] = [:]
  private var fields: [String: [String]] = [:]
  private var owned: [(pattern: Pattern, owner: Int)] = []
  private var ownerCount = 0
  private var fieldSetNumbers: [[String]: UInt32] = [:]
  private var fieldSets: [[String]] = []
  private var spoken: [String: UInt32] = [:]
  private(set) var functions = FunctionTable.planlint

  /// Words that stand for a negation where a pattern asks for `<not>`.
  static let negations = [
    "not", "never", "no", "nobody", "none", "nothing", "without", "neither", "nor", "cannot",
  ]

  /// Words that a gap does not pass over: behind them stands the opposite, or another clause.
  static let gapStops = negations + ["but", "however", "although"]

  /// Takes the sets and fields of all modules and reports sets that lead back to themselves.
  mutating func collect(_ drafts: inout [ModuleDraft]) {
    for draft in drafts {
      for (name, set) in draft.sets { sets[name] = set.patterns.map(\.pattern) }
      for (name, paths) in draft.fields { fields[name] = paths.map(\.text) }
    }
    for index in drafts.indices {
      for name in drafts[index].sets.keys.sorted() where leadsToItself(name) {
        if let node = drafts[index].sets[name]?.patterns.first?.node {
          drafts[index].document.report("the set `\(name)` leads back to itself", at: node)
        }
        sets[name] = []
      }
    }
  }

  /// Reports names of sets that no module has.
  func checkNames(_ drafts: inout [ModuleDraft]) {
    for index in drafts.indices {
      for name in drafts[index].sets.keys.sorted() {
        for (pattern, node) in drafts[index].sets[name]?.patterns ?? [] {
          if let missing = unknownSet(in: pattern) {
            drafts[index].document.report("there is no phrase set `<\(missing)>`", at: node)
          }
        }
      }
    }
  }

  /// The first set that a pattern names and that no module has.
  func unknownSet(in pattern: Pattern) -> String? {
    RuleNames.setsUsed(in: pattern).first { sets[$0] == nil }
  }

  private func leadsToItself(_ name: String) -> Bool {
    var seen: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      for pattern in sets[next] ?? [] {
        for used in RuleNames.setsUsed(in: pattern) {
          if used == name { return true }
          if seen.insert(used).inserted { open.append(used) }
        }
      }
    }
    return false
  }

  private static func setsUsed(in pattern: Pattern) -> [String] {
    var result: [String] = []
    var open = pattern.nodes
    while let node = open.popLast() {
      switch node {
      case .set(let name): result.append(name)
      case .sequence(let nodes), .choice(let nodes): open.append(contentsOf: nodes)
      case .optional(let node): open.append(node)
      case .word, .lemma, .kind, .any, .gap, .punctuation: break
      }
    }
    return result
  }
}

// MARK: Numbers

extension RuleNames {
  /// Gives an owner to some patterns.
  mutating func own(_ patterns: [Pattern]) -> UInt32 {
    let owner = ownerCount
    ownerCount += 1
    for var pattern in patterns.flatMap({ anchored($0) }) {
      if pattern.isNegated {
        pattern.nodes = [.choice(RuleNames.negations.map { .word($0) }), .gap(4)] + pattern.nodes
      }
      owned.append((pattern, owner))
    }
    return UInt32(clamping: owner)
  }

  /// A pattern in which sets with `^`, `$` or `<not>` in them are opened, so that these hold for the whole pattern.
  ///
  /// Only a set at an end of the pattern can be opened so; elsewhere such members of a set match nothing.
  private func anchored(_ pattern: Pattern) -> [Pattern] {
    guard case .set(let name)? = pattern.nodes.first, hasAnchors(name) else {
      guard case .set(let name)? = pattern.nodes.last, hasAnchors(name) else { return [pattern] }
      return opened(name).compactMap { member in
        guard !member.startsSentence, !member.isNegated else { return nil }
        var result = pattern
        result.nodes.removeLast()
        result.nodes += member.nodes
        result.endsSentence = pattern.endsSentence || member.endsSentence
        return result
      }
    }
    let rest = pattern.nodes.dropFirst()
    return opened(name).compactMap { member in
      guard !member.endsSentence || rest.isEmpty else { return nil }
      return Pattern(
        nodes: member.nodes + rest,
        startsSentence: pattern.startsSentence || member.startsSentence,
        endsSentence: pattern.endsSentence || member.endsSentence,
        isNegated: pattern.isNegated || member.isNegated
      )
    }
  }

  private func hasAnchors(_ name: String) -> Bool {
    var seen: Set<String> = []
    var open = [name]
    while let name = open.popLast() {
      for member in sets[name] ?? [] {
        if member.startsSentence || member.endsSentence || member.isNegated { return true }
        if case .set(let inner)? = member.nodes.first, seen.insert(inner).inserted {
          open.append(inner)
        }
      }
    }
    return false
  }

  /// The members of a set, those of sets that stand alone in it included.
  ///
  /// Sets do not lead back to themselves.
  private func opened(_ name: String) -> [Pattern] {
    (sets[name] ?? []).flatMap { member -> [Pattern] in
      guard case .set(let inner)? = member.nodes.first, member.nodes.count == 1 else {
        return [member]
      }
      return opened(inner)
    }
  }

  /// The number of a choice of fields; names in it are opened.
  mutating func fieldSet(_ texts: [String]) -> UInt32 {
    if let known = fieldSetNumbers[texts] { return known }
    let number = UInt32(clamping: fieldSets.count)
    fieldSetNumbers[texts] = number
    fieldSets.append(texts)
    return number
  }

  /// The paths of a named choice of fields, or nil where there is none of that name.
  func fields(named name: String, in module: String) -> [String]? {
    fields[name.contains("/") ? name : module + "/" + name]
  }

  /// Notes the sets that an expression names, so that `says()` finds them.
  mutating func noteSets(in expression: String) {
    for literal in RuleNames.literals(of: expression) where sets[literal] != nil {
      guard spoken[literal] == nil else { continue }
      spoken[literal] = own(sets[literal] ?? [])
    }
  }

  /// The string literals of a JSONPath expression.
  private static func literals(of expression: String) -> [String] {
    expression.split(whereSeparator: { $0 == "'" || $0 == "\"" }).map(String.init)
  }

  var isFull: Bool { fieldSets.count > RuleSet.maximumFieldSets }
  var phraseCount: Int { owned.count }

  var spokenSets: [RuleSet.SpokenSet] {
    spoken.map { RuleSet.SpokenSet(name: $0.key, owner: $0.value) }.sorted { $0.name < $1.name }
  }

  /// The queries of all choices of fields, each once.
  var fieldQueries: [RuleSet.FieldQuery] {
    var places: [String: Int] = [:]
    var queries: [RuleSet.FieldQuery] = []
    for (number, texts) in fieldSets.enumerated() {
      for text in texts {
        if let place = places[text] {
          if queries[place].fieldSets.last != UInt32(clamping: number) {
            queries[place].fieldSets.append(UInt32(clamping: number))
          }
        } else if let query = try? Query(parsing: text) {
          places[text] = queries.count
          queries.append(
            RuleSet.FieldQuery(query: query, fieldSets: [UInt32(clamping: number)])
          )
        }
      }
    }
    return queries
  }

  /// All patterns in one automaton, or nil where that would be too large.
  func automaton() -> Automaton? {
    var builder = AutomatonBuilder(sets: sets)
    for word in SentenceContext.words { builder.addWord(word) }
    for (pattern, owner) in owned { builder.add(pattern, owner: owner) }
    return builder.isTooLarge ? nil : builder.finish()
  }
}
