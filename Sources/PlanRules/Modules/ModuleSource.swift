package import PlanText

/// The files of one rule module, as bytes: `module.yaml` and one file a rule.
package struct ModuleSource: Sendable {
  /// Name of the module's folder.
  package var name: String
  package var files: [File]

  package struct File: Sendable {
    /// Name in the folder, such as `bar.yaml`.
    package var name: String
    /// Path to show in messages.
    package var path: String
    package var bytes: [UInt8]

    package init(name: String, path: String, bytes: [UInt8]) {
      self.name = name
      self.path = path
      self.bytes = bytes
    }
  }

  package init(name: String, files: [File]) {
    self.name = name
    self.files = files
  }
}

/// Something wrong in a rule module, at its own line and column.
package struct RuleProblem: Sendable {
  package var path: String
  package var source: SourceText
  package var range: SourceRange
  package var message: String

  /// `path:line:column: message`, before any escaping.
  package var description: String {
    let place = LineIndex(source).position(of: range.start)
    return "\(path):\(place.line):\(place.column): \(message)"
  }
}

/// Rule modules that cannot be used.
package struct RulesError: Error, Sendable {
  /// In the order of modules, files and places; at least one.
  package var problems: [RuleProblem]
}
