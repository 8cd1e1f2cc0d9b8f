/// Why a regular expression of a schema cannot be used.
package struct TextPatternError: Error, Hashable {
  package let message: String
}

/// A regular expression as it was read.
indirect enum TextPatternNode {
  case empty
  case character(CharacterSet)
  case start
  case end
  case sequence([TextPatternNode])
  case choice([TextPatternNode])
  /// `maximum` is nil for "any number".
  case repetition(TextPatternNode, minimum: Int, maximum: Int?)
}

/// Characters that one place of an expression accepts.
struct CharacterSet: Sendable {
  var ranges: [ClosedRange<UInt32>] = []
  /// General categories, by their two-letter names or the one-letter names of their groups, each perhaps negated.
  var categories: [(name: String, isNegated: Bool)] = []
  var isNegated = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var isMember = ranges.contains { $0.contains(scalar.value) }
    if !isMember, !categories.isEmpty {
      let category = scalar.properties.generalCategory.shortName
      isMember = categories.contains { category.hasPrefix($0.name) != $0.isNegated }
    }
    return isMember != isNegated
  }

  static func one(_ scalar: Unicode.Scalar) -> CharacterSet {
    CharacterSet(ranges: [scalar.value...scalar.value])
  }
}

/// Reads a regular expression by recursive descent.
struct TextPatternParser {
  private let scalars: [Unicode.Scalar]
  private var next = 0
  private var depth = 0
  /// Deeper groups are refused, so that the reader cannot run out of stack.
  private static let maximumDepth = 50

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  mutating func parse() throws(TextPatternError) -> TextPatternNode {
    let node = try choice()
    guard next == scalars.count else { throw TextPatternError(message: "a `)` without its `(`") }
    return node
  }

  private var peek: Unicode.Scalar? { next < scalars.count ? scalars[next] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    next += 1
    return true
  }

