/// Turns a regular expression into an automaton, from its end to its start (Thompson 1968).
struct TextPatternBuilder {
  private(set) var states: [TextPattern.State] = [.match]
  private(set) var sets: [CharacterSet] = []
  /// The state in which a text is accepted.
  let match = 0
  /// More states are refused: `{n,m}` multiplies, and a rule pack may come from anyone.
  private static let maximumStates = 2_000

  /// Adds the states of a node in front of the state that follows it; returns the first of them.
  mutating func add(_ node: TextPatternNode, before next: Int) throws(TextPatternError) -> Int {
    switch node {
    case .empty: return next
    case .character(let set):
      sets.append(set)
      return try append(.character(set: sets.count - 1, next: next))
    case .start: return try append(.start(next: next))
    case .end: return try append(.end(next: next))
    case .sequence(let parts):
      var state = next
      for part in parts.reversed() { state = try add(part, before: state) }
      return state
    case .choice(let branches):
      var state: Int?
      for branch in branches.reversed() {
        let first = try add(branch, before: next)
        state =
          try state.map { (other) throws(TextPatternError) in try append(.fork(first, other)) }
          ?? first
      }
      return state ?? next
    case .repetition(let part, let minimum, let maximum):
      return try addRepetition(of: part, minimum, maximum, before: next)
    }
  }

  private mutating func addRepetition(
    of part: TextPatternNode,
    _ minimum: Int,
    _ maximum: Int?,
    before next: Int
  ) throws(TextPatternError) -> Int {
    var state = next
    if let maximum {
      for _ in minimum..<max(minimum, maximum) {
        state = try append(.fork(try add(part, before: state), next))
      }
    } else {
      let loop = try append(.fork(next, next))
      states[loop] = .fork(try add(part, before: loop), next)
      state = loop
    }
    for _ in 0..<minimum { state = try add(part, before: state) }
    return state
  }

  private mutating func append(_ state: TextPattern.State) throws(TextPatternError) -> Int {
    guard states.count < Self.maximumStates else {
      throw TextPatternError(message: "an expression that is too large")
    }
    states.append(state)
    return states.count - 1
  }
}
