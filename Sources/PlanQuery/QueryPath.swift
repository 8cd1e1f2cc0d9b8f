/// A query from `$` or `@` (RFC 9535 §2.1.1, `jsonpath-query` and `rel-query`).
struct QueryPath: Sendable, Equatable {
  /// Whether it begins at the current node `@` rather than at the root `$`.
  let isRelative: Bool
  let segments: [Segment]
  /// Whether it gives one node at most (RFC 9535 §2.3.5.1, `singular-query`).
  let isSingular: Bool

  init(isRelative: Bool, segments: [Segment]) {
    self.isRelative = isRelative
    self.segments = segments
    isSingular = segments.allSatisfy { segment in
      guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
      switch segment.selectors[0] {
      case .name, .index: return true
      case .wildcard, .slice, .filter: return false
      }
    }
  }
}

/// One step of a path (RFC 9535 §2.5).
struct Segment: Sendable, Equatable {
  /// Whether its selectors apply to the node and everything below it (`..`) rather than to the node alone.
  let isDescendant: Bool
  let selectors: [Selector]
}

/// What a segment picks from a node's children (RFC 9535 §2.3).
enum Selector: Sendable, Equatable {
  case name(MemberName)
  case wildcard
  case index(Int)
  case slice(Slice)
  case filter(LogicalExpression)
}

/// A member name with its hash, so that most comparisons are of one number.
struct MemberName: Sendable, Equatable {
  /// Decoded, UTF-8.
  let bytes: [UInt8]
  let hash: UInt32
}

/// An array slice (RFC 9535 §2.3.4); nil stands for a default.
struct Slice: Sendable, Equatable {
  let start: Int?
  let end: Int?
  let step: Int?
}
