extension FunctionDeclaration {
  /// `match(V, V) -> L` (RFC 9535 §2.4.6).
  static let match = FunctionDeclaration(
    name: "match",
    parameters: [.value, .value],
    summary: "the whole text matches a pattern (I-Regexp, RFC 9485)",
    body: .logical { $0.matchesPattern(isWhole: true) }
  )

  /// `search(V, V) -> L` (RFC 9535 §2.4.7).
  static let search = FunctionDeclaration(
    name: "search",
    parameters: [.value, .value],
    summary: "a part of the text matches a pattern (I-Regexp, RFC 9485)",
    body: .logical { $0.matchesPattern(isWhole: false) }
  )
}

extension FunctionArguments {
  /// False also where the first argument is no text or the second no pattern.
  fileprivate func matchesPattern(isWhole: Bool) -> Bool {
    guard let text = text(0), let pattern = use.pattern ?? compiledPattern() else { return false }
    return pattern.matches(text, isWhole: isWhole, steps: &evaluation.steps)
  }

  /// Compiles a pattern that only the document knows.
  private func compiledPattern() -> IRegexp? {
    guard let pattern = text(1), spend(pattern.count) else { return nil }
    do throws(IRegexpError) {
      return try IRegexp(parsing: pattern)
    } catch {
      return nil
    }
  }
}
