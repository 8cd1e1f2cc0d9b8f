internal import PlanText

/// Runs an automaton over words: from each word that begins a pattern on, until no pattern can go on.
///
/// The automaton is made deterministic as it goes, and what was found is kept for the words and plans that follow.
/// Time is bounded by the words times the longest pattern, whatever the patterns are.
/// **Not thread safe**: one a worker, reused over all its plans.
final class Matcher {
  private let automaton: Automaton
  /// The first of the states that take a kind of word.
  private let kindStates: UInt32
  /// As in the automaton, taken apart: every step looks it up several times.
  private let statesOfClass: [UInt32]
  private var set: StateSet

  /// Deterministic states: for each, the states of the automaton that it stands for, ascending, in `pool`.
  private var pool: [UInt32] = []
  private var rowStarts: [UInt32] = []
  /// For each deterministic state, where in its row the ends of patterns begin.
  private var acceptStarts: [UInt32] = []
  private var rowHashes: [UInt32] = []
  /// For each deterministic state, where a word leads that no pattern holds; `unknown` until it is asked for.
  private var plainNexts: [UInt32] = []
  /// Deterministic states by the hash of their row, plus one; 0 where a slot is free.
  private var rowSlots: [UInt32] = []
  private var transitions = TransitionTable()

  /// For each symbol class, whether some pattern begins with one of its words, as far as that was asked.
  private var beginnings: [Beginning]
  /// Whether some pattern begins with a kind of word, or with any word.
  private let hasKindStarts: Bool
  private let hasAnyStarts: Bool

  private enum Beginning { case unknown, none, some }

  /// The longest match of each pattern from the present word on.
  private var longest: [PatternMatch] = []
  /// For each pattern, its place in `longest` plus one.
  private var placeOfPattern: [UInt32]

  /// Deterministic states kept before all are forgotten, so that a hostile pack cannot fill the memory.
  private static let maximumPool = 2_000_000
  private static let maximumTransitions = 400_000

  init(_ automaton: Automaton) {
    self.automaton = automaton
    kindStates = automaton.kindStates
    statesOfClass = automaton.statesOfClass.array
    set = StateSet(count: automaton.stateCount)
    beginnings = Array(repeating: .unknown, count: automaton.wordClassesOfSymbol.count)
    let others = automaton.otherStarts + automaton.otherSentenceStarts
    hasKindStarts = others.contains { $0 < automaton.anyStates }
    hasAnyStarts = others.contains { $0 >= automaton.anyStates }
    placeOfPattern = Array(repeating: 0, count: automaton.ownerOfPattern.count)
    reset()
  }

  /// Appends the longest match of each pattern from each word on, by first word and then by pattern.
  ///
  /// No match goes beyond its sentence.
  func match(_ symbols: [WordSymbol], into matches: inout [PatternMatch]) {
    for first in symbols.indices {
      let symbol = symbols[first]
      guard beginsSomePattern(symbol) else { continue }
      let isStart = first == 0 || symbol.beginsSentence
      var state = next(isStart ? Matcher.sentenceStart : Matcher.start, symbol)
      var index = first
      while state != Matcher.dead {
        if acceptStarts[Int(state)] < rowStarts[Int(state) &+ 1] {
          accept(state, symbols, first, index)
        }
        index &+= 1
        guard index < symbols.count, !symbols[index].beginsSentence else { break }
        state = next(state, symbols[index])
      }
      if !longest.isEmpty { takeLongest(into: &matches) }
    }
  }

  private func beginsSomePattern(_ symbol: WordSymbol) -> Bool {
    let symbolClass = symbol.symbolClass
    if symbolClass < beginnings.count {
      if beginnings[symbolClass] == .unknown { lookUpBeginning(symbolClass) }
      if beginnings[symbolClass] == .some { return true }
    }
    return hasKindStarts && symbol.kinds != 0 || hasAnyStarts
  }

  private func lookUpBeginning(_ symbolClass: Int) {
    let isNone =
      automaton.startsOfSymbol[symbolClass].isEmpty
      && automaton.sentenceStartsOfSymbol[symbolClass].isEmpty
    beginnings[symbolClass] = isNone ? .none : .some
  }

  /// Notes the patterns that end in a state.
  private func accept(_ state: UInt32, _ symbols: [WordSymbol], _ first: Int, _ index: Int) {
    for place in Int(acceptStarts[Int(state)])..<Int(rowStarts[Int(state) &+ 1]) {
      let accepted = pool[place]
      if accepted >= automaton.finalStates, !sentenceEnds(symbols, behind: index) { continue }
      let pattern = automaton.arguments[Int(accepted &- kindStates)]
      guard Int(pattern) < placeOfPattern.count else { continue }
      if placeOfPattern[Int(pattern)] == 0 {
        longest.append(PatternMatch(pattern: pattern, first: first, end: index + 1))
        placeOfPattern[Int(pattern)] = UInt32(clamping: longest.count)
      } else {
        longest[Int(placeOfPattern[Int(pattern)] &- 1)].end = index + 1
      }
    }
  }

