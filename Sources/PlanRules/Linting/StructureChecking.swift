internal import PlanQuery
internal import PlanText

extension StructureBody {
  /// Checks every selected node; each that does not meet the expectation is one diagnostic.
  ///
  /// Nodes where the rule's phrases were found already are left out: one cause, one message.
  func check(
    _ rule: Rule,
    _ severity: Severity,
    _ context: EvaluationContext,
    except found: Set<NodeID>
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var seen: Set<NodeID> = []
    context.budget.refill()
    for query in select {
      for node in query.nodes(in: context)
      where !found.contains(node) && seen.insert(node).inserted {
        let holds = expect.holds(in: context, at: node)
        if context.budget.isExceeded {
          return diagnostics + [tooCostly(rule, context)]
        }
        if !holds { diagnostics.append(diagnostic(rule, severity, context, node)) }
      }
    }
    return diagnostics
  }

  /// A limit is never a silent skip (`reliability.md` T11).
  private func tooCostly(_ rule: Rule, _ context: EvaluationContext) -> Diagnostic {
    Diagnostic(
      rule: "plan-format/limit-exceeded",
      severity: .error,
      message: "the rule \(rule.id) needs too many steps on this plan and was not finished",
      help: "split the plan, or ask the author of the rule for a simpler one",
      range: context.tree.rangeToPoint(at: context.root)
    )
  }

  private func diagnostic(
    _ rule: Rule,
    _ severity: Severity,
    _ context: EvaluationContext,
    _ node: NodeID
  ) -> Diagnostic {
    let tree = context.tree
    var place: NodeID?
    for query in report where place == nil { place = query.node(in: context, at: node) }
    let found = place ?? node
    let text = rule.texts(at: node, in: context)
    return Diagnostic(
      rule: rule.id,
      severity: severity,
      message: text.message.filled(at: node, in: context),
      help: text.suggest.filled(at: node, in: context),
      range: place == nil ? tree.rangeToPoint(at: node) : tree.rangeToPoint(atPlace: found),
      field: tree.normalizedPath(of: found),
      related: related.compactMap { related in
        guard let other = related.at.node(in: context, at: node) else { return nil }
        return RelatedPlace(
          message: related.message.filled(at: node, in: context),
          range: tree.rangeToPoint(atPlace: other)
        )
      },
      fix: rule.fix?.inserting(into: context.root, of: tree)
    )
  }
}

extension Rule {
  /// Message and advice for a node: those of the first case that holds, or the rule's own.
  func texts(
    at node: NodeID,
    in context: EvaluationContext
  ) -> (message: Template, suggest: Template) {
    for choice in messageCases where choice.condition.holds(in: context, at: node) {
      return (choice.message, choice.suggest.isEmpty ? suggest : choice.suggest)
    }
    return (message, suggest)
  }
}

extension Tree {
  /// Where to point for a node as a whole: its key, the first key inside it, or its own text.
  func rangeToPoint(at node: NodeID) -> SourceRange {
    if let key = key(of: node), !self[key].isSynthetic { return self[key].range }
    let record = self[node]
    if record.kind == .mapping, !record.isSynthetic {
      for (key, _) in entries(of: node) { return self[key].range }
    }
    return record.range
  }

  /// Where to point for a place that a rule names: its text, or its key where it has none or is a collection.
  func rangeToPoint(atPlace node: NodeID) -> SourceRange {
    let record = self[node]
    let isText = record.kind == .scalar || record.kind == .alias || record.isSynthetic
    return isText && !record.range.isEmpty ? record.range : rangeToPoint(at: node)
  }
}
