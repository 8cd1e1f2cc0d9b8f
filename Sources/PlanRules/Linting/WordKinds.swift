internal import PlanText

/// Tells which kinds of word the words of a text are in one plan, for `<subject>`, `<date>`, `<caps>` and their like.
struct WordKinds {
  private let people: PlanPeople
  private let masculine: Bool
  private let feminine: Bool
  private let plural: Bool

  init(_ people: PlanPeople) {
    self.people = people
    func says(_ words: [String]) -> Bool {
      people.pronouns.isEmpty || words.contains { people.pronouns.contains(nameHash($0.utf8)) }
    }
    masculine = says(["he", "him", "his"])
    feminine = says(["she", "her", "hers"])
    plural = says(["they", "them", "their"])
  }

  /// Writes the kind bits of each token into `kinds`, which is as long as `tokens`.
  func mark(_ tokens: [Token], in text: ArraySlice<UInt8>, into kinds: inout [UInt32]) {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.flags.contains(.number) { kinds[index] |= PhraseKind.number.startBit }
      if token.flags.contains(.time) { kinds[index] |= PhraseKind.time.startBit }
      if isShouted(token, in: text) {
        kinds[index] |= PhraseKind.caps.startBit
        if token.end - token.start >= 4 { kinds[index] |= PhraseKind.shout.startBit }
      }
      if token.flags.contains(.money) { kinds[index] |= PhraseKind.money.startBit }
      markPronoun(token.hash, &kinds[index])
      let length = dateLength(in: tokens[...], at: index)
      if length > 0 { mark(.date, index, length, &kinds) }
      markName(tokens, index, &kinds)
      index += 1
    }
  }

  /// Whether a word is in capitals that are meant: no known acronym, no `XXXX` in the place of a name.
  private func isShouted(_ token: Token, in text: ArraySlice<UInt8>) -> Bool {
    guard token.flags.contains(.allCaps), !WordKinds.acronyms.contains(token.hash) else {
      return false
    }
    let start = text.startIndex + Int(token.start)
    guard start < text.endIndex else { return false }
    let letters = text[start..<min(text.endIndex, text.startIndex + Int(token.end))]
    return !letters.allSatisfy { $0 == letters.first }
  }

  /// Marks a name or date, unless one that began earlier goes on here: chains of them would have no end.
  private func mark(_ kind: PhraseKind, _ first: Int, _ length: Int, _ kinds: inout [UInt32]) {
    guard kinds[first] & kind.continuationBit == 0 else { return }
    kinds[first] |= kind.startBit
    for index in (first + 1)..<max(first + 1, min(first + length, kinds.count)) {
      kinds[index] |= kind.continuationBit
    }
  }

  private func markName(_ tokens: [Token], _ index: Int, _ kinds: inout [UInt32]) {
    guard let (length, person) = people.name(in: tokens, at: index) else { return }
    switch people.people[person].role {
    case .participant: mark(.participant, index, length, &kinds)
    case .professional: mark(.professional, index, length, &kinds)
    case .subject:
      mark(.subject, index, length, &kinds)
      let next = index + length
      if next < tokens.count, tokens[next].flags.contains(.possessive) {
        mark(.their, index, length + 1, &kinds)
      } else {
        mark(.they, index, length, &kinds)
        mark(.them, index, length, &kinds)
      }
    }
  }

  private func markPronoun(_ hash: UInt32, _ kinds: inout UInt32) {
    guard WordKinds.pronounBits & (1 &<< UInt64(hash & 63)) != 0,
      let pronoun = WordKinds.pronouns[hash]
    else { return }
    let counts =
      switch pronoun.gender {
      case .masculine: masculine
      case .feminine: feminine
      case .plural: plural
      }
    guard counts else { return }
    for kind in pronoun.kinds { kinds |= kind.startBit }
  }

  private enum Gender: Sendable { case masculine, feminine, plural }

  private static let pronouns: [UInt32: (gender: Gender, kinds: [PhraseKind])] = {
    let table: [(String, Gender, [PhraseKind])] = [
      ("he", .masculine, [.they]), ("him", .masculine, [.them]), ("his", .masculine, [.their]),
      ("she", .feminine, [.they]), ("her", .feminine, [.them, .their]),
      ("they", .plural, [.they]), ("them", .plural, [.them]), ("their", .plural, [.their]),
    ]
    var result: [UInt32: (gender: Gender, kinds: [PhraseKind])] = [:]
    for (word, gender, kinds) in table { result[nameHash(word.utf8)] = (gender, kinds) }
    return result
  }()

  /// One bit for the low six bits of each pronoun's hash, so that most words need no further look-up.
  private static let pronounBits: UInt64 = pronouns.keys.reduce(0) { $0 | 1 &<< UInt64($1 & 63) }

  /// Words that are written in capitals without being shouted.
  private static let acronyms: Set<UInt32> = Set(
    """
    aa na ca ga smart emt emts er icu ptsd adhd add ocd hiv hep dui dwi od iv iop php op otp moud mat mst \
    narcan ymca ywca va hr eap ceo gps id ids ssn tv dvd pm am us usa uk eu la nyc ny dc nj pa tx fl ca \
    lcsw cip cadc lmft lpc md rn phd ma ms bs bsw msw np dr mr mrs asam samhsa nida aids covid cdc fda fbi \
    ap gpa ged sat act iq ok lol omg btw asap rsvp diy faq pdf usb sms pin atm suv rv bbq cpr ekg mri ct \
    std sti pcp thc cbd lsd ghb mdma pot dob po tlc xl xxl ii iii iv vi vii viii ix xi xii cbt dbt mi craft arise johnson \
    nicu cps dhs dmv irs ups usps nfl nba mlb nhl ncaa espn hbo cnn bbc npr abc nbc cbs dj mc fm
    """.split(separator: " ").map { nameHash($0.utf8) }
  )
}
