internal import PlanText

/// The step of the nondeterministic automaton: which states a set of states leads to on one word.
///
/// Scratch space of a `Matcher`, reused for every word.
struct StateClosure {
  private let automaton: Automaton
  /// For each word class, the number of the step in which the present word was in it.
  private var classStamps: [UInt32]
  /// For each state, the number of the step in which it was reached.
  private var stateStamps: [UInt32]
  private var stamp: UInt32 = 0
  private var symbol = WordSymbol(
    symbolClass: 0,
    kinds: 0,
    beginsSentence: false,
    endsSentence: false,
    isPunctuation: false
  )
  private var reached: [UInt32] = []
  private var open: [UInt32] = []

  init(_ automaton: Automaton) {
    self.automaton = automaton
    classStamps = Array(repeating: 0, count: automaton.wordClassCount)
    stateStamps = Array(repeating: 0, count: automaton.operations.count)
  }

  /// Begins a step on a word.
  mutating func begin(_ symbol: WordSymbol) {
    if stamp == .max {
      stamp = 0
      for index in classStamps.indices { classStamps[index] = 0 }
      for index in stateStamps.indices { stateStamps[index] = 0 }
    }
    stamp += 1
    self.symbol = symbol
    reached.removeAll(keepingCapacity: true)
    for wordClass in automaton.wordClassesOfSymbol[Int(symbol.symbolClass)]
    where Int(wordClass) < classStamps.count {
      classStamps[Int(wordClass)] = stamp
    }
  }

  /// Begins patterns at this word.
  mutating func start(atSentence: Bool) {
    let symbolClass = Int(symbol.symbolClass)
    for state in automaton.startsOfSymbol[symbolClass] { enter(automaton.nexts[Int(state)]) }
    for state in automaton.otherStarts { step(state) }
    guard atSentence else { return }
    for state in automaton.sentenceStartsOfSymbol[symbolClass] {
      enter(automaton.nexts[Int(state)])
    }
    for state in automaton.otherSentenceStarts { step(state) }
  }

  /// Follows one state over the word.
  mutating func step(_ state: UInt32) {
    let argument = automaton.arguments[Int(state)]
    switch Automaton.Operation(rawValue: automaton.operations[Int(state)]) {
    case .word:
      if Int(argument) < classStamps.count, classStamps[Int(argument)] == stamp {
        enter(automaton.nexts[Int(state)])
      }
    case .kind:
      if symbol.kinds & argument != 0 { enter(automaton.nexts[Int(state)]) }
    case .any:
      guard !symbol.isPunctuation, argument == 0 || !isNegation else { return }
      enter(automaton.nexts[Int(state)])
    case .split, .accept, nil: break
    }
  }

  private var isNegation: Bool {
    let index = Int(automaton.negationClass)
    return index < classStamps.count && classStamps[index] == stamp
  }

  /// Keeps a state as it is, the word being passed over; a pattern that has ended stays where it ended.
  mutating func keep(_ state: UInt32) {
    guard automaton.operations[Int(state)] != Automaton.Operation.accept.rawValue else { return }
    enter(state)
  }

  /// The states reached that take words or end patterns, in ascending order.
  mutating func result() -> [UInt32] { reached.sorted() }

  /// Adds a state and all that it leads to without a word.
  private mutating func enter(_ state: UInt32) {
    guard Int(state) < stateStamps.count, stateStamps[Int(state)] != stamp else { return }
    stateStamps[Int(state)] = stamp
    open.append(state)
    while let state = open.popLast() {
      guard automaton.operations[Int(state)] == Automaton.Operation.split.rawValue else {
        reached.append(state)
        continue
      }
      let from = Int(automaton.arguments[Int(state)])
      let to = min(Int(automaton.nexts[Int(state)]), automaton.splits.count)
      for index in from..<max(from, to) {
        let next = automaton.splits[index]
        guard Int(next) < stateStamps.count, stateStamps[Int(next)] != stamp else { continue }
        stateStamps[Int(next)] = stamp
        open.append(next)
      }
    }
  }
}
