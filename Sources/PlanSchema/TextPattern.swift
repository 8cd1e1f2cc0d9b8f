/// A regular expression of a schema, matched in time linear in the text.
///
/// The part of ECMA-262 that RFC 9485 also has, and what our schemas need beside it: literals, `.`, classes, `\d \w \s`,
/// `\p{L}` and the other general categories, groups, `|`, `* + ? {n,m}`, `^` and `$` for the ends of the text. Lookaround,
/// back references and `\b` are refused, because no linear matcher has them. As JSON Schema wants, a match anywhere in the
/// text counts.
package struct TextPattern: Sendable {
  /// One state of the automaton.
  enum State: Sendable {
    /// One character out of a set; then the state at the second number.
    case character(set: Int, next: Int)
    /// Both states, without a character.
    case fork(Int, Int)
    case start(next: Int)
    case end(next: Int)
    case match
  }

  /// The expression as the schema writes it.
  package let source: String
  let states: [State]
  let sets: [CharacterSet]
  let entry: Int
  /// The whole pattern, where it is `^` and plain characters only; most of ours are.
  let prefix: [UInt8]?

  /// Compiles an expression.
  ///
  /// - Throws: `TextPatternError` with what is wrong, where the expression is none or too large.
  package init(_ source: String) throws(TextPatternError) {
    var parser = TextPatternParser(source)
    let tree = try parser.parse()
    var builder = TextPatternBuilder()
    self.source = source
    entry = try builder.add(tree, before: builder.match)
    states = builder.states
    sets = builder.sets
    prefix = TextPattern.plainPrefix(of: source)
  }

  private static func plainPrefix(of source: String) -> [UInt8]? {
    guard source.utf8.first == UInt8(ascii: "^") else { return nil }
    let rest = source.utf8.dropFirst()
    let isPlain = rest.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x20, 0x2F: true
      default: false
      }
    }
    return isPlain ? Array(rest) : nil
  }

  /// Whether the expression matches somewhere in a text.
  ///
  /// - Complexity: linear in the text, times the size of the expression.
  package func matches(_ text: some Collection<UInt8>) -> Bool {
    if let prefix { return text.starts(with: prefix) }
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var current = StateSet(count: states.count)
    var next = StateSet(count: states.count)
    for place in 0...scalars.count {
      let isAtEnd = place == scalars.count
      if follow(entry, into: &current, isAtStart: place == 0, isAtEnd: isAtEnd) { return true }
      guard !isAtEnd else { break }
      next.removeAll()
      for state in current.members {
        guard case .character(let set, let target) = states[state],
          sets[set].contains(scalars[place])
        else { continue }
        if follow(target, into: &next, isAtStart: false, isAtEnd: place + 1 == scalars.count) {
          return true
        }
      }
      swap(&current, &next)
    }
    return false
  }

  /// Adds a state and all that it reaches without a character; true where that includes the match.
  private func follow(_ first: Int, into set: inout StateSet, isAtStart: Bool, isAtEnd: Bool)
    -> Bool
  {
    var waiting = [first]
    while let state = waiting.popLast() {
      guard set.insert(state) else { continue }
      switch states[state] {
      case .match: return true
      case .character: continue
      case .fork(let first, let second):
        waiting.append(second)
        waiting.append(first)
      case .start(let next): if isAtStart { waiting.append(next) }
      case .end(let next): if isAtEnd { waiting.append(next) }
      }
    }
    return false
  }
}

/// A set of states that remembers the order of insertion.
private struct StateSet {
  private(set) var members: [Int] = []
  private var contained: [Bool]

  init(count: Int) { contained = [Bool](repeating: false, count: count) }

  mutating func insert(_ state: Int) -> Bool {
    guard !contained[state] else { return false }
    contained[state] = true
    members.append(state)
    return true
  }

  mutating func removeAll() {
    for state in members { contained[state] = false }
    members.removeAll(keepingCapacity: true)
  }
}
