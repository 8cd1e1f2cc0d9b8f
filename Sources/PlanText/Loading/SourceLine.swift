/// A line of the source as a person sees it, to tell what it was meant to be.
struct SourceLine {
  private let bytes: [UInt8]
  /// Offset of the first byte.
  let start: Int
  /// Offset of the line break, or of the end of the file.
  let end: Int
  /// Offset behind the blanks at the start.
  let contentStart: Int
  /// Offset behind the last byte that is no blank.
  let contentEnd: Int
  /// Offset behind the dashes of list items.
  let itemStart: Int

  /// The line that holds an offset.
  init(of offset: Int, in bytes: [UInt8]) {
    self.bytes = bytes
    var start = min(max(offset, 0), bytes.count)
    while start > 0, !SourceLine.endsWithBreak(bytes, start) { start -= 1 }
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    self.start = start
    end = bytes.lineEnd(from: start, limit: bytes.count)
    contentStart = min(bytes.skippingBlanks(from: start), end)
    var contentEnd = end
    while contentEnd > contentStart, bytes.isBlank(at: contentEnd - 1) { contentEnd -= 1 }
    self.contentEnd = contentEnd
    var item = contentStart
    while item < end, bytes[item] == UInt8(ascii: "-"), bytes.isBlank(at: item + 1) {
      item = bytes.skippingBlanks(from: item + 1)
    }
    itemStart = min(item, end)
  }

  var isBlank: Bool { contentStart == contentEnd }
  var isComment: Bool { bytes[orZero: contentStart] == UInt8(ascii: "#") }
  var isItem: Bool { bytes[orZero: contentStart] == UInt8(ascii: "-") && itemStart > contentStart }
  var indentation: Int { contentStart - start }

  /// The last line before this one that is neither blank nor a comment.
  var previousText: SourceLine? {
    var line = self
    while line.start > 0 {
      let before = SourceLine(of: line.start - 1, in: bytes)
      guard before.start < line.start else { return nil }
      line = before
      if !line.isBlank, !line.isComment { return line }
    }
    return nil
  }

  /// The colon that ends the line's first key; a key in quotes may hold others.
  var keyColon: Int? {
    var index = itemStart
    let quote = bytes[orZero: index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while index < end, bytes[index] != quote { index += 1 }
    }
    while index < end {
      if bytes[index] == UInt8(ascii: ":"), index + 1 >= end || bytes.isBlank(at: index + 1) {
        return index
      }
      if bytes[index] == UInt8(ascii: "#"), bytes.isBlank(at: index - 1) { return nil }
      index += 1
    }
    return nil
  }

  /// The colon of `word:text`, which lacks its blank; not that of an address such as `https://…` or a time.
  var tightColon: Int? {
    var index = itemStart
    while index < end {
      let byte = bytes[index]
      guard
        isASCIILetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: "-")
      else { break }
      index += 1
    }
    guard index > itemStart, isASCIILetter(bytes[itemStart]),
      bytes[orZero: index] == UInt8(ascii: ":"),
      index + 1 < end, !bytes.isBlank(at: index + 1), bytes[index + 1] != UInt8(ascii: "/")
    else { return nil }
    return index
  }

  /// The comment behind text of this line.
  var trailingComment: Int? {
    var index = contentStart + 1
    while index < contentEnd {
      if bytes[index] == UInt8(ascii: "#"), bytes.isBlank(at: index - 1) { return index }
      index += 1
    }
    return nil
  }

  /// Whether the line begins with a sign that people use for list items, but YAML does not.
  var hasForeignBullet: Bool {
    let text = bytes[min(itemStart, end)..<end]
    return ["* ", "\u{2022}", "\u{2013} ", "\u{2014} ", "\u{B7} ", "\u{25CF}", "+ "].contains {
      text.starts(with: $0.utf8)
    }
  }

  private static func endsWithBreak(_ bytes: [UInt8], _ end: Int) -> Bool {
    let byte = bytes[orZero: end - 1]
    if byte == 0x0A { return true }
    if byte == 0x0D { return bytes[orZero: end] != 0x0A }
    return byte == 0x85 && bytes.breakLength(at: end - 2) == 2
      || byte & 0xFE == 0xA8 && bytes.breakLength(at: end - 3) == 3
  }
}
