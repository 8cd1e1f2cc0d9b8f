internal import PlanQuery
internal import PlanText

/// Finds phrases in the texts of plans: each text is brought to words and matched once, for all rules together.
///
/// **Not thread safe**: one a worker.
final class TextScanner {
  /// What an owner of patterns in the automaton is.
  private enum Owner {
    case group(rule: Int, group: Int)
    case unless(rule: Int)
    case spokenSet(Int)
    case none
  }

  /// A phrase that a rule found.
  struct Finding {
    var rule: Int
    var node: NodeID
    /// Bytes of the decoded text.
    var decoded: Range<Int>
  }

  private let rules: RuleSet
  private let matcher: Matcher
  /// Looked up only where something is found.
  private lazy var ids = WordIDs(rules.automaton.words)
  private var owners: [Owner] = []
  private var scanner: WordScanner
  private var tokens: [Token] = []
  private var kinds: [UInt32] = []
  private var symbols: [WordSymbol] = []
  private var matches: [PatternMatch] = []
  /// The sentence of the last match, for all others in it.
  private var sentence: Sentence?

  private struct Sentence {
    var range: Range<Int>
    var context: SentenceContext
    var speaksOfSubject: Bool?
  }

  init(_ rules: RuleSet) {
    self.rules = rules
    matcher = Matcher(rules.automaton)
    scanner = WordScanner(rules.automaton.words)
    let count = Int(rules.automaton.ownerOfPattern.max() ?? 0) + 1
    owners = Array(repeating: .none, count: count)
    for (index, rule) in rules.rules.enumerated() {
      guard let body = rule.text else { continue }
      for (number, group) in body.groups.enumerated() where Int(group.owner) < count {
        owners[Int(group.owner)] = .group(rule: index, group: number)
      }
      if let unless = body.unless, Int(unless) < count {
        owners[Int(unless)] = .unless(rule: index)
      }
    }
    for (index, set) in rules.spokenSets.enumerated() where Int(set.owner) < count {
      owners[Int(set.owner)] = .spokenSet(index)
    }
  }

  /// The people of a plan, by the names that its fields give.
  func people(_ tree: Tree, _ root: NodeID) -> PlanPeople {
    PlanPeople(tree: tree, root: root, scanner: &scanner)
  }

  /// Scans every text of a plan.
  ///
  /// `masks` gives for each node, from the root on, the field sets that read it, one bit each; `isIncluded` for each
  /// rule whether it may report anything. The findings come in the order of the file, and with them, for each text by the
  /// index of its node, the phrase sets that it says.
  func scan(
    _ tree: Tree,
    _ root: NodeID,
    people: PlanPeople,
    masks: [UInt128],
    isIncluded: [Bool]
  ) -> (findings: [Finding], spoken: [UInt32: [Int]]) {
    let wordKinds = WordKinds(people)
    var findings: [Finding] = []
    var spoken: [UInt32: [Int]] = [:]
    for index in root.index..<tree[root].subtreeEnd {
      let node = NodeID(index)
      let record = tree[node]
      guard record.kind == .scalar, !record.isKey, record.text.length > 1 else { continue }
      let mask = masks[Int(index - root.index)]
      match(tree.bytes(of: node), wordKinds)
      guard !matches.isEmpty else { continue }
      collect(node, mask, isIncluded, &findings, &spoken)
    }
    return (findings, spoken)
  }

  /// Brings one text to words and runs the automaton over them.
  private func match(_ text: ArraySlice<UInt8>, _ wordKinds: WordKinds) {
    tokens.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    scanner.scan(text, into: &tokens)
    kinds.removeAll(keepingCapacity: true)
    kinds.append(contentsOf: repeatElement(0, count: tokens.count))
    wordKinds.mark(tokens, in: text, into: &kinds)
    symbols.removeAll(keepingCapacity: true)
    let symbolOfWord = rules.automaton.symbolOfWord
    for index in tokens.indices {
      let token = tokens[index]
      symbols.append(
        WordSymbol(
          symbolClass: Int(token.id) < symbolOfWord.count ? symbolOfWord[Int(token.id)] : 0,
          kinds: kinds[index],
          beginsSentence: token.flags.contains(.beginsSentence),
          isPunctuation: token.flags.contains(.isPunctuation)
        )
      )
    }
    matcher.match(symbols, into: &matches)
  }

