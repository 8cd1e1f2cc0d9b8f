import PlanRules

/// What a pattern matches, found the plain way: every choice tried, nothing shared, nothing remembered.
struct ReferenceMatcher {
  /// A word of a text as patterns see it.
  struct Word {
    var text: String
    var kinds: UInt32 = 0
    var beginsSentence = false
    var isPunctuation = false
  }

  let words: [Word]
  var sets: [String: [Pattern]] = [:]
  let gapStops: Set<String>

  /// The longest match of a pattern from each word on: index of the first word, and behind the last.
  func matches(of pattern: Pattern) -> [Range<Int>] {
    words.indices.compactMap { first in
      let isStart = first == 0 || words[first].beginsSentence
      if pattern.startsSentence, !isStart { return nil }
      let ends = ends(of: pattern.nodes[...], from: first, isFirst: true).filter { end in
        end > first && (!pattern.endsSentence || sentenceEnds(behind: end))
      }
      return ends.max().map { first..<$0 }
    }
  }

  private func sentenceEnds(behind end: Int) -> Bool {
    for word in words[end...] {
      if word.beginsSentence { return true }
      if !word.isPunctuation { return false }
    }
    return true
  }

  /// The places where some nodes in a row may end.
  private func ends(of nodes: ArraySlice<PatternNode>, from: Int, isFirst: Bool) -> Set<Int> {
    var places: [Int: Bool] = [from: isFirst]
    for node in nodes {
      var next: [Int: Bool] = [:]
      for (place, isFirst) in places {
        for end in ends(of: node, from: place, isFirst: isFirst) {
          next[end] = isFirst && end == place
        }
      }
      places = next
    }
    return Set(places.keys)
  }

  private func ends(of node: PatternNode, from: Int, isFirst: Bool) -> Set<Int> {
    switch node {
    case .word(let text), .punctuation(let text):
      return taking(from, isFirst) { $0.text == text }
    case .any: return taking(from, isFirst) { !$0.isPunctuation }
    case .kind(let kind):
      var result: Set<Int> = []
      var open = taking(from, isFirst) { $0.kinds & kind.startBit != 0 }
      while let end = open.popFirst() {
        guard result.insert(end).inserted else { continue }
        open.formUnion(taking(end, false) { $0.kinds & kind.continuationBit != 0 })
      }
      return result
    case .gap(let count):
      var result: Set<Int> = [from]
      var last: Set<Int> = [from]
      for _ in 0..<count {
        last = Set(
          last.flatMap { place in
            taking(place, isFirst && place == from) {
              !$0.isPunctuation && !gapStops.contains($0.text)
            }
          }
        )
        result.formUnion(last)
      }
      return result
    case .sequence(let nodes): return ends(of: nodes[...], from: from, isFirst: isFirst)
    case .choice(let nodes):
      return Set(nodes.flatMap { ends(of: $0, from: from, isFirst: isFirst) })
    case .optional(let inner): return ends(of: inner, from: from, isFirst: isFirst).union([from])
    case .set(let name):
      return Set(
        (sets[name] ?? []).flatMap { ends(of: $0.nodes[...], from: from, isFirst: isFirst) }
      )
    case .lemma: return []
    }
  }

  /// The places behind a word that is wanted; runs of punctuation before it are passed over, except before the first.
  private func taking(_ from: Int, _ isFirst: Bool, _ isWanted: (Word) -> Bool) -> Set<Int> {
    var result: Set<Int> = []
    var place = from
    while place < words.count, isFirst || !words[place].beginsSentence {
      if isWanted(words[place]) { result.insert(place + 1) }
      if isFirst || !words[place].isPunctuation { break }
      place += 1
    }
    return result
  }
}
