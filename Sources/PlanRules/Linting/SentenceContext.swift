internal import PlanText

/// What stands around a phrase in its sentence and makes it mean something else: negation, somebody else's words, a
/// speaker who takes it back, an announcement of what will not be said (`domain.md` 2.1, "Sentence context").
struct SentenceContext {
  /// Words that the checks below look for; every word table holds them.
  static let words =
    negators + clauseBreaks + reporters + avoiders + regrets + pastFrames + subjects + second
    + undone + ["to", "than", "of"]

  static let negators = [
    "not", "never", "no", "nobody", "none", "nothing", "without", "neither", "nor", "cannot",
    "nowhere", "hardly",
  ]
  static let clauseBreaks = [
    "but", "however", "although", "because", "though", "yet", "so", "when", "while", "since",
    "unless", "until",
  ]
  static let reporters = [
    "say", "says", "said", "saying", "tell", "tells", "told", "telling", "ask", "asks", "asked",
    "yell", "yelled", "shout", "shouted", "write", "wrote", "texted", "text", "call", "called",
    "answered", "whispered", "screamed", "replied", "promised", "admitted", "repeat", "repeats",
    "hear", "heard", "read", "word", "words", "phrase", "phrases",
  ]
  static let avoiders = [
    "instead", "rather", "avoid", "avoids", "avoiding", "refrain", "skip", "stop", "leave",
  ]
  static let regrets = [
    "sorry", "apologize", "apologise", "apologizing", "apology", "regret", "forgive", "wrong",
    "ashamed",
  ]
  static let pastFrames = ["used", "once", "before", "ago", "back", "last", "years"]
  /// Words behind a negation that leave nothing denied: "not only", "no wonder".
  static let undone = [
    "only", "wonder", "offense", "offence", "believe", "matter", "doubt", "just", "even",
  ]
  static let second = ["you", "your", "yours", "yourself"]
  static let subjects = [
    "i", "you", "he", "she", "it", "we", "they", "this", "that", "there",
  ]

  private let ids: WordIDs
  private let tokens: ArraySlice<Token>

  /// Takes the words of one sentence.
  init(_ tokens: ArraySlice<Token>, ids: WordIDs) {
    self.tokens = tokens
    self.ids = ids
  }

  /// Whether a negation up to six words before a place governs it.
  func isNegated(at first: Int) -> Bool {
    var index = first - 1
    var distance = 0
    // Runs of punctuation do not count as words, but they are not followed for ever either.
    while index >= tokens.startIndex, distance < 6, first - index <= 24 {
      let token = tokens[index]
      if tokens.indices.contains(index + 1), beginsClause(at: index + 1) { return false }
      if ids.clauseBreaks.contains(token.id) { return false }
      if ids.negators.contains(token.id), !isFalseNegation(at: index) { return true }
      if !token.flags.contains(.isPunctuation) { distance += 1 }
      index -= 1
    }
    return false
  }

  /// Whether a clause begins at a word: behind a break, or behind a comma with a subject of its own ("I'm not angry,
  /// you are selfish").
  private func beginsClause(at index: Int) -> Bool {
    let flags = tokens[index].flags
    return flags.contains(.afterClauseBreak)
      || (flags.contains(.afterComma) && ids.subjects.contains(tokens[index].id))
  }

  /// "not only", "no wonder", "no offense", "can't believe", "why don't you", "no matter" deny nothing, and neither
  /// does the "don't you" of a question.
  private func isFalseNegation(at index: Int) -> Bool {
    let next = id(at: index + 1)
    if ids.undone.contains(next) { return true }
    // "don't you …", "why can't you …": an auxiliary before the negation and "you" behind it.
    return index > tokens.startIndex && next == ids["you"]
      && tokens[index].flags.contains(.fromContraction)
  }

  /// Whether the words stand in quotation marks that report somebody's speech, or the sentence says that they are not
  /// to be said.
  mutating func isReported(_ range: Range<Int>) -> Bool {
    guard range.lowerBound < tokens.endIndex, range.lowerBound >= tokens.startIndex else {
      return false
    }
    let isQuoted = tokens[range.lowerBound].flags.contains(.insideQuotes)
    if isQuoted {
      // A statement that is quoted as a whole is what the speaker will say.
      return hasUnquotedWords
    }
    return isMentionedOnly(before: range.lowerBound)
  }

