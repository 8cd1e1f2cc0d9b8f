internal import PlanText

/// Compiles phrase patterns to an `Automaton`.
///
/// Patterns that begin alike share their beginning, part by part, so that the many rules about "you are …" cost one.
struct AutomatonBuilder {
  /// States of all patterns together: a pack that needs more is refused (`reliability.md` section 3).
  static let maximumStates = 400_000

  private struct Branch {
    /// The state where the parts so far end.
    var state: Int
    var children: [PatternNode: Int] = [:]
  }

  /// What a state does, before those that take no word are folded away.
  private enum Operation {
    /// Takes a word of the word class in `arguments`, goes to `nexts`.
    case word
    /// Takes a word that carries the kind bit in `arguments`.
    case kind
    /// Takes any word; where `arguments` is 1, any but a negation.
    case any
    /// Goes on to `epsilons` without a word.
    case split
    /// Ends the pattern in `arguments`; `nexts` is 1 where the sentence must end here too.
    case accept
  }

  private var operations: [Operation] = []
  private var arguments: [UInt32] = []
  private var nexts: [UInt32] = []
  /// Where each split state leads without a word.
  private var epsilons: [[UInt32]] = []

  private var branches: [Branch] = []
  private var owners: [UInt32] = []
  private var wordIDs: [String: UInt32] = [:]
  private var wordForms: [String] = []
  private var wordClasses: [Set<UInt32>] = []
  private var classIDs: [Set<UInt32>: UInt32] = [:]
  private let sets: [String: [Pattern]]
  private var negationClass: UInt32 = 0

  /// - Parameter sets: the phrase sets by full name, already free of cycles and unknown names.
  init(sets: [String: [Pattern]]) {
    self.sets = sets
    branches = [Branch(state: newSplit()), Branch(state: newSplit())]
    negationClass = wordClass(Set(RuleNames.gapStops.map { wordID($0) }))
  }

  var isTooLarge: Bool { operations.count > AutomatonBuilder.maximumStates }

  /// Adds a pattern for an owner; the owner's patterns all count as its matches.
  mutating func add(_ pattern: Pattern, owner: Int) {
    var branch = pattern.startsSentence ? 1 : 0
    for node in pattern.nodes where !isTooLarge {
      if let known = branches[branch].children[node] {
        branch = known
        continue
      }
      let exit = newSplit()
      compile(node, from: branches[branch].state, to: exit)
      branches.append(Branch(state: exit))
      branches[branch].children[node] = branches.count - 1
      branch = branches.count - 1
    }
    let accept = newState(
      .accept,
      UInt32(clamping: owners.count),
      pattern.endsSentence ? 1 : 0
    )
    link(branches[branch].state, accept)
    owners.append(UInt32(clamping: owner))
  }

  /// Makes sure that a word is in the table although no pattern holds it.
  mutating func addWord(_ form: String) { _ = wordID(form) }
}

// MARK: Parts

extension AutomatonBuilder {
  private mutating func compile(_ node: PatternNode, from entry: Int, to exit: Int) {
    guard !isTooLarge else { return }
    switch node {
    case .word(let text): compileForms(WordScanner.forms(of: text), from: entry, to: exit)
    case .lemma(let lemma): take(Set(inflected(lemma)), from: entry, to: exit)
    case .set(let name): compileChoice(members(of: name), from: entry, to: exit)
    case .kind(let kind): compileKind(kind, from: entry, to: exit)
    case .any: consume(.any, 0, from: entry, to: exit)
    case .punctuation(let run): take([wordID(run)], from: entry, to: exit)
    case .gap(let count): compileGap(count, from: entry, to: exit)
    case .sequence(let nodes): compileSequence(nodes, from: entry, to: exit)
    case .choice(let nodes): compileChoice(nodes, from: entry, to: exit)
    case .optional(let inner):
      compile(inner, from: entry, to: exit)
      link(entry, exit)
    }
  }

  private mutating func compileForms(_ forms: [String], from entry: Int, to exit: Int) {
    var state = entry
    for (index, form) in forms.enumerated() {
      let next = index == forms.count - 1 ? exit : newSplit()
      take([wordID(form)], from: state, to: next)
      state = next
    }
    if forms.isEmpty { link(entry, exit) }
  }

  private mutating func compileSequence(_ nodes: [PatternNode], from entry: Int, to exit: Int) {
    var state = entry
    for (index, node) in nodes.enumerated() {
      let next = index == nodes.count - 1 ? exit : newSplit()
      compile(node, from: state, to: next)
      state = next
    }
    if nodes.isEmpty { link(entry, exit) }
  }

