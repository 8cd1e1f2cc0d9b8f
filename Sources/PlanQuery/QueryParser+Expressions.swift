// Logical expressions (RFC 9535 §2.3.5.1) by precedence: `||`, `&&`, then `!`, parentheses, comparisons and tests.

extension QueryParser {
  mutating func parseLogical() throws(QueryError) -> LogicalExpression {
    try enter()
    defer { leave() }
    var terms = [try parseConjunction()]
    while takeOperator("|") { terms.append(try parseConjunction()) }
    return terms.count == 1 ? terms[0] : .or(terms)
  }

  private mutating func parseConjunction() throws(QueryError) -> LogicalExpression {
    var terms = [try parseBasic()]
    while takeOperator("&") { terms.append(try parseBasic()) }
    return terms.count == 1 ? terms[0] : .and(terms)
  }

  /// Takes a doubled character and the blanks around it, or nothing.
  private mutating func takeOperator(_ character: Unicode.Scalar) -> Bool {
    let start = index
    skipBlanks()
    guard take(character), take(character) else {
      index = start
      return false
    }
    skipBlanks()
    return true
  }

  private mutating func parseBasic() throws(QueryError) -> LogicalExpression {
    let start = index
    let isNegated = take("!")
    if isNegated { skipBlanks() }
    if byte == UInt8(ascii: "(") {
      let expression = try parseParentheses()
      return isNegated ? .not(expression) : expression
    }
    let left = try parseTerm()
    let end = index
    skipBlanks()
    if let comparison = takeComparison() {
      guard !isNegated else {
        throw error("put the comparison in parentheses behind !", at: start)
      }
      skipBlanks()
      let leftOperand = try operand(left)
      return .comparison(leftOperand, comparison, try operand(try parseTerm()))
    }
    let leftover = index
    index = end
    let test = try self.test(left, nextAt: leftover)
    return isNegated ? .not(test) : test
  }

  private mutating func parseParentheses() throws(QueryError) -> LogicalExpression {
    let start = index
    index += 1
    skipBlanks()
    let expression = try parseLogical()
    skipBlanks()
    guard take(")") else {
      guard index < bytes.count else {
        throw error("this parenthesis is not closed", at: start)
      }
      throw unexpectedEnd("the parenthesis")
    }
    return expression
  }

  private mutating func takeComparison() -> ComparisonOperator? {
    let isDouble = byte(after: 1) == UInt8(ascii: "=")
    let result: ComparisonOperator
    switch byte {
    case UInt8(ascii: "=") where isDouble: result = .equal
    case UInt8(ascii: "!") where isDouble: result = .notEqual
    case UInt8(ascii: "<"): result = isDouble ? .lessOrEqual : .less
    case UInt8(ascii: ">"): result = isDouble ? .greaterOrEqual : .greater
    default: return nil
    }
    index += isDouble ? 2 : 1
    return result
  }

  // MARK: Terms

  /// What may stand in a comparison or a test, before its type is checked.
  struct Term {
    enum Kind {
      case literal(QueryValue)
      /// `isSingular` tells of the spelling; see `parsePath`.
      case query(QueryPath, isSingular: Bool)
      case function(FunctionUse, FunctionType)
    }

    let kind: Kind
    /// Where it begins, UTF-8 bytes from 0.
    let offset: Int
  }

  mutating func parseTerm() throws(QueryError) -> Term {
    let start = index
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "@"):
      let (path, isSingular) = try parsePath()
      return Term(kind: .query(path, isSingular: isSingular), offset: start)
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return Term(kind: .literal(.string(try parseString()[...])), offset: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return Term(kind: .literal(.number(try parseNumber())), offset: start)
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      return Term(kind: try parseWord(), offset: start)
    case 0 where index >= bytes.count:
      throw error("something is missing at the end: a query, a value or a function")
    default:
      throw error("a query with @ or $, a value or a function must come here")
    }
  }

  private mutating func parseWord() throws(QueryError) -> Term.Kind {
    let start = index
    while true {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"):
        index += 1
        continue
      default: break
      }
      break
    }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if byte == UInt8(ascii: "(") {
      let (use, type) = try parseCall(of: word, at: start)
      return .function(use, type)
    }
    switch word {
    case "true": return .literal(.bool(true))
    case "false": return .literal(.bool(false))
    case "null": return .literal(.null)
    default:
      throw error(
        "'\(word)' is no value; put a text in quotes, begin a query with @ or $, call a function with ()",
        at: start
      )
    }
  }

  /// Parses `number`: as JSON writes it.
  private mutating func parseNumber() throws(QueryError) -> Double {
    let start = index
    index += byte == UInt8(ascii: "-") ? 1 : 0
    let first = byte
    let firstDigit = index
    try skipDigits()
    guard first != UInt8(ascii: "0") || index - firstDigit == 1 else {
      throw error("write the number without a leading zero", at: start)
    }
    if byte == UInt8(ascii: ".") {
      index += 1
      try skipDigits()
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      try skipDigits()
    }
    return decimalValue(of: bytes[start..<index]) ?? 0
  }

  private mutating func skipDigits() throws(QueryError) {
    guard byte &- UInt8(ascii: "0") <= 9 else { throw error("a digit must come here") }
    while byte &- UInt8(ascii: "0") <= 9 { index += 1 }
  }

  // MARK: Types

  /// The term as one side of a comparison or an argument of value type (RFC 9535 §2.4.3).
  func operand(_ term: Term) throws(QueryError) -> Operand {
    switch term.kind {
    case .literal(let value): return .literal(value)
    case .query(let path, isSingular: true): return .singular(path)
    case .query(let path, isSingular: false):
      throw error(
        path.isSingular
          ? "write the brackets of this query without blanks, since it is used as one value"
          : "this query may give several values, but one is needed: use value(…) or count(…)",
        at: term.offset
      )
    case .function(let use, .value): return .function(use)
    case .function(let use, .logical):
      throw error("\(use.name)() is true or false already and cannot be compared", at: term.offset)
    case .function(let use, .nodes):
      throw error("\(use.name)() gives nodes; one value is needed here", at: term.offset)
    }
  }

  /// The term as a test that stands alone.
  private func test(_ term: Term, nextAt leftover: Int) throws(QueryError) -> LogicalExpression {
    switch term.kind {
    case .query(let path, _): return .exists(path)
    case .function(let use, .logical), .function(let use, .nodes): return .function(use)
    case .function(let use, .value):
      throw error("\(use.name)() gives a value: compare it with something", at: term.offset)
    case .literal:
      let isAssignment = leftover < bytes.count && bytes[leftover] == UInt8(ascii: "=")
      throw error(
        isAssignment
          ? "write == to compare" : "a value alone is neither true nor false; compare it",
        at: isAssignment ? leftover : term.offset
      )
    }
  }
}
