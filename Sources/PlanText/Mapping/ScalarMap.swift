/// Leads from the bytes of a decoded scalar to the bytes of the file that write them, and back.
///
/// Made by reading the source between the scalar's marks once more; equal to libyaml's value byte for byte, or not used.
package struct ScalarMap: Sendable {
  /// A run of decoded bytes and what writes it; ascending and without gaps in the decoded bytes.
  struct Segment: Sendable {
    /// Offset of the first decoded byte.
    var decoded: UInt32
    var decodedLength: UInt32
    /// Offset of the first source byte.
    var source: UInt32
    var sourceLength: UInt32
    /// Whether the source holds the decoded bytes as they are; otherwise the run maps as a whole (an escape, a break).
    var isVerbatim: Bool

    var decodedEnd: UInt32 { decoded + decodedLength }
    var sourceEnd: UInt32 { source + sourceLength }
  }

  /// Whether single characters can be placed; otherwise everything maps to the whole scalar.
  package let isExact: Bool
  /// The scalar's own text in the source.
  private let whole: SourceRange
  private let segments: [Segment]

  /// A map for a value that the source holds verbatim.
  init(verbatim text: TextReference, whole: SourceRange) {
    self.init(
      segments: [
        Segment(
          decoded: 0,
          decodedLength: text.length,
          source: text.offset,
          sourceLength: text.length,
          isVerbatim: true
        )
      ],
      whole: whole
    )
  }

  init(segments: [Segment], whole: SourceRange) {
    isExact = true
    self.whole = whole
    self.segments = segments
  }

  /// A map that knows no more than where the scalar is.
  init(inexact whole: SourceRange) {
    isExact = false
    self.whole = whole
    segments = []
  }

  /// The source range of a half-open range of decoded bytes.
  ///
  /// What decodes to nothing (indentation, blanks around a folded break) belongs to no character. An empty range gives
  /// an empty one; offsets outside the value are moved to its rim.
  package func sourceRange(of decoded: Range<Int>) -> SourceRange {
    guard isExact, let last = segments.last else {
      return isExact ? SourceRange(whole.start, whole.start) : whole
    }
    let lower = UInt32(clamping: decoded.lowerBound)
    let upper = min(UInt32(clamping: decoded.upperBound), last.decodedEnd)
    guard lower < last.decodedEnd else { return SourceRange(last.sourceEnd, last.sourceEnd) }
    let first = segments[segment(holding: lower)]
    let start = first.isVerbatim ? first.source + (lower - first.decoded) : first.source
    guard upper > lower else { return SourceRange(start, start) }
    let final = segments[segment(holding: upper - 1)]
    let end = final.isVerbatim ? final.source + (upper - final.decoded) : final.sourceEnd
    return SourceRange(start, end)
  }

  /// The offset of the decoded byte that the source byte at an offset writes, or helps to write.
  ///
  /// For source text that decodes to nothing, the next decoded byte; nil outside the scalar's text, or where the map is
  /// not exact.
  package func decodedOffset(of source: UInt32) -> Int? {
    guard isExact, let first = segments.first, let last = segments.last,
      source >= first.source, source <= last.sourceEnd
    else { return nil }
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].source <= source { low = middle } else { high = middle }
    }
    let found = segments[low]
    if source >= found.sourceEnd { return Int(found.decodedEnd) }
    return Int(found.isVerbatim ? found.decoded + (source - found.source) : found.decoded)
  }

  /// Index of the segment that holds a decoded offset below the end.
  private func segment(holding offset: UInt32) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].decoded <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension Tree {
  /// The map of a scalar; worth keeping where several places of one scalar are asked for.
  ///
  /// - Complexity: constant where the source holds the value verbatim, linear in the scalar's source otherwise.
  package func scalarMap(of id: NodeID) -> ScalarMap {
    let record = self[id]
    guard record.kind == .scalar || record.kind == .alias else {
      return ScalarMap(inexact: record.range)
    }
    if !record.text.isInArena {
      guard record.text.length > 0 else { return ScalarMap(segments: [], whole: record.range) }
      return ScalarMap(verbatim: record.text, whole: record.range)
    }
    return ScalarMap(decoding: id, in: self) ?? ScalarMap(inexact: record.range)
  }

  /// The source range of a half-open range of decoded bytes of a scalar, exact for every style.
  ///
  /// Where the source does not decode to the node's text (nodes that the schema made), the scalar's whole range.
  package func sourceRange(of decoded: Range<Int>, in id: NodeID) -> SourceRange {
    let record = self[id]
    if record.kind == .scalar, !record.text.isInArena {
      let lower = min(UInt32(clamping: decoded.lowerBound), record.text.length)
      let upper = min(UInt32(clamping: decoded.upperBound), record.text.length)
      return SourceRange(record.text.offset + lower, record.text.offset + upper)
    }
    return scalarMap(of: id).sourceRange(of: decoded)
  }
}
