/// Looks for shapes that cost libyaml quadratic time before its first event, which no limit in the event loop can stop.
///
/// - Complexity: linear; a handful of comparisons per 2 KiB for honest text.
func checkShape(_ bytes: [UInt8], limits: LoadLimits) -> TextIssue? {
  let run = longRun(bytes, limit: limits.maxBlankRun)
  let directive = excessDirective(bytes, limit: limits.maxDirectiveLines)
  if let run, run.start <= directive?.start ?? .max {
    return limitIssue(
      "more than \(limits.maxBlankRun) blanks or empty lines in a row are more than this tool reads",
      help: "delete the empty space here",
      range: run
    )
  }
  return directive.map {
    limitIssue(
      "more than \(limits.maxDirectiveLines) lines that begin with '%' are more than this tool reads",
      help: "delete these lines; a plan needs none of them",
      range: $0
    )
  }
}

func limitIssue(_ message: String, help: String = "", range: SourceRange) -> TextIssue {
  TextIssue(.limitExceeded, message: message, help: help, range: range)
}

/// The first run of blanks, or of line breaks with nothing but blanks between, that is longer than the limit.
///
/// Such a run covers an index divisible by half the limit, so only those are looked at.
private func longRun(_ bytes: [UInt8], limit: Int) -> SourceRange? {
  let step = max(limit / 2, 1)
  var probe = 0
  while probe < bytes.count {
    guard isSpace(bytes, at: probe) else {
      probe += step
      continue
    }
    var start = probe
    while start > 0, isSpace(bytes, at: start - 1) { start -= 1 }
    var index = start
    var blanks = 0
    var breaks = 0
    while index < bytes.count, isSpace(bytes, at: index) {
      let length = bytes.breakLength(at: index)
      blanks = bytes.isBlank(at: index) ? blanks + 1 : 0
      breaks += length > 0 ? 1 : 0
      index += max(length, 1)
      if blanks > limit || breaks > limit {
        return SourceRange(UInt32(clamping: start), UInt32(clamping: index))
      }
    }
    probe = max(index, probe + step)
  }
  return nil
}

/// Whether the byte at an index is a blank or belongs to a line break.
private func isSpace(_ bytes: [UInt8], at index: Int) -> Bool {
  switch bytes[orZero: index] {
  case 0x20, 0x09, 0x0A, 0x0D: true
  case 0xC2, 0xE2: bytes.breakLength(at: index) > 0
  case 0x80, 0xA8, 0xA9, 0x85:
    bytes.breakLength(at: index - 1) > 1 && bytes[orZero: index - 1] > 0x20
      || bytes.breakLength(at: index - 2) == 3
  default: false
  }
}

/// The line that is one too many among those that begin with `%`.
private func excessDirective(_ bytes: [UInt8], limit: Int) -> SourceRange? {
  var count = 0
  var index = 0
  while let hit = bytes.firstIndex(of: UInt8(ascii: "%"), from: index) {
    index = hit + 1
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isAtLineStart =
      hit <= mark || bytes[hit - 1] == 0x0A || bytes[hit - 1] == 0x0D
      || bytes.breakLength(at: hit - 2) == 2 || bytes.breakLength(at: hit - 3) == 3
    guard isAtLineStart else { continue }
    count += 1
    if count > limit {
      let end = bytes.lineEnd(from: hit, limit: bytes.count)
      return SourceRange(UInt32(clamping: hit), UInt32(clamping: end))
    }
  }
  return nil
}
