/// A half-open range of UTF-8 byte offsets into a `SourceText`, from 0, a byte order mark counted.
///
/// Invariant: `start <= end`. Line and column exist only at the edge, in `LineIndex`.
package struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  package let start: UInt32
  /// Offset just behind the last byte.
  package let end: UInt32

  /// Makes a range; an end before the start is moved to the start.
  package init(_ start: UInt32, _ end: UInt32) {
    self.start = start
    self.end = Swift.max(start, end)
  }

  package var isEmpty: Bool { start == end }
  package var count: Int { Int(end - start) }

  /// Whether the two share a byte, or one is empty and lies inside or at the rim of the other.
  package func touches(_ other: SourceRange) -> Bool {
    start <= other.end && other.start <= end
  }

  package func contains(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension SourceRange: Comparable {
  /// Orders by start, then by end.
  package static func < (a: SourceRange, b: SourceRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}