  private func takeLongest(into matches: inout [PatternMatch]) {
    if longest.count > 1 { longest.sort { $0.pattern < $1.pattern } }
    for match in longest { placeOfPattern[Int(match.pattern)] = 0 }
    matches.append(contentsOf: longest)
    longest.removeAll(keepingCapacity: true)
  }

  /// Whether only punctuation runs follow before the sentence ends.
  private func sentenceEnds(_ symbols: [WordSymbol], behind index: Int) -> Bool {
    var next = index + 1
    while next < symbols.count, symbols[next].isPunctuation, !symbols[next].beginsSentence {
      next += 1
    }
    return next >= symbols.count || symbols[next].beginsSentence
  }
}

// MARK: The deterministic automaton

extension Matcher {
  /// The state that leads nowhere.
  private static let dead: UInt32 = 0
  /// Stand for what is before the first word; no word leads back to them.
  private static let start: UInt32 = 1
  private static let sentenceStart: UInt32 = 2
  private static let unknown = UInt32.max

  private func reset() {
    pool.removeAll(keepingCapacity: true)
    // Three empty rows, of which only the first can be found.
    rowStarts = [0, 0, 0, 0]
    acceptStarts = [0, 0, 0]
    rowHashes = [0, 0, 0]
    plainNexts = [Matcher.dead, Matcher.unknown, Matcher.unknown]
    rowSlots = Array(repeating: 0, count: 1 << 9)
    transitions.removeAll()
  }

  private func next(_ state: UInt32, _ symbol: WordSymbol) -> UInt32 {
    let key = UInt64(state) << 44 | symbol.key
    return transitions.state(for: key) ?? found(state, symbol, key)
  }

  /// Finds where a word leads that this state has not met before.
  private func found(_ state: UInt32, _ symbol: WordSymbol, _ key: UInt64) -> UInt32 {
    if pool.count > Matcher.maximumPool || transitions.count > Matcher.maximumTransitions {
      // Keep the row of the present state alone, under a new number.
      let row = pool[Int(rowStarts[Int(state)])..<Int(rowStarts[Int(state) + 1])]
      set.insert(row)
      let isStart = state <= Matcher.sentenceStart
      reset()
      return next(isStart ? state : number(), symbol)
    }
    let result = state <= Matcher.sentenceStart ? begin(state, symbol) : step(from: state, symbol)
    transitions.insert(result, for: key)
    return result
  }

  private func begin(_ state: UInt32, _ symbol: WordSymbol) -> UInt32 {
    let symbolClass = symbol.symbolClass
    enter(automaton.startsOfSymbol[symbolClass])
    for start in automaton.otherStarts where takes(start, symbol) { enterTargets(of: start) }
    if state == Matcher.sentenceStart {
      enter(automaton.sentenceStartsOfSymbol[symbolClass])
      for start in automaton.otherSentenceStarts where takes(start, symbol) {
        enterTargets(of: start)
      }
    }
    return number()
  }

  private func step(from state: UInt32, _ symbol: WordSymbol) -> UInt32 {
    let row = Int(rowStarts[Int(state)])..<Int(acceptStarts[Int(state)])
    let isPlain = !symbol.isPunctuation && !isNegation(symbol.symbolClass)
    let plain = isPlain ? plainNext(of: state) : Matcher.dead

    var place = lowerBound(of: kindStates, in: row)
    var isTaken = enterWordTargets(row.lowerBound..<place, symbol.symbolClass)
    if isPlain, symbol.kinds == 0, !isTaken { return plain }

    while place < row.upperBound, pool[place] < automaton.anyStates || !isPlain {
      if takes(pool[place], symbol) {
        enterTargets(of: pool[place])
        isTaken = true
      }
      place += 1
    }
    if isPlain {
      // What any word does here is known as a whole.
      if !isTaken { return plain }
      set.insert(pool[Int(rowStarts[Int(plain)])..<Int(rowStarts[Int(plain) + 1])])
    } else if symbol.isPunctuation {
      // Punctuation is passed over; a pattern that has ended stays where it ended.
      set.insert(pool[row])
    }
    return number()
  }

