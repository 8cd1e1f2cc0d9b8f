internal import PlanQuery
internal import PlanText

extension Template {
  /// The message with its places filled from a plan.
  func filled(
    match: String? = nil,
    at node: NodeID,
    in context: EvaluationContext
  ) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .literal(let text): result += text
      case .match: result += Template.shortened(match ?? context.tree.string(of: node))
      case .key:
        result += context.tree.key(of: node).map { context.tree.string(of: $0) } ?? "the plan"
      case .path: result += context.tree.normalizedPath(of: node)
      case .value(let query, let fallback):
        let found = query.node(in: context, at: node)
        let isThere = found.map { Placeholder.isFilled($0, in: context.tree) } ?? false
        let text = found.map { context.tree.string(of: context.tree.resolved($0) ?? $0) } ?? ""
        result +=
          text.isEmpty || !isThere ? sentence(fallback, after: result) : Template.shortened(text)
      }
    }
    return result
  }

  /// A stand-in for a name, with a capital where it begins a sentence inside the message.
  private func sentence(_ fallback: String, after text: String) -> String {
    let last = text.unicodeScalars.last { $0 != " " && $0 != "\"" && $0 != "'" }
    guard let last, last == "." || last == "?" || last == "!", let first = fallback.first else {
      return fallback
    }
    return first.uppercased() + fallback.dropFirst()
  }

  /// A value as a message shows it: on one line, without the blanks around it, cut where it is long.
  static func shortened(_ text: String) -> String {
    var words: [Substring] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }) {
      words.append(word)
    }
    let line = words.joined(separator: " ")
    guard line.unicodeScalars.count > maximumValueLength else { return line }
    return String(String.UnicodeScalarView(line.unicodeScalars.prefix(maximumValueLength - 1)))
      + "…"
  }
}
