package import PlanQuery
package import PlanSchema
package import PlanText

/// All rules in force, compiled: what a `Linter` runs.
package struct RuleSet: Sendable {
  package var modules: [Module]
  package var rules: [Rule]
  package var automaton: Automaton
  /// The queries for the fields that text rules read, each once.
  package var fieldQueries: [FieldQuery]
  /// The phrase sets that `says()` asks for, sorted by name, each with its owner in the automaton.
  package var spokenSets: [SpokenSet]
  package var planFormat: PlanFormat

  package struct Module: Sendable {
    package var id: String
    package var title: String
    package var about: String
  }

  /// A query for fields, evaluated once a plan for all choices of fields that it belongs to.
  package struct FieldQuery: Sendable {
    package var query: Query
    /// Numbers of the choices.
    package var fieldSets: [UInt32]
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
    writer.append(fieldQueries)
    writer.append(spokenSets)
    writer.append(planFormat)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    modules = try reader.array(Module.self)
    rules = try reader.array(Rule.self)
    automaton = try Automaton(from: &reader)
    fieldQueries = try reader.array(FieldQuery.self)
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

extension RuleSet.FieldQuery: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(query)
    writer.append(fieldSets)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    query = try Query(from: &reader)
    fieldSets = try reader.numbers()
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
