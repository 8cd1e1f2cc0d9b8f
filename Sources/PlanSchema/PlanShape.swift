internal import PlanText

/// What the plan schema says about the form of one place, references followed: what its shorthand is, which kind of
/// value stands there, which spellings of a closed set are one.
struct PlanShape: Sendable {
  /// The keys, where an object belongs here.
  private(set) var members: [SchemaMember] = []
  /// The schema of the items, where a list belongs here.
  private(set) var item: Int?
  private(set) var kind: SchemaNote.Kind?
  /// The keys that a single value may be the value of; the last is for everything that no closed set knows.
  private(set) var shorthand: [SchemaMember] = []
  /// The key that a list is the value of.
  private(set) var list: SchemaMember?
  private(set) var isSingle = false
  private(set) var pairs: SchemaNote.Pairs?
  /// The values of a closed set, by their loose spellings and by other words for them.
  private(set) var spellings: [[UInt8]: [UInt8]] = [:]

  init(_ index: Int, in schema: Schema) {
    members = schema.members(of: index)
    var names: [String] = []
    var listName = ""
    for link in schema.chain(from: index) {
      let note = schema.notes[link]
      kind = kind ?? note.kind
      isSingle = isSingle || note.isSingle
      pairs = pairs ?? note.pairs
      if names.isEmpty { names = note.shorthand }
      if listName.isEmpty { listName = note.list }
      for keyword in schema.demands[link] {
        switch keyword {
        case .items(_, let rest): item = item ?? rest
        case .oneOfValues(let values): add(values)
        case .anyOf(let branches):
          for branch in branches {
            for case .oneOfValues(let values) in schema.demands[branch] { add(values) }
          }
        default: continue
        }
      }
      for spelling in note.spellings {
        spellings[Suggestion.loose(spelling.written.utf8)] = Array(spelling.meaning.utf8)
      }
    }
    shorthand = names.compactMap { member(named: $0) }
    list = member(named: listName)
  }

  private mutating func add(_ values: [SchemaValue]) {
    for case .string(let text) in values where kind != .yesNo || YesNo.value(of: text) == nil {
      spellings[Suggestion.loose(text)] = text
    }
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
    return !spellings.isEmpty && spellings[Suggestion.loose(text)] != nil
  }
}
