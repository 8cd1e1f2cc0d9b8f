import Foundation
import PlanRules
import PlanText
import Testing

/// How well the rules tell hurtful sentences from honest ones, over labelled sentences of our own.
@Suite struct SentenceScoreTests {
  @Test func marksHurtfulSentencesAndLeavesHonestOnesAlone() throws {
    let sentences = try Sentence.read(
      ProjectFiles.root.appending(path: "Tests/Fixtures/sentences/confrontational.jsonl")
    )
    let linter = Linter(rules: try RuleCompiler.compile(ProjectFiles.modules()))
    var rightly = 0
    var wrongly: [String] = []
    var missed: [String] = []
    for sentence in sentences {
      switch (sentence.label == "flag", !sentence.marks(linter).isEmpty) {
      case (true, true): rightly += 1
      case (false, true): wrongly.append(sentence.text)
      case (true, false): missed.append(sentence.text)
      case (false, false): break
      }
    }
    let precision = Double(rightly) / Double(max(1, rightly + wrongly.count))
    let recall = Double(rightly) / Double(max(1, rightly + missed.count))
    #expect(sentences.count > 200)
    #expect(precision >= 0.97, "wrongly marked: \(wrongly.joined(separator: " | "))")
    #expect(recall >= 0.96, "missed: \(missed.joined(separator: " | "))")
  }
}

/// One labelled sentence, and where in a plan it would stand.
struct Sentence: Decodable {
  var id: String
  var text: String
  var label: String
  var category: String
  var context: String
  var debatable: Bool?

  static func read(_ file: URL) throws -> [Sentence] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Sentence.self, from: Data($0.utf8))
    }
  }

  /// What text rules say about the sentence in its field, taste left aside.
  func marks(_ linter: Linter) -> [Diagnostic] {
    let (field, plan) =
      switch context {
      case "script":
        (
          "$['scripts'][0]['text'][0]",
          ["scripts": [["speaker": "maria", "text": [text]]]] as [String: Any]
        )
      case "venue": ("$['venue']['notes']", ["venue": ["notes": text]])
      case "logistics": ("$['invitation']['notes']", ["invitation": ["notes": text]])
      case "follow_through":
        ("$['follow_through'][0]['task']", ["follow_through": [["task": text]]])
      default: ("$['notes']", ["notes": text])
      }
    let people: [String: Any] = [
      "subject": ["name": "Robin"],
      "participants": [["id": "maria", "name": "Maria", "relationship": "mother"]],
    ]
    let whole = plan.merging(people) { first, _ in first }
    guard let bytes = try? JSONSerialization.data(withJSONObject: whole) else { return [] }
    return linter.lint([UInt8](bytes)).diagnostics.filter {
      $0.field == field && $0.match?.isEmpty == false && $0.severity > .info
    }
  }
}
