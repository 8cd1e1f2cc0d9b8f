import PlanRules
import PlanText
import Testing

/// Fixes that rules offer: what is replaced keeps its case and inflection, and the file still reads as it did.
@Suite struct FixTests {
  private static let module = """
    title: Words
    about: A module for these tests.
    """
  private static let labels = """
    id: labels
    title: Names for people
    severity: warning
    select: $.notes
    find: ["~addict", "~relapse"]
    fix:
      safety: safe
      replace: {addict: person with a substance use disorder, relapse: return to use}
    message: '"{match}" is a label'
    why: It is only for tests.
    source: [{standard: none}]
    examples: {flag: [{text: a, at: a}], pass: [b]}
    """
  private static let agenda = """
    id: agenda
    title: There is an agenda
    severity: warning
    expect: $.agenda
    fix: {insert: "agenda:\\n  - {step: Welcome, kind: opening}"}
    message: there is no agenda
    why: It is only for tests.
    source: [{standard: none}]
    examples: {flag: [{text: a, at: a}], pass: [b]}
    """

  private func lint(_ plan: String) throws -> LintResult {
    let files = [("module", Self.module), ("labels", Self.labels), ("agenda", Self.agenda)].map {
      ModuleSource.File(name: $0 + ".yaml", path: $0 + ".yaml", bytes: Array($1.utf8))
    }
    let sources = try ProjectFiles.modules() + [ModuleSource(name: "words", files: files)]
    let rules = try RuleCompiler.compile(sources)
    return Linter(rules: rules, options: LintOptions(select: ["words"])).lint(Array(plan.utf8))
  }

  /// The plan with all edits of one rule made, last first.
  private func fixed(_ plan: String, by rule: String) throws -> String {
    var bytes = Array(plan.utf8)
    let result = try lint(plan)
    let edits = result.diagnostics.filter { $0.rule == rule }.flatMap { $0.fix?.edits ?? [] }
    #expect(!edits.isEmpty)
    for edit in edits.sorted(by: { $1.range < $0.range }) {
      bytes.replaceSubrange(Int(edit.range.start)..<Int(edit.range.end), with: edit.text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("an addict", "an person with a substance use disorder"),
    ("Addicts come", "People with a substance use disorder come"),
    ("TWO ADDICTS", "TWO PEOPLE WITH A SUBSTANCE USE DISORDER"),
    ("he relapsed", "he returned to use"),
    ("relapsing twice", "returning to use twice"),
  ]) func replacementsKeepCaseAndInflection(written: String, wanted: String) throws {
    let start = "title: a\nsubject: Danny\nagenda: [a]\nnotes: "
    #expect(try fixed(start + written + "\n", by: "words/labels") == start + wanted + "\n")
  }

  @Test func aMatchAcrossAFoldedLineIsNotReplacedBeyondItsWords() throws {
    let plan = "title: a\nagenda: [a]\nnotes: >\n  he is an\n  addict, they say\n"
    #expect(
      try fixed(plan, by: "words/labels")
        == "title: a\nagenda: [a]\nnotes: >\n  he is an\n  person with a substance use disorder, they say\n"
    )
  }

  @Test(arguments: ["\n", "\r\n"]) func scaffoldsStandBehindTheLastEntry(lineBreak: String) throws {
    let plan = ["title: a", "notes: b # a remark", ""].joined(separator: lineBreak)
    let wanted = [
      "title: a", "notes: b # a remark", "agenda:", "  - {step: Welcome, kind: opening}", "",
    ]
    #expect(try fixed(plan, by: "words/agenda") == wanted.joined(separator: lineBreak))
    #expect(
      try fixed("title: a" + lineBreak + "notes: b", by: "words/agenda").hasSuffix(
        "notes: b\nagenda:\n  - {step: Welcome, kind: opening}\n"
      ) || lineBreak == "\r\n"
    )
  }

  @Test func fixedPlansHaveNothingLeftToFix() throws {
    let plan = "title: a\nnotes: Addicts relapse\n"
    let once = try fixed(try fixed(plan, by: "words/labels"), by: "words/agenda")
    #expect(try lint(once).diagnostics.isEmpty)
  }
}
