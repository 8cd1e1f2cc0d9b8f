import PlanText

/// Writes `path:line:column: severity: message [rule]`, one diagnostic a line, and `note:` lines that belong to it.
///
/// The form of compilers (GNU Coding Standards, "Formatting Error Messages"), which Emacs, Vim and problem matchers read.
struct TextFormat {
  private let file: FileReport
  private let options: ReportOptions
  private let lines: LineIndex
  private let snippet: Snippet
  var out = ReportBuffer()

  init(file: FileReport, options: ReportOptions) {
    self.file = file
    self.options = options
    lines = LineIndex(file.source)
    snippet = Snippet(source: file.source, lines: lines, color: options.color)
  }

  mutating func write(_ diagnostic: Diagnostic) {
    begin(at: diagnostic.range, .severity(diagnostic.severity))
    out.foreign(diagnostic.message)
    out.own(" [")
    out.foreign(diagnostic.rule)
    out.own("]\n")
    if options.snippets {
      snippet.write(diagnostic.range, .severity(diagnostic.severity), to: &out)
    }
    if !diagnostic.help.isEmpty {
      note(diagnostic.help, at: diagnostic.range)
    }
    for place in diagnostic.related {
      note(place.message, at: place.range)
      if options.snippets { snippet.write(place.range, .note, to: &out) }
    }
  }

  /// Says that more was found than is shown, at the place of the first that is not.
  mutating func writeHidden(_ count: Int, from first: Diagnostic) {
    begin(at: first.range, .note)
    out.number(count)
    out.own(" more in this file, from here on; they will show when those above are settled\n")
  }

  private mutating func note(_ message: String, at range: SourceRange) {
    begin(at: range, .note)
    out.foreign(message)
    out.own("\n")
  }

  private mutating func begin(at range: SourceRange, _ label: Label) {
    let position = lines.position(of: range.start, unit: options.columnUnit)
    if options.color { out.own(Style.bold) }
    out.foreign(file.path)
    out.own(":")
    out.number(position.line)
    out.own(":")
    out.number(position.column)
    out.own(": ")
    if options.color {
      out.own(Style.plain)
      out.own(label.style)
    }
    out.own(label.words)
    if options.color { out.own(Style.plain) }
    out.own(" ")
  }
}

/// What stands between a position and its message.
enum Label {
  case severity(Severity)
  case note

  var words: StaticString {
    switch self {
    case .severity(.error): "error:"
    case .severity(.warning): "warning:"
    case .severity(.info): "info:"
    case .note: "note:"
    }
  }

  var style: StaticString {
    switch self {
    case .severity(.error): Style.red
    case .severity(.warning): Style.yellow
    case .severity(.info), .note: Style.cyan
    }
  }
}

/// The few terminal colours in use (ECMA-48 §8.3.117, SGR).
enum Style {
  static let plain: StaticString = "\u{1B}[0m"
  static let bold: StaticString = "\u{1B}[1m"
  static let faint: StaticString = "\u{1B}[2m"
  static let red: StaticString = "\u{1B}[1;31m"
  static let yellow: StaticString = "\u{1B}[1;33m"
  static let cyan: StaticString = "\u{1B}[1;36m"
}
