package import PlanText

/// What a rule offers to write instead (`rule-language.md`, `fix:`).
package struct RuleFix: Sendable {
  /// A phrase and what to write in its place.
  package struct Replacement: Sendable {
    /// The phrase as the rule writes it.
    package var phrase: String
    package var replacement: String
  }

  package var safety: Fix.Safety
  /// For text rules: tried in order against the words that were found.
  package var replacements: [Replacement]
  /// For structure rules: a piece of a plan to add; empty for none.
  package var insertion: String
}

extension RuleFix: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(safety == .safe)
    writer.append(replacements)
    writer.append(insertion)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    safety = try reader.flag() ? .safe : .unsafe
    replacements = try reader.array(Replacement.self)
    insertion = try reader.string()
  }
}

extension RuleFix.Replacement: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(phrase)
    writer.append(replacement)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    phrase = try reader.string()
    replacement = try reader.string()
  }
}

extension RuleReader {
  /// Reads `fix:`; an unstated safety is the careful one.
  func readFix(in document: inout RuleDocument) -> RuleFix? {
    guard let node = document.node("fix") else { return nil }
    var fix = RuleFix(
      safety: document.text("safety", in: node) == "safe" ? .safe : .unsafe,
      replacements: [],
      insertion: document.text("insert", in: node) ?? ""
    )
    if let replace = document.node("replace", in: node) {
      for (key, value) in document.tree.entries(of: replace) {
        fix.replacements.append(
          RuleFix.Replacement(
            phrase: document.tree.string(of: key),
            replacement: document.tree.string(of: value)
          )
        )
      }
    }
    if !fix.replacements.isEmpty, document.node("find") == nil {
      document.report("`replace` belongs to rules with `find`", at: node)
    }
    if !fix.insertion.isEmpty, document.node("expect") == nil {
      document.report("`insert` belongs to rules with `expect`", at: node)
    }
    if fix.replacements.isEmpty, fix.insertion.isEmpty {
      document.report("a fix has `replace` or `insert`", at: node)
    }
    return fix
  }
}
