internal import CLibYAML

/// What the loader says on the way.
extension PlanLoader {
  /// Adds an issue unless the file has too many of them already.
  mutating func report(_ issue: TextIssue) {
    if issues.count < limits.maxIssues { issues.append(issue) }
  }

  mutating func reportEmptyDocument(_ id: NodeID, at offset: Int) {
    let offset = UInt32(clamping: offset)
    report(
      TextIssue(
        .emptyDocument,
        message: "there is no plan here: nothing but blanks or comments",
        help: "a plan begins with lines such as 'title: …', 'subject: …' and 'participants: …'",
        range: SourceRange(offset, offset),
        node: id
      )
    )
  }

  mutating func reportBrokenAlias(_ id: NodeID, isCycle: Bool, range: SourceRange) {
    let message =
      isCycle
      ? "this '*' name stands for the very part of the plan that it is in"
      : "this '*' name stands for nothing: no '&' with the same name comes before it"
    report(
      TextIssue(
        .brokenAlias,
        message: message,
        help: "if the star is part of the text, put the whole text in quotes",
        range: range,
        node: id
      )
    )
  }

  mutating func reportNumber(_ trap: NumberLikeText, _ id: NodeID) {
    report(
      TextIssue(
        .numberLikeText,
        severity: .info,
        message: trap.message,
        help: "put it in quotes if other tools read this file too",
        range: builder.records[Int(id.index)].range,
        node: id
      )
    )
  }

  /// What libyaml stumbled over, at the place where a person would look.
  ///
  /// Every mark is clamped to the file: at its end libyaml names lines that do not exist.
  mutating func syntaxIssue(_ parser: UnsafeMutablePointer<yaml_parser_t>) -> TextIssue {
    if parser.pointee.error == YAML_MEMORY_ERROR {
      return limitIssue("there is not enough memory to read this file", range: SourceRange(0, 0))
    }
    var place = cursor.offset(of: parser.pointee.problem_mark.index)
    if parser.pointee.error == YAML_READER_ERROR {
      // All marks are 0 then; the bytes were checked before, so this is the last resort.
      place = min(parser.pointee.problem_offset, bytes.count)
    }
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    let origin = context.isEmpty ? place : cursor.offset(of: parser.pointee.context_mark.index)
    if place >= bytes.count {
      place = bytes.count
      while place > 0, bytes[place - 1] <= 0x20 { place -= 1 }
    }
    let last = builder.records.last
    return SyntaxAdvice(
      bytes: bytes,
      problem: parser.pointee.problem.map { String(cString: $0) } ?? "",
      context: context,
      place: place,
      origin: min(origin, place),
      tokenEnd: tokenEnd,
      lastStyle: last.flatMap { Int($0.outerEnd) == tokenEnd ? $0.style : nil }
    ).issue()
  }
}
