import Foundation
import Testing

@Suite struct UsageTests {
  let place = try? Workplace()

  @Test(arguments: [
    ["--no-such-option"], ["--format", "pdf"], ["--fail-on", "fatal"], ["--jobs", "0"],
    ["--jobs", "-1"],
    ["--jobs", "x"], ["--max-file-size", "0"], ["--max-file-size", "99999999999999999999M"],
    ["--max-depth", "0"], ["--max-depth", "65"], ["--severity", "wording/always"],
    ["--severity", "wording/always=loud"], ["--stdin-filename", "x"], ["--quiet", "--verbose"],
    ["explain", "a", "b"], ["schema", "letter"], ["new", "a", "b"], ["--output"],
  ])
  func wrongUsageIsTwoAndSaysSoOnStandardError(arguments: [String]) throws {
    let place = try #require(place)
    try place.write(noRemark, to: "a.plan.yaml")
    let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
    let result = try place.shell("$P \(quoted)")
    #expect(result.status == 2)
    #expect(result.text.isEmpty)
    #expect(result.errorText.hasPrefix("Error: "))
  }

  @Test(arguments: ["--select", "--ignore", "--severity"])
  func unknownRulesAreNamedWithWhatWasMeant(option: String) throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    let value = option == "--severity" ? "wording/alway=info" : "wording/alway"
    let result = try place.shell("$P $R \(option) \(value)")
    #expect(result.status == 2)
    #expect(result.text.isEmpty)
    #expect(
      result.errorText == "planlint: there is no rule wording/alway; did you mean wording/always?\n"
    )
  }

  @Test func helpAndVersionAreAnswers() throws {
    let place = try #require(place)
    for command in [
      "--help", "-h", "help", "help lint", "lint --help", "explain --help", "--version",
    ] {
      let result = try place.shell("$P \(command)")
      #expect(result.status == 0, "\(command)")
      #expect(!result.text.isEmpty)
      #expect(result.errorText.isEmpty)
    }
    #expect(try place.run("--version").text == "0.1.0\n")
    #expect(try place.run("--help").text.contains("A clean result does not make a plan safe"))
  }

  @Test func valuesOfOptionsCannotSteerWhoeverReadsTheMessages() throws {
    let place = try #require(place)
    let result = try place.shell(
      #"$P --format "$(printf 'a\n::error::b\033[31m##[c\351')""#
    )
    #expect(result.status == 2)
    #expect(result.errorText.contains(#"a\u{0A}::error::b\u{1B}[31m##\u{5B}c\x{E9}"#))
    #expect(!result.errorText.contains("\u{1B}"))
  }

  @Test func brokenRulesAreNamedAtTheirPlace() throws {
    let place = try #require(place)
    try place.write("title: T\n", to: "rules/m/module.yaml")
    try place.write("id: r\ntitle: R\nseverity: loud\n", to: "rules/m/r.yaml")
    try place.write(noRemark, to: "a.plan.yaml")
    let result = try place.run("--rules", "rules")
    #expect(result.status == 2)
    #expect(result.text.isEmpty)
    #expect(result.errorText.contains("rules/m/r.yaml:"))
    for folder in ["gone", "a.plan.yaml", "/dev/null", "."] where folder != "." {
      let result = try place.run("--rules", folder)
      #expect(result.status == 2)
      #expect(result.errorText.hasPrefix("planlint: cannot use the rules in \(folder) ("))
    }
  }
}