  /// Single words of a choice become one class; only longer ones need states of their own.
  private mutating func compileChoice(_ nodes: [PatternNode], from entry: Int, to exit: Int) {
    var single: Set<UInt32> = []
    var open = nodes
    while let node = open.popLast() {
      switch node {
      case .choice(let inner): open.append(contentsOf: inner)
      case .sequence(let inner) where inner.count == 1: open.append(inner[0])
      case .set(let name): open.append(contentsOf: members(of: name))
      case .lemma(let lemma): single.formUnion(inflected(lemma))
      case .word(let text):
        let forms = WordScanner.forms(of: text)
        if forms.count == 1 {
          single.insert(wordID(forms[0]))
        } else {
          compileForms(forms, from: entry, to: exit)
        }
      default: compile(node, from: entry, to: exit)
      }
      if isTooLarge { return }
    }
    if !single.isEmpty { take(single, from: entry, to: exit) }
  }

  /// The first word of a name or date, and as many words as continue it.
  private mutating func compileKind(_ kind: PhraseKind, from entry: Int, to exit: Int) {
    let join = newSplit()
    consume(.kind, kind.startBit, from: entry, to: join)
    consume(.kind, kind.continuationBit, from: join, to: join)
    link(join, exit)
  }

  private mutating func compileGap(_ count: Int, from entry: Int, to exit: Int) {
    var state = entry
    link(entry, exit)
    for _ in 0..<count {
      let next = newSplit()
      consume(.any, 1, from: state, to: next)
      link(next, exit)
      state = next
    }
  }

  /// The phrases of a set that can stand inside a pattern: those tied to an end of the sentence cannot.
  private func members(of set: String) -> [PatternNode] {
    (sets[set] ?? []).compactMap { member in
      member.startsSentence || member.endsSentence || member.isNegated
        ? nil : .sequence(member.nodes)
    }
  }

  private mutating func inflected(_ lemma: String) -> [UInt32] {
    Inflection.forms(of: lemma).map { wordID($0) }
  }
}

// MARK: States and words

extension AutomatonBuilder {
  private mutating func newState(
    _ operation: Operation,
    _ argument: UInt32,
    _ next: UInt32
  ) -> Int {
    operations.append(operation)
    arguments.append(argument)
    nexts.append(next)
    epsilons.append([])
    return operations.count - 1
  }

  private mutating func newSplit() -> Int { newState(.split, 0, 0) }

  private mutating func link(_ from: Int, _ to: Int) { epsilons[from].append(UInt32(clamping: to)) }

  private mutating func consume(
    _ operation: Operation,
    _ argument: UInt32,
    from entry: Int,
    to exit: Int
  ) {
    link(entry, newState(operation, argument, UInt32(clamping: exit)))
  }

  private mutating func take(_ words: Set<UInt32>, from entry: Int, to exit: Int) {
    consume(.word, wordClass(words), from: entry, to: exit)
  }

  private mutating func wordClass(_ words: Set<UInt32>) -> UInt32 {
    if let known = classIDs[words] { return known }
    let id = UInt32(clamping: wordClasses.count)
    wordClasses.append(words)
    classIDs[words] = id
    return id
  }

  /// Temporary ids in order of first use; `finish` exchanges them for those of the word table.
  private mutating func wordID(_ form: String) -> UInt32 {
    if let known = wordIDs[form] { return known }
    let id = UInt32(clamping: wordForms.count)
    wordForms.append(form)
    wordIDs[form] = id
    return id
  }
}

// MARK: The finished tables

