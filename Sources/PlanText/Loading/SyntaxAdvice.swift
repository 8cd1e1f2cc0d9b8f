/// Tells in plain words what libyaml stumbled over (`domain.md` 3.4), judging by the line more than by libyaml's words.
struct SyntaxAdvice {
  let bytes: [UInt8]
  /// libyaml's words for what is wrong, and for what it was doing.
  let problem: String
  let context: String
  /// Offset where libyaml stopped, in the file.
  let place: Int
  /// Offset where the thing begins that libyaml was reading; `place` where it names none.
  let origin: Int
  /// Behind the last token that gave a node.
  let tokenEnd: Int
  /// The style of the last scalar, if the last token was one.
  let lastStyle: NodeStyle?

  static let quoteHelp = "put the whole text in quotes, or write it on the lines below a '>'"

  func issue() -> TextIssue {
    if let issue = tabIssue ?? characterIssue ?? quoteIssue ?? blockTextIssue { return issue }
    switch problem {
    case "mapping values are not allowed in this context": return colonIssue
    case "could not find expected ':'": return keyIssue
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      return placeIsOnTokenLine ? restOfLineIssue : structureIssue
    case "did not find expected ',' or ']'":
      return unclosed("[", "list", closer: "]")
    case "did not find expected ',' or '}'":
      return unclosed("{", "mapping", closer: "}")
    case "did not find expected node content":
      return make(
        "a value is missing before this sign",
        help: "if the sign is part of a text, put the whole text in quotes",
        at: place
      )
    case "block sequence entries are not allowed in this context":
      return make(
        "a list cannot begin on the line of its key",
        help: "put each '- …' on a line of its own below; a text that begins with '-' needs quotes",
        at: place
      )
    case "mapping keys are not allowed in this context":
      return make("a text cannot begin with '? ' here", help: SyntaxAdvice.quoteHelp, at: place)
    default:
      return directiveIssue
        ?? make("YAML cannot be read from here on: \(problem)", help: "", at: place)
    }
  }

  // MARK: Signs

  /// A tab where the indentation or the space behind a dash belongs.
  private var tabIssue: TextIssue? {
    let isTab = bytes[orZero: place] == 0x09
    guard isTab, problem.contains("tab character") || problem.contains("cannot start any token")
    else { return nil }
    var end = place
    while bytes[orZero: end] == 0x09 { end += 1 }
    return make(
      "there is a tab at the start of a line or of a value, where YAML takes only spaces",
      help: "replace each tab with two spaces",
      span(place, end)
    )
  }

  /// A text that begins with a sign that YAML keeps for itself.
  private var characterIssue: TextIssue? {
    if problem == "found character that cannot start any token" {
      return make(
        "a text cannot begin with '\(sign(at: place))' here, since YAML uses that sign itself",
        help: SyntaxAdvice.quoteHelp,
        at: place
      )
    }
    let isName = context == "while scanning an alias" || context == "while scanning an anchor"
    if isName, SourceLine(of: origin, in: bytes).hasForeignBullet { return bulletIssue(at: origin) }
    let isTag = context == "while scanning a tag" || problem == "found undefined tag handle"
    guard isName || isTag else { return nil }
    return make(
      "a text cannot begin with '\(sign(at: origin))', which is a mark of its own in YAML",
      help: SyntaxAdvice.quoteHelp,
      at: origin
    )
  }

  func bulletIssue(at offset: Int) -> TextIssue {
    make(
      "this sign does not begin an item of a list",
      help: "begin each item with '- '",
      at: offset
    )
  }

  private var quoteIssue: TextIssue? {
    guard context == "while scanning a quoted scalar" || context == "while parsing a quoted scalar"
    else { return nil }
    if problem.hasPrefix("found unexpected") {
      let isApostrophe = bytes[orZero: origin] == UInt8(ascii: "'")
      return make(
        "the quote that opens here is never closed",
        help: isApostrophe
          ? "close it; a text that begins with an apostrophe needs double quotes around it"
          : "close it with a second '\"' at the end of the text",
        at: origin
      )
    }
    var backslash = min(place, bytes.count - 1)
    while backslash > max(place - 3, origin), bytes[orZero: backslash] != UInt8(ascii: "\\") {
      backslash -= 1
    }
    return make(
      "a backslash in double quotes stands for a special character, but not with what follows here",
      help: "write two backslashes for one, or use single quotes",
      span(backslash, min(backslash + 2, bytes.count))
    )
  }

  private var blockTextIssue: TextIssue? {
    guard context == "while scanning a block scalar" else { return nil }
    if problem != "did not find expected comment or line break" {
      return make(
        "the number behind '\(sign(at: origin))' tells how far the text is indented, from 1 to 9",
        help: "leave the number out",
        at: place
      )
    }
    return make(
      "text cannot follow '\(sign(at: origin))' on the same line: it begins on the next one",
      help: "move the text to the next line and indent it, or delete the '\(sign(at: origin))'",
      span(place, SourceLine(of: place, in: bytes).contentEnd)
    )
  }

  private func unclosed(_ opener: String, _ what: String, closer: String) -> TextIssue {
    var issue = make(
      "the \(what) that '\(opener)' opens here is not closed, or lacks a comma",
      help: "close it with '\(closer)'; put texts with commas, colons or brackets in quotes",
      at: origin
    )
    if place < bytes.count {
      issue.related = [RelatedPlace(message: "it cannot go on like this", range: range(at: place))]
    }
    return issue
  }

  private var directiveIssue: TextIssue? {
    let line = SourceLine(of: context.isEmpty ? place : origin, in: bytes)
    guard bytes[orZero: line.start] == UInt8(ascii: "%") else { return nil }
    return make(
      "a line that begins with '%' is an order to YAML readers, and this one is not understood",
      help: "delete the line; if it is text, put it in quotes",
      span(line.start, line.contentEnd)
    )
  }

  // MARK: Making issues

  func sign(at offset: Int) -> String {
    let length = decodeCharacter(bytes, at: offset).length
    let start = min(offset, bytes.count)
    return String(decoding: bytes[start..<min(start + length, bytes.count)], as: UTF8.self)
  }

  func make(_ message: String, help: String, at offset: Int) -> TextIssue {
    TextIssue(.yamlSyntax, message: message, help: help, range: range(at: offset))
  }

  func make(_ message: String, help: String, _ range: Range<Int>) -> TextIssue {
    TextIssue(
      .yamlSyntax,
      message: message,
      help: help,
      range: SourceRange(UInt32(clamping: range.lowerBound), UInt32(clamping: range.upperBound))
    )
  }

  /// A range that is empty where its end lies before its start.
  func span(_ start: Int, _ end: Int) -> Range<Int> { start..<max(start, end) }

  func range(at offset: Int) -> SourceRange {
    let length = offset < bytes.count ? decodeCharacter(bytes, at: offset).length : 0
    return SourceRange(UInt32(clamping: offset), UInt32(clamping: offset + length))
  }
}
