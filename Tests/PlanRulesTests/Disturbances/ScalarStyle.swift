/// A way to write the text of an example as a YAML scalar (YAML 1.1 §9).
enum ScalarStyle: String, CaseIterable, Sendable {
  case doubleQuoted, doubleQuotedEscapes, doubleQuotedFolded, noBreakSpaces
  case singleQuoted, singleQuotedFolded
  case plain, plainFolded
  case literal, literalStripped, literalIndented
  case folded, foldedStripped, foldedIndented
  /// A double-quoted scalar under a key of its own, reached through an alias.
  case alias

  /// Why a text cannot be written so; nil where it can.
  func obstacle(to text: [Unicode.Scalar]) -> String? {
    switch self {
    case .doubleQuoted, .doubleQuotedEscapes, .doubleQuotedFolded, .alias: return nil
    case .noBreakSpaces: return text.contains(" ") ? nil : "there is no blank in it"
    default: break
    }
    if !text.allSatisfy(ScalarStyle.isPrintable) {
      return "only escapes can write its odd characters"
    }
    let isLiteral = self == .literal || self == .literalStripped || self == .literalIndented
    if !isLiteral, text.contains("\n") || text.contains("\t") {
      return "breaks and tabs are kept by literal text and escapes only"
    }
    if text.first.map(ScalarStyle.isBlank) ?? true || text.last.map(ScalarStyle.isBlank) ?? true {
      return "blanks at its ends belong to the style"
    }
    switch self {
    case .plain, .plainFolded: return ScalarStyle.plainObstacle(text)
    default: return nil
    }
  }

  /// What makes a text no plain scalar (YAML 1.1 §9.1.3).
  private static func plainObstacle(_ text: [Unicode.Scalar]) -> String? {
    if let first = text.first, "-?:,[]{}#&*!|>'\"%@`.=~".unicodeScalars.contains(first) {
      return "it begins with an indicator"
    }
    for (index, scalar) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1] : " "
      if scalar == ":", next == " " { return "a colon and a blank end a key" }
      if scalar == " ", next == "#" { return "a blank and # begin a comment" }
    }
    return text.contains(" ") ? nil : "one word alone may be read as no text"
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE,
      0xFF00...0xFFFD, 0x10000...0x10FFFF:
      true
    default: false
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n"
  }
}

// MARK: Writing

extension ScalarStyle {
  /// Puts the text into a skeleton's `{text}`.
  func write(_ text: [Unicode.Scalar], into skeleton: String) -> WrittenPlan? {
    let parts = skeleton.split(separator: "{text}", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let line = parts[0].split(separator: "\n").last else { return nil }
    var plan = WrittenPlan()
    if self == .alias {
      plan.append("x-said: &said ")
      plan.append(quoted(text, indentation: 2))
      plan.append("\n")
    }
    plan.append(String(parts[0]))
    if self == .alias {
      plan.append("*said")
    } else {
      plan.append(scalar(text, parent: ScalarStyle.column(ofLastEntryIn: line)))
    }
    plan.append(String(parts[1]))
    return plan
  }

  /// The column, from 0, of the key or dash that the value of a line belongs to.
  private static func column(ofLastEntryIn line: Substring) -> Int {
    var column = 0
    var last = 0
    for character in line {
      if character == "-" { last = column } else if character != " " { return column }
      column += 1
    }
    return last
  }

  private func scalar(_ text: [Unicode.Scalar], parent: Int) -> WrittenPlan {
    let indentation = parent + 2
    switch self {
    case .doubleQuoted, .doubleQuotedEscapes, .doubleQuotedFolded, .noBreakSpaces, .alias,
      .singleQuoted, .singleQuotedFolded, .plain, .plainFolded:
      return quoted(text, indentation: indentation)
    case .literal: return block("|", text, indentation, folds: false)
    case .literalStripped: return block("|-", text, indentation, folds: false)
    case .literalIndented: return block("|2", text, indentation, folds: false)
    case .folded: return block(">", text, indentation, folds: true)
    case .foldedStripped: return block(">-", text, indentation, folds: true)
    case .foldedIndented: return block(">2-", text, indentation, folds: true)
    }
  }

  /// A flow scalar, folded at every blank where the style says so.
  private func quoted(_ text: [Unicode.Scalar], indentation: Int) -> WrittenPlan {
    let quote: String
    switch self {
    case .plain, .plainFolded: quote = ""
    case .singleQuoted, .singleQuotedFolded: quote = "'"
    default: quote = "\""
    }
    let folds =
      self == .doubleQuotedFolded || self == .singleQuotedFolded || self == .plainFolded
    var plan = WrittenPlan()
    plan.append(quote)
    for (index, scalar) in text.enumerated() {
      if folds, ScalarStyle.isFoldable(text, index) {
        plan.append("\n", origin: index)
        plan.append(String(repeating: " ", count: indentation))
      } else {
        plan.append(quote == "\"" ? escaped(scalar) : single(scalar, quote), origin: index)
      }
    }
    plan.append(quote)
    return plan
  }

  private func single(_ scalar: Unicode.Scalar, _ quote: String) -> String {
    scalar == "'" && quote == "'" ? "''" : String(scalar)
  }

  private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\t": return "\\t"
    case " " where self == .noBreakSpaces: return "\u{A0}"
    default: break
    }
    let isEscaped =
      !ScalarStyle.isPrintable(scalar)
      || (self == .doubleQuotedEscapes && scalar.properties.isAlphabetic)
    guard isEscaped else { return String(scalar) }
    let digits = String(scalar.value, radix: 16)
    let isLong = digits.count > 4
    let zeros = String(repeating: "0", count: (isLong ? 8 : 4) - digits.count)
    return (isLong ? "\\U" : "\\u") + zeros + digits
  }

  private func block(
    _ header: String,
    _ text: [Unicode.Scalar],
    _ indentation: Int,
    folds: Bool
  ) -> WrittenPlan {
    let margin = String(repeating: " ", count: indentation)
    var plan = WrittenPlan()
    plan.append(header + "\n" + margin)
    for (index, scalar) in text.enumerated() {
      if scalar == "\n" || (folds && ScalarStyle.isFoldable(text, index)) {
        plan.append("\n", origin: index)
        if index + 1 < text.count, text[index + 1] != "\n" { plan.append(margin) }
      } else {
        plan.append(scalar, origin: index)
      }
    }
    return plan
  }

  /// Whether a line break can stand for a blank: one blank between two visible characters.
  private static func isFoldable(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    text[index] == " " && index > 0 && index + 1 < text.count && !isBlank(text[index - 1])
      && !isBlank(text[index + 1])
  }
}
