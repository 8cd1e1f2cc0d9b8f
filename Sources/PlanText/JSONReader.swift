/// Why a text is not JSON.
package struct JSONError: Error, Equatable, Sendable {
  /// Where it stops being JSON: UTF-8 bytes from the start of the text.
  package let byteOffset: Int
  /// What is wrong there; lower case, without a final stop.
  package let message: String

  package init(byteOffset: Int, message: String) {
    self.byteOffset = byteOffset
    self.message = message
  }
}

/// Reads one JSON text as a tree that keeps every span (RFC 8259, strict; a byte order mark is skipped).
///
/// Members with equal names are all kept. Numbers with a fraction or an exponent are `number`, others `integer`; their
/// text stays as written. Nothing recurses.
/// - Parameters:
///   - bytes: the whole text, UTF-8.
///   - maximumDepth: how many arrays and objects may stand inside each other.
/// - Returns: a tree with one root.
/// - Throws: where the text is not UTF-8, not JSON, too deep, or holds half of a surrogate pair.
package func readJSON(
  _ bytes: [UInt8],
  maximumDepth: Int = 64
) throws(JSONError) -> Tree {
  guard bytes.count < Int(UInt32.max) else {
    throw JSONError(byteOffset: 0, message: "the text is larger than 4 GiB")
  }
  let invalidOffset: Int?
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    invalidOffset = nil
  } catch {
    invalidOffset = error.byteOffsets.lowerBound
  }
  if let invalidOffset {
    throw JSONError(byteOffset: invalidOffset, message: "this byte is not UTF-8 text")
  }
  let source = SourceText(utf8: bytes)
  var reader = JSONReader(
    bytes: bytes,
    index: source.byteOrderMarkLength,
    maximumDepth: maximumDepth
  )
  try reader.readDocument()
  return reader.builder.finish(source: source)
}

/// Reads the structure of one JSON text; `JSONReader+Scalars` reads its leaves.
struct JSONReader {
  let bytes: [UInt8]
  /// Offset of the next byte to read.
  var index: Int
  let maximumDepth: Int
  var builder = TreeBuilder()

  /// What may come next.
  private enum Expectation {
    case value
    /// Behind `[`.
    case itemOrEnd
    /// Behind `{`.
    case nameOrEnd
    /// Behind a comma of an object.
    case name
    /// Behind a value inside an array or object.
    case commaOrEnd
    /// Behind the outermost value.
    case end
  }

  private var expectation = Expectation.value

  init(bytes: [UInt8], index: Int, maximumDepth: Int) {
    self.bytes = bytes
    self.index = index
    self.maximumDepth = maximumDepth
  }

  /// The next byte; 0, which JSON allows nowhere, at the end.
  var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

  func error(_ message: String, at offset: Int? = nil) -> JSONError {
    JSONError(byteOffset: offset ?? index, message: message)
  }

  mutating func readDocument() throws(JSONError) {
    while true {
      skipBlanks()
      switch expectation {
      case .itemOrEnd where byte == UInt8(ascii: "]"), .nameOrEnd where byte == UInt8(ascii: "}"):
        closeCollection()
      case .value, .itemOrEnd:
        try readValue()
      case .nameOrEnd, .name:
        try readName()
      case .commaOrEnd:
        try readCommaOrEnd()
      case .end:
        guard index == bytes.count else {
          throw error("only one value may stand in the text; remove what follows it")
        }
        return
      }
    }
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func readValue() throws(JSONError) {
    switch byte {
    case UInt8(ascii: "{"): try openCollection(.mapping, then: .nameOrEnd)
    case UInt8(ascii: "["): try openCollection(.sequence, then: .itemOrEnd)
    default:
      try readScalar()
      finishValue()
    }
  }

  private mutating func finishValue() {
    expectation = builder.depth == 0 ? .end : .commaOrEnd
  }

  private mutating func openCollection(_ kind: NodeKind, then next: Expectation) throws(JSONError) {
    guard builder.depth < maximumDepth else {
      throw error("lists and groups stand more than \(maximumDepth) deep inside each other")
    }
    let start = UInt32(clamping: index)
    builder.append(
      NodeRecord(
        kind: kind,
        style: .flow,
        outerStart: start,
        start: start,
        end: start + 1,
        outerEnd: start + 1,
        subtreeEnd: 0
      )
    )
    index += 1
    expectation = next
  }

  private mutating func closeCollection() {
    index += 1
    builder.close(end: UInt32(clamping: index))
    finishValue()
  }

  private mutating func readName() throws(JSONError) {
    guard byte == UInt8(ascii: "\"") else {
      throw error(
        expectation == .name
          ? "a name in double quotes must follow the comma"
          : "a name in double quotes or a closing brace must come here"
      )
    }
    try readString()
    skipBlanks()
    guard byte == UInt8(ascii: ":") else { throw error("a colon must follow the name") }
    index += 1
    expectation = .value
  }

  private mutating func readCommaOrEnd() throws(JSONError) {
    let isObject = builder.innermost.map { builder.records[Int($0.index)].kind } == .mapping
    switch byte {
    case UInt8(ascii: ","):
      index += 1
      expectation = isObject ? .name : .value
    case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
      closeCollection()
    default:
      throw error(
        isObject
          ? "a comma or a closing brace must follow the value"
          : "a comma or a closing bracket must follow the value"
      )
    }
  }
}
