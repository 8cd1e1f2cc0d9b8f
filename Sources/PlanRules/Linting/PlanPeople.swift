internal import PlanText

/// The people of one plan and every name that the plan gives them.
struct PlanPeople: Sendable {
  enum Role: String, Sendable { case subject, participant, professional }

  struct Person: Sendable {
    /// What `person()` gives: the id, or the name where there is none; `subject` for the subject.
    var id: String
    var role: Role
    /// Each name as the hashes of its words.
    var names: [[UInt32]]
    /// The same without letters behind, and without titles before: "Doctor Ada Okafor, LCSW".
    fileprivate var bareNames: [[UInt32]] = []

    init(id: String, role: Role, names: [[UInt32]]) {
      self.id = id
      self.role = role
      self.names = names
    }
  }

  private(set) var people: [Person] = []
  /// Names by the hash of their first word, longest first.
  private(set) var byFirstWord: [UInt32: [(name: [UInt32], person: Int)]] = [:]
  /// One bit for the low six bits of each first word's hash: every word is asked whether it begins a name, few do.
  private var firstWordBits: UInt64 = 0
  /// The pronouns that mean the subject; empty where the plan does not say.
  private(set) var pronouns: Set<UInt32> = []

  init(tree: Tree, root: NodeID, scanner: inout WordScanner) {
    if let subject = tree.value(of: "subject", in: root) {
      add(tree, subject, role: .subject, scanner: &scanner)
      if let text = tree.value(of: "pronouns", in: subject) {
        pronouns = Set(words(tree, text, scanner: &scanner))
      }
    }
    if let professional = tree.value(of: "professional", in: root) {
      add(tree, professional, role: .professional, scanner: &scanner)
    }
    if let list = tree.value(of: "participants", in: root) {
      for item in tree.items(of: list) { add(tree, item, role: .participant, scanner: &scanner) }
    }
    addShortNames()
    for (index, person) in people.enumerated() {
      for name in person.names {
        guard let first = name.first else { continue }
        byFirstWord[first, default: []].append((name, index))
        firstWordBits |= 1 &<< UInt64(first & 63)
      }
    }
    for key in byFirstWord.keys { byFirstWord[key]?.sort { $0.name.count > $1.name.count } }
  }

  private mutating func add(
    _ tree: Tree,
    _ node: NodeID,
    role: Role,
    scanner: inout WordScanner
  ) {
    guard tree[node].kind == .mapping else { return }
    var person = Person(id: "", role: role, names: [])
    for field: StaticString in ["id", "name"] {
      guard let value = tree.value(of: field, in: node), tree[value].kind == .scalar else {
        continue
      }
      let text = tree.string(of: value)
      if person.id.isEmpty { person.id = text }
      person.names.append(words(tree, value, scanner: &scanner))
      person.bareNames += bareNames(tree, value, scanner: &scanner)
    }
    if let aliases = tree.value(of: "aliases", in: node) {
      let values = tree[aliases].kind == .scalar ? [aliases] : Array(tree.items(of: aliases))
      for alias in values where tree[alias].kind == .scalar {
        person.names.append(words(tree, alias, scanner: &scanner))
      }
    }
    if role == .subject { person.id = "subject" }
    person.names = person.names.filter { !$0.isEmpty }
    if !person.names.isEmpty { people.append(person) }
  }

  /// The first and the last word of a longer name, where only one person has it ("Jo" for "Aunt Jo").
  private mutating func addShortNames() {
    for index in people.indices {
      for name in people[index].bareNames
      where name.count > 1 && !people.contains(where: { $0.names.contains(name) }) {
        people[index].names.append(name)
      }
    }
    // For each word, who has it, once each: people come in their order.
    var holders: [UInt32: [Int]] = [:]
    for (index, person) in people.enumerated() {
      for name in person.names {
        for word in [name.first, name.last].compactMap(\.self)
        where holders[word]?.last != index {
          holders[word, default: []].append(index)
        }
      }
    }
    for index in people.indices {
      for name in people[index].names where name.count > 1 {
        for word in [name[0], name[name.count - 1]]
        where holders[word]?.count == 1 && !PlanPeople.titles.contains(word)
          && !people[index].names.contains([word])
        {
          people[index].names.append([word])
        }
      }
    }
  }

  /// Words that stand before or behind many names and name nobody by themselves.
  private static let titles: Set<UInt32> = Set(
    [
      "aunt", "uncle", "mr", "mrs", "ms", "dr", "doctor", "grandma", "grandpa", "cousin", "the",
      "pastor", "father", "sister", "brother", "big", "little", "old", "jr", "sr", "my", "his",
      "her", "their", "friend", "of", "de", "la", "van", "von", "me", "i", "counselor", "therapist",
      "treatment", "center", "counseling", "services", "a", "an", "and",
    ].map { nameHash($0.utf8) }
  )

  private static let honorifics: Set<UInt32> = Set(
    [
      "aunt", "uncle", "mr", "mrs", "ms", "dr", "doctor", "grandma", "grandpa", "cousin", "pastor",
      "father", "sister", "brother", "rabbi", "reverend", "my", "our", "his", "her", "their",
    ].map { nameHash($0.utf8) }
  )

  private func bareNames(
    _ tree: Tree,
    _ node: NodeID,
    scanner: inout WordScanner
  ) -> [[UInt32]] {
    let tokens = scanner.tokens(of: tree.bytes(of: node))
    let comma = tokens.dropFirst().firstIndex { $0.flags.contains(.afterComma) }
    let name = tokens[..<(comma ?? tokens.endIndex)].map(\.hash)
    return [name, Array(name.drop { PlanPeople.honorifics.contains($0) })]
  }

  private func words(_ tree: Tree, _ node: NodeID, scanner: inout WordScanner) -> [UInt32] {
    scanner.hashes(of: tree.bytes(of: node))
  }
}

// MARK: Looking people up

extension PlanPeople {
  /// The person that a text names as a whole, without regard to case, accents and blanks; nil where none or several do.
  func person(named words: [UInt32]) -> Person? { index(named: words).map { people[$0] } }

  /// The place in `people` of the person that a text names as a whole.
  func index(named words: [UInt32]) -> Int? {
    guard let first = words.first else { return nil }
    let found = Set((byFirstWord[first] ?? []).filter { $0.name == words }.map(\.person))
    return found.count == 1 ? found.first : nil
  }

  /// The longest name that begins at a word: its length in words and the place in `people` of who has it.
  func name(in tokens: [Token], at index: Int) -> (length: Int, person: Int)? {
    let hash = tokens[index].hash
    guard firstWordBits & (1 &<< UInt64(hash & 63)) != 0, let names = byFirstWord[hash] else {
      return nil
    }
    for (name, person) in names where index + name.count <= tokens.count {
      if name.indices.allSatisfy({ tokens[index + $0].hash == name[$0] }) {
        return (name.count, person)
      }
    }
    return nil
  }

  /// The different people that a text names anywhere.
  func people(in tokens: [Token]) -> Set<Int> {
    var found: Set<Int> = []
    var index = 0
    while index < tokens.count {
      let name = name(in: tokens, at: index)
      if let name { found.insert(name.person) }
      index += name?.length ?? 1
    }
    return found
  }
}
