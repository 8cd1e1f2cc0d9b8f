extension RunReport {
  /// One line about the whole run, for people: plain words and no colon, lest an editor take it for a place.
  package func summary() -> ReportBuffer {
    var out = ReportBuffer()
    let parts: [(count: Int, one: StaticString, many: StaticString)] = [
      (counts.errors, "error", "errors"),
      (counts.warnings, "warning", "warnings"),
      (counts.infos, "note", "notes"),
    ].filter { $0.0 > 0 }
    if parts.isEmpty { out.own("nothing to remark") }
    for (index, part) in parts.enumerated() {
      if index > 0 { out.own(index == parts.count - 1 ? " and " : ", ") }
      out.count(part.count, part.one, part.many)
    }
    out.own(" in ")
    out.count(counts.files, "plan", "plans")
    if counts.suppressed > 0 {
      out.own(", ")
      out.number(counts.suppressed)
      out.own(" allowed by a comment")
    }
    if counts.hidden > 0 {
      out.own(", ")
      out.number(counts.hidden)
      out.own(" more not shown")
    }
    if unchecked > 0 {
      out.own("; ")
      out.number(unchecked)
      out.own(" could not be checked")
    }
    out.own("\n")
    return out
  }

  /// How often each rule spoke, the most talkative first, one a line.
  package func statistics() -> ReportBuffer {
    var out = ReportBuffer()
    let ordered = rules.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    for (rule, count) in ordered {
      out.fill(" ", count: 6 - String(count).utf8.count)
      out.number(count)
      out.own("  ")
      out.foreign(rule)
      out.own("\n")
    }
    return out
  }
}

extension ReportBuffer {
  fileprivate mutating func count(_ count: Int, _ one: StaticString, _ many: StaticString) {
    number(count)
    own(" ")
    own(count == 1 ? one : many)
  }
}