  /// Follows the word states of a row over a word; whether there was any to follow.
  ///
  /// Word states stand in the order of their classes, and so do the classes of a word: each side skips what the other
  /// has not.
  private func enterWordTargets(_ row: Range<Int>, _ symbolClass: Int) -> Bool {
    let classes = automaton.wordClassesOfSymbol[symbolClass]
    let states = statesOfClass
    var isTaken = false
    var place = row.lowerBound
    var next = 0
    while place < row.upperBound {
      let wanted = pool[place]
      // The first class whose states end behind the one that is wanted.
      var high = classes.count
      while next < high {
        let middle = next &+ (high &- next) / 2
        if states[Int(classes[middle]) + 1] <= wanted { next = middle &+ 1 } else { high = middle }
      }
      guard next < classes.count else { break }
      let start = states[Int(classes[next])]
      if start > wanted {
        place = lowerBound(of: start, in: place..<row.upperBound)
        continue
      }
      let end = states[Int(classes[next]) + 1]
      while place < row.upperBound, pool[place] < end {
        enterTargets(of: pool[place])
        isTaken = true
        place += 1
      }
      next += 1
    }
    return isTaken
  }

  /// Whether a word is one of the negations, which a gap does not pass over.
  private func isNegation(_ symbolClass: Int) -> Bool {
    let classes = automaton.wordClassesOfSymbol[symbolClass]
    var index = 0
    while index < classes.count, classes[index] < automaton.negationClass { index += 1 }
    return index < classes.count && classes[index] == automaton.negationClass
  }

  /// Where a word leads that is in no class, of no kind and no punctuation.
  private func plainNext(of state: UInt32) -> UInt32 {
    let known = plainNexts[Int(state)]
    if known != Matcher.unknown { return known }
    let row = Int(rowStarts[Int(state)])..<Int(acceptStarts[Int(state)])
    for place in lowerBound(of: automaton.anyStates, in: row)..<row.upperBound {
      enterTargets(of: pool[place])
    }
    let result = number()
    plainNexts[Int(state)] = result
    return result
  }

  /// Whether a state that asks for no certain words takes a word.
  private func takes(_ state: UInt32, _ symbol: WordSymbol) -> Bool {
    let argument = automaton.arguments[Int(state &- kindStates)]
    if state < automaton.anyStates { return symbol.kinds & argument != 0 }
    return !symbol.isPunctuation && (argument == 0 || !isNegation(symbol.symbolClass))
  }

  private func enter(_ states: NumberTable) {
    for index in 0..<states.count { set.insert(states[index]) }
  }

  private func enterTargets(of state: UInt32) {
    guard Int(state) < automaton.rowOfState.count else { return }
    enter(automaton.targets[Int(automaton.rowOfState[Int(state)])])
  }

  /// The first place in a part of the pool, which is ascending, whose state is not below the one given.
  private func lowerBound(of state: UInt32, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low &+ (high &- low) / 2
      if pool[middle] < state { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// The number of the deterministic state for what is in the set, which is emptied.
  private func number() -> UInt32 {
    let start = pool.count
    set.drain(into: &pool)
    guard pool.count > start else { return Matcher.dead }
    var hash: UInt32 = 2_166_136_261
    for place in start..<pool.count { hash = (hash ^ pool[place]) &* 16_777_619 }
    hash ^= hash >> 15

    var slot = Int(hash) & (rowSlots.count - 1)
    while rowSlots[slot] != 0 {
      let known = rowSlots[slot] - 1
      if rowHashes[Int(known)] == hash, isRow(known, equalTo: start..<pool.count) {
        pool.removeLast(pool.count - start)
        return known
      }
      slot = (slot + 1) & (rowSlots.count - 1)
    }
    let number = UInt32(clamping: rowHashes.count)
    rowSlots[slot] = number + 1
    rowHashes.append(hash)
    plainNexts.append(Matcher.unknown)
    acceptStarts.append(
      UInt32(clamping: lowerBound(of: automaton.acceptStates, in: start..<pool.count))
    )
    rowStarts.append(UInt32(clamping: pool.count))
    if rowHashes.count > rowSlots.count / 2 { growRowSlots() }
    return number
  }

  private func isRow(_ state: UInt32, equalTo range: Range<Int>) -> Bool {
    let start = Int(rowStarts[Int(state)])
    guard Int(rowStarts[Int(state) + 1]) - start == range.count else { return false }
    for offset in 0..<range.count where pool[start + offset] != pool[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private func growRowSlots() {
    rowSlots = Array(repeating: 0, count: rowSlots.count * 2)
    for state in (Int(Matcher.sentenceStart) + 1)..<rowHashes.count {
      var slot = Int(rowHashes[state]) & (rowSlots.count - 1)
      while rowSlots[slot] != 0 { slot = (slot + 1) & (rowSlots.count - 1) }
      rowSlots[slot] = UInt32(clamping: state + 1)
    }
  }
}
