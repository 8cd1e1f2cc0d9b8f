/// Puts the files' parts together, in the order in which they are added.
package struct RunReport: Sendable {
  private let options: ReportOptions
  private var diagnostics = ReportBuffer()
  private var suppressed = ReportBuffer()
  private var errors: [(path: [UInt8], message: String)] = []
  private var shown = 0
  package private(set) var counts = Counts()
  /// How often each rule spoke.
  package private(set) var rules: [String: Int] = [:]

  package init(_ options: ReportOptions) { self.options = options }

  /// How many files or folders could not be checked.
  package var unchecked: Int { errors.count }

  package mutating func add(_ file: RenderedFile) {
    counts += file.counts
    rules.merge(file.rules) { $0 + $1 }
    let room = max(0, ReportLimits.perRun - shown)
    let ends = file.ends.prefix(room)
    counts.hidden += file.ends.count - ends.count
    shown += ends.count
    guard options.format == .json else {
      return diagnostics.escaped(file.diagnostics.prefix(ends.last ?? 0))
    }
    // Each object ends with a line feed; a comma goes before the next.
    append(file.diagnostics.prefix(ends.last ?? 0), to: &diagnostics)
    append(file.suppressed[...], to: &suppressed)
  }

  /// Notes something that could not be checked.
  package mutating func add(error message: String, path: [UInt8]) {
    errors.append((path, message))
  }

  /// Ends the report and hands over its bytes.
  package mutating func finish() -> [UInt8] {
    guard options.format == .json else { return diagnostics.take() }
    var out = ReportBuffer()
    out.own(#"{"version":1,"tool":{"name":"planlint","version":"#)
    out.escaped(JSONString.quoted(Array(options.version.utf8)[...]))
    out.own("},\n\"diagnostics\":[")
    out.escaped(diagnostics.take())
    out.own("],\n\"suppressed\":[")
    out.escaped(suppressed.take())
    out.own("],\n\"errors\":[")
    for (index, error) in errors.enumerated() {
      out.own(index > 0 ? ",\n{\"path\":" : "\n{\"path\":")
      out.escaped(JSONString.quoted(error.path[...]))
      out.own(",\"message\":")
      out.escaped(JSONString.quoted(Array(error.message.utf8)[...]))
      out.own("}")
    }
    out.own("],\n\"summary\":{\"files\":")
    out.number(counts.files)
    out.own(",\"errors\":")
    out.number(counts.errors)
    out.own(",\"warnings\":")
    out.number(counts.warnings)
    out.own(",\"infos\":")
    out.number(counts.infos)
    out.own(",\"suppressed\":")
    out.number(counts.suppressed)
    if counts.hidden > 0 {
      out.own(",\"hidden\":")
      out.number(counts.hidden)
    }
    out.own("}}\n")
    return out.take()
  }

  /// Appends objects that stand one a line, with commas between them.
  private func append(_ lines: ArraySlice<UInt8>, to buffer: inout ReportBuffer) {
    for line in lines.split(separator: 0x0A) {
      buffer.own(buffer.count == 0 ? "\n" : ",\n")
      buffer.escaped(line)
    }
  }
}
