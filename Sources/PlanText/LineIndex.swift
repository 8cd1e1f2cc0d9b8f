/// The unit that columns are counted in.
package enum ColumnUnit: String, Sendable, CaseIterable {
  /// Unicode code points: the default, and what the text format prints.
  case codepoints
  /// UTF-8 bytes.
  case bytes
  /// UTF-16 code units, as LSP 3.17 counts by default.
  case utf16
}

/// A place as people read it.
package struct LinePosition: Hashable, Sendable {
  /// Line, from 1.
  package let line: Int
  /// Column in the unit asked for, from 1; a byte order mark at the start of the file is not counted.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Leads from byte offsets to lines and columns, and nothing else in the program does.
///
/// Lines end at LF, CR LF and lone CR only, as in editors; NEL, LS and PS are ordinary characters here although libyaml
/// counts them as breaks.
package struct LineIndex: Sendable {
  /// Offset of the first byte of each line, ascending; the first is 0.
  package let starts: [UInt32]
  private let source: SourceText
  private let isASCII: Bool

  package init(_ source: SourceText) {
    self.source = source
    var starts: [UInt32] = [0]
    starts.reserveCapacity(source.bytes.count / 32)
    var isASCII = true
    let bytes = source.bytes
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte >= 0x80 { isASCII = false }
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        starts.append(UInt32(clamping: index))
      }
    }
    self.starts = starts
    self.isASCII = isASCII
  }

  /// The number of lines; a final line break begins one more, empty line.
  package var lineCount: Int { starts.count }

  /// Line and column of an offset; an offset behind the end is that of the end.
  package func position(of offset: UInt32, unit: ColumnUnit = .codepoints) -> LinePosition {
    let offset = min(offset, UInt32(clamping: source.bytes.count))
    let line = lineIndex(of: offset)
    var start = starts[line]
    if line == 0 { start = min(offset, UInt32(source.byteOrderMarkLength)) }
    if isASCII || unit == .bytes {
      return LinePosition(line: line + 1, column: Int(offset - start) + 1)
    }
    var column = 1
    for byte in source[SourceRange(start, offset)] where byte & 0xC0 != 0x80 {
      column += unit == .utf16 && byte >= 0xF0 ? 2 : 1
    }
    return LinePosition(line: line + 1, column: column)
  }

  /// The bytes of a line without its line break; `line` counts from 1.
  package func range(ofLine line: Int) -> SourceRange {
    guard line >= 1, line <= starts.count else { return SourceRange(0, 0) }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : UInt32(clamping: source.bytes.count)
    while end > start, source.bytes[Int(end) - 1] == 0x0A || source.bytes[Int(end) - 1] == 0x0D {
      end -= 1
    }
    return SourceRange(start, end)
  }

  /// The line that holds an offset, from 0.
  private func lineIndex(of offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
