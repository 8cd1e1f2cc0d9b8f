package import PlanText

/// What the caller chose over the rules' own settings.
package struct LintOptions: Sendable {
  /// Globs of rules or modules; empty for all.
  package var select: [String]
  /// Globs of rules or modules to leave out.
  package var ignore: [String]
  /// Severities by glob, the last that fits wins; nil is off.
  package var severities: [(glob: String, severity: Severity?)]
  package var limits: LoadLimits

  package init(
    select: [String] = [],
    ignore: [String] = [],
    severities: [(glob: String, severity: Severity?)] = [],
    limits: LoadLimits = .standard
  ) {
    self.select = select
    self.ignore = ignore
    self.severities = severities
    self.limits = limits
  }

  /// Whether a rule is in force at all.
  package func includes(_ rule: String) -> Bool {
    (select.isEmpty || select.contains { LintOptions.matches($0, rule) })
      && !ignore.contains { LintOptions.matches($0, rule) }
      && severity(of: rule, default: .error) != nil
  }

  /// The severity of a rule, or nil where it is off.
  package func severity(of rule: String, default severity: Severity) -> Severity? {
    var result: Severity? = severity
    for choice in severities where LintOptions.matches(choice.glob, rule) {
      result = choice.severity
    }
    return result
  }

  /// Whether a glob names a rule: `*` stands for any characters, and a module's name for all of its rules.
  package static func matches(_ glob: String, _ rule: String) -> Bool {
    if glob == rule { return true }
    if !glob.contains("/"), !glob.contains("*") { return rule.hasPrefix(glob + "/") }
    let pattern = Array(glob.utf8)
    let text = Array(rule.utf8)
    var p = 0
    var t = 0
    var star: (p: Int, t: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        star = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == text[t] {
        p += 1
        t += 1
      } else if let last = star {
        p = last.p + 1
        t = last.t + 1
        star = (last.p, t)
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == UInt8(ascii: "*") { p += 1 }
    return p == pattern.count
  }
}
