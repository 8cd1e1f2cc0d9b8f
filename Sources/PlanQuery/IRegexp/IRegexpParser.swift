/// Parses the grammar of RFC 9485 §3 and gives the states of each part, with jumps relative to where they stand.
///
/// A repeated part is written out again for each repetition, which relative jumps allow as they are; the limit on states is
/// checked before anything is written out.
struct IRegexpParser {
  typealias States = [IRegexp.State]

  private let scalars: [UInt32]
  private var index = 0
  private var depth = 0
  private(set) var classes: [CharacterClass] = []

  init(_ text: ArraySlice<UInt8>) {
    scalars = String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
  }

  mutating func parse() throws(IRegexpError) -> States {
    let states = try parseChoice()
    guard index == scalars.count else { throw .invalid("a ) has no ( before it") }
    return states
  }

  /// The next character; nil at the end.
  private var next: UInt32? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar.value else { return false }
    index += 1
    return true
  }

  private func checked(_ count: Int) throws(IRegexpError) {
    guard count <= IRegexp.maximumStates else {
      throw .tooLarge("written out, it has more than \(IRegexp.maximumStates) parts")
    }
  }

  private mutating func parseChoice() throws(IRegexpError) -> States {
    depth += 1
    defer { depth -= 1 }
    guard depth <= IRegexp.maximumDepth else { throw .tooLarge("its groups nest too deep") }
    var branches = [try parseBranch()]
    while take("|") { branches.append(try parseBranch()) }
    var count = 2 * (branches.count - 1)
    for branch in branches { count += branch.count }
    try checked(count)
    var result: States = []
    // Each branch but the last: try it or go on behind it; then jump over all others.
    for (position, branch) in branches.enumerated() {
      guard position < branches.count - 1 else {
        result += branch
        break
      }
      result.append(.split(1, branch.count + 2))
      result += branch
      result.append(.jump(count - result.count))
    }
    return result
  }

  private mutating func parseBranch() throws(IRegexpError) -> States {
    var result: States = []
    while let next, next != UInt32(ascii: "|"), next != UInt32(ascii: ")") {
      let atom = try parseAtom()
      result += try parseQuantifier(on: atom)
      try checked(result.count)
    }
    return result
  }

  // MARK: Quantifiers

  private mutating func parseQuantifier(on atom: States) throws(IRegexpError) -> States {
    if take("*") { return try repeated(atom, 0, nil) }
    if take("+") { return try repeated(atom, 1, nil) }
    if take("?") { return try repeated(atom, 0, 1) }
    guard take("{") else { return atom }
    let least = try parseCount()
    var most: Int? = least
    if take(",") { most = next == UInt32(ascii: "}") ? nil : try parseCount() }
    guard take("}") else { throw .invalid("a { is not closed") }
    if let most, most < least { throw .invalid("a repetition ends below where it begins") }
    return try repeated(atom, least, most)
  }

  /// Parses a count; large ones are cut to a number that is beyond the limit of states anyway.
  private mutating func parseCount() throws(IRegexpError) -> Int {
    let start = index
    var value = 0
    while let next, UInt32(ascii: "0")...UInt32(ascii: "9") ~= next {
      value = min(value * 10 + Int(next - UInt32(ascii: "0")), 1_000_000)
      index += 1
    }
    guard index > start else { throw .invalid("digits must follow a {") }
    return value
  }

  private func repeated(_ atom: States, _ least: Int, _ most: Int?) throws(IRegexpError) -> States {
    guard !atom.isEmpty else { return [] }
    let optional = most.map { $0 - least } ?? 1
    try checked(least * atom.count + optional * (atom.count + 2))
    var result: States = []
    for _ in 0..<least { result += atom }
    guard most != nil else {
      result.append(.split(1, atom.count + 2))
      result += atom
      result.append(.jump(-(atom.count + 1)))
      return result
    }
    for left in stride(from: optional, to: 0, by: -1) {
      result.append(.split(1, left * (atom.count + 1)))
      result += atom
    }
    return result
  }

  // MARK: Atoms

  private mutating func parseAtom() throws(IRegexpError) -> States {
    guard let next else { return [] }
    index += 1
    switch Unicode.Scalar(next) {
    case "(":
      let group = try parseChoice()
      guard take(")") else { throw .invalid("a ( is not closed") }
      return group
    case ".": return [.any]
    case "^": return [.start]
    case "$": return [.end]
    case "[": return [add(try parseClass())]
    case "\\":
      switch try parseEscape() {
      case .character(let value): return [.character(value)]
      case .categories(let bits): return [add(CharacterClass(ranges: [], categories: bits))]
      }
    case "*", "+", "?", "{": throw .invalid("a repetition has nothing to repeat")
    case "]", "}": throw .invalid("write \\] and \\} for the characters ] and }")
    default: return [.character(next)]
    }
  }

  private mutating func add(_ characterClass: CharacterClass) -> IRegexp.State {
    classes.append(characterClass)
    return .oneOf(classes.count - 1)
  }

  private enum Escape {
    case character(UInt32)
    case categories(UInt32)
  }

  /// Parses what follows a backslash (`SingleCharEsc`, `charClassEsc`).
  private mutating func parseEscape() throws(IRegexpError) -> Escape {
    guard let letter = next, let scalar = Unicode.Scalar(letter) else {
      throw .invalid("nothing follows a backslash")
    }
    index += 1
    switch scalar {
    case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}":
      return .character(letter)
    case "n": return .character(0x0A)
    case "r": return .character(0x0D)
    case "t": return .character(0x09)
    case "p": return .categories(try parseCategory())
    case "P": return .categories(~(try parseCategory()))
    default:
      throw .invalid("\\\(scalar) is not known in I-Regexp; write a class such as [0-9] or \\p{Nd}")
    }
  }

  private mutating func parseCategory() throws(IRegexpError) -> UInt32 {
    guard take("{") else { throw .invalid("a category in braces must follow \\p") }
    var name = ""
    while let next, next != UInt32(ascii: "}"), name.utf8.count < 4,
      let scalar = Unicode.Scalar(next)
    {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard take("}"), let bits = CharacterClass.categories(named: name) else {
      throw .invalid("there is no such category as \\p{\(name)}")
    }
    return bits
  }

  // MARK: Classes

  /// Parses a class behind its `[` (`charClassExpr`).
  ///
  /// A `-` stands for itself only first or last.
  private mutating func parseClass() throws(IRegexpError) -> CharacterClass {
    let isNegated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var categories: UInt32 = 0
    var isFirst = true
    while !take("]") {
      defer { isFirst = false }
      if take("-") {
        guard isFirst || next == UInt32(ascii: "]") else {
          throw .invalid("a - inside a class stands first, last or between two characters")
        }
        ranges.append(UInt32(ascii: "-")...UInt32(ascii: "-"))
        continue
      }
      switch try parseClassCharacter() {
      case .categories(let bits): categories |= bits
      case .character(let first):
        guard next == UInt32(ascii: "-"), index + 1 < scalars.count,
          scalars[index + 1] != UInt32(ascii: "]")
        else {
          ranges.append(first...first)
          continue
        }
        index += 1
        guard case .character(let last) = try parseClassCharacter(), first <= last else {
          throw .invalid("a range inside a class must go from a lower to a higher character")
        }
        ranges.append(first...last)
      }
    }
    guard !isFirst else { throw .invalid("a class is empty") }
    return CharacterClass(ranges: ranges, categories: categories, isNegated: isNegated)
  }

  private mutating func parseClassCharacter() throws(IRegexpError) -> Escape {
    guard let next else { throw .invalid("a [ is not closed") }
    index += 1
    switch Unicode.Scalar(next) {
    case "\\": return try parseEscape()
    case "[": throw .invalid("write \\[ for the character [ in a class")
    case "-": throw .invalid("write \\- for the character - in a range")
    default: return .character(next)
    }
  }
}

extension UInt32 {
  fileprivate init(ascii scalar: Unicode.Scalar) { self = scalar.value }
}
