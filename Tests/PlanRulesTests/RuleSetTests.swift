import Foundation
import PlanRules
import PlanText
import Testing

/// Rules as a whole: carried in the program, and together with modules of others.
@Suite struct RuleSetTests {
  private static let plans: [URL] = ["good", "drafts"].flatMap { folder in
    let path = ProjectFiles.root.appending(path: "Examples/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path.path)) ?? []
    return names.filter { $0.hasSuffix(".plan.yaml") }.sorted().map { path.appending(path: $0) }
  }

  private func lines(_ rules: RuleSet, _ plan: URL) throws -> [String] {
    Linter(rules: rules).lint([UInt8](try Data(contentsOf: plan))).diagnostics.map {
      "\($0.range.start) \($0.range.end) \($0.rule) \($0.severity) \($0.message) \($0.help) \($0.field)"
        + " \($0.fix?.edits.map(\.text) ?? [])"
    }
  }

  @Test func rulesFromAnArchiveSayTheSame() throws {
    let rules = try RuleCompiler.compile(ProjectFiles.modules())
    var writer = ArchiveWriter()
    writer.append(rules)
    var reader = ArchiveReader(words: writer.words, text: writer.text)
    let again = try RuleSet(from: &reader)
    #expect(RuleSetTests.plans.count >= 8)
    for plan in RuleSetTests.plans {
      #expect(try lines(rules, plan) == lines(again, plan))
    }
  }

  @Test func aModuleOfOthersAddsItsRemarksAndChangesNone() throws {
    let folder = ProjectFiles.root.appending(path: "Examples/modules")
    let own = try ProjectFiles.modules()
    let rules = try RuleCompiler.compile(own)
    let both = try RuleCompiler.compile(own + ProjectFiles.modules(in: folder))
    var added = 0
    for plan in RuleSetTests.plans {
      let all = try lines(both, plan)
      added += all.count { $0.contains(" house-rules/") }
      #expect(all.filter { !$0.contains(" house-rules/") } == (try lines(rules, plan)))
    }
    #expect(added > 0)
  }

  @Test func thePlanWithoutASectionHasAtMostOneRemarkAboutIt() throws {
    let sources = try ProjectFiles.modules()
    let linter = Linter(rules: try RuleCompiler.compile(sources))
    let base = try #require(
      ExampleReader(sources).examples.lazy.compactMap { example -> String? in
        if case .plan(_, let base) = example.body { return base }
        return nil
      }.first
    )
    let keys = base.split(separator: "\n").filter { !$0.hasPrefix(" ") && !$0.hasPrefix("-") }
      .compactMap { $0.split(separator: ":").first.map(String.init) }
    #expect(keys.count > 10)
    for key in keys {
      let plan = ExamplePlan.merged("\(key): ~removed\n", into: base)
      let found = linter.lint(Array(plan.utf8)).diagnostics
      #expect(found.count <= 1, "without \(key): \(found.map { "\($0.rule): \($0.message)" })")
    }
  }
}
