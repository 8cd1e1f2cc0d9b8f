import PlanRules
import Testing

/// Rule files that are wrong say so at their own line and column.
@Suite struct RuleMistakesTests {
  private func problems(_ files: [(name: String, text: String)], also: [ModuleSource] = []) throws
    -> [String]
  {
    let sources = try [SmallPack.planFormat(), SmallPack.source(files)] + also
    do {
      _ = try RuleCompiler.compile(sources)
      return []
    } catch { return error.problems.map(\.description) }
  }

  /// One rule file, the mark ⟦ standing before what is wrong.
  private func check(_ rule: String, _ message: String, name: String = "one") throws {
    let before = rule.split(separator: "⟦", omittingEmptySubsequences: false)[0]
    let line = before.count { $0 == "\n" } + 1
    let column =
      (before.split(separator: "\n", omittingEmptySubsequences: false).last ?? "").count + 1
    let text = rule.replacing("⟦", with: "")
    let found = try problems([("module", SmallPack.module), (name, text)])
    let place = "small/\(name).yaml:\(line):\(column): "
    #expect(
      found.contains { $0.hasPrefix(place) && $0.contains(message) },
      "\(place)\(message) is not in \(found)"
    )
    // One mistake is told once; a key that is not known may leave another missing.
    #expect(found.count <= 2, "\(found)")
  }

  private static let tail = """
    why: It is only for tests.
    source: [{standard: none}]
    examples: {flag: [{text: a, at: a}], pass: [b]}
    """

  @Test(arguments: [
    ("select: $.notes\nfind: [a, ⟦<nobody>]", "there is no phrase set `<small/nobody>`"),
    ("select: $.notes\nfind: [a, 'you ⟦<Bad>']", "no name of a set"),
    ("select: $.notes\nfind:\n  - you (are|is⟦", "is not closed"),
    ("select: $.notes\nfind: [⟦<not> a]", "<not> stands in `unless`"),
    ("select: ⟦nowhere\nfind: [a]", "there are no fields of the name `nowhere`"),
    ("select: $.notes[⟦\nfind: [a]", "must come here"),
    ("expect: ⟦count($.a)", "compare it with something"),
    ("expect: ⟦nosuch($.a)", "nosuch"),
    ("select: $.notes\nfind: [{any: [a], speech: ⟦loud}]", ""),
    ("select: $.notes\nfind: [{⟦some: [a]}]", ""),
    ("expect: $.a\nreport: $.a[⟦[", "must come here"),
    ("expect: $.a\nseverity-when: [{⟦severity: error}]", "\"if\" is missing"),
    ("expect: $.a\nsettings: {min: ⟦many}", ""),
    ("expect: $.a\n⟦expext: $.b", ""),
  ])
  func aMistakeInTheBody(body: String, message: String) throws {
    try check(
      "id: one\ntitle: A rule\nseverity: warning\nmessage: m\n\(body)\n" + RuleMistakesTests.tail,
      message
    )
  }

  @Test(arguments: [
    ("⟦title: t\nseverity: warning\nmessage: m\nexpect: $.a\n", "id"),
    (
      "id: ⟦two\ntitle: t\nseverity: warning\nmessage: m\nexpect: $.a\n",
      "differs from the file's name"
    ),
    ("⟦id: one\nseverity: warning\nmessage: m\nexpect: $.a\n", "title"),
    ("id: one\ntitle: t\nseverity: ⟦fatal\nmessage: m\nexpect: $.a\n", "error"),
    ("⟦id: one\ntitle: t\nseverity: warning\nmessage: m\n", ""),
    ("id: one\ntitle: t\nseverity: warning\nmessage: 'say ⟦{words}'\nexpect: $.a\n", "{words}"),
    ("id: one\ntitle: t\nseverity: warning\nmessage: 'say ⟦{$.a'\nexpect: $.a\n", "not closed"),
    (
      "id: one\ntitle: t\nseverity: warning\nmessage: 'say {$.a[⟦}'\nexpect: $.a\n",
      "must come here"
    ),
    ("⟦id: one\ntitle: t\nseverity: warning\nmessage: m\nfind: [a]\n", "`select` is missing"),
  ])
  func aMistakeInTheHead(head: String, message: String) throws {
    try check(head + RuleMistakesTests.tail, message)
  }

  @Test func setsThatLeadBackToThemselvesAreRefused() throws {
    let module = SmallPack.module + "\nsets:\n  a: [x, <b>]\n  b: [<c>]\n  c: ['y <a>']\n"
    let found = try problems([("module", module)])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("small/module.yaml:5:7: ") == true, "\(found)")
    #expect(found.allSatisfy { $0.contains("leads back to itself") })
  }

  @Test func twoModulesOfOneNameAreRefused() throws {
    let twin = SmallPack.source([("module", SmallPack.module)])
    let found = try problems([("module", SmallPack.module)], also: [twin])
    #expect(found.count == 1)
    #expect(found.first?.contains("small/module.yaml:1:1: there are two modules") == true)
  }

  @Test func aModuleWithoutItsFileIsRefused() throws {
    let found = try problems([SmallPack.rule("one", "expect: $.a")])
    #expect(found.contains { $0.contains("has no module.yaml") }, "\(found)")
  }

  @Test func aModuleThatBearsAnotherNameIsRefused() throws {
    let found = try problems([("module", "id: other\ntitle: t\nabout: a\n")])
    #expect(found.first?.hasPrefix("small/module.yaml:1:5: ") == true, "\(found)")
  }
}