  private func collect(
    _ node: NodeID,
    _ mask: UInt128,
    _ isIncluded: [Bool],
    _ findings: inout [Finding],
    _ spoken: inout [UInt32: [Int]]
  ) {
    var found: [(rule: Int, words: Range<Int>)] = []
    var excuses: [UInt32: [Bool]] = [:]
    // It holds the words, which are written anew for the next text.
    defer { sentence = nil }
    for match in matches {
      let owner = Int(rules.automaton.ownerOfPattern[Int(match.pattern)])
      let words = match.first..<match.end
      switch owners[owner] {
      case .group(let rule, let group):
        guard isIncluded[rule], let body = rules.rules[rule].text, group < body.groups.count,
          counts(body.groups[group], words, mask)
        else { continue }
        found.append((rule, words))
      case .unless(let rule): excuse(words, in: &excuses[UInt32(clamping: rule)])
      case .spokenSet(let set):
        if spoken[node.index]?.contains(set) != true {
          spoken[node.index, default: []].append(set)
        }
      case .none: break
      }
    }
    found = found.filter { !isExcused($0.words, by: excuses[UInt32(clamping: $0.rule)]) }
    for (rule, words) in longest(found) {
      guard let first = tokens[safe: words.lowerBound],
        let last = tokens[safe: words.upperBound - 1]
      else { continue }
      findings.append(
        Finding(
          rule: rule,
          node: node,
          decoded: Int(first.start)..<max(Int(first.start), Int(last.end))
        )
      )
    }
  }

  /// Whether a match counts in the circumstances that its group asks for.
  private func counts(_ group: FindGroup, _ words: Range<Int>, _ mask: UInt128) -> Bool {
    guard mask & (1 << UInt128(group.fieldSet)) != 0 else { return false }
    let flags = tokens[words.lowerBound].flags
    switch group.mood {
    case .any: break
    case .question: guard flags.contains(.question) else { return false }
    case .statement: guard !flags.contains(.question) else { return false }
    }
    if sentence?.range.contains(words.lowerBound) != true {
      let range = sentence(around: words.lowerBound)
      sentence = Sentence(range: range, context: SentenceContext(tokens[range], ids: ids))
    }
    guard var sentence else { return false }
    defer { self.sentence = sentence }
    if group.needsSubject {
      let speaks = sentence.speaksOfSubject ?? speaksOfSubject(sentence.range)
      sentence.speaksOfSubject = speaks
      guard speaks else { return false }
    }
    switch group.speech {
    case .direct: guard !sentence.context.isReported(words) else { return false }
    case .reported: guard sentence.context.isReported(words) else { return false }
    case .both: break
    }
    if !group.reportsNegated, sentence.context.isNegated(at: words.lowerBound) { return false }
    if !group.reportsApologies, sentence.context.isTakenBack { return false }
    return true
  }

  /// Whether a sentence says "you", or names the subject, or uses a pronoun that may mean the subject.
  private func speaksOfSubject(_ sentence: Range<Int>) -> Bool {
    let bits =
      PhraseKind.subject.startBit | PhraseKind.they.startBit | PhraseKind.them.startBit
      | PhraseKind.their.startBit
    return sentence.contains { kinds[$0] & bits != 0 || ids.second.contains(tokens[$0].id) }
  }

  private func sentence(around index: Int) -> Range<Int> {
    var start = index
    while start > 0, !tokens[start].flags.contains(.beginsSentence) { start -= 1 }
    var end = index + 1
    while end < tokens.count, !tokens[end].flags.contains(.beginsSentence) { end += 1 }
    return start..<end
  }

  /// Notes the places between words, from before the first to behind the last, that an `unless` covers.
  private func excuse(_ words: Range<Int>, in excused: inout [Bool]?) {
    var flags = excused ?? Array(repeating: false, count: tokens.count + 1)
    excused = nil
    for place in words.lowerBound...words.upperBound { flags[place] = true }
    excused = flags
  }

  /// Whether words overlap or touch what an `unless` of their rule covers.
  private func isExcused(_ words: Range<Int>, by excused: [Bool]?) -> Bool {
    excused?[words.lowerBound...words.upperBound].contains(true) ?? false
  }

  /// Of one rule's matches that overlap, the longest.
  private func longest(
    _ found: [(rule: Int, words: Range<Int>)]
  ) -> [(rule: Int, words: Range<Int>)] {
    guard found.count > 1 else { return found }
    let ranked = found.sorted {
      ($1.words.count, $0.words.lowerBound, $0.rule) < (
        $0.words.count, $1.words.lowerBound, $1.rule
      )
    }
    // For each rule, the words that are taken.
    var taken: [UInt32: TakenPlaces] = [:]
    var kept: [(rule: Int, words: Range<Int>)] = []
    for candidate in ranked {
      let rule = UInt32(clamping: candidate.rule)
      if taken[rule, default: TakenPlaces()].take(candidate.words) { kept.append(candidate) }
    }
    return kept.sorted { ($0.words.lowerBound, $0.rule) < ($1.words.lowerBound, $1.rule) }
  }
}

extension Array {
  /// The element at an index, or nil where there is none.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
