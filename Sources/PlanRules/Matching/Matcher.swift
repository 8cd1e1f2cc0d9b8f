internal import PlanText

/// Runs an automaton over words: a deterministic automaton, built as it goes, says whether a sentence holds any match,
/// and only such sentences are then searched for exact places.
///
/// Time is linear in the words whatever the patterns are: at worst every state of the automaton is visited once a word.
/// **Not thread safe**: one a worker, reused over all its plans.
final class Matcher {
  private let automaton: Automaton
  private var closure: StateClosure

  /// Deterministic states: for each, the nondeterministic ones it stands for, in `pool`.
  private var pool: [UInt32] = []
  private var rows: [(start: Int, end: Int)] = []
  private var acceptance: [Acceptance] = []
  private var knownRows: [[UInt32]: Int] = [:]
  private var transitions: [UInt64: UInt32] = [:]
  /// For each symbol class, whether some pattern begins with one of its words.
  private let beginsPattern: [Bool]
  private let hasOtherStarts: Bool

  private struct Acceptance: OptionSet {
    let rawValue: UInt8
    static let anywhere = Acceptance(rawValue: 1)
    static let atSentenceEnd = Acceptance(rawValue: 2)
  }

  /// Deterministic states kept before all are forgotten, so that a hostile pack cannot fill the memory.
  private static let maximumPool = 2_000_000
  private static let maximumTransitions = 400_000

  init(_ automaton: Automaton) {
    self.automaton = automaton
    closure = StateClosure(automaton)
    let classes = max(0, automaton.wordClassesOfSymbol.offsets.count - 1)
    var begins = Array(repeating: false, count: classes)
    for symbol in 0..<classes {
      begins[symbol] =
        !automaton.startsOfSymbol[symbol].isEmpty
        || !automaton.sentenceStartsOfSymbol[symbol].isEmpty
    }
    beginsPattern = begins
    hasOtherStarts = !automaton.otherStarts.isEmpty || !automaton.otherSentenceStarts.isEmpty
    reset()
  }

  /// Appends the longest match of each pattern from each word on, sentence by sentence.
  func match(_ symbols: [WordSymbol], into matches: inout [PatternMatch]) {
    var sentenceStart = 0
    var state = Matcher.sentenceState
    var isHit = false
    for index in symbols.indices {
      let symbol = symbols[index]
      if symbol.beginsSentence {
        if isHit { locate(symbols, sentenceStart..<index, into: &matches) }
        sentenceStart = index
        state = Matcher.sentenceState
        isHit = false
      }
      if state <= Matcher.sentenceState, symbol.kinds == 0,
        !(Int(symbol.symbolClass) < beginsPattern.count && beginsPattern[Int(symbol.symbolClass)])
      {
        if !symbol.isPunctuation { state = Matcher.emptyState }
        continue
      }
      state = next(state, symbol)
      let acceptance = acceptance[Int(state)]
      if !acceptance.isEmpty,
        acceptance.contains(.anywhere) || symbol.endsSentence || endsHere(symbols, index)
      {
        isHit = true
      }
    }
    if isHit { locate(symbols, sentenceStart..<symbols.count, into: &matches) }
  }

  /// Whether only punctuation runs follow before the sentence ends.
  private func endsHere(_ symbols: [WordSymbol], _ index: Int) -> Bool {
    var next = index + 1
    while next < symbols.count, symbols[next].isPunctuation, !symbols[next].beginsSentence {
      next += 1
    }
    return next >= symbols.count || symbols[next].beginsSentence
  }
}

// MARK: The deterministic automaton

extension Matcher {
  private static let emptyState: UInt32 = 0
  private static let sentenceState: UInt32 = 1

  private func reset() {
    pool.removeAll(keepingCapacity: true)
    rows = [(0, 0), (0, 0)]
    acceptance = [[], []]
    knownRows = [[]: 0]
    transitions.removeAll(keepingCapacity: true)
  }

  private func next(_ state: UInt32, _ symbol: WordSymbol) -> UInt32 {
    let key =
      UInt64(state) << 44 | UInt64(symbol.symbolClass & 0x7_FFFF) << 25
      | UInt64(symbol.kinds & 0xFF_FFFF) << 1 | (symbol.isPunctuation ? 1 : 0)
    if let known = transitions[key] { return known }
    if pool.count > Matcher.maximumPool || transitions.count > Matcher.maximumTransitions {
      // Keep the row of the present state alone, under a new number.
      let row = Array(pool[rows[Int(state)].start..<rows[Int(state)].end])
      reset()
      return next(state == Matcher.sentenceState ? state : number(of: row), symbol)
    }
    closure.begin(symbol)
    closure.start(atSentence: state == Matcher.sentenceState)
    for index in rows[Int(state)].start..<rows[Int(state)].end {
      closure.step(pool[index])
      if symbol.isPunctuation { closure.keep(pool[index]) }
    }
    let result = number(of: closure.result())
    transitions[key] = result
    return result
  }

  private func number(of row: [UInt32]) -> UInt32 {
    if let known = knownRows[row] { return UInt32(clamping: known) }
    let number = rows.count
    rows.append((pool.count, pool.count + row.count))
    pool.append(contentsOf: row)
    var accepts: Acceptance = []
    for state in row where automaton.operations[Int(state)] == Automaton.Operation.accept.rawValue {
      accepts.insert(automaton.nexts[Int(state)] == 1 ? .atSentenceEnd : .anywhere)
    }
    acceptance.append(accepts)
    knownRows[row] = number
    return UInt32(clamping: number)
  }
}

// MARK: Exact places

extension Matcher {
  /// Finds, from every word of one sentence on, the longest match of each pattern.
  private func locate(
    _ symbols: [WordSymbol],
    _ sentence: Range<Int>,
    into matches: inout [PatternMatch]
  ) {
    var longest: [UInt32: Int] = [:]
    for first in sentence {
      longest.removeAll(keepingCapacity: true)
      closure.begin(symbols[first])
      closure.start(atSentence: first == sentence.lowerBound)
      var active = closure.result()
      var index = first
      while !active.isEmpty {
        for state in active
        where automaton.operations[Int(state)] == Automaton.Operation.accept.rawValue {
          let pattern = automaton.arguments[Int(state)]
          if automaton.nexts[Int(state)] == 1, !endsHere(symbols, index) { continue }
          longest[pattern] = index + 1
        }
        index += 1
        guard index < sentence.upperBound else { break }
        closure.begin(symbols[index])
        for state in active {
          closure.step(state)
          if symbols[index].isPunctuation { closure.keep(state) }
        }
        active = closure.result()
      }
      for (pattern, end) in longest.sorted(by: { $0.key < $1.key }) {
        matches.append(PatternMatch(pattern: pattern, first: first, end: end))
      }
    }
  }
}
