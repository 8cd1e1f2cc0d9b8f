package import PlanQuery
package import PlanText

/// One rule, compiled.
package struct Rule: Sendable {
  /// Full name, `module/id`.
  package var id: String
  package var title: String
  package var severity: Severity
  package var message: Template
  package var suggest: Template
  package var why: String
  /// The requirements of the guide that the rule answers, such as `S48`.
  package var requirements: [String]
  /// The plan must satisfy this for the rule to look at it.
  package var when: Condition?
  /// Tried in order; the first that holds gives the severity.
  package var severityCases: [SeverityCase]
  /// Tried in order; the first that holds gives message and advice.
  package var messageCases: [MessageCase]
  package var settings: [Setting]
  package var fix: RuleFix?
  /// Phrases in the texts that the rule reads.
  package var text: TextBody?
  /// An expectation of the plan's structure.
  package var structure: StructureBody?
  /// The name of something that the loader or the plan schema sees.
  package var detects: String?

  /// The module's part of the name.
  package var module: String { String(id.prefix { $0 != "/" }) }

  package struct SeverityCase: Sendable {
    package var condition: Condition
    package var severity: Severity
  }

  package struct MessageCase: Sendable {
    package var condition: Condition
    package var message: Template
    package var suggest: Template
  }

  package struct Setting: Sendable {
    package var name: String
    package var value: Int
  }
}

/// The phrases of a text rule.
package struct TextBody: Sendable {
  package var groups: [FindGroup]
  /// Owner of the `unless` patterns, if there are any.
  package var unless: UInt32?
}

/// Some patterns of a rule with the circumstances in which they count.
package struct FindGroup: Sendable {
  package enum Speech: Int, Sendable { case direct, both, reported }
  package enum Mood: Int, Sendable { case any, question, statement }

  /// Index of the patterns' owner in the automaton.
  package var owner: UInt32
  /// Number of the choice of fields read, as in `RuleSet.fieldQueries`.
  package var fieldSet: UInt32
  package var reportsNegated: Bool
  package var reportsApologies: Bool
  package var speech: Speech
  package var mood: Mood
  /// Whether the sentence must speak to the subject, or of the subject by name or pronoun.
  package var needsSubject: Bool
}

/// The expectation of a structure rule.
package struct StructureBody: Sendable {
  package var select: [Query]
  package var expect: Condition
  /// Where to point, tried in order; the selected node's key where none of them is there.
  package var report: [PlaceQuery]
  package var related: [Related]

  package struct Related: Sendable {
    package var at: PlaceQuery
    package var message: Template
  }
}

// MARK: Archive

extension Severity {
  /// The severity of a number from an archive.
  init(archived number: Int) throws(ArchiveError) {
    let all = Severity.allCases
    guard number < all.count else { throw .unknownCase }
    self = all[number]
  }

  var archived: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}

extension Rule: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(id)
    writer.append(title)
    writer.append(severity.archived)
    writer.append(message)
    writer.append(suggest)
    writer.append(why)
    writer.append(requirements)
    writer.append(when)
    writer.append(severityCases)
    writer.append(messageCases)
    writer.append(settings)
    writer.append(fix)
    writer.append(text)
    writer.append(structure)
    writer.append(detects ?? "")
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    id = try reader.string()
    title = try reader.string()
    severity = try Severity(archived: try reader.number())
    message = try Template(from: &reader)
    suggest = try Template(from: &reader)
    why = try reader.string()
    requirements = try reader.strings()
    when = try reader.optional(Condition.self)
    severityCases = try reader.array(SeverityCase.self)
    messageCases = try reader.array(MessageCase.self)
    settings = try reader.array(Setting.self)
    fix = try reader.optional(RuleFix.self)
    text = try reader.optional(TextBody.self)
    structure = try reader.optional(StructureBody.self)
    let detector = try reader.string()
    detects = detector.isEmpty ? nil : detector
  }
}

extension TextBody: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(groups)
    writer.append(unless != nil)
    writer.append(Int(unless ?? 0))
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    groups = try reader.array(FindGroup.self)
    let hasUnless = try reader.flag()
    let owner = UInt32(truncatingIfNeeded: try reader.number())
    unless = hasUnless ? owner : nil
  }
}

extension StructureBody: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(select)
    writer.append(expect)
    writer.append(report)
    writer.append(related)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    select = try reader.array(Query.self)
    expect = try Condition(from: &reader)
    report = try reader.array(PlaceQuery.self)
    related = try reader.array(Related.self)
  }
}

extension Rule.SeverityCase: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(condition)
    writer.append(severity.archived)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    condition = try Condition(from: &reader)
    severity = try Severity(archived: try reader.number())
  }
}

extension Rule.MessageCase: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(condition)
    writer.append(message)
    writer.append(suggest)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    condition = try Condition(from: &reader)
    message = try Template(from: &reader)
    suggest = try Template(from: &reader)
  }
}

extension Rule.Setting: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(name)
    writer.append(value)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    name = try reader.string()
    value = try reader.number()
  }
}

extension StructureBody.Related: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(at)
    writer.append(message)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    at = try PlaceQuery(from: &reader)
    message = try Template(from: &reader)
  }
}

extension FindGroup: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(Int(owner))
    writer.append(Int(fieldSet))
    writer.append(reportsNegated)
    writer.append(reportsApologies)
    writer.append(speech.rawValue)
    writer.append(mood.rawValue)
    writer.append(needsSubject)
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    owner = UInt32(truncatingIfNeeded: try reader.number())
    fieldSet = UInt32(truncatingIfNeeded: try reader.number())
    reportsNegated = try reader.flag()
    reportsApologies = try reader.flag()
    guard let speech = Speech(rawValue: try reader.number()),
      let mood = Mood(rawValue: try reader.number())
    else { throw .unknownCase }
    self.speech = speech
    self.mood = mood
    needsSubject = try reader.flag()
  }
}
