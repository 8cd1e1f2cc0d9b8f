import Foundation
import PlanText
import Testing

@testable import PlanReport

@Suite struct JSONFormatTests {
  let plan = "title: Danny\nscripts:\n  Jo: you always shout\n"

  var diagnostic: Diagnostic {
    let place = range(of: "you always", in: plan)
    return Diagnostic(
      rule: "confrontational-wording/absolutes",
      severity: .error,
      message: #""you always" turns one evening into a verdict"#,
      help: "say what happened, and when",
      range: place,
      field: "$['scripts']['Jo']",
      match: "you always",
      related: [RelatedPlace(message: "named here", range: range(of: "Danny", in: plan))],
      fix: Fix(safety: .safe, edits: [Fix.Edit(range: place, text: "on Sunday you did")])
    )
  }

  @Test func writesTheContract() {
    let output = report(plan, [diagnostic], suppressed: []) { $0.format = .json }
    #expect(
      output == #"""
        {"version":1,"tool":{"name":"planlint","version":"0.1.0"},
        "diagnostics":[
        {"path":"a.plan.yaml","rule":"confrontational-wording/absolutes","severity":"error","message":"\"you always\" turns one evening into a verdict","help":"say what happened, and when","start":{"line":3,"column":7,"offset":28},"end":{"line":3,"column":17,"offset":38},"field":"$['scripts']['Jo']","match":"you always","related":[{"message":"named here","path":"a.plan.yaml","start":{"line":1,"column":8,"offset":7},"end":{"line":1,"column":13,"offset":12}}],"fix":{"safety":"safe","edits":[{"start":{"line":3,"column":7,"offset":28},"end":{"line":3,"column":17,"offset":38},"text":"on Sunday you did"}]},"fingerprint":"1165c136e62aa85b"}],
        "suppressed":[],
        "errors":[],
        "summary":{"files":1,"errors":1,"warnings":0,"infos":0,"suppressed":0}}

        """#
    )
  }

  @Test func structureRulesHaveNullForWhatTheyLack() throws {
    let output = report(plan, [finding(at: SourceRange(0, 5))]) { $0.format = .jsonl }
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    )
    #expect(object["match"] is NSNull)
    #expect(object["fix"] is NSNull)
    #expect(object["field"] is NSNull)
    #expect(object["help"] as? String == "")
  }

  @Test func oneDiagnosticALine() {
    let output = report(plan, [diagnostic, finding("a\nb", at: SourceRange(0, 5))]) {
      $0.format = .jsonl
    }
    let lines = output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
  }

  @Test func severalFilesAreOneArray() throws {
    var options = ReportOptions()
    options.format = .json
    var run = RunReport(options)
    for name in ["a", "b", "c"] {
      let file = FileReport(
        path: Array(name.utf8) + [0xFF],
        source: SourceText(plan),
        diagnostics: name == "b" ? [] : [diagnostic, diagnostic],
        suppressed: [diagnostic]
      )
      run.add(Reporter(options).render(file))
    }
    run.add(error: "permission denied", path: Array("d".utf8))
    let bytes = run.finish()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    )
    let found = try #require(object["diagnostics"] as? [[String: Any]])
    #expect(
      found.map { $0["path"] as? String } == [#"a\x{FF}"#, #"a\x{FF}"#, #"c\x{FF}"#, #"c\x{FF}"#]
    )
    #expect((object["suppressed"] as? [Any])?.count == 3)
    #expect(
      (object["errors"] as? [[String: String]]) == [["path": "d", "message": "permission denied"]]
    )
    #expect(
      object["summary"] as? [String: Int]
        == ["files": 3, "errors": 4, "warnings": 0, "infos": 0, "suppressed": 3]
    )
  }

  @Test func anEmptyRunIsStillAReport() throws {
    var options = ReportOptions()
    options.format = .json
    var run = RunReport(options)
    let object = try JSONSerialization.jsonObject(with: Data(run.finish())) as? [String: Any]
    #expect((object?["diagnostics"] as? [Any])?.isEmpty == true)
  }

  @Test func offsetsAreThoseOfTheFile() {
    let text = "\u{FEFF}é: bar"
    var options = ReportOptions()
    options.format = .jsonl
    let file = FileReport(
      path: [],
      source: SourceText(utf8: Array(text.utf8), encoding: .utf16LittleEndian),
      diagnostics: [finding(at: range(of: "bar", in: text))]
    )
    let output = String(decoding: Reporter(options).render(file).diagnostics, as: UTF8.self)
    #expect(output.contains(#""start":{"line":1,"column":4,"offset":8}"#))
  }

  @Test func fingerprintsKnowTheSameWordsElsewhere() {
    var moved = diagnostic
    moved.range = SourceRange(0, 3)
    moved.severity = .info
    moved.help = ""
    moved.match = "you \n always"
    #expect(fingerprint(of: moved) == fingerprint(of: diagnostic))
    for change in [
      { $0.rule = "x/y" }, { $0.field = "$" }, { $0.match = "you never" },
    ] as [(inout Diagnostic) -> Void] {
      var other = diagnostic
      change(&other)
      #expect(fingerprint(of: other) != fingerprint(of: diagnostic))
    }
  }

  @Test func fingerprintsOfTwinsDiffer() {
    var fingerprints = Fingerprints()
    let three = (0..<3).map { _ in fingerprints.next(diagnostic) }
    #expect(Set(three).count == 3)
    #expect(three.allSatisfy { $0.utf8.count == 16 })
  }

  @Test func theHashIsTheStandardOne() {
    var hash = FNV1a()
    hash.add("foobar".utf8)
    #expect(hash.value == 0x8594_4171_F739_67E8)
  }

  func fingerprint(of diagnostic: Diagnostic) -> String {
    var fingerprints = Fingerprints()
    return fingerprints.next(diagnostic)
  }
}
