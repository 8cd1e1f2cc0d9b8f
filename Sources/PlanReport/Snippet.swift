import PlanText

/// Draws the source line of a place with carets under it, for people at a terminal.
///
/// A range over several lines shows its first and its last. Programs that read diagnostics are not given these lines: a
/// time of day in a plan looks to them like a line and a column.
struct Snippet {
  let source: SourceText
  let lines: LineIndex
  let color: Bool

  func write(_ range: SourceRange, _ label: Label, to out: inout ReportBuffer) {
    let first = lines.position(of: range.start).line
    let last = range.isEmpty ? first : lines.position(of: range.end &- 1).line
    writeLine(first, range, focus: range.start, label, to: &out)
    guard last > first else { return }
    if last > first + 1 { gutter("...", count: 0, to: &out, bar: false) }
    writeLine(last, range, focus: lines.range(ofLine: last).start, label, to: &out)
  }

  private func writeLine(
    _ number: Int,
    _ range: SourceRange,
    focus: UInt32,
    _ label: Label,
    to out: inout ReportBuffer
  ) {
    let line = SnippetLine(lines.range(ofLine: number), of: source, focus: focus)
    gutter(nil, count: number, to: &out, bar: true)
    if line.isCutBefore { out.own("...") }
    if let first = line.cells.first, let last = line.cells.last {
      out.escaped(line.text[first.shown.lowerBound..<last.shown.upperBound])
    }
    if line.isCutAfter { out.own("...") }
    out.own("\n")

    let (blank, marked) = caret(in: line, range)
    gutter("", count: 0, to: &out, bar: true)
    out.fill(" ", count: blank + (line.isCutBefore ? 3 : 0))
    if color { out.own(label.style) }
    out.fill("^", count: marked)
    if color { out.own(Style.plain) }
    out.own("\n")
  }

  /// Columns before the carets, and columns of carets: at least one.
  private func caret(in line: SnippetLine, _ range: SourceRange) -> (blank: Int, marked: Int) {
    var blank = 0
    var marked = 0
    // The indentation of a further line of the range is not underlined.
    var isIndent = true
    for cell in line.cells where cell.source.lowerBound < max(range.end, range.start &+ 1) {
      let isBlank = line.text[cell.shown].allSatisfy { $0 == 0x20 }
      isIndent = isIndent && isBlank
      let isBefore = cell.source.upperBound <= range.start
      let isFurther = isIndent && cell.source.lowerBound > range.start
      if isBefore || isFurther { blank += cell.width } else { marked += cell.width }
    }
    return (blank, range.isEmpty ? 1 : max(marked, 1))
  }

  /// The left margin: a line number or a word, right-aligned in five columns, and a bar.
  private func gutter(_ word: StaticString?, count: Int, to out: inout ReportBuffer, bar: Bool) {
    if color { out.own(Style.faint) }
    let width = word?.utf8CodeUnitCount ?? String(count).utf8.count
    out.fill(" ", count: 5 - width)
    if let word { out.own(word) } else { out.number(count) }
    if bar { out.own(" |") }
    if color { out.own(Style.plain) }
    out.own(bar ? " " : "\n")
  }
}