extension AutomatonBuilder {
  /// Lays out the tables.
  func finish() -> Automaton {
    let table = WordTable(wordForms)
    var classesOfWord: [[UInt32]] = Array(repeating: [], count: table.count + 1)
    for (index, words) in wordClasses.enumerated() {
      for word in words {
        let id = Int(table.id(of: wordForms[Int(word)]))
        if id < classesOfWord.count { classesOfWord[id].append(UInt32(clamping: index)) }
      }
    }

    var symbols: [[UInt32]: UInt32] = [[]: 0]
    var classesOfSymbol: [[UInt32]] = [[]]
    var symbolOfWord: [UInt32] = []
    for classes in classesOfWord {
      let classes = Array(Set(classes)).sorted()
      if let known = symbols[classes] {
        symbolOfWord.append(known)
      } else {
        symbols[classes] = UInt32(clamping: classesOfSymbol.count)
        symbolOfWord.append(UInt32(clamping: classesOfSymbol.count))
        classesOfSymbol.append(classes)
      }
    }

    let order = order()
    var numbers = Array(repeating: UInt32(0), count: operations.count)
    for (number, state) in order.enumerated() { numbers[state] = UInt32(clamping: number) }
    var statesOfClass = Array(repeating: UInt32(0), count: wordClasses.count + 1)
    for state in operations.indices where operations[state] == .word {
      statesOfClass[Int(arguments[state]) + 1] += 1
    }
    for index in wordClasses.indices { statesOfClass[index + 1] += statesOfClass[index] }

    var rows: [[UInt32]] = []
    var rowOfSplit: [UInt32: UInt32] = [:]
    var rowOfState: [UInt32] = []
    for state in order where operations[state] != .accept {
      let next = nexts[state]
      if let known = rowOfSplit[next] {
        rowOfState.append(known)
        continue
      }
      rowOfSplit[next] = UInt32(clamping: rows.count)
      rowOfState.append(UInt32(clamping: rows.count))
      rows.append(closure(of: Int(next)).map { numbers[$0] }.sorted())
    }

    let kinds = Int(statesOfClass[wordClasses.count])
    func startRows(of root: Int) -> (rows: Rows, others: [UInt32]) {
      let starts = self.starts(of: root, classesOfSymbol, numbers)
      let targets = starts.rows.map { states in
        Set(states.flatMap { rows[Int(rowOfState[Int($0)])] }).sorted()
      }
      return (Rows(targets), starts.others)
    }
    let starts = startRows(of: branches[0].state)
    let sentenceStarts = startRows(of: branches[1].state)
    return Automaton(
      words: table,
      symbolOfWord: symbolOfWord,
      wordClassesOfSymbol: Rows(classesOfSymbol),
      statesOfClass: NumberTable(statesOfClass),
      negationClass: negationClass,
      anyStates: UInt32(clamping: kinds + operations.count { $0 == .kind }),
      acceptStates: UInt32(clamping: rowOfState.count),
      finalStates: UInt32(
        clamping: order.firstIndex { operations[$0] == .accept && nexts[$0] == 1 } ?? order.count
      ),
      arguments: NumberTable(order[kinds...].map { arguments[$0] }),
      rowOfState: NumberTable(rowOfState),
      targets: Rows(rows),
      startsOfSymbol: starts.rows,
      sentenceStartsOfSymbol: sentenceStarts.rows,
      otherStarts: starts.others,
      otherSentenceStarts: sentenceStarts.others,
      ownerOfPattern: owners
    )
  }

  /// The states that take a word or end a pattern, in the order of their numbers in the finished tables.
  private func order() -> [Int] {
    let words = operations.indices.filter { operations[$0] == .word }
      .sorted { (arguments[$0], $0) < (arguments[$1], $1) }
    let kinds = operations.indices.filter { operations[$0] == .kind }
    let any = operations.indices.filter { operations[$0] == .any }
    let ends = operations.indices.filter { operations[$0] == .accept }
    return words + kinds + any + ends.filter { nexts[$0] != 1 } + ends.filter { nexts[$0] == 1 }
  }

  /// The states that a state leads to without a word, itself included, as far as they take one or end a pattern.
  private func closure(of start: Int) -> [Int] {
    var result: [Int] = []
    var seen: Set<Int> = [start]
    var open = [start]
    while let state = open.popLast() {
      guard operations[state] == .split else {
        result.append(state)
        continue
      }
      for next in epsilons[state] where seen.insert(Int(next)).inserted { open.append(Int(next)) }
    }
    return result
  }

  /// The states that take a first word, for each symbol class, and those that take a first word of some kind.
  private func starts(
    of root: Int,
    _ classesOfSymbol: [[UInt32]],
    _ numbers: [UInt32]
  ) -> (rows: [[UInt32]], others: [UInt32]) {
    var statesOfClass: [[UInt32]] = Array(repeating: [], count: wordClasses.count)
    var others: [UInt32] = []
    for state in closure(of: root) {
      switch operations[state] {
      case .word: statesOfClass[Int(arguments[state])].append(numbers[state])
      case .kind, .any: others.append(numbers[state])
      case .split, .accept: break
      }
    }
    let rows = classesOfSymbol.map { classes in
      classes.flatMap { statesOfClass[Int($0)] }.sorted()
    }
    return (rows, others.sorted())
  }
}
