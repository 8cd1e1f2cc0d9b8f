/// What is known about a key that a schema does not know.
struct KeySuggestion {
  /// The key that was probably meant.
  var key: String?
  /// Where that key belongs, if not here: the path of an object, such as `meeting`.
  var place = ""
  /// The keys that belong here.
  var known: [String] = []
}

extension Schema {
  /// Guesses what was meant by a key that an object does not have.
  func suggestion(forKey name: String, in schema: Int) -> KeySuggestion {
    let members = members(of: schema)
    var suggestion = KeySuggestion(known: members.map { String(decoding: $0.name, as: UTF8.self) })
    if let key = nearKey(to: name, in: members) {
      suggestion.key = key
    } else if let (key, place) = elsewhere(name) {
      suggestion.key = key
      suggestion.place = place
    }
    return suggestion
  }

  /// The key of an object that another word means: the same but for its spelling, a synonym, a slip away, or, of several
  /// words, one that is a synonym.
  func nearKey(to name: String, in members: [SchemaMember]) -> String? {
    let wanted = Suggestion.loose(name.utf8)
    let names = members.map { String(decoding: $0.name, as: UTF8.self) }
    if let same = names.first(where: { Suggestion.loose($0.utf8) == wanted }) { return same }
    if let same = synonym(wanted, in: members) { return same }
    if let near = Suggestion.nearest(to: name, among: names) { return near }
    let words = wanted.split(separator: UInt8(ascii: "-"))
    guard words.count > 1 else { return nil }
    for word in words where word.count >= 4 {
      if let same = names.first(where: { $0.utf8.elementsEqual(word) }) { return same }
      if let same = synonym(Array(word), in: members) { return same }
    }
    return nil
  }

  private func synonym(_ wanted: [UInt8], in members: [SchemaMember]) -> String? {
    for member in members {
      let synonyms = notes[member.schema].synonyms
      if synonyms.contains(where: { Suggestion.loose($0.utf8) == wanted }) {
        return String(decoding: member.name, as: UTF8.self)
      }
    }
    return nil
  }

  /// A key of this very name in another object of the schema, and the path of that object.
  private func elsewhere(_ name: String) -> (key: String, place: String)? {
    let wanted = Suggestion.loose(name.utf8)
    var seen: Set<Int> = []
    var waiting = [(schema: root, path: "")]
    var next = 0
    while next < waiting.count, next < 500 {
      let (schema, path) = waiting[next]
      next += 1
      guard seen.insert(chain(from: schema).last ?? schema).inserted else { continue }
      for member in members(of: schema) {
        let key = String(decoding: member.name, as: UTF8.self)
        if Suggestion.loose(key.utf8) == wanted, !path.isEmpty { return (key, path) }
        waiting.append((member.schema, path.isEmpty ? key : path + "." + key))
      }
      for link in chain(from: schema) {
        for case .items(_, let rest?) in demands[link] { waiting.append((rest, path)) }
      }
    }
    return nil
  }
}
