import PlanRules

extension Template {
  /// The message as a reader may see it, with dots for what a plan fills in.
  var words: String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .match, .key, .path: "…"
      case .value(_, let fallback): fallback
      }
    }.joined()
  }
}
