import Foundation
import PlanText
import Testing

@Suite struct HostileInputTests {
  static let shapes: [(String, String, String)] = [
    ("brackets", String(repeating: "[", count: 100_000), "1:65 limit-exceeded"),
    ("braces", String(repeating: "{a: ", count: 100_000), "1:257 limit-exceeded"),
    ("dashes", String(repeating: "- ", count: 100_000), "1:129 limit-exceeded"),
    ("blanks", "a: b" + String(repeating: " ", count: 1_000_000) + "c", "1:5 limit-exceeded"),
    ("lines", "a: |\n" + String(repeating: "\n", count: 1_000_000) + " c", "1:5 limit-exceeded"),
    (
      "blank lines", "a: |\n" + String(repeating: " \r\n", count: 5_000) + " c",
      "1:5 limit-exceeded"
    ),
    ("separators", "a: |\n b" + String(repeating: "\u{2028}", count: 5_000), "2:3 limit-exceeded"),
    (
      "directives", String(repeating: "%TAG !a! tag:x,2000:\n", count: 90_000) + "---\na: 1\n",
      "51:1 limit-exceeded"
    ),
    (
      "aliases", "- &a b\n" + String(repeating: "- *a\n", count: 5_000), "1002:3 limit-exceeded"
    ),
    ("nodes", String(repeating: "-\n", count: 300_000), "200000:2 limit-exceeded"),
    ("size", String(repeating: "- abc\n", count: 400_000), "1:1 limit-exceeded"),
  ]

  // By number: a test's arguments are printed, and these are megabytes.
  @Test(arguments: shapes.indices)
  func hostileShapesEndQuicklyWithAnIssue(index: Int) {
    let (name, text, summary) = HostileInputTests.shapes[index]
    let start = processorSeconds()
    let loaded = load(text)
    let time = processorSeconds() - start
    #expect(loaded.summary.last == summary, "\(name)")
    #expect(!loaded.isComplete)
    // Not optimised; without their limits the worst of these take ten seconds and more.
    #expect(time < 4, "\(name)")
  }

  /// Processor time of this thread, which other processes do not stretch.
  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func aliasesThatWouldExpandToBillionsAreLeaves() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<20 {
      text +=
        "a\(level): &a\(level) ["
        + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    let loaded = load(text)
    #expect(loaded.isComplete && loaded.issues.isEmpty)
    #expect(loaded.tree.records.count < 300)
  }

  @Test func limitsNameTheirNumber() {
    var limits = LoadLimits()
    limits.maxDepth = 3
    #expect(load("[[[1]]]", limits: limits).isComplete)
    let loaded = load("[[[[1]]]]", limits: limits)
    #expect(loaded.issues.first?.message.contains("3") == true)
    #expect(loaded.place(loaded.issues[0].range) == "1:4")
    limits.maxFileSize = 4
    #expect(load("a: 1", limits: limits).isComplete)
    #expect(load("a: 12", limits: limits).issues.first?.message.contains("at most 4") == true)
  }

  @Test func runsUpToTheLimitAreRead() {
    let blanks = String(repeating: " ", count: 4_096)
    #expect(load("a: b\(blanks)c").isComplete)
    #expect(!load("a: b\(blanks) c").isComplete)
    let lines = String(repeating: "\n", count: 4_096)
    #expect(load("a: b\(lines)c: d").isComplete)
    #expect(!load("a: b\n\(lines)c: d").isComplete)
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF, 0x62], "1:4", "not UTF-8"),
      ([0x61, 0x0D, 0x0A, 0x20, 0xC0, 0xAF], "2:2", "not UTF-8"),
      ([0x61, 0x20, 0xED, 0xA0, 0x80], "1:3", "not UTF-8"),
      ([0x61, 0x20, 0xC3], "1:3", "not UTF-8"),
      ([0xF0, 0x9F, 0x98, 0x80, 0x00], "1:2", "zero byte"),
      ([0x61, 0x3A, 0x20, 0x1B, 0x5B], "1:4", "U+001B"),
      ([0x61, 0x3A, 0x20, 0xC2, 0x80], "1:4", "U+0080"),
      ([0x61, 0x7F], "1:2", "U+007F"),
      ([0xEF, 0xBF, 0xBF], "1:1", "U+FFFF"),
      ([0xFF, 0xFE, 0x61, 0x00, 0x62], "1:2", "half a character"),
      ([0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x00, 0x00, 0x62], "1:2", "half a character"),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], "1:2", "zero byte"),
      ([0x61, 0x00, 0x3A, 0x00], "1:2", "zero byte"),
    ] as [([UInt8], String, String)]
  )
  func bytesThatAreNoTextAreToldAtTheirPlace(bytes: [UInt8], place: String, message: String) {
    let loaded = loadPlan(bytes)
    #expect(!loaded.isComplete)
    #expect(loaded.issues.map(\.kind) == [.unreadableBytes])
    #expect(loaded.issues.first?.message.contains(message) == true)
    #expect(loaded.issues.first.map { loaded.place($0.range) } == place)
  }

  @Test func aDecodedZeroByteDoesNotCutTheText() {
    let loaded = load(#"a: "x\0y""#)
    #expect(loaded.tree.string(of: NodeID(2)) == "x\0y")
    #expect(loaded.summary == ["1:6 odd-characters"])
  }

  @Test func randomBytesNeverTrap() {
    var source = RandomSource(seed: 42)
    let alphabet = Array("ab: -?[]{},#&*!|>'\"%@`\\\n\r\t \u{85}\u{2028}é😀\u{FEFF}0".utf8)
    for round in 0..<2_000 {
      let bytes = (0...source.upTo(40)).map { _ in source.pick(alphabet) }
      loadPlan(bytes).tree.checkNesting("round \(round): \(bytes)")
      let text = String(decoding: bytes, as: UTF8.self).replacing("\u{FFFD}", with: "x")
      let loaded = load(text)
      loaded.tree.checkNesting("round \(round): \(text.debugDescription)")
      for issue in loaded.issues where Int(issue.range.end) > loaded.tree.source.bytes.count {
        Issue.record("out of the file: \(text.debugDescription)")
      }
    }
  }
}
