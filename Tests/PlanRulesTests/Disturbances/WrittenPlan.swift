import PlanText

/// A plan as it is written to a file, each character with the character of an example that it writes.
///
/// The expected places come from here and never from the decoder under test.
struct WrittenPlan {
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each scalar, the index of the example's scalar that it writes; -1 for none.
  private(set) var origins: [Int] = []

  init() {}

  /// A plan whose every character writes itself.
  init(itself text: String) {
    for (index, scalar) in text.unicodeScalars.enumerated() { append(scalar, origin: index) }
  }

  mutating func append(_ scalar: Unicode.Scalar, origin: Int = -1) {
    scalars.append(scalar)
    origins.append(origin)
  }

  /// Appends characters that together write one of the example's, or none.
  mutating func append(_ text: String, origin: Int = -1) {
    for scalar in text.unicodeScalars { append(scalar, origin: origin) }
  }

  mutating func append(_ other: WrittenPlan) {
    scalars += other.scalars
    origins += other.origins
  }

  mutating func dropFinalBreaks() {
    while scalars.last == "\n" {
      scalars.removeLast()
      origins.removeLast()
    }
  }

  /// The plan with each line break written otherwise.
  func withLineBreaks(_ lineBreak: String) -> WrittenPlan {
    var result = WrittenPlan()
    for (scalar, origin) in zip(scalars, origins) {
      if scalar == "\n" {
        result.append(lineBreak, origin: origin)
      } else {
        result.append(scalar, origin: origin)
      }
    }
    return result
  }
}

// MARK: Places

extension WrittenPlan {
  /// Indices of the scalars that write a stretch of the example; nil where they are not in the file.
  func place(of written: Range<Int>) -> Range<Int>? {
    if written.isEmpty {
      // A place behind the last character is the end of the file.
      let start = origins.firstIndex { $0 >= written.lowerBound } ?? origins.count
      return start..<start
    }
    guard let start = origins.firstIndex(of: written.lowerBound),
      let last = origins.lastIndex(of: written.upperBound - 1), last >= start
    else { return nil }
    return start..<last + 1
  }

  /// Line and column, both from 1, of the scalar at an index, counted as editors count.
  func position(of index: Int) -> LinePosition {
    var line = 1
    var start = scalars.first == "\u{FEFF}" ? 1 : 0
    for at in 0..<min(index, scalars.count) {
      let isBreak =
        scalars[at] == "\n"
        || (scalars[at] == "\r" && !(at + 1 < scalars.count && scalars[at + 1] == "\n"))
      if isBreak {
        line += 1
        start = at + 1
      }
    }
    return LinePosition(line: line, column: max(1, index - start + 1))
  }

  /// Offset in UTF-8 bytes of the scalar at an index.
  func byteOffset(of index: Int) -> Int {
    scalars.prefix(index).reduce(0) { $0 + Unicode.UTF8.width($1) }
  }

  /// Offset in UTF-16 code units of the scalar at an index.
  func unitOffset(of index: Int) -> Int {
    scalars.prefix(index).reduce(0) { $0 + Unicode.UTF16.width($1) }
  }

  /// The index of the scalar at an offset in UTF-8 bytes.
  func index(ofByte offset: Int) -> Int {
    var bytes = 0
    for (index, scalar) in scalars.enumerated() {
      if bytes >= offset { return index }
      bytes += Unicode.UTF8.width(scalar)
    }
    return scalars.count
  }

  var string: String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}
