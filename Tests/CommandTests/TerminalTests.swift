import Foundation
import Testing

/// Whether a terminal can be had for a program.
private let hasScript = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

@Suite(.enabled(if: hasScript, "needs /usr/bin/script")) struct TerminalTests {
  let place = try? Workplace()

  /// What the program prints to a terminal.
  func atTerminal(_ options: String, _ environment: [String: String]) throws -> String {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    return try place.shell(
      "script -qec \"$P $R \(options) 2>/dev/null\" /dev/null </dev/null",
      environment: environment
    ).text
  }

  func hasColor(_ text: String) -> Bool { text.contains("\u{1B}[") }
  func hasSnippets(_ text: String) -> Bool { text.contains("^^^") }

  @Test func peopleGetColoursAndCarets() throws {
    let text = try atTerminal("", ["TERM": "xterm"])
    #expect(hasColor(text) && hasSnippets(text))
    let plain = try atTerminal("--color never --no-snippets", ["TERM": "xterm"])
    #expect(!hasColor(plain) && !hasSnippets(plain))
  }

  @Test func dumbTerminalsGetLinesAlone() throws {
    for environment in [["TERM": "dumb", "INSIDE_EMACS": "28.2,compile"], ["TERM": ""], [:]] {
      let text = try atTerminal("", environment)
      #expect(!hasColor(text) && !hasSnippets(text), "\(environment)")
    }
  }

  @Test func noColorIsHonouredWhenItIsNotEmpty() throws {
    #expect(!hasColor(try atTerminal("", ["TERM": "xterm", "NO_COLOR": "1"])))
    #expect(hasSnippets(try atTerminal("", ["TERM": "xterm", "NO_COLOR": "1"])))
    #expect(hasColor(try atTerminal("", ["TERM": "xterm", "NO_COLOR": ""])))
    #expect(hasColor(try atTerminal("--color always", ["TERM": "xterm", "NO_COLOR": "1"])))
  }

  @Test func pipesGetColoursOnlyByForce() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    func color(_ environment: [String: String], _ options: String = "auto") throws -> Bool {
      hasColor(try place.lint("--color", options, environment: environment).text)
    }
    #expect(try !color(["TERM": "xterm"]))
    #expect(try color(["CLICOLOR_FORCE": "1"]))
    #expect(try !color(["CLICOLOR_FORCE": "0"]))
    #expect(try !color(["CLICOLOR_FORCE": ""]))
    #expect(try !color(["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
    #expect(try !color(["CLICOLOR_FORCE": "1"], "never"))
    #expect(try color([:], "always"))
  }

  @Test func machineFormatsHaveNoColours() throws {
    let place = try #require(place)
    try place.write(twoRemarks, to: "a.plan.yaml")
    for format in ["json", "jsonl"] {
      let result = try place.lint("--color", "always", "--snippets", "--format", format)
      #expect(!hasColor(result.text) && !hasSnippets(result.text))
    }
  }
}
