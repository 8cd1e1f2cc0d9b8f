import PlanText

/// One source line cut into the cells that a terminal shows, near a place of interest.
struct SnippetLine {
  /// A character with the marks on it, or an escape, or a tab made of blanks.
  struct Cell {
    /// The bytes in the source.
    let source: Range<Int>
    let width: Int
    /// What is printed: a range of `text`.
    let shown: Range<Int>
  }

  /// Columns of text that stand beside the line number, so that a line cut at both ends fits 80.
  static let width = 66
  /// Bytes looked at on either side of the place; a line can be as long as the file.
  private static let reach = 600
  /// Columns kept before the place when the start of a long line is cut off.
  private static let lead = 24

  private(set) var cells: [Cell] = []
  private(set) var text: [UInt8] = []
  /// Whether something of the line is left out before, and behind, the cells.
  private(set) var isCutBefore = false
  private(set) var isCutAfter = false

  /// Cuts a line, given without its break, so that `focus` (an offset in it) is seen.
  init(_ line: SourceRange, of source: SourceText, focus: UInt32) {
    var start = Int(line.start)
    var end = min(Int(line.end), source.bytes.count)
    if start == 0 { start = min(source.byteOrderMarkLength, end) }
    let focus = min(max(Int(focus), start), end)
    if focus - start > SnippetLine.reach {
      start = SnippetLine.boundary(source.bytes, at: focus - SnippetLine.reach)
      isCutBefore = true
    }
    if end - focus > SnippetLine.reach {
      end = SnippetLine.boundary(source.bytes, at: focus + SnippetLine.reach)
      isCutAfter = true
    }
    decode(source.bytes[start..<max(start, end)])
    keepWindow(around: focus)
  }

  /// The start of the character that an offset lies in.
  private static func boundary(_ bytes: [UInt8], at offset: Int) -> Int {
    var offset = offset
    for _ in 0..<3 where offset > 0 && bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private mutating func decode(_ bytes: ArraySlice<UInt8>) {
    var column = 0
    var index = bytes.startIndex
    var previous: Unicode.Scalar?
    while index < bytes.endIndex {
      let start = text.count
      let offset = index
      var width: Int
      let decoded = ScalarDecoding.scalar(in: bytes, at: index)
      index += decoded?.length ?? 1
      let next = ScalarDecoding.scalar(in: bytes, at: index)?.scalar
      if let scalar = decoded?.scalar {
        if scalar == "\t" {
          width = 8 - column % 8
          text.append(contentsOf: repeatElement(0x20, count: width))
        } else {
          width = append(scalar, after: previous, before: next)
        }
      } else {
        Escaping.appendWrongByte(bytes[offset], to: &text)
        width = text.count - start
      }
      previous = decoded?.scalar
      column += width
      // A mark joins the cell it sits on.
      let base = width == 0 ? cells.popLast() : nil
      let first = base.map { ($0.source.lowerBound, $0.shown.lowerBound) } ?? (offset, start)
      cells.append(
        Cell(
          source: first.0..<index,
          width: base?.width ?? width,
          shown: first.1..<text.count
        )
      )
    }
  }

  /// Appends one character, escaped where it must be; returns its width.
  private mutating func append(
    _ scalar: Unicode.Scalar,
    after previous: Unicode.Scalar?,
    before next: Unicode.Scalar?
  ) -> Int {
    let start = text.count
    let isControl = scalar.value < 0x20 || scalar.value == 0x7F
    let isCommand = scalar == "[" && Escaping.endsCommandPrefix(text[...])
    if isControl || isCommand || !Escaping.isShown(scalar, after: previous, before: next) {
      Escaping.appendEscape(scalar, to: &text)
      return text.count - start
    }
    text.append(contentsOf: String(Character(scalar)).utf8)
    return CellWidth.of(scalar)
  }

  /// Drops cells at both ends until the rest fits beside the line number.
  private mutating func keepWindow(around focus: Int) {
    let total = cells.reduce(0) { $0 + $1.width }
    guard total > SnippetLine.width || isCutBefore || isCutAfter else { return }
    let focused = cells.lastIndex { $0.source.lowerBound <= focus } ?? 0
    var first = 0
    var before = cells.prefix(focused).reduce(0) { $0 + $1.width }
    if before > SnippetLine.width * 2 / 3 {
      while first < focused, before > SnippetLine.lead {
        before -= cells[first].width
        first += 1
      }
    }
    var last = first
    var used = 0
    while last < cells.count, last == first || used + cells[last].width <= SnippetLine.width {
      used += cells[last].width
      last += 1
    }
    isCutBefore = isCutBefore || first > 0
    isCutAfter = isCutAfter || last < cells.count
    cells = Array(cells[first..<last])
  }
}
