import Foundation
import Testing

@Suite struct LintTests {
  let place = try? Workplace()

  @Test func writesTheLinesThatEditorsReadAndASummaryApart() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "plans/danny.plan.yaml")
    let result = try place.lint("plans")
    #expect(
      result.text == """
        plans/danny.plan.yaml:3:11: error: "you always" turns one evening into a verdict [wording/always]
        plans/danny.plan.yaml:3:11: note: say what happened, and when
        plans/danny.plan.yaml:4:11: warning: "perhaps we" leaves a way out [wording/maybe]
        plans/danny.plan.yaml:4:11: note: say what you will do

        """
    )
    #expect(result.errorText == "1 error and 1 warning in 1 plan\n")
    #expect(result.status == 1)
  }

  @Test func lintIsWhatHappensWithoutACommandAndHereWithoutAPath() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "danny.plan.yaml")
    let options = ["--rules", Workplace.rules, "--select", "wording"]
    let plain = try place.run(options[0], options[1], options[2], options[3])
    let named = try place.lint(".")
    #expect(plain.text == named.text)
    #expect(plain.text.hasPrefix("danny.plan.yaml:3:11: error: "))
    #expect(plain.status == 1)
  }

  @Test func aPlanWithoutRemarksIsSilentAndSucceeds() throws {
    let place = try #require(place)
    try place.write(noRemark, to: "a.plan.yaml")
    let result = try place.lint("a.plan.yaml")
    #expect(result.text.isEmpty)
    #expect(result.errorText == "nothing to remark in 1 plan\n")
    #expect(result.status == 0)
  }

  @Test func writesTheJSONOfTheContract() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    let result = try place.lint("--format", "json", "a.plan.yaml", "gone.plan.yaml")
    let report = try #require(
      try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    )
    #expect(report["version"] as? Int == 1)
    #expect(report["tool"] as? [String: String] == ["name": "planlint", "version": "0.1.0"])
    let found = try #require(report["diagnostics"] as? [[String: Any]])
    #expect(found.count == 2)
    #expect(found.first?["start"] as? [String: Int] == ["line": 3, "column": 11, "offset": 40])
    #expect(found.first?["end"] as? [String: Int] == ["line": 3, "column": 21, "offset": 50])
    #expect(found.first?["match"] as? String == "you always")
    #expect(found.first?["field"] as? String == "$['scripts'][0]['text']")
    #expect(
      report["summary"] as? [String: Int]
        == ["files": 1, "errors": 1, "warnings": 1, "infos": 0, "suppressed": 0]
    )
    #expect(
      report["errors"] as? [[String: String]]
        == [["path": "gone.plan.yaml", "message": "there is no such file or folder"]]
    )
    #expect(result.status == 2)
    #expect(
      result.errorText == "planlint: cannot read gone.plan.yaml (there is no such file or folder)\n"
    )
  }

  @Test func jsonlIsOneDiagnosticALine() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    let result = try place.lint("--format=jsonl")
    let lines = result.text.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["path"] as? String == "a.plan.yaml")
    }
  }

  @Test(arguments: [
    ("error", 1), ("warning", 1), ("info", 1), ("never", 0),
  ])
  func theStatusDependsOnWhatFails(level: String, status: Int32) throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    #expect(try place.lint("--fail-on", level).status == status)
  }

  @Test func warningsAloneSucceedUnlessAskedFor() throws {
    let place = try #require(place)
    try place.write("title: x\nscripts: [{text: perhaps we go}]\n", to: "a.plan.yaml")
    #expect(try place.lint().status == 0)
    #expect(try place.lint("--fail-on", "info").status == 1)
    #expect(try place.lint("--severity", "wording/maybe=error").status == 1)
    #expect(try place.lint("--severity", "wording/*=off", "--fail-on", "info").status == 0)
    #expect(try place.lint("--ignore", "wording/maybe", "--fail-on", "info").status == 0)
  }

  @Test func theLastChangeOfASeverityWins() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    let result = try place.lint(
      "--severity",
      "wording=info",
      "--severity",
      "wording/always=warning"
    )
    #expect(result.errorText == "1 warning and 1 note in 1 plan\n")
    #expect(result.text.contains(":4:11: info: "))
  }

  @Test(arguments: [("codepoints", 12), ("bytes", 16), ("utf16", 13)])
  func columnsCountWhatIsAskedFor(unit: String, column: Int) throws {
    let place = try #require(place)
    try place.write("scripts: é😀 you always\n", to: "a.plan.yaml")
    let result = try place.lint("--column-unit", unit)
    #expect(result.text.hasPrefix("a.plan.yaml:1:\(column + 1): error: "), "\(result.text)")
  }

  @Test func readsStandardInputUnderTheNameGiven() throws {
    let place = try #require(place)
    let unnamed = try place.lint("-", input: twoRemarks)
    #expect(unnamed.text.hasPrefix("<stdin>:3:11: error: "))
    #expect(unnamed.status == 1)
    let named = try place.lint("--stdin-filename", "plans/danny.plan.yaml", "-", input: twoRemarks)
    #expect(named.text.hasPrefix("plans/danny.plan.yaml:3:11: error: "))
  }

  @Test func quietShowsErrorsAloneButJudgesByAll() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    try place.write("title: x\nscripts: [{text: perhaps we go}]\n", to: "b.plan.yaml")
    let result = try place.lint("--quiet")
    #expect(result.text.split(separator: "\n").count == 2)
    #expect(result.errorText.isEmpty)
    #expect(try place.lint("-q", "b.plan.yaml", "--fail-on", "warning").status == 1)
  }

  @Test func statisticsCountTheRules() throws {
    let place = try #require(place)
    try place.write(twoRemarks + "  - text: perhaps we call\n", to: "a.plan.yaml")
    let result = try place.lint("--statistics")
    #expect(
      result.errorText == """
             2  wording/maybe
             1  wording/always
        1 error and 2 warnings in 1 plan

        """
    )
  }

  @Test func verboseNamesWhatWasRead() throws {
    let place = try #require(place)
    try place.write(noRemark, to: "a.plan.yaml")
    let result = try place.lint("--verbose")
    #expect(
      result.errorText.contains("planlint: read a.plan.yaml (\(noRemark.utf8.count) bytes)\n")
    )
    #expect(result.text.isEmpty)
  }

  @Test func numbersOfThreadsChangeNothing() throws {
    let place = try #require(place)
    for index in 0..<200 {
      let text = index % 3 == 0 ? noRemark : twoRemarks + "# \(index)\n"
      try place.write(text, to: "f\(index % 7)/p\(index).plan.yaml")
    }
    for format in ["text", "json", "jsonl"] {
      let one = try place.lint("--jobs", "1", "--format", format)
      let four = try place.lint("--jobs", "4", "--format", format)
      #expect(one.output == four.output)
      #expect(one.errors == four.errors)
      #expect(one.status == 1 && four.status == 1)
      #expect(one.output.count > 10_000)
    }
  }

  @Test func theSameInAnyOrderOfArguments() throws {
    let place = try #require(place)
    for name in ["b/x.plan.yaml", "a/y.plan.yaml", "c.plan.yaml"] {
      try place.write(twoRemarks, to: name)
    }
    let one = try place.lint("a", "b", "c.plan.yaml", "gone", "also-gone")
    let other = try place.lint("also-gone", "c.plan.yaml", "b", "gone", "a")
    #expect(one.output == other.output)
    #expect(one.errors == other.errors)
  }
}
