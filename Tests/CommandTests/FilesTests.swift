import Foundation
import Testing

@Suite struct FilesTests {
  let place = try? Workplace()

  /// The names of files that remarks were made on, in order.
  func names(_ result: CommandResult) -> [String] {
    var names: [String] = []
    for line in result.text.split(separator: "\n") {
      let name = String(line.prefix { $0 != ":" })
      if names.last != name { names.append(name) }
    }
    return names
  }

  @Test func walksInTheOrderOfNames() throws {
    let place = try #require(place)
    for name in [
      "b.plan.yaml", "a/z.plan.yml", "a/b/c.plan.yaml", "a b.plan.yaml", "B.plan.yaml",
      "é.plan.yaml",
      "a.plan.yaml", ".git/x.plan.yaml", "a/.git/y.plan.yaml", "other.yaml", "plan.yaml",
      ".hidden/h.plan.yaml",
    ] { try place.write(twoRemarks, to: name) }
    #expect(
      names(try place.lint()) == [
        ".hidden/h.plan.yaml", "B.plan.yaml", "a/b/c.plan.yaml", "a/z.plan.yml", "a b.plan.yaml",
        "a.plan.yaml", "b.plan.yaml", "é.plan.yaml",
      ]
    )
  }

  @Test func aFileNamedIsAlwaysLinted() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "notes.txt")
    try place.write(twoRemarks, to: "-x.yaml")
    #expect(names(try place.lint("notes.txt")) == ["notes.txt"])
    #expect(names(try place.lint("--", "-x.yaml")) == ["-x.yaml"])
  }

  @Test func eachFileOnce() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "p/a.plan.yaml")
    let result = try place.lint("p", "p/a.plan.yaml", "./p", "p/../p/a.plan.yaml")
    #expect(result.errorText == "1 error and 1 warning in 1 plan\n")
  }

  @Test func linksToFoldersAreNamedNotFollowed() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "real/a.plan.yaml")
    try place.shell("mkdir p && ln -s ../real p/link && ln -s . p/loop && cp real/a.plan.yaml p/")
    let result = try place.lint("p")
    #expect(names(result) == ["p/a.plan.yaml"])
    #expect(
      result.errorText.contains("planlint: did not follow p/link (it is a link to a folder)\n")
    )
    #expect(result.status == 1)
    #expect(names(try place.lint("p/link")) == ["p/link/a.plan.yaml"])
  }

  @Test func aLinkToAPlanIsThatPlan() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "p/b.plan.yaml")
    try place.shell("ln -s b.plan.yaml p/a.plan.yaml; ln -s nothing p/not-a-plan")
    let result = try place.lint("p")
    #expect(names(result) == ["p/a.plan.yaml"])
    #expect(result.status == 1)
  }

  @Test func whatIsNoFileIsRefusedAndTheOthersAreLinted() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    try place.shell(
      """
      mkfifo pipe.plan.yaml; ln -s gone dangling.plan.yaml; ln -s loop.plan.yaml loop.plan.yaml
      ln -s /dev/null null.plan.yaml; mkdir folder.plan.yaml; cp a.plan.yaml folder.plan.yaml/x.plan.yaml
      """
    )
    for result in [
      try place.lint(), try place.lint("/dev/zero", "a.plan.yaml", "folder.plan.yaml"),
    ] {
      #expect(names(result) == ["a.plan.yaml", "folder.plan.yaml/x.plan.yaml"])
      #expect(result.status == 2)
    }
    #expect(
      try place.lint().errorText == """
        planlint: cannot read dangling.plan.yaml (it is a link that leads nowhere)
        planlint: cannot read loop.plan.yaml (it is a link that leads nowhere)
        planlint: cannot read null.plan.yaml (it is a device, not a file)
        planlint: cannot read pipe.plan.yaml (it is a named pipe, not a file; to read from a pipe, write - for standard input)
        2 errors and 2 warnings in 2 plans; 4 could not be checked

        """
    )
  }

  @Test(.enabled(if: getuid() != 0, "the superuser can read everything"))
  func whatMayNotBeReadIsNamed() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    try place.write(twoRemarks, to: "f/b.plan.yaml")
    try place.shell("chmod 0 a.plan.yaml f")
    let result = try place.lint()
    try place.shell("chmod 700 f")
    #expect(result.errorText.contains("cannot read a.plan.yaml (permission denied)"))
    #expect(result.errorText.contains("cannot read f (permission denied)"))
    #expect(result.status == 2)
  }

  @Test func namesAreBytes() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.yaml")
    try place.shell(#"mkdir p; cp a.yaml "$(printf 'p/caf\351.plan.yaml')""#)
    let walked = try place.lint("p")
    #expect(walked.text.hasPrefix(#"p/caf\x{E9}.plan.yaml:3:11: error: "#))
    #expect(walked.status == 1)
    let named = try place.shell(#"$P $R "$(printf 'p/caf\351.plan.yaml')""#)
    #expect(named.output == walked.output)
    let json = try place.lint("p", "--format", "json")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: json.output) }
  }

  @Test func namesCannotSteerWhoeverReadsTheOutput() throws {
    let place = try #require(place)
    for name in [
      "::error::x.plan.yaml", "a\n::set-env name=A::b.plan.yaml", "\u{1B}[31m\u{202E}.plan.yaml",
      "##[group]x.plan.yaml",
    ] {
      try place.write(twoRemarks, to: name)
    }
    try place.shell("ln -s gone \"$(printf '\\n::error::gone.plan.yaml')\"")
    for format in ["text", "json", "jsonl"] {
      let result = try place.lint("--format", format, "--verbose")
      for text in [result.text, result.errorText] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(!lines.contains { $0.drop { $0 == " " }.hasPrefix("::") })
        #expect(!text.contains("##["))
        #expect(
          !text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E }
        )
      }
      #expect(result.status == 2)
    }
  }

  @Test func aFolderWithoutPlansIsAnError() throws {
    let place = try #require(place)
    try place.write("x", to: "empty/readme.txt")
    let result = try place.lint("empty")
    #expect(result.status == 2)
    #expect(result.text.isEmpty)
    #expect(
      result.errorText.hasPrefix(
        "planlint: found no plan in empty (plans are files named *.plan.yaml"
      )
    )
  }

  @Test func aPlanThatIsTooLargeIsReportedNotReadOn() throws {
    let place = try #require(place)
    try place.write(noRemark + String(repeating: "# x\n", count: 1000), to: "a.plan.yaml")
    #expect(try place.lint().status == 0)
    let result = try place.run("--max-file-size", "1k", "a.plan.yaml")
    #expect(result.text.hasPrefix("a.plan.yaml:1:1: error: "))
    #expect(result.status == 1)
    try place.shell("truncate -s 1T sparse.plan.yaml")
    #expect(try place.run("sparse.plan.yaml").status == 1)
    #expect(try place.run("/proc/self/status").errorText.hasSuffix(" in 1 plan\n"))
  }

  @Test func pathsThatAreTooLongAreErrors() throws {
    let place = try #require(place)
    let result = try place.lint(String(repeating: "x/", count: 3000) + "a.plan.yaml")
    #expect(result.status == 2)
    #expect(result.errorText.contains("(its name is too long)"))
  }

  @Test func worksInAFolderThatIsGone() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    let result = try place.shell("mkdir d; cd d; rmdir ../d; $P $R \"$OLDPWD/a.plan.yaml\" . ")
    #expect(result.text.contains("a.plan.yaml:3:11: error: "))
    #expect(result.status == 2)
  }
}
