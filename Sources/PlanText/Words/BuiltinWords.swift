/// The words that the scanner itself knows, in the order of their numbers.
struct BuiltinWords {
  /// The forms with fixed numbers, from 1.
  static let reserved = ["!!", "?!", "…", "'s", "is", "has", "would", "had"]
  static let exclamationsID: UInt32 = 1
  static let interrobangID: UInt32 = 2
  static let ellipsisID: UInt32 = 3
  static let possessiveID: UInt32 = 4
  static let isID: UInt32 = 5
  static let hasID: UInt32 = 6
  static let wouldID: UInt32 = 7
  static let hadID: UInt32 = 8

  let words: [String]
  /// A `WordKind` a word.
  let kinds: [UInt32]
  /// Runs of a count and so many word numbers.
  let expansions: [UInt32]

  init() {
    var kinds: [String: UInt32] = [:]
    for (kind, list) in BuiltinWords.lists {
      for word in list.split(separator: " ") { kinds[String(word), default: 0] |= kind.rawValue }
    }
    var others = Set(kinds.keys)
    var readings: [(word: String, parts: [String])] = []
    for line in BuiltinWords.readings.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count > 1 else { continue }
      readings.append((parts[0], Array(parts[1...])))
      others.formUnion(parts)
    }
    let words = BuiltinWords.reserved + others.subtracting(BuiltinWords.reserved).sorted()
    var ids: [String: UInt32] = [:]
    for (index, word) in words.enumerated() { ids[word] = UInt32(index + 1) }

    var expansions: [UInt32] = []
    for (word, parts) in readings {
      expansions.append(UInt32(parts.count))
      kinds[word, default: 0] |= UInt32(expansions.count) << WordKind.expansionShift
      expansions += parts.map { ids[$0] ?? 0 }
    }
    self.words = words
    self.kinds = words.map { kinds[$0] ?? 0 }
    self.expansions = expansions
  }

  private static let lists: [(WordKind, String)] = [
    (
      .number,
      """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
      seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
      """
    ),
    (
      .ordinal,
      """
      first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
      fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
      """
    ),
    (
      .month,
      """
      january february march april may june july august september october november december jan feb apr jun jul \
      aug sept oct nov dec
      """
    ),
    (.doubtfulMonth, "march may august jan dec"),
    (
      .weekday,
      """
      monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays \
      saturdays sundays mon tue tues thu thur thurs fri christmas thanksgiving easter halloween passover hanukkah \
      ramadan
      """
    ),
    (.day, "yesterday today tonight tomorrow"),
    (.relative, "last next this past"),
    (
      .span,
      """
      day days night nights week weeks weekend weekends month months year years decade \
      spring summer fall autumn winter morning afternoon evening semester quarter
      """
    ),
    (.dayPart, "morning afternoon evening night noon eve day"),
    (.currency, "dollar dollars buck bucks cent cents euro euros usd grand"),
    (.meridiem, "am pm a.m. p.m. o'clock oclock"),
    (.hour, "noon midnight"),
    (.title, "mr mrs ms mx dr prof rev fr sgt lt capt gen hon vs e.g. i.e. eg viz cf approx"),
    (
      .abbreviation,
      "jr sr st etc ave blvd rd apt dept inc ltd co corp a.m. p.m. ph.d. m.d. b.c. a.d. ext est"
    ),
    (.numberSign, "no nos vol pp fig sec"),
    (
      .takesIs,
      """
      it he she that this what there who where how here when why everybody everyone everything nobody nothing \
      somebody someone something anybody anyone anything
      """
    ),
    (.takesHas, "been got gotten had"),
    (.takesHad, "better been had gotten"),
    (.endsPossessive, "a an the not never always"),
  ]
}
