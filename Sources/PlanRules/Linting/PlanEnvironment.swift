internal import PlanQuery
internal import PlanText

/// What the extension functions ask about one plan.
struct PlanEnvironment: QueryEnvironment {
  var people: PlanPeople
  /// For each text that holds some, the phrase sets (by their index in `setNames`) that it says.
  var spoken: [NodeID: [Int]]
  var setNames: [String: Int]
  /// The settings of the rule that is asking, by name.
  var settings: [Rule.Setting]
  var words: WordTable

  /// The hashes of the words of a text.
  func hashes(_ bytes: ArraySlice<UInt8>) -> [UInt32] {
    tokens(bytes).filter { !$0.flags.contains(.isPunctuation) }.map(\.hash)
  }

  func tokens(_ bytes: ArraySlice<UInt8>) -> [Token] {
    var scanner = WordScanner(words)
    var tokens: [Token] = []
    scanner.scan(bytes, into: &tokens)
    return tokens
  }
}