  private mutating func choice() throws(TextPatternError) -> TextPatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw TextPatternError(message: "more than \(Self.maximumDepth) groups inside one another")
    }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(TextPatternError) -> TextPatternNode {
    var parts: [TextPatternNode] = []
    while let scalar = peek, scalar != "|", scalar != ")" { parts.append(try term()) }
    return parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func term() throws(TextPatternError) -> TextPatternNode {
    if take("^") { return .start }
    if take("$") { return .end }
    let atom = try atom()
    guard let (minimum, maximum) = try quantifier() else { return atom }
    // A lazy quantifier matches the same texts.
    _ = take("?")
    return .repetition(atom, minimum: minimum, maximum: maximum)
  }

  private mutating func quantifier() throws(TextPatternError) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard peek == "{" else { return nil }
    let start = next
    next += 1
    if let minimum = number() {
      if take("}") { return (minimum, minimum) }
      if take(",") {
        let maximum = number()
        if take("}") {
          if let maximum, maximum < minimum {
            throw TextPatternError(message: "a repetition whose largest number is the smaller one")
          }
          return (minimum, maximum)
        }
      }
    }
    next = start
    throw TextPatternError(
      message: "a `{` that begins no repetition; write `\\{` for the character"
    )
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = peek, ("0"..."9").contains(scalar) {
      value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), 10_000)
      next += 1
    }
    return value
  }

  private mutating func atom() throws(TextPatternError) -> TextPatternNode {
    guard let scalar = peek else { return .empty }
    next += 1
    switch scalar {
    case "(": return try group()
    case "[": return .character(try characterClass())
    case ".":
      return .character(
        CharacterSet(ranges: [0xA...0xA, 0xD...0xD, 0x2028...0x2029], isNegated: true)
      )
    case "\\": return .character(try escape())
    case "*", "+", "?", "{": throw TextPatternError(message: "a `\(scalar)` with nothing to repeat")
    default: return .character(.one(scalar))
    }
  }

  private mutating func group() throws(TextPatternError) -> TextPatternNode {
    if take("?") {
      guard take(":") else {
        throw TextPatternError(message: "a group of a kind that has no linear matcher, `(?…`")
      }
    }
    let node = try choice()
    guard take(")") else { throw TextPatternError(message: "a `(` without its `)`") }
    return node
  }

  private mutating func characterClass() throws(TextPatternError) -> CharacterSet {
    var set = CharacterSet(isNegated: take("^"))
    while let scalar = peek, scalar != "]" {
      let low = try classMember()
      guard let from = low.single, peek == "-", next + 1 < scalars.count, scalars[next + 1] != "]"
      else {
        set.ranges += low.positiveRanges
        set.categories += low.categories
        continue
      }
      next += 1
      guard let to = try classMember().single, from <= to else {
        throw TextPatternError(message: "a range in `[…]` that does not go upwards")
      }
      set.ranges.append(from...to)
    }
    guard take("]") else { throw TextPatternError(message: "a `[` without its `]`") }
    return set
  }

  private mutating func classMember() throws(TextPatternError) -> CharacterSet {
    guard let scalar = peek else { throw TextPatternError(message: "a `[` without its `]`") }
    next += 1
    return scalar == "\\" ? try escape() : .one(scalar)
  }

  private mutating func escape() throws(TextPatternError) -> CharacterSet {
    guard let scalar = peek else { throw TextPatternError(message: "a `\\` at the end") }
    next += 1
    switch scalar {
    case "d", "D": return CharacterSet(ranges: [0x30...0x39], isNegated: scalar == "D")
    case "w", "W":
      return CharacterSet(
        ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A],
        isNegated: scalar == "W"
      )
    case "s", "S":
      return CharacterSet(
        ranges: [
          0x9...0xD, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
          0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
        ],
        isNegated: scalar == "S"
      )
    case "p", "P": return try category(isNegated: scalar == "P")
    case "t": return .one("\t")
    case "n": return .one("\n")
    case "r": return .one("\r")
    case "f": return .one("\u{C}")
    case "v": return .one("\u{B}")
    case "x": return try hexadecimal(digits: 2)
    case "u": return try hexadecimal(digits: 4)
    case "0"..."9", "a"..."z", "A"..."Z":
      throw TextPatternError(message: "`\\\(scalar)`, which has no linear matcher here")
    default: return .one(scalar)
    }
  }

  private mutating func hexadecimal(digits: Int) throws(TextPatternError) -> CharacterSet {
    let end = min(next + digits, scalars.count)
    let text = String(String.UnicodeScalarView(scalars[next..<end]))
    next = end
    guard text.unicodeScalars.count == digits, let value = UInt32(text, radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw TextPatternError(message: "a `\\x` or `\\u` without its hexadecimal digits") }
    return .one(scalar)
  }

  private mutating func category(isNegated: Bool) throws(TextPatternError) -> CharacterSet {
    var name = ""
    if take("{") {
      while let scalar = peek, scalar != "}" {
        name.unicodeScalars.append(scalar)
        next += 1
      }
      next += 1
    }
    let short = Self.longNames[name] ?? name
    guard Self.categories.contains(short) else {
      throw TextPatternError(message: "a character category that is not known, `\\p{\(name)}`")
    }
    return CharacterSet(categories: [(short, isNegated)])
  }

  private static let longNames = [
    "Letter": "L", "Lowercase_Letter": "Ll", "Uppercase_Letter": "Lu", "Mark": "M", "Number": "N",
    "Decimal_Number": "Nd", "Punctuation": "P", "Symbol": "S", "Separator": "Z", "Other": "C",
  ]
  private static let categories: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc",
    "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C",
    "Cc", "Cf", "Co", "Cn",
  ]
}

extension CharacterSet {
  /// The only character, where there is just one.
  fileprivate var single: UInt32? {
    guard !isNegated, categories.isEmpty, ranges.count == 1, ranges[0].count == 1 else {
      return nil
    }
    return ranges[0].lowerBound
  }

  /// The ranges, a negation worked out.
  fileprivate var positiveRanges: [ClosedRange<UInt32>] {
    guard isNegated else { return ranges }
    var result: [ClosedRange<UInt32>] = []
    var low: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > low { result.append(low...range.lowerBound - 1) }
      low = max(low, range.upperBound + 1)
    }
    if low <= 0x10FFFF { result.append(low...0x10FFFF) }
    return result
  }
}

extension Unicode.GeneralCategory {
  /// The two-letter name of the category (Unicode Standard Annex 44, table 12).
  fileprivate var shortName: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
