import Foundation
import PlanRules
import PlanText

/// The rules, compiled once for all disturbances, and their examples.
struct ExampleBench: Sendable {
  struct Case: Sendable {
    var example: RuleExample
    /// The text that is written in different styles; nil for plans and whole files.
    var text: [Unicode.Scalar]?
    /// The skeleton of a text, or the plan itself.
    var plan: String
    /// For plans and whole files, the scalars that are marked when nothing is disturbed.
    var marked: Range<Int>?
    var match: String?
  }

  /// Each module compiled with what it needs: the words of the others only cost time.
  let rules: [String: RuleSet]
  let cases: [Case]
  /// A plan that deserves no remark.
  let neighbor: String

  /// The people of a skeleton and the entry that takes the text: the rest is linted with the plans, and costs time.
  static func reduced(_ skeleton: String) -> String {
    var entries: [String] = []
    for line in skeleton.split(separator: "\n", omittingEmptySubsequences: false) {
      if entries.isEmpty || !(line.isEmpty || line.hasPrefix(" ") || line.hasPrefix("-")) {
        entries.append("")
      }
      entries[entries.count - 1] += line + "\n"
    }
    let people = ["subject:", "professional:", "participants:"]
    return entries.filter { entry in
      entry.contains("{text}") || people.contains { entry.hasPrefix($0) }
    }.joined()
  }

  static func module(of rule: String) -> String { String(rule.prefix { $0 != "/" }) }

  static let shared = Result { try ExampleBench() }

  private init() throws {
    let sources = try ProjectFiles.modules()
    var rules: [String: RuleSet] = [:]
    for source in sources {
      rules[source.name] = try RuleCompiler.compile(
        sources.filter { [source.name, "common", "plan-format"].contains($0.name) }
      )
    }
    self.rules = rules
    let examples = ExampleReader(sources).examples
    let linters = rules.mapValues { Linter(rules: $0) }
    var neighbor = ""
    cases = examples.map { example in
      guard case .text(let text, let skeleton) = example.body else {
        if case .plan(_, let base) = example.body { neighbor = base }
        let plan = example.plan
        var result = Case(example: example, text: nil, plan: plan)
        let linter = linters[ExampleBench.module(of: example.rule)]
        let found = linter?.lint(Array(plan.utf8)).diagnostics ?? []
        if example.isFlag, let own = found.first(where: { $0.rule == example.rule }) {
          let written = WrittenPlan(itself: plan)
          result.marked =
            written.index(
              ofByte: Int(own.range.start)
            )..<written.index(ofByte: Int(own.range.end))
          result.match = own.match
        }
        return result
      }
      return Case(
        example: example,
        text: Array(text.unicodeScalars),
        plan: ExampleBench.reduced(skeleton)
      )
    }
    self.neighbor = neighbor
  }
}

/// One disturbance at work.
struct DisturbedRun {
  let bench: ExampleBench
  let disturbance: Disturbance
  private var linters: [String: Linter] = [:]

  init(_ bench: ExampleBench, _ disturbance: Disturbance) {
    self.bench = bench
    self.disturbance = disturbance
  }

  /// Why the disturbance says nothing about an example; nil where it does.
  func obstacle(to one: ExampleBench.Case) -> String? {
    switch one.example.body {
    case .text: return disturbance.style.obstacle(to: one.text ?? [])
    case .plan: return nil
    case .file:
      switch disturbance.change {
      case .wideComment where one.marked == 0..<0:
        return "a file without content is pointed at where it begins"
      case .secondDocument: return "another document would make it another file"
      case .noFinalBreak: return "its last bytes may be what is wrong with it"
      default: return nil
      }
    }
  }

  /// What is wrong with what the linter says of a disturbed example; nil where nothing is.
  mutating func failure(of one: ExampleBench.Case) -> String? {
    guard let linter = linter(for: one.example.rule) else { return "has no module" }
    let written =
      one.text.map { disturbance.style.write($0, into: one.plan) } ?? WrittenPlan(itself: one.plan)
    guard let written else { return "its skeleton has no {text}" }
    let neighbor = one.text == nil ? bench.neighbor : ExampleBench.reduced(bench.neighbor)
    let plan = disturbance.change.applied(to: written, neighbor: neighbor)
    let result = linter.lint(disturbance.change.bytes(of: plan))
    let own = result.diagnostics.filter { $0.rule == one.example.rule }
    guard one.example.isFlag else {
      return own.first.map { "must not be reported, but is: \($0.match ?? $0.message)" }
    }
    guard own.count == 1, let diagnostic = own.first else {
      let others = result.diagnostics.map { "\($0.rule): \($0.message)" }
      return "is reported \(own.count) times: \(own.map { $0.match ?? $0.message }); all: \(others)"
    }
    return misplacement(of: diagnostic, in: result, plan, one)
  }

  private mutating func linter(for rule: String) -> Linter? {
    let module = ExampleBench.module(of: rule)
    if let known = linters[module] { return known }
    guard let rules = bench.rules[module] else { return nil }
    let linter = Linter(rules: rules, options: LintOptions(select: [module]))
    linters[module] = linter
    return linter
  }

  private func misplacement(
    of diagnostic: Diagnostic,
    in result: LintResult,
    _ plan: WrittenPlan,
    _ one: ExampleBench.Case
  ) -> String? {
    var match = one.match
    var marked = one.marked
    if let text = one.text, let at = one.example.at {
      guard let found = text.firstRange(of: Array(at.unicodeScalars)) else {
        return "`at` is not in its text"
      }
      marked = found
      match = disturbance.style == .noBreakSpaces ? at.replacing(" ", with: "\u{A0}") : at
    }
    if diagnostic.match != match {
      return "marks \(diagnostic.match ?? "nothing") and not \(match ?? "nothing")"
    }
    guard let place = marked.flatMap({ plan.place(of: $0) }) else { return "has no place" }
    let index = LineIndex(result.source)
    for (offset, expected) in [
      (diagnostic.range.start, place.lowerBound), (diagnostic.range.end, place.upperBound),
    ] {
      let found = index.position(of: offset)
      let wanted = plan.position(of: expected)
      let bytes =
        disturbance.change.isUTF16
        ? 2 * plan.unitOffset(of: expected) : plan.byteOffset(of: expected)
      if found != wanted || result.source.fileOffset(of: offset) != bytes {
        return
          "begins or ends at \(found.line):\(found.column), byte \(result.source.fileOffset(of: offset)), "
          + "and not at \(wanted.line):\(wanted.column), byte \(bytes)"
      }
    }
    return nil
  }
}

extension [Unicode.Scalar] {
  /// The first place of some scalars.
  fileprivate func firstRange(of other: [Unicode.Scalar]) -> Range<Int>? {
    guard !other.isEmpty, other.count <= count else { return nil }
    for start in 0...(count - other.count)
    where self[start..<start + other.count].elementsEqual(other) {
      return start..<start + other.count
    }
    return nil
  }
}