  /// "instead of saying …", "rather than …", "we will avoid …", "don't say …", "never tell him …".
  private func isMentionedOnly(before first: Int) -> Bool {
    var index = first - 1
    var distance = 0
    while index >= tokens.startIndex, distance < 8 {
      let id = tokens[index].id
      if ids.avoiders.contains(id), leadsToSaying(index, before: first) { return true }
      if ids.reporters.contains(id), isNegated(at: index) { return true }
      if tokens[index].flags.contains(.afterClauseBreak), index < first - 1 { break }
      if ids.clauseBreaks.contains(id) { break }
      distance += 1
      index -= 1
    }
    return false
  }

  private func leadsToSaying(_ index: Int, before first: Int) -> Bool {
    if tokens[index].id == ids["rather"] { return id(at: index + 1) == ids["than"] }
    if tokens[index].id == ids["instead"] { return id(at: index + 1) == ids["of"] }
    return ((index + 1)..<max(index + 1, first)).contains { ids.reporters.contains(id(at: $0)) }
  }

  /// Whether the speaker takes back what the sentence says: "I am sorry I called you …", "I used to think …".
  private(set) lazy var isTakenBack = findsTakingBack()

  private mutating func findsTakingBack() -> Bool {
    for index in tokens.indices {
      let id = tokens[index].id
      if ids.regrets.contains(id), isFirstPerson(before: index), !isNegated(at: index) {
        return true
      }
      if id == ids["used"], self.id(at: index + 1) == ids["to"], isFirstPerson(before: index) {
        return true
      }
      // "Last year I called you …", "I once said that you …"
      if ids.reporters.contains(id), isFirstPerson(before: index, within: 2), hasPastFrame {
        return true
      }
    }
    return false
  }

  /// Asked for many places of one sentence, found once.
  private lazy var hasUnquotedWords = tokens.contains {
    !$0.flags.contains(.insideQuotes) && !$0.flags.contains(.isPunctuation)
  }

  private lazy var hasPastFrame = tokens.contains { ids.pastFrames.contains($0.id) }

  private func isFirstPerson(before index: Int, within distance: Int = 3) -> Bool {
    var position = index - 1
    while position >= tokens.startIndex, index - position <= distance {
      let id = tokens[position].id
      if id == ids["i"] || id == ids["we"] { return true }
      if id == ids["you"] || id == ids["they"] || id == ids["he"] || id == ids["she"] {
        return false
      }
      position -= 1
    }
    // "Sorry I …", "Forgive me …" at the start of the sentence.
    return index == tokens.startIndex
  }

  private func id(at index: Int) -> UInt32 {
    tokens.indices.contains(index) ? tokens[index].id : 0
  }
}

/// The word ids that `SentenceContext` asks for, looked up once.
struct WordIDs: Sendable {
  private let byWord: [String: UInt32]
  let negators: Set<UInt32>
  let clauseBreaks: Set<UInt32>
  let reporters: Set<UInt32>
  let avoiders: Set<UInt32>
  let regrets: Set<UInt32>
  let pastFrames: Set<UInt32>
  let subjects: Set<UInt32>
  let undone: Set<UInt32>
  /// "you" and its forms.
  let second: Set<UInt32>

  init(_ table: WordTable) {
    var byWord: [String: UInt32] = [:]
    for word in SentenceContext.words { byWord[word] = table.id(of: word) }
    self.byWord = byWord
    func set(_ words: [String]) -> Set<UInt32> {
      Set(words.map { table.id(of: $0) }).subtracting([0])
    }
    negators = set(SentenceContext.negators)
    clauseBreaks = set(SentenceContext.clauseBreaks)
    reporters = set(SentenceContext.reporters)
    avoiders = set(SentenceContext.avoiders)
    regrets = set(SentenceContext.regrets)
    pastFrames = set(SentenceContext.pastFrames)
    subjects = set(SentenceContext.subjects)
    undone = set(SentenceContext.undone)
    second = set(SentenceContext.second)
  }

  /// The id of one of `SentenceContext.words`; a number that no word has for any other.
  subscript(word: String) -> UInt32 {
    let id = byWord[word] ?? 0
    return id == 0 ? .max : id
  }
}
