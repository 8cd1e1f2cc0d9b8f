package import PlanText

/// The shape in which a report is written.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text, json, jsonl
}

/// How a report is written.
package struct ReportOptions: Sendable {
  package var format = ReportFormat.text
  package var columnUnit = ColumnUnit.codepoints
  /// The source line with carets under each diagnostic; text only.
  package var snippets = false
  /// Terminal colours; text only.
  package var color = false
  /// The lowest severity that is shown; all are counted.
  package var lowest = Severity.info
  /// Version of the program, for formats that name it.
  package var version = ""

  package init() {}
}

/// How much is shown before "N more" (`reliability.md` section 3).
package enum ReportLimits {
  package static let perFile = 100
  package static let perRun = 20_000
}

/// One file's part of a report, finished but for its place among the others.
package struct RenderedFile: Sendable {
  var diagnostics: [UInt8] = []
  /// Behind each diagnostic shown, its end in `diagnostics`.
  var ends: [Int] = []
  var suppressed: [UInt8] = []
  package var counts = Counts()
  /// How often each rule spoke, for statistics.
  package var rules: [String: Int] = [:]
}

/// Writes files' diagnostics in one format; files can be rendered in any order and on any thread.
package struct Reporter: Sendable {
  package let options: ReportOptions

  package init(_ options: ReportOptions) { self.options = options }

  package func render(_ file: FileReport) -> RenderedFile {
    var rendered = RenderedFile()
    rendered.counts.files = 1
    rendered.counts.suppressed = file.suppressed.count
    for diagnostic in file.diagnostics {
      rendered.counts.add(diagnostic.severity)
      rendered.rules[diagnostic.rule, default: 0] += 1
    }
    let wanted = file.diagnostics.filter { $0.severity >= options.lowest }
    let shown = wanted.prefix(ReportLimits.perFile)
    rendered.counts.hidden = wanted.count - shown.count
    guard !shown.isEmpty || !file.suppressed.isEmpty else { return rendered }

    switch options.format {
    case .text:
      var writer = TextFormat(file: file, options: options)
      for diagnostic in shown {
        writer.write(diagnostic)
        rendered.ends.append(writer.out.count)
      }
      if let first = wanted.dropFirst(shown.count).first, let last = rendered.ends.indices.last {
        writer.writeHidden(rendered.counts.hidden, from: first)
        rendered.ends[last] = writer.out.count
      }
      rendered.diagnostics = writer.out.take()
    case .json, .jsonl:
      let writer = JSONFormat(file: file, options: options)
      (rendered.diagnostics, rendered.ends) = writer.lines(shown)
      if options.format == .json {
        rendered.suppressed = writer.lines(file.suppressed.prefix(ReportLimits.perFile)).bytes
      }
    }
    return rendered
  }
}
