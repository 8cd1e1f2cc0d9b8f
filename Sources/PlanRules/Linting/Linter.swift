internal import PlanQuery
internal import PlanSchema
package import PlanText

/// What linting one file gave.
package struct LintResult: Sendable {
  package var source: SourceText
  /// In the order of the file.
  package var diagnostics: [Diagnostic]
  /// Findings that a comment of the author allows.
  package var suppressed: [Diagnostic]
  /// Whether the file was read to its end; otherwise only what stopped it is reported.
  package var isComplete: Bool
}

/// Lints plans with one set of rules.
///
/// **Not thread safe**: it reuses its scratch space. One a worker; all give the same results.
package final class Linter {
  private let rules: RuleSet
  private let options: LintOptions
  private let scanner: TextScanner
  private let functions = FunctionTable.planlint
  private let setNames: [PlanEnvironment.SetName]
  /// Rules by the name of what they detect.
  private let detectors: [(name: String, rule: Int)]
  private let isIncluded: [Bool]
  /// The rules that expect something of the structure, in their order.
  private let structured: [Int]

  package init(rules: RuleSet, options: LintOptions = LintOptions()) {
    self.rules = rules
    self.options = options
    scanner = TextScanner(rules)
    setNames = rules.spokenSets.map { PlanEnvironment.SetName($0.name) }
    detectors = rules.rules.indices.compactMap { index in
      rules.rules[index].detects.map { ($0, index) }
    }
    isIncluded = rules.rules.map { options.includes($0.id) }
    structured = rules.rules.indices.filter { rules.rules[$0].structure != nil }
  }

  /// Lints the bytes of one file.
  package func lint(_ bytes: [UInt8]) -> LintResult {
    let loaded = loadPlan(bytes, limits: options.limits)
    var diagnostics = loaded.issues.compactMap { diagnostic($0, in: loaded.tree) }
    if loaded.isComplete {
      let (tree, issues) = rules.planFormat.read(loaded.tree)
      diagnostics.append(contentsOf: issues.compactMap { diagnostic($0, in: tree) })
      for root in tree.roots where tree[root].kind == .mapping {
        diagnostics.append(contentsOf: lint(tree, root))
      }
    }
    diagnostics.sort { ($0.range, $0.rule) < ($1.range, $1.rule) }
    return LintResult(
      source: loaded.tree.source,
      diagnostics: diagnostics,
      suppressed: [],
      isComplete: loaded.isComplete
    )
  }

  /// Lints one document whose shorthand is expanded.
  private func lint(_ tree: Tree, _ root: NodeID) -> [Diagnostic] {
    let people = scanner.people(tree, root)
    let words = rules.automaton.words
    let masks = FieldMasks(
      rules.fieldQueries,
      in: EvaluationContext(
        tree: tree,
        root: root,
        environment: PlanEnvironment(people: people, setNames: setNames, words: words),
        functions: functions
      )
    ).masks

    // The scan also finds what `says()` needs: conditions, which may ask it, come after.
    let scanned = scanner.scan(
      tree,
      root,
      people: people,
      masks: masks,
      isIncluded: isIncluded
    )
    let environment = PlanEnvironment(
      people: people,
      spoken: scanned.spoken,
      setNames: setNames,
      words: words
    )
    let context = EvaluationContext(
      tree: tree,
      root: root,
      environment: environment,
      functions: functions
    )
    // Of the rules for texts, only those that found something are asked whether they are in force.
    var severities: [Severity?] = Array(repeating: nil, count: rules.rules.count)
    var hasFindings = Array(repeating: false, count: rules.rules.count)
    for finding in scanned.findings { hasFindings[finding.rule] = true }
    for index in rules.rules.indices where hasFindings[index] || rules.rules[index].structure != nil
    {
      severities[index] = severity(of: index, in: context)
    }

    var diagnostics = textDiagnostics(scanned.findings, severities, context)
    for index in structured {
      let rule = rules.rules[index]
      guard let severity = severities[index], let body = rule.structure else { continue }
      let context =
        rule.settings.isEmpty
        ? context
        : EvaluationContext(
          tree: tree,
          root: root,
          environment: environment.with(rule.settings),
          functions: functions
        )
      let nodes = hasFindings[index] ? scanned.findings.filter { $0.rule == index } : []
      diagnostics.append(
        contentsOf: body.check(rule, severity, context, except: Set(nodes.map(\.node)))
      )
    }
    return diagnostics
  }

  /// The severity of a rule in a plan; nil where it is off or rests.
  private func severity(of index: Int, in context: EvaluationContext) -> Severity? {
    guard isIncluded[index] else { return nil }
    let rule = rules.rules[index]
    context.budget.refill()
    if let when = rule.when, !when.holds(in: context, at: context.root) { return nil }
    return options.severity(of: rule.id, default: severity(rule, context, at: context.root))
  }

  private func severity(_ rule: Rule, _ context: EvaluationContext, at node: NodeID) -> Severity {
    for choice in rule.severityCases where choice.condition.holds(in: context, at: node) {
      return choice.severity
    }
    return rule.severity
  }

  private func textDiagnostics(
    _ findings: [TextScanner.Finding],
    _ severities: [Severity?],
    _ context: EvaluationContext
  ) -> [Diagnostic] {
    let tree = context.tree
    var places = TextPlaces(tree)
    let live = findings.filter { severities[$0.rule] != nil }
    return OverlappingFindings.resolved(live, rules: rules.rules, severities: severities).map {
      finding in
      let rule = rules.rules[finding.rule]
      let text = tree.bytes(of: finding.node)
      let start = text.startIndex + min(finding.decoded.lowerBound, text.count)
      let end = text.startIndex + min(finding.decoded.upperBound, text.count)
      let match = String(decoding: text[start..<max(start, end)], as: UTF8.self)
      let texts = rule.texts(at: finding.node, in: context)
      let range = places.range(of: finding.decoded, in: finding.node)
      return Diagnostic(
        rule: rule.id,
        severity: severities[finding.rule] ?? rule.severity,
        message: texts.message.filled(match: match, at: finding.node, in: context),
        help: texts.suggest.filled(match: match, at: finding.node, in: context),
        range: range,
        field: tree.normalizedPath(of: finding.node),
        match: match,
        fix: rule.fix?.replacing(match, at: range, style: tree[finding.node].style)
      )
    }
  }
}

