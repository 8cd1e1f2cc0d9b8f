/// Errors that lie in how lines follow each other, which libyaml names at the next token.
extension SyntaxAdvice {
  var placeIsOnTokenLine: Bool {
    tokenEnd > 0 && tokenEnd <= place && lastStyle != .literal && lastStyle != .folded
      && bytes.lineEnd(from: tokenEnd, limit: place) == place
  }

  /// A second colon, or a key where a text goes on.
  var colonIssue: TextIssue {
    let line = SourceLine(of: place, in: bytes)
    if bytes[line.start..<line.end].starts(with: "--- ".utf8) {
      return make(
        "nothing but a comment can follow '---' on its line here",
        help: "put '---' on a line of its own",
        at: place
      )
    }
    if let key = line.keyColon, key < place {
      return make(
        "a colon and a blank in a text without quotes look like a second key on this line",
        help: SyntaxAdvice.quoteHelp,
        at: place
      )
    }
    guard let before = line.previousText else {
      return make("no key can stand here", help: SyntaxAdvice.quoteHelp, at: place)
    }
    if before.hasForeignBullet { return bulletIssue(at: before.contentStart) }
    if let colon = before.tightColon { return tightColonIssue(at: colon) }
    if before.keyColon == nil, line.indentation <= before.indentation {
      return lineWithoutColon(before)
    }
    var issue = make(
      "this line is indented like more of the text above it, but has a key of its own",
      help: "start a new key in the column of the key above; put a text with colons in quotes",
      span(line.contentStart, min(place + 1, bytes.count))
    )
    issue.related = [text("the text above", span(before.itemStart, before.contentEnd))]
    return issue
  }

  /// A line where a key is expected, but that has no colon.
  var keyIssue: TextIssue {
    let line = SourceLine(of: origin, in: bytes)
    if line.hasForeignBullet { return bulletIssue(at: line.contentStart) }
    if line.end - origin > 1_024, line.keyColon != nil {
      return make(
        "the text before the colon is longer than the 1,024 characters that a key can have",
        help: SyntaxAdvice.quoteHelp,
        at: origin
      )
    }
    if line.itemStart >= origin, let colon = line.tightColon { return tightColonIssue(at: colon) }
    return lineWithoutColon(line, from: origin)
  }

  private func tightColonIssue(at colon: Int) -> TextIssue {
    make("a blank is missing behind the colon of this key", help: "write 'key: value'", at: colon)
  }

  private func lineWithoutColon(_ line: SourceLine, from start: Int? = nil) -> TextIssue {
    let start = min(max(start ?? line.itemStart, line.start), line.contentEnd)
    return make(
      "this line is neither a key with a colon nor indented as a part of the text above",
      help: "indent it if it belongs to the text above; otherwise write 'key: value'",
      span(start, line.contentEnd)
    )
  }

  /// Text behind a value that has ended on the same line.
  var restOfLineIssue: TextIssue {
    let line = SourceLine(of: place, in: bytes)
    let rest = span(place, max(line.contentEnd, min(place + 1, bytes.count)))
    let closer = bytes[orZero: tokenEnd - 1]
    let next = bytes[orZero: place]
    if next == UInt8(ascii: "]") || next == UInt8(ascii: "}") {
      return make(
        "this bracket closes nothing",
        help: "delete it, or quote the whole text",
        at: place
      )
    }
    switch closer {
    case UInt8(ascii: "'") where lastStyle == .singleQuoted && tokenEnd == place && next >= 0x41:
      var issue = make(
        "the apostrophe before this ends the quoted text",
        help:
          "double the apostrophe ('') inside single quotes, or use double quotes around the text",
        rest
      )
      issue.related = [text("the apostrophe", span(tokenEnd - 1, tokenEnd))]
      return issue
    case UInt8(ascii: "\"") where lastStyle == .doubleQuoted,
      UInt8(ascii: "'") where lastStyle == .singleQuoted:
      return make(
        "the text goes on behind its closing quote",
        help: "put single quotes around the whole text (with '' for an apostrophe in it), "
          + "or write it on the lines below a '>'",
        rest
      )
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return make(
        "a text that begins with '[' or '{' is a list for YAML, and cannot go on behind it",
        help: SyntaxAdvice.quoteHelp,
        rest
      )
    default:
      return make(
        "this cannot stand behind what comes before it",
        help: SyntaxAdvice.quoteHelp,
        rest
      )
    }
  }

  /// A line that fits nothing above it.
  var structureIssue: TextIssue {
    let line = SourceLine(of: place, in: bytes)
    let rest = span(place, line.contentEnd)
    if line.hasForeignBullet { return bulletIssue(at: line.contentStart) }
    if let before = line.previousText {
      if lastStyle == .plain, let comment = before.trailingComment, tokenEnd <= comment,
        tokenEnd >= before.start, line.keyColon == nil, !line.isItem
      {
        var issue = make(
          "a comment ends the text above, so this line belongs to nothing",
          help: "put the text in quotes if the '#' is part of it, or move the comment",
          rest
        )
        issue.related = [text("the comment", span(comment, before.contentEnd))]
        return issue
      }
      let isQuoted = lastStyle == .singleQuoted || lastStyle == .doubleQuoted
      if isQuoted, line.keyColon == nil, !line.isItem, line.indentation > before.indentation {
        return make(
          "the text goes on behind its closing quote",
          help: SyntaxAdvice.quoteHelp,
          rest
        )
      }
      if lastStyle == .literal || lastStyle == .folded, line.indentation > 0, line.keyColon == nil {
        return make(
          "this line is indented less than the text above it, so it is no part of it",
          help: "indent all lines of the text by the same number of spaces",
          rest
        )
      }
    }
    if problem == "did not find expected <document start>" {
      return make(
        "what stands above is complete, so this line belongs to nothing",
        help: "write every line as 'key: value', or put a text in quotes",
        rest
      )
    }
    let column = originColumn
    if problem == "did not find expected '-' indicator", place - line.start == column {
      return make(
        "an item of the list above is expected here, but the line does not begin with '- '",
        help: "begin it with '- ', or start it in the column of the key that it belongs with",
        rest
      )
    }
    if bytes[orZero: place] == UInt8(ascii: "-"), line.isItem {
      return make(
        "an item of a list stands where a key is expected",
        help: "write 'key:' on the line above the list, or indent the item like the others",
        rest
      )
    }
    if bytes[orZero: place] == UInt8(ascii: ":") {
      return make("there is no key before this colon", help: SyntaxAdvice.quoteHelp, at: place)
    }
    return make(
      "this line does not start in the same column as any line that it could belong with",
      help: "start it exactly below the first letter of the line that it belongs with",
      rest
    )
  }

  private var originColumn: Int { origin - SourceLine(of: origin, in: bytes).start }

  private func text(_ message: String, _ range: Range<Int>) -> RelatedPlace {
    RelatedPlace(
      message: message,
      range: SourceRange(UInt32(clamping: range.lowerBound), UInt32(clamping: range.upperBound))
    )
  }
}
