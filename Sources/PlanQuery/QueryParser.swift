internal import PlanText

/// Parses the grammar of RFC 9535 by recursive descent over UTF-8 bytes; one method a rule.
struct QueryParser {
  /// How many segments, filters, parentheses and calls may stand inside and behind each other.
  ///
  /// Evaluation recurses as deep as this, and a plan is at most that deep.
  static let maximumDepth = 64

  let bytes: [UInt8]
  let functions: FunctionTable
  let checksPatterns: Bool
  /// Offset of the next byte.
  var index = 0
  private var depth = 0

  init(_ text: String, functions: FunctionTable, checksPatterns: Bool) {
    bytes = Array(text.utf8)
    self.functions = functions
    self.checksPatterns = checksPatterns
  }

  mutating func parseQuery(allowsRelative: Bool) throws(QueryError) -> QueryPath {
    let isRelative = byte == UInt8(ascii: "@")
    guard byte == UInt8(ascii: "$") || isRelative && allowsRelative else {
      throw error("a query begins with $, the whole document")
    }
    let path = try parsePath().path
    guard index == bytes.count else {
      throw error(
        isBlank
          ? "remove the blanks behind the query"
          : "a query goes on with a dot or a bracket; this can be neither"
      )
    }
    return path
  }

  mutating func parseCondition() throws(QueryError) -> LogicalExpression {
    skipBlanks()
    let expression = try parseLogical()
    skipBlanks()
    guard index == bytes.count else { throw unexpectedEnd("the condition") }
    return expression
  }

  // MARK: Bytes

  /// The next byte, or 0 at the end; a 0 in the text is allowed nowhere outside strings either.
  var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

  func byte(after count: Int) -> UInt8 {
    index + count < bytes.count ? bytes[index + count] : 0
  }

  var isBlank: Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  /// Skips what the grammar calls `S`.
  mutating func skipBlanks() {
    while isBlank { index += 1 }
  }

  mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: expected) else { return false }
    index += 1
    return true
  }

  func error(_ message: String, at offset: Int? = nil) -> QueryError {
    QueryError(message: message, offset: offset ?? index)
  }

  mutating func enter() throws(QueryError) {
    depth += 1
    guard depth <= QueryParser.maximumDepth else {
      throw error("the query is nested or goes more than \(QueryParser.maximumDepth) deep")
    }
  }

  mutating func leave() { depth -= 1 }

  // MARK: Paths

  /// Parses `$` or `@` and the segments behind it.
  ///
  /// The grammar of singular queries has no blanks inside brackets, so that not every path whose meaning is singular
  /// can be compared; `isSingular` tells of the spelling.
  mutating func parsePath() throws(QueryError) -> (path: QueryPath, isSingular: Bool) {
    let isRelative = byte == UInt8(ascii: "@")
    index += 1
    let outerDepth = depth
    var segments: [Segment] = []
    var hasInnerBlanks = false
    while true {
      let end = index
      skipBlanks()
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "[") else {
        index = end
        break
      }
      try enter()
      segments.append(try parseSegment(&hasInnerBlanks))
    }
    depth = outerDepth
    let path = QueryPath(isRelative: isRelative, segments: segments)
    return (path, path.isSingular && !hasInnerBlanks)
  }

  private mutating func parseSegment(_ hasInnerBlanks: inout Bool) throws(QueryError) -> Segment {
    guard take(".") else {
      return Segment(isDescendant: false, selectors: try parseBrackets(&hasInnerBlanks))
    }
    let isDescendant = take(".")
    if isDescendant, byte == UInt8(ascii: "[") {
      return Segment(isDescendant: true, selectors: try parseBrackets(&hasInnerBlanks))
    }
    if take("*") { return Segment(isDescendant: isDescendant, selectors: [.wildcard]) }
    let start = index
    guard isNameFirst else {
      throw error(
        isBlank
          ? "no blank may follow the dot"
          : "a name or * must follow the dot; put other names in quotes: ['two words']"
      )
    }
    while isNameFirst || byte &- UInt8(ascii: "0") <= 9 { index += 1 }
    return Segment(isDescendant: isDescendant, selectors: [.name(MemberName(bytes[start..<index]))])
  }

  /// Whether a name without quotes may begin here (`name-first`).
  private var isNameFirst: Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private mutating func parseBrackets(
    _ hasInnerBlanks: inout Bool
  ) throws(QueryError) -> [Selector] {
    let start = index
    index += 1
    var selectors: [Selector] = []
    repeat {
      if isBlank { hasInnerBlanks = true }
      skipBlanks()
      selectors.append(try parseSelector())
      if isBlank { hasInnerBlanks = true }
      skipBlanks()
    } while take(",")
    guard take("]") else {
      guard index < bytes.count else {
        throw error("this bracket is not closed", at: start)
      }
      throw error(operatorHint ?? "a comma or ] must come here")
    }
    return selectors
  }

  /// What to write for an operator of another language that stands here.
  var operatorHint: String? {
    switch byte {
    case UInt8(ascii: "=") where byte(after: 1) == UInt8(ascii: "~"):
      "use match(…, …) or search(…, …) for patterns"
    case UInt8(ascii: "=") where byte(after: 1) == UInt8(ascii: "="):
      "only two values can be compared; join comparisons with &&"
    case UInt8(ascii: "="): "write == to compare"
    case UInt8(ascii: "&"): "write && for and"
    case UInt8(ascii: "|"): "write || for or"
    case UInt8(ascii: "a") where bytes[index...].starts(with: "and".utf8): "write && for and"
    case UInt8(ascii: "o") where bytes[index...].starts(with: "or".utf8): "write || for or"
    default: nil
    }
  }

  /// The error for what follows a complete expression.
  func unexpectedEnd(_ what: String) -> QueryError {
    error(operatorHint ?? "\(what) should end here, or go on with && or ||")
  }
}

extension MemberName {
  init(_ bytes: some Collection<UInt8>) {
    self.init(bytes: Array(bytes), hash: nameHash(bytes))
  }
}
