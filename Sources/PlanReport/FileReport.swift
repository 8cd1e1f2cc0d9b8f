package import PlanText

/// What is to be said about one file.
package struct FileReport: Sendable {
  /// The name to print, as bytes: names of files need not be UTF-8.
  package let path: [UInt8]
  package let source: SourceText
  /// In the order of the file: by start, end, rule, message.
  package let diagnostics: [Diagnostic]
  /// What a comment in the plan allows; in the same order.
  package let suppressed: [Diagnostic]

  package init(
    path: [UInt8],
    source: SourceText,
    diagnostics: [Diagnostic],
    suppressed: [Diagnostic] = []
  ) {
    self.path = path
    self.source = source
    self.diagnostics = FileReport.sorted(diagnostics)
    self.suppressed = FileReport.sorted(suppressed)
  }

  /// The order in which diagnostics are printed, which no accident of their making changes.
  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > 1 else { return diagnostics }
    return diagnostics.sorted { a, b in
      if a.range != b.range { return a.range < b.range }
      return a.rule != b.rule ? a.rule < b.rule : a.message < b.message
    }
  }
}

/// How many of what were found.
package struct Counts: Sendable, Equatable {
  package var files = 0
  package var errors = 0
  package var warnings = 0
  package var infos = 0
  package var suppressed = 0
  /// Found and counted above, but past a limit and so not shown.
  package var hidden = 0

  package init() {}

  package var total: Int { errors + warnings + infos }

  package mutating func add(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .info: infos += 1
    }
  }

  package static func += (a: inout Counts, b: Counts) {
    a.files += b.files
    a.errors += b.errors
    a.warnings += b.warnings
    a.infos += b.infos
    a.suppressed += b.suppressed
    a.hidden += b.hidden
  }

  /// Whether something of this severity or a graver one was found.
  package func reaches(_ severity: Severity) -> Bool {
    switch severity {
    case .error: errors > 0
    case .warning: errors + warnings > 0
    case .info: total > 0
    }
  }
}
