/// Words that the rules of spelling get wrong.
extension Inflection {
  /// Words whose forms are all listed.
  static let irregularWhole: [String: [String]] = [
    "be": ["am", "is", "are", "was", "were", "been", "being"],
    "have": ["has", "had", "having"],
    "can": ["could"],
    "will": ["would"],
    "may": ["might"],
    "shall": ["should"],
    "must": [],
  ]

  /// Plural by singular.
  static let irregularNouns = table(
    """
    alumnus alumni
    analysis analyses
    axis axes
    calf calves
    child children
    crisis crises
    criterion criteria
    diagnosis diagnoses
    elf elves
    foot feet
    gentleman gentlemen
    goose geese
    grandchild grandchildren
    half halves
    hoof hooves
    housewife housewives
    knife knives
    leaf leaves
    life lives
    loaf loaves
    louse lice
    man men
    mouse mice
    ox oxen
    parenthesis parentheses
    person people
    phenomenon phenomena
    policeman policemen
    psychosis psychoses
    scarf scarves
    self selves
    sheep sheep
    shelf shelves
    stepchild stepchildren
    thief thieves
    tooth teeth
    wife wives
    wolf wolves
    woman women
    yourself yourselves
    """
  ).compactMapValues { $0.first }

  /// Nouns of that table that are regular verbs too.
  static let nounsThatAreVerbs: Set<String> = [
    "foot", "goose", "half", "knife", "leaf", "man", "mouse", "scarf", "shelf", "wolf",
  ]

  /// Verbs of more than one syllable that double their last letter, being stressed there.
  static let stressedLast: Set<String> = [
    "abet", "abhor", "acquit", "admit", "allot", "befit", "begin", "beset", "commit", "compel",
    "concur", "confer",
    "control", "deter", "dispel", "emit", "equip", "excel", "expel", "extol", "forbid", "forget",
    "incur", "infer",
    "input", "kidnap", "occur", "offset", "omit", "outwit", "patrol", "permit", "prefer", "propel",
    "rebel", "rebut",
    "recur", "refer", "regret", "remit", "repel", "reset", "submit", "transfer", "transmit",
    "unplug", "unwrap",
    "unzip", "upset", "worship", "program", "handicap", "backstab", "catnap",
  ]

  /// Verbs that double it in British spelling only.
  static let doublesInBritain: Set<String> = [
    "cancel", "counsel", "dial", "duel", "fuel", "label", "level", "libel", "marvel", "model",
    "quarrel", "rival",
    "signal", "spiral", "total", "travel", "tunnel",
  ]

  /// Words in -o that take -es.
  static let takesOes: Set<String> = [
    "domino", "do", "echo", "embargo", "forgo", "go", "hero", "outdo", "overdo", "potato", "redo",
    "tomato", "torpedo",
    "undergo", "undo", "veto",
  ]

  /// Words in -ch, spoken "k", that take -s.
  static let hardCh: Set<String> = ["epoch", "matriarch", "monarch", "patriarch", "stomach"]

  /// Words that keep their -e before -ing.
  static let keepsE: Set<String> = ["binge", "singe", "swinge", "tinge"]

  static func table(_ text: String) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if let first = words.first { result[first] = Array(words.dropFirst()) }
    }
    return result
  }
}
