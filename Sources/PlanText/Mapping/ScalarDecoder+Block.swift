/// What a block scalar's first line says (YAML 1.1 §9.2.1).
struct BlockHeader {
  enum Chomping { case strip, clip, keep }

  let isFolded: Bool
  private(set) var chomping = Chomping.clip
  /// The indentation indicator, 1 to 9; 0 where there is none.
  private(set) var increment = 0
  /// Start of the line behind the header.
  let contentStart: Int
  private let bytes: [UInt8]
  private let end: Int

  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    self.bytes = bytes
    self.end = end
    isFolded = bytes[orZero: start] == UInt8(ascii: ">")
    var index = start + 1
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "+") {
        chomping = .keep
      } else if byte == UInt8(ascii: "-") {
        chomping = .strip
      } else if isDigit(byte) {
        increment = Int(byte - 0x30)
      } else {
        break
      }
      index += 1
    }
    index = bytes.lineEnd(from: index, limit: end)
    contentStart = min(index + bytes.breakLength(at: index), end)
  }

  /// The indentations to try, the likely one first.
  ///
  /// With an indicator it counts from libyaml's level, which no event names: the column of the innermost block
  /// collection, or of one further out (`corpus/yaml-positions`). Only one gives libyaml's value.
  func indentations(of id: NodeID, in tree: Tree) -> [Int] {
    guard increment > 0 else { return [automaticIndentation] }
    var result: [Int] = []
    var node = id
    while let parent = tree.parent(of: node) {
      if tree[parent].style == .block {
        let indentation = column(of: Int(tree[parent].start)) + increment
        if !result.contains(indentation) { result.append(indentation) }
      }
      node = parent
    }
    let likely = min(max(automaticIndentation, increment), 80)
    for indentation in increment...likely where !result.contains(indentation) {
      result.append(indentation)
    }
    return result
  }

  /// The largest indentation among the leading blank lines and the first line of text, at least 1.
  private var automaticIndentation: Int {
    var index = contentStart
    var largest = 1
    while index < end {
      let start = index
      while index < end, bytes[index] == 0x20 { index += 1 }
      largest = max(largest, index - start)
      let length = bytes.breakLength(at: index)
      if index >= end || length == 0 { break }
      index += length
    }
    return largest
  }

  /// The column of an offset from 0 in code points, in the lines of libyaml.
  private func column(of offset: Int) -> Int {
    var index = offset
    var column = 0
    while index > 0 {
      let byte = bytes[orZero: index - 1]
      if byte == 0x0A || byte == 0x0D || bytes.breakLength(at: index - 2) == 2
        || bytes.breakLength(at: index - 3) == 3
      {
        break
      }
      index -= 1
      if bytes[orZero: index] & 0xC0 != 0x80 { column += 1 }
    }
    let hasMark = index == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return hasMark && column > 0 ? column - 1 : column
  }
}

/// Literal and folded scalars (YAML 1.1 §9.2), as libyaml 0.2.5 reads them.
extension ScalarDecoder {
  mutating func decodeBlock(_ start: Int, _ end: Int, indentation: Int) {
    let header = BlockHeader(bytes, start, end)
    var index = header.contentStart
    var column = 0
    var leadingBreak: (start: Int, length: Int)?
    var emptyLines: [(start: Int, length: Int)] = []
    var wasBlank = false
    skipEmptyLines(&index, &column, &emptyLines, end, indentation)
    while column == indentation, index < end {
      let isBlank = bytes.isBlank(at: index)
      if let first = leadingBreak {
        let folds = header.isFolded && first.length < 3 && !wasBlank && !isBlank
        if !folds {
          lineBreak(first.start, first.length)
        } else if emptyLines.isEmpty {
          substitute(0x20, first.start, first.start + first.length)
        }
      }
      for line in emptyLines { lineBreak(line.start, line.length) }
      emptyLines.removeAll(keepingCapacity: true)
      wasBlank = isBlank
      let lineEnd = bytes.lineEnd(from: index, limit: end)
      copy(index, lineEnd)
      let length = lineEnd < end ? bytes.breakLength(at: lineEnd) : 0
      leadingBreak = length > 0 ? (lineEnd, length) : nil
      index = lineEnd + length
      column = 0
      skipEmptyLines(&index, &column, &emptyLines, end, indentation)
    }
    if header.chomping != .strip, let leadingBreak {
      lineBreak(leadingBreak.start, leadingBreak.length)
    }
    if header.chomping == .keep {
      for line in emptyLines { lineBreak(line.start, line.length) }
    }
  }

  /// Goes to the first line that is not empty, behind its indentation, and notes the breaks of the empty ones.
  private func skipEmptyLines(
    _ index: inout Int,
    _ column: inout Int,
    _ breaks: inout [(start: Int, length: Int)],
    _ end: Int,
    _ indentation: Int
  ) {
    while true {
      while column < indentation, index < end, bytes[index] == 0x20 {
        index += 1
        column += 1
      }
      let length = index < end ? bytes.breakLength(at: index) : 0
      guard length > 0 else { return }
      breaks.append((index, length))
      index += length
      column = 0
    }
  }
}
