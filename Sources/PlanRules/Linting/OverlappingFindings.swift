internal import PlanText

/// One message per cause: of the findings of one module that overlap in a text, the more severe stays, then the longer,
/// then the earlier.
enum OverlappingFindings {
  static func resolved(
    _ findings: [TextScanner.Finding],
    rules: [Rule],
    severities: [Severity?]
  ) -> [TextScanner.Finding] {
    guard findings.count > 1 else { return findings }
    let ranked = findings.enumerated().sorted { a, b in
      let (x, y) = (severities[a.element.rule] ?? .info, severities[b.element.rule] ?? .info)
      if x != y { return x > y }
      if a.element.decoded.count != b.element.decoded.count {
        return a.element.decoded.count > b.element.decoded.count
      }
      return a.offset < b.offset
    }
    // For each text and module, the bytes that are taken.
    var taken: [Place: TakenPlaces] = [:]
    var kept: [TextScanner.Finding] = []
    for (_, candidate) in ranked {
      let place = Place(node: candidate.node, module: rules[candidate.rule].module)
      if taken[place, default: TakenPlaces()].take(candidate.decoded) { kept.append(candidate) }
    }
    return kept.sorted {
      ($0.node, $0.decoded.lowerBound, $0.rule) < ($1.node, $1.decoded.lowerBound, $1.rule)
    }
  }

  private struct Place: Hashable {
    var node: NodeID
    var module: String
  }
}