// MARK: What the loader and the schema saw

extension Linter {
  private func diagnostic(_ issue: TextIssue, in tree: Tree) -> Diagnostic? {
    diagnostic(
      named: issue.kind.rawValue,
      severity: issue.severity,
      message: issue.message,
      help: issue.help,
      range: issue.range,
      related: issue.related,
      node: issue.node,
      in: tree
    )
  }

  private func diagnostic(_ issue: SchemaIssue, in tree: Tree) -> Diagnostic? {
    diagnostic(
      named: issue.kind.rawValue,
      message: issue.message,
      help: issue.help,
      range: issue.range,
      node: issue.node,
      in: tree
    )
  }

  private func diagnostic(
    named name: String,
    severity: Severity? = nil,
    message: String,
    help: String,
    range: SourceRange,
    related: [RelatedPlace] = [],
    node: NodeID?,
    in tree: Tree
  ) -> Diagnostic? {
    let id = "plan-format/" + name
    let rule = detectors.last { $0.name == name }.map { rules.rules[$0.rule] }
    guard options.includes(id),
      let severity = options.severity(of: id, default: severity ?? rule?.severity ?? .error)
    else { return nil }
    return Diagnostic(
      rule: id,
      severity: severity,
      message: message,
      help: help,
      range: range,
      field: node.map { tree.normalizedPath(of: $0) } ?? "",
      related: related
    )
  }
}
