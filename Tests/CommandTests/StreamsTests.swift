import Foundation
import Testing

@Suite struct StreamsTests {
  let place = try? Workplace()

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let place = try #require(place)
    for index in 0..<100 { try place.write(twoRemarks, to: "p\(index).plan.yaml") }
    let result = try place.shell("{ $P $R; echo $? >status; } | { exec <&-; sleep 0.2; }")
    #expect(result.errorText.isEmpty)
    #expect(try place.read("status") == "1\n")
  }

  @Test func aFullDiskIsSaid() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    let rules = "--rules \(Workplace.rules)"
    for command in [
      "$R", "--format json $R", "explain \(rules)", "rules $R", "schema", "new", "--help",
      "--version",
    ] {
      let result = try place.shell("$P \(command) > /dev/full")
      #expect(result.status == 2, "\(command)")
      #expect(result.errorText.contains("(the disk is full)"), "\(command)")
    }
  }

  @Test func closedStreamsAreNoPlans() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    let before = try place.read("a.plan.yaml")
    let output = try place.shell("$P $R a.plan.yaml >&-")
    #expect(output.status == 2)
    #expect(output.errorText.contains("cannot write the report to standard output (it is closed)"))
    let input = try place.shell("$P $R - <&-")
    #expect(input.status == 2)
    #expect(input.errorText.contains("cannot read <stdin> (it is closed)"))
    #expect(try place.shell("$P $R a.plan.yaml 2>&-").status == 1)
    #expect(try place.shell("$P $R a.plan.yaml <&- >&- 2>&-").status == 2)
    #expect(try place.read("a.plan.yaml") == before)
  }

  @Test func writesTheReportToAFile() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    try place.write(String(repeating: "old ", count: 1000), to: "out.txt")
    let result = try place.lint("-o", "out.txt")
    #expect(result.text.isEmpty)
    #expect(result.status == 1)
    #expect(try place.read("out.txt") == place.lint().text)
  }

  @Test func neverWritesThroughALinkOrOverAPlan() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    try place.write("precious", to: "target")
    try place.shell("ln -s target link; mkfifo pipe")
    for name in [
      "link", "pipe", "a.plan.yaml", "./a.plan.yaml", ".", "/dev/full", "no/such/folder",
    ] {
      let result = try place.lint("--output", name)
      #expect(result.status == 2, "\(name)")
      #expect(!result.errorText.isEmpty)
    }
    #expect(try place.read("target") == "precious")
    #expect(try place.read("a.plan.yaml") == twoRemarks)
  }
}
