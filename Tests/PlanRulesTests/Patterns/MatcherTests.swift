import PlanText
import Testing

@testable import PlanRules

/// The automaton finds what the plain way finds, whatever the patterns and texts are.
@Suite struct MatcherTests {
  @Test(arguments: 0..<8)
  func randomPatternsMatchWhatTheReferenceMatches(seed: UInt64) {
    var random = RandomPatterns(seed: seed)
    var found = 0
    for round in 0..<60 {
      let sets = ["m/s": (0..<3).map { _ in random.pattern(depth: 1) }]
      let patterns = (0..<random.upTo(12)).map { _ in random.pattern(depth: 2, hasSets: true) }
      var builder = AutomatonBuilder(sets: sets)
      for word in RandomPatterns.words { builder.addWord(word) }
      for (owner, pattern) in patterns.enumerated() { builder.add(pattern, owner: owner) }
      let automaton = builder.finish()
      let matcher = Matcher(automaton)
      for _ in 0..<12 {
        let text = random.text()
        let reference = ReferenceMatcher(
          words: text,
          sets: sets.mapValues { $0.filter { !$0.startsSentence && !$0.endsSentence } },
          gapStops: Set(RuleNames.gapStops)
        )
        var matches: [PatternMatch] = []
        matcher.match(text.map { symbol($0, automaton) }, into: &matches)
        for (number, pattern) in patterns.enumerated() {
          let wanted = reference.matches(of: pattern)
          let got = matches.filter { Int($0.pattern) == number }.map { $0.first..<$0.end }
          found += wanted.count
          if wanted != got {
            Issue.record(
              "seed \(seed) round \(round): \(pattern) in \(text.map(\.text)): \(got) and not \(wanted)"
            )
            return
          }
        }
      }
    }
    #expect(found > 200)
  }

  private func symbol(_ word: ReferenceMatcher.Word, _ automaton: Automaton) -> WordSymbol {
    let id = Int(automaton.words.id(of: word.text))
    return WordSymbol(
      symbolClass: id < automaton.symbolOfWord.count ? automaton.symbolOfWord[id] : 0,
      kinds: word.kinds,
      beginsSentence: word.beginsSentence,
      isPunctuation: word.isPunctuation
    )
  }

  @Test func aPackOfThousandsOfGapsStaysLinear() throws {
    var builder = AutomatonBuilder(sets: [:])
    let words = ["a", "b", "c", "d", "e"]
    var random = RandomPatterns(seed: 1)
    for owner in 0..<2_000 {
      let nodes: [PatternNode] = [
        .word(random.pick(words)), .gap(9), .optional(.word(random.pick(words))), .gap(9),
        .word(random.pick(words)), .gap(9), .word("w\(owner)"),
      ]
      builder.add(Pattern(nodes: nodes), owner: owner)
    }
    #expect(!builder.isTooLarge)
    let automaton = builder.finish()
    func time(_ count: Int) -> Duration {
      let matcher = Matcher(automaton)
      let text = (0..<count).map { index in
        symbol(ReferenceMatcher.Word(text: words[index % 5], beginsSentence: index == 0), automaton)
      }
      var matches: [PatternMatch] = []
      return ContinuousClock().measure { matcher.match(text, into: &matches) }
    }
    // Twice the words cost twice the time, with room for a busy machine; not four times.
    let once = time(2_000)
    #expect(time(8_000) < once * 8 + .milliseconds(200))
  }

  @Test func aPackThatNeedsTooManyStatesIsRefused() {
    var sets: [String: [Pattern]] = [
      "m/s0": (0..<10).map { Pattern(nodes: [.word("a\($0)"), .any]) }
    ]
    for level in 1..<9 {
      let inner = PatternNode.set("m/s\(level - 1)")
      sets["m/s\(level)"] = (0..<10).map { Pattern(nodes: [.word("b\($0)"), inner, inner]) }
    }
    var builder = AutomatonBuilder(sets: sets)
    builder.add(Pattern(nodes: [.set("m/s8")]), owner: 0)
    #expect(builder.isTooLarge)
  }
}

/// Makes small patterns and texts over few words, so that they meet often.
struct RandomPatterns {
  static let words = ["a", "b", "c", "not", "but"]
  private var generator: SplitMix

  init(seed: UInt64) { generator = SplitMix(state: seed) }

  mutating func upTo(_ count: Int) -> Int { Int.random(in: 1...count, using: &generator) }
  mutating func chance(_ percent: Int) -> Bool { upTo(100) <= percent }
  mutating func pick<T>(_ choices: [T]) -> T { choices[upTo(choices.count) - 1] }

  mutating func pattern(depth: Int, hasSets: Bool = false) -> Pattern {
    var pattern = Pattern(nodes: [.word(pick(RandomPatterns.words))])
    if chance(20) { pattern.nodes = [node(depth: depth, hasSets), .word("a")] }
    if chance(10) { pattern.nodes = [.kind(pick([.date, .money]))] }
    for _ in 0..<upTo(3) { pattern.nodes.append(node(depth: depth, hasSets)) }
    if case .gap? = pattern.nodes.last { pattern.nodes.append(.word("b")) }
    if hasSets, chance(15) { pattern.startsSentence = true }
    if hasSets, chance(15) { pattern.endsSentence = true }
    return pattern
  }

  private mutating func node(depth: Int, _ hasSets: Bool) -> PatternNode {
    switch upTo(depth > 0 ? 12 : 8) {
    case 1...4: .word(pick(RandomPatterns.words))
    case 5: .any
    case 6: .gap(upTo(3))
    case 7: .punctuation(pick(["!!", "…"]))
    case 8: .kind(pick([.date, .money]))
    case 9: .optional(node(depth: depth - 1, hasSets))
    case 10: .choice((0...upTo(2)).map { _ in node(depth: depth - 1, hasSets) })
    case 11: .sequence((0...upTo(2)).map { _ in node(depth: depth - 1, hasSets) })
    default: hasSets ? .set("m/s") : .word("c")
    }
  }

  mutating func text() -> [ReferenceMatcher.Word] {
    var result: [ReferenceMatcher.Word] = []
    for _ in 0..<upTo(12) {
      if chance(15) {
        result.append(.init(text: pick(["!!", "…"]), isPunctuation: true))
      } else {
        result.append(.init(text: pick(["a", "b", "c", "not", "but", "x"])))
        let kind: PhraseKind = pick([.date, .money])
        if chance(15) { result[result.count - 1].kinds = kind.startBit }
        if chance(15) { result[result.count - 1].kinds |= kind.continuationBit }
      }
      if result.count == 1 || chance(12) { result[result.count - 1].beginsSentence = true }
    }
    return result
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
