import Foundation
import Testing

/// The plans in `Examples/` with what planlint says about them, kept beside the tests.
///
/// `PLANLINT_RECORD=1 swift test --filter ExamplePlansTests` writes what it says now, and fails.
@Suite struct ExamplePlansTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL
  static let expected = root.appending(path: "Tests/CommandTests/Fixtures/Examples")

  static func plans(_ folder: String) -> [String] {
    let path = root.appending(path: "Examples/\(folder)").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".plan.yaml") }.sorted().map { "Examples/\(folder)/\($0)" }
  }

  /// What planlint says about a plan, named as from the top folder.
  func remarks(on plan: String) throws -> CommandResult {
    let place = try Workplace()
    try place.write(
      try String(contentsOf: ExamplePlansTests.root.appending(path: plan), encoding: .utf8),
      to: plan
    )
    return try place.run("--no-snippets", plan)
  }

  @Test func thereArePlansOfBothKinds() {
    #expect(ExamplePlansTests.plans("good").count >= 3)
    #expect(ExamplePlansTests.plans("drafts").count >= 5)
  }

  @Test(arguments: plans("good"))
  func goodPlansDeserveNoRemark(plan: String) throws {
    let result = try remarks(on: plan)
    #expect(result.text == "")
    #expect(result.status == 0)
  }

  @Test(arguments: plans("drafts"))
  func draftsGetTheRemarksThatAreKept(plan: String) throws {
    let result = try remarks(on: plan)
    let name = URL(filePath: plan).deletingPathExtension().deletingPathExtension().lastPathComponent
    let file = ExamplePlansTests.expected.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["PLANLINT_RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: ExamplePlansTests.expected,
        withIntermediateDirectories: true
      )
      try result.output.write(to: file)
      Issue.record("recorded \(file.lastPathComponent); run again without PLANLINT_RECORD")
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(result.text == kept)
    #expect(!kept.isEmpty)
    #expect(result.status == (kept.contains(": error: ") ? 1 : 0))
  }
}
