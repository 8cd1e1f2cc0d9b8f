/// Guesses which rule somebody meant.
enum RuleNames {
  /// Up to three names that are near to another: a slip or two away, or with it as a part.
  static func near(_ name: String, among names: [String]) -> [String] {
    let ranked = names.compactMap { candidate -> (distance: Int, name: String)? in
      let short = candidate.split(separator: "/").last.map(String.init) ?? candidate
      let distance = min(editDistance(name, candidate), editDistance(name, short))
      if distance <= max(1, name.utf8.count / 4) { return (distance, candidate) }
      let isPart = name.utf8.count > 2 && candidate.utf8.count >= name.utf8.count
      return isPart && contains(candidate, name) ? (100, candidate) : nil
    }
    return ranked.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }

  /// Letters added, dropped or changed (Levenshtein), over bytes; long texts are never near.
  private static func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a.utf8)
    let b = Array(b.utf8)
    guard a.count <= 80, b.count <= 80 else { return .max }
    var last = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var row = [i + 1]
      for (j, right) in b.enumerated() {
        row.append(min(row[j] + 1, last[j + 1] + 1, last[j] + (left == right ? 0 : 1)))
      }
      last = row
    }
    return last[b.count]
  }
}
