internal import PlanQuery
internal import PlanText

extension RuleReader {
  /// Reads `find`: a list of patterns, one group, or a list of patterns and groups.
  func readText(
    _ find: NodeID,
    in document: inout RuleDocument,
    names: inout RuleNames
  ) -> TextBody? {
    guard document.node("select") != nil else {
      document.report("`select` is missing: the fields that the rule reads", at: document.firstKey)
      return nil
    }
    let select = fields(document.texts("select"), in: &document, names: names)
    var groups: [FindGroup] = []
    var plain: [NodeID] = []
    if document.tree[find].kind == .mapping {
      readGroup(find, select, into: &groups, in: &document, names: &names)
    } else {
      for item in document.tree.items(of: find) {
        if document.tree[item].kind == .mapping {
          readGroup(item, select, into: &groups, in: &document, names: &names)
        } else {
          plain.append(document.tree.resolved(item) ?? item)
        }
      }
      if document.tree[find].kind == .scalar { plain.append(find) }
    }
    if !plain.isEmpty {
      let patterns = patterns(plain, in: &document, names: names, allowsNot: false)
      groups.insert(
        FindGroup(
          owner: names.own(patterns),
          fieldSet: names.fieldSet(select),
          reportsNegated: false,
          reportsApologies: false,
          speech: .direct,
          mood: .any,
          needsSubject: false
        ),
        at: 0
      )
    }
    if groups.isEmpty { document.report("`find` holds no pattern", at: find) }
    let unless = document.texts("unless")
    let excuses = patterns(unless, in: &document, names: names, allowsNot: true)
    if names.isFull {
      document.report(
        "there are more than \(RuleSet.maximumFieldSets) different choices of fields",
        at: find
      )
    }
    if names.phraseCount > RuleCompiler.maximumPhrases {
      document.report("there are more than \(RuleCompiler.maximumPhrases) phrases", at: find)
    }
    return TextBody(groups: groups, unless: excuses.isEmpty ? nil : names.own(excuses))
  }

  private func readGroup(
    _ node: NodeID,
    _ select: [String],
    into groups: inout [FindGroup],
    in document: inout RuleDocument,
    names: inout RuleNames
  ) {
    let found = patterns(
      document.texts("any", in: node),
      in: &document,
      names: names,
      allowsNot: false
    )
    if found.isEmpty { document.report("a group of patterns has them under `any`", at: node) }
    var group = FindGroup(
      owner: names.own(found),
      fieldSet: 0,
      reportsNegated: false,
      reportsApologies: false,
      speech: .direct,
      mood: .any,
      needsSubject: false
    )
    let limited = document.node("in", in: node) != nil
    let fields =
      limited ? fields(document.texts("in", in: node), in: &document, names: names) : select
    group.fieldSet = names.fieldSet(fields)
    group.reportsNegated =
      choice("negated", ["skip", "report"], of: node, in: &document) == 1
    group.reportsApologies = choice("apology", ["skip", "report"], of: node, in: &document) == 1
    let speech = choice("speech", ["direct", "both", "reported"], of: node, in: &document)
    group.speech = FindGroup.Speech(rawValue: speech) ?? .direct
    let mood = choice("mood", ["any", "question", "statement"], of: node, in: &document)
    group.mood = FindGroup.Mood(rawValue: mood) ?? .any
    group.needsSubject = choice("address", ["any", "subject"], of: node, in: &document) == 1
    groups.append(group)
  }

  /// The number of an option's value; 0, the default, where it is absent.
  private func choice(
    _ name: StaticString,
    _ values: [String],
    of node: NodeID,
    in document: inout RuleDocument
  ) -> Int {
    guard let text = document.text(name, in: node) else { return 0 }
    if let number = values.firstIndex(of: text) { return number }
    if let value = document.node(name, in: node) {
      document.report("`\(name)` is one of \(values.joined(separator: ", "))", at: value)
    }
    return 0
  }

  /// The paths of fields, names opened.
  func fields(
    _ nodes: [NodeID],
    in document: inout RuleDocument,
    names: RuleNames
  ) -> [String] {
    var result: [String] = []
    for node in nodes {
      let text = document.trimmed(node)
      if text.hasPrefix("$") {
        if query(node, in: &document) != nil { result.append(text) }
      } else if let paths = names.fields(named: text, in: module) {
        result.append(contentsOf: paths)
      } else {
        document.report("there are no fields of the name `\(text)`", at: node)
      }
    }
    return result
  }

  private func patterns(
    _ nodes: [NodeID],
    in document: inout RuleDocument,
    names: RuleNames,
    allowsNot: Bool
  ) -> [Pattern] {
    var result: [Pattern] = []
    for node in nodes {
      do throws(PatternError) {
        let pattern = try PatternParser.parse(document.tree.string(of: node), in: module)
        if pattern.isNegated, !allowsNot {
          document.report(
            "<not> stands in `unless`; a find under a negation is left alone",
            at: node
          )
        }
        if let missing = names.unknownSet(in: pattern) {
          document.report("there is no phrase set `<\(missing)>`", at: node)
        }
        result.append(pattern)
      } catch {
        document.report(error, in: node)
      }
    }
    return result
  }
}
