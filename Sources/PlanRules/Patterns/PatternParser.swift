/// Reads the text of one phrase pattern.
package struct PatternParser {
  /// How deep groups may nest: rule packs come from people one has not met.
  private static let maximumDepth = 8
  private static let maximumGap = 9

  private let text: [UInt8]
  private let module: String
  private var position = 0

  /// Parses a pattern of a module, whose own sets need no prefix.
  package static func parse(_ text: String, in module: String) throws(PatternError) -> Pattern {
    var parser = PatternParser(text: Array(text.utf8), module: module)
    return try parser.pattern()
  }

  private init(text: [UInt8], module: String) {
    self.text = text
    self.module = module
  }

  private mutating func pattern() throws(PatternError) -> Pattern {
    var pattern = Pattern(nodes: [])
    skipBlanks()
    if take("^") {
      pattern.startsSentence = true
      skipBlanks()
    }
    if startsWith("<not>") {
      position += 5
      pattern.isNegated = true
    }
    pattern.nodes = try sequence(depth: 0)
    if take("$") { pattern.endsSentence = true }
    skipBlanks()
    guard position == text.count else {
      throw error("this does not belong here; a bracket may be missing")
    }
    guard let first = pattern.nodes.first else { throw error("a pattern needs at least one word") }
    if case .gap = first { throw error("a pattern cannot begin with a gap; begin it with a word") }
    if case .gap? = pattern.nodes.last, !pattern.endsSentence {
      throw error("a pattern cannot end with a gap; end it with a word or with $")
    }
    guard pattern.nodes.contains(where: { !$0.canBeEmpty }) else {
      throw error("everything in this pattern may be left out, so it would match everywhere")
    }
    return pattern
  }

  private mutating func sequence(depth: Int) throws(PatternError) -> [PatternNode] {
    var nodes: [PatternNode] = []
    while true {
      skipBlanks()
      guard let byte = peek, byte != UInt8(ascii: ")"), byte != UInt8(ascii: "|"),
        byte != UInt8(ascii: "$")
      else { return nodes }
      var node = try item(depth: depth)
      if peek == UInt8(ascii: "?"), !startsWith("?!") {
        position += 1
        node = .optional(node)
      }
      nodes.append(node)
    }
  }

  private mutating func item(depth: Int) throws(PatternError) -> PatternNode {
    if startsWith("!!") || startsWith("?!") {
      defer { position += 2 }
      return .punctuation(startsWith("!!") ? "!!" : "?!")
    }
    if startsWith("…") {
      position += 3
      return .punctuation("…")
    }
    if startsWith("..") { return try gap() }
    switch peek {
    case UInt8(ascii: "("): return try group(depth: depth)
    case UInt8(ascii: "<"): return try bracketed()
    case UInt8(ascii: "~"):
      position += 1
      return .lemma(try word())
    default: return .word(try word())
    }
  }

  private mutating func gap() throws(PatternError) -> PatternNode {
    position += 2
    var count = 0
    var hasDigits = false
    while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), count <= 99 {
      count = count * 10 + Int(byte - UInt8(ascii: "0"))
      hasDigits = true
      position += 1
    }
    let words = hasDigits ? count : 3
    guard words >= 1, words <= PatternParser.maximumGap else {
      throw error("a gap is 1 to \(PatternParser.maximumGap) words")
    }
    return .gap(words)
  }

  private mutating func group(depth: Int) throws(PatternError) -> PatternNode {
    guard depth < PatternParser.maximumDepth else { throw error("brackets are nested too deeply") }
    position += 1
    var choices: [PatternNode] = []
    while true {
      let nodes = try sequence(depth: depth + 1)
      guard !nodes.isEmpty else { throw error("a choice between | is empty") }
      choices.append(nodes.count == 1 ? nodes[0] : .sequence(nodes))
      if take("|") { continue }
      guard take(")") else { throw error("a bracket ( is not closed") }
      return choices.count == 1 ? choices[0] : .choice(choices)
    }
  }

  private mutating func bracketed() throws(PatternError) -> PatternNode {
    let start = position
    guard let end = text[position...].firstIndex(of: UInt8(ascii: ">")) else {
      throw error("a bracket < is not closed")
    }
    let name = String(decoding: text[position + 1..<end], as: UTF8.self)
    position = end + 1
    if name == "any" { return .any }
    if let kind = PhraseKind(rawValue: name) { return .kind(kind) }
    guard !name.isEmpty, name != "not", name.utf8.allSatisfy(PatternParser.isNameByte) else {
      position = start
      throw error(
        name == "not"
          ? "<not> stands at the start of a pattern in `unless`" : "<\(name)> is no name of a set"
      )
    }
    return .set(name.utf8.contains(UInt8(ascii: "/")) ? name : module + "/" + name)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  private mutating func word() throws(PatternError) -> String {
    let start = position
    while let byte = peek, !PatternParser.endsWord(byte), !startsWith("..") { position += 1 }
    guard position > start else { throw error("a word is missing here") }
    return String(decoding: text[start..<position], as: UTF8.self)
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "~"),
      UInt8(ascii: "^"), 0x09, 0x0A, 0x0D:
      true
    default: false
    }
  }

  private var peek: UInt8? { position < text.count ? text[position] : nil }

  private func startsWith(_ literal: StaticString) -> Bool {
    text[min(position, text.count)...].starts(with: String(describing: literal).utf8)
  }

  private mutating func take(_ literal: StaticString) -> Bool {
    guard startsWith(literal) else { return false }
    position += literal.utf8CodeUnitCount
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == UInt8(ascii: " ") || byte == 0x0A || byte == 0x09 || byte == 0x0D
    {
      position += 1
    }
  }

  private func error(_ message: String) -> PatternError {
    PatternError(message: message, offset: min(position, text.count))
  }
}

extension PatternNode {
  /// Whether the part can match no word at all.
  var canBeEmpty: Bool {
    switch self {
    case .gap, .optional: true
    case .sequence(let nodes): nodes.allSatisfy(\.canBeEmpty)
    case .choice(let nodes): nodes.contains(where: \.canBeEmpty)
    case .word, .lemma, .set, .kind, .any, .punctuation: false
    }
  }
}
