internal import PlanText

/// What the plan schema says about the form of one place, references followed: what its shorthand is, which kind of
/// value stands there, which spellings of a closed set are one.
///
/// A class, so that handing one around costs one reference however much it knows.
final class PlanShape: Sendable {
  /// The keys, where an object belongs here.
  let members: [SchemaMember]
  /// The schema of the items, where a list belongs here.
  let item: Int?
  let kind: SchemaNote.Kind?
  /// The keys that a single value may be the value of; the last is for everything that no closed set knows.
  let shorthand: [SchemaMember]
  /// The key that a list is the value of.
  let list: SchemaMember?
  let isSingle: Bool
  let pairs: SchemaNote.Pairs?
  /// The values of a closed set, by their loose spellings and by other words for them; the last of a spelling counts.
  private let spellings: [(hash: UInt32, loose: [UInt8], value: [UInt8])]

  init(_ index: Int, in schema: Schema) {
    let chain = schema.chain(from: index)
    let notes = chain.map { schema.notes[$0] }
    let demands = chain.flatMap { schema.demands[$0] }
    let members = schema.members(of: index)
    let kind = notes.lazy.compactMap(\.kind).first
    let names = notes.lazy.map(\.shorthand).first { !$0.isEmpty } ?? []
    let listName = notes.lazy.map(\.list).first { !$0.isEmpty } ?? ""
    self.members = members
    self.kind = kind
    isSingle = notes.contains(where: \.isSingle)
    pairs = notes.lazy.compactMap(\.pairs).first
    shorthand = names.compactMap { name in members.first { $0.name.elementsEqual(name.utf8) } }
    list = members.first { $0.name.elementsEqual(listName.utf8) }
    item =
      demands.lazy.compactMap { keyword -> Int? in
        if case .items(_, let rest) = keyword { rest } else { nil }
      }.first
    var spellings: [(hash: UInt32, loose: [UInt8], value: [UInt8])] = []
    func add(_ loose: [UInt8], _ value: [UInt8]) {
      spellings.append((nameHash(loose), loose, value))
    }
    for text in PlanShape.words(demands, in: schema)
    where kind != .yesNo || YesNo.value(of: text) == nil {
      add(Suggestion.loose(text), text)
    }
    for spelling in notes.flatMap(\.spellings) {
      add(Suggestion.loose(spelling.written.utf8), Array(spelling.meaning.utf8))
    }
    self.spellings = spellings
  }

  /// The texts of closed sets, those of branches among them.
  private static func words(_ demands: [SchemaKeyword], in schema: Schema) -> [[UInt8]] {
    var words: [[UInt8]] = []
    for keyword in demands {
      if case .anyOf(let branches) = keyword {
        for branch in branches { words += enumeration(schema.demands[branch]) }
      }
    }
    return enumeration(demands) + words
  }

  private static func enumeration(_ demands: [SchemaKeyword]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    for case .oneOfValues(let values) in demands {
      for case .string(let text) in values { words.append(text) }
    }
    return words
  }

  var isObject: Bool { !members.isEmpty }

  /// Whether plain words belong here, so that a mapping is a sentence that lost its quotation marks.
  var isText: Bool { kind == .text }

  func member(named name: String) -> SchemaMember? {
    members.first { $0.name.elementsEqual(name.utf8) }
  }

  func member(named name: ArraySlice<UInt8>, hash: UInt32) -> SchemaMember? {
    for member in members where member.hash == hash && name.elementsEqual(member.name) {
      return member
    }
    return nil
  }

  /// Whether a text is one of the words of a closed set, or a yes or no where one is asked for.
  func knows(_ text: ArraySlice<UInt8>) -> Bool {
    if kind == .yesNo, YesNo.value(of: text) != nil { return true }
    return value(of: text) != nil
  }

  /// Whether only the values of a closed set belong here.
  var isClosed: Bool { !spellings.isEmpty }

  /// The value of a closed set that a text means, however loosely it is spelled.
  func value(of text: ArraySlice<UInt8>) -> [UInt8]? {
    guard isClosed else { return nil }
    let loose = Suggestion.loose(text)
    let hash = nameHash(loose)
    return spellings.last { $0.hash == hash && $0.loose == loose }?.value
  }
}
