package import PlanQuery
package import PlanSchema
package import PlanText

/// All rules in force, compiled: what a `Linter` runs.
package struct RuleSet: Sendable {
  package var modules: [Module]
  package var rules: [Rule]
  package var automaton: Automaton
  /// Queries for each distinct choice of fields that text rules read.
  package var fieldSets: [FieldSet]
  /// The phrase sets that `says()` asks for, sorted by name, each with its owner in the automaton.
  package var spokenSets: [SpokenSet]
  package var planFormat: PlanFormat

  package struct Module: Sendable {
    package var id: String
    package var title: String
    package var about: String
  }

  package struct FieldSet: Sendable {
    package var queries: [Query]
  }

  package struct SpokenSet: Sendable {
    package var name: String
    package var owner: UInt32
  }

  /// How many choices of fields there can be: one bit each in `TextScanner`.
  static let maximumFieldSets = 128
}

extension RuleSet: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(modules)
    writer.append(rules)
    writer.append(automaton)
    writer.append(fieldSets)
    writer.append(spokenSets)
    writer.append(planFormat)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    modules = try reader.array(Module.self)
    rules = try reader.array(Rule.self)
    automaton = try Automaton(from: &reader)
    fieldSets = try reader.array(FieldSet.self)
    spokenSets = try reader.array(SpokenSet.self)
    planFormat = try PlanFormat(from: &reader)
  }
}

extension RuleSet.Module: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(id)
    writer.append(title)
    writer.append(about)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    id = try reader.string()
    title = try reader.string()
    about = try reader.string()
  }
}

extension RuleSet.FieldSet: Archivable {
  package func archive(into writer: inout ArchiveWriter) { writer.append(queries) }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    queries = try reader.array(Query.self)
  }
}

extension RuleSet.SpokenSet: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(name)
    writer.append(Int(owner))
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    name = try reader.string()
    owner = UInt32(truncatingIfNeeded: try reader.number())
  }
}
