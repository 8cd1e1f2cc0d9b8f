/// The number of tokens of the number that begins at a token: "5", "two hundred and fifty"; 0 if none does.
package func numberLength(in tokens: ArraySlice<Token>, at index: Int) -> Int {
  guard tokens.indices.contains(index), tokens[index].flags.contains(.number) else { return 0 }
  var end = index + 1
  while end < tokens.endIndex, goesOn(tokens[end]) {
    if tokens[end].flags.contains(.number) {
      end += 1
    } else if tokens[end].hash == AmountWords.and, end + 1 < tokens.endIndex,
      tokens[end + 1].flags.contains(.number), goesOn(tokens[end + 1]),
      AmountWords.scales.contains(tokens[end - 1].hash)
    {
      end += 2
    } else {
      break
    }
  }
  return end - index
}

/// The number of tokens of the sum that begins at a token: "$40", "200 dollars", "a hundred bucks"; 0 if none does.
package func moneyLength(in tokens: ArraySlice<Token>, at index: Int) -> Int {
  guard tokens.indices.contains(index) else { return 0 }
  let hasArticle = tokens[index].hash == AmountWords.a
  let count = numberLength(in: tokens, at: hasArticle ? index + 1 : index)
  guard count > 0 else { return 0 }
  let first = hasArticle ? index + 1 : index
  let end = first + count
  guard tokens[first..<end].contains(where: { $0.flags.contains(.money) }) else { return 0 }
  let isNamed = end < tokens.endIndex && AmountWords.currencies.contains(tokens[end].hash)
  return end - index + (isNamed && goesOn(tokens[end]) ? 1 : 0)
}

/// The number of tokens of the time of day that begins at a token: "10:00", "7 p.m.", "noon"; 0 if none does.
package func timeLength(in tokens: ArraySlice<Token>, at index: Int) -> Int {
  guard tokens.indices.contains(index), tokens[index].flags.contains(.time) else { return 0 }
  let next = index + 1
  let hasHalf =
    next < tokens.endIndex && goesOn(tokens[next])
    && AmountWords.meridiems.contains(tokens[next].hash)
  return hasHalf ? 2 : 1
}

/// Whether a token can go on with what stands before it: same sentence, no comma.
private func goesOn(_ token: Token) -> Bool {
  token.flags.isDisjoint(with: [.beginsSentence, .afterComma, .afterClauseBreak, .isPunctuation])
}

private enum AmountWords {
  static let a = nameHash("a".utf8)
  static let and = nameHash("and".utf8)
  static let scales = set("hundred thousand million")
  static let currencies = set("dollar dollars buck bucks cent cents euro euros usd grand")
  static let meridiems = set("am pm a.m. p.m. o'clock oclock")

  private static func set(_ words: String) -> Set<UInt32> {
    Set(words.split(separator: " ").map { nameHash($0.utf8) })
  }
}
