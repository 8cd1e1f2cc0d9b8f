internal import PlanQuery
internal import PlanText

/// What the extension functions ask about one plan.
///
/// A class, since every call of a function asks for it.
final class PlanEnvironment: QueryEnvironment {
  let people: PlanPeople
  /// For each text that holds some, by the index of its node, the phrase sets that it says, by their index in
  /// `RuleSet.spokenSets`.
  let spoken: [UInt32: [Int]]
  /// The names of the phrase sets.
  private let setNames: [SetName]
  /// The settings of the rule that is asking, by name.
  let settings: [Rule.Setting]
  private let words: WordTable

  struct SetName: Sendable {
    let hash: UInt32
    let bytes: [UInt8]

    init(_ name: String) {
      bytes = Array(name.utf8)
      hash = nameHash(bytes)
    }
  }

  init(
    people: PlanPeople,
    spoken: [UInt32: [Int]] = [:],
    setNames: [SetName],
    settings: [Rule.Setting] = [],
    words: WordTable
  ) {
    self.people = people
    self.spoken = spoken
    self.setNames = setNames
    self.settings = settings
    self.words = words
  }

  /// The same for a rule that has settings.
  func with(_ settings: [Rule.Setting]) -> PlanEnvironment {
    PlanEnvironment(
      people: people,
      spoken: spoken,
      setNames: setNames,
      settings: settings,
      words: words
    )
  }

  /// The index of a phrase set.
  func set(named name: ArraySlice<UInt8>) -> Int? {
    let hash = nameHash(name)
    return setNames.firstIndex { $0.hash == hash && name.elementsEqual($0.bytes) }
  }

  /// The hashes of the words of a text.
  func hashes(_ bytes: ArraySlice<UInt8>) -> [UInt32] {
    var scanner = WordScanner(words)
    return scanner.hashes(of: bytes)
  }

  func tokens(_ bytes: ArraySlice<UInt8>) -> [Token] {
    var scanner = WordScanner(words)
    return scanner.tokens(of: bytes)
  }
}

extension WordScanner {
  /// The words of a short text, such as a name.
  mutating func tokens(of bytes: ArraySlice<UInt8>) -> [Token] {
    var tokens: [Token] = []
    scan(bytes, into: &tokens)
    return tokens
  }

  /// The hashes of its words, runs of punctuation left out.
  mutating func hashes(of bytes: ArraySlice<UInt8>) -> [UInt32] {
    tokens(of: bytes).filter { !$0.flags.contains(.isPunctuation) }.map(\.hash)
  }
}
