import Foundation
import PlanRules
import PlanText
import Testing

/// What stands around hurtful words decides whether they are said (`domain.md` 2.1 and 7).
@Suite struct NearMissTests {
  private static let rules = Result { try RuleCompiler.compile(ProjectFiles.modules()) }

  /// The rules that mark a text in a field, taste left aside.
  private func marks(_ text: String, in field: String = "spoken") throws -> [String] {
    let scalar = SmallPack.quoted(text)
    let entry =
      switch field {
      case "notes": "notes: \(scalar)"
      case "ground_rules": "ground_rules: [\(scalar)]"
      case "do_not_say": "scripts: [{speaker: maria, do_not_say: [\(scalar)]}]"
      case "agenda": "agenda: [{step: Letters, kind: scripts, notes: \(scalar)}]"
      default: "scripts: [{speaker: maria, text: [\(scalar)]}]"
      }
    let plan = """
      title: a
      subject: {name: Danny, pronouns: he/him}
      professional: {id: okafor, name: Ada Okafor, title: counselor}
      participants:
        - {id: maria, name: Maria, relationship: mother}
        - {id: tyler, name: Tyler, relationship: brother}
      \(entry)

      """
    let linter = Linter(rules: try NearMissTests.rules.get())
    return linter.lint(Array(plan.utf8)).diagnostics
      .filter { $0.match != nil && $0.severity > .info }
      .map { String($0.rule.drop { $0 != "/" }.dropFirst()) }
  }

  @Test(arguments: [
    ("I don't mean to blame you, but this is your fault.", "blame"),
    ("No offense, but you are selfish.", "character-label"),
    ("I'm not angry, but you are selfish.", "character-label"),
    ("Not only did you lie to us, you stole from Grandma.", "accusation"),
    ("No wonder you lost your job, you never think.", "absolutes"),
    ("You are destructive.", "character-label"),
    ("If you don't get help, we're done.", "ultimatum"),
  ])
  func whatIsSaidAllTheSameIsMarked(text: String, rule: String) throws {
    let found = Set(try marks(text))
    #expect(found == [rule], "\(text)")
  }

  @Test(arguments: [
    ("Nobody here thinks you are a bad person.", "spoken"),
    ("It isn\u{2019}t your fault.", "spoken"),
    ("This is\nnot an ambush.", "notes"),
    ("Instead of saying \"you always lie,\" I will tell you what I saw.", "spoken"),
    ("Please do not tell him he is a junkie.", "notes"),
    ("No \"you should be ashamed\", no \"what is wrong with you\".", "ground_rules"),
    ("You ruined everything", "do_not_say"),
    ("Get help or else", "do_not_say"),
    ("You told me, \"I'm a junkie and a bad father.\" That broke my heart.", "spoken"),
    ("Last spring I yelled that you had ruined my life. I am sorry.", "spoken"),
    ("Heroin is a liar. It has stolen so much time from us.", "spoken"),
    ("I was furious with myself for not calling.", "spoken"),
    ("I think your drinking has become destructive, and I am worried.", "spoken"),
    ("If you don't feel safe, tell Ms. Okafor and we stop.", "spoken"),
    ("Tyler, you should read slower and you need to leave pauses.", "agenda"),
    ("When we corner the table for the group photo, leave room for the chairs.", "notes"),
    ("Dr. Trapp will catch the early train.", "notes"),
    ("The Ambush Coffee Company donated the cups.", "notes"),
    ("She was trapped in the elevator, so she will be late.", "notes"),
  ])
  func whatIsNotSaidIsLeftAlone(text: String, field: String) throws {
    let found = try marks(text, in: field)
    #expect(found.isEmpty, "\(text)")
  }
}

// MARK: Every flag example in other surroundings

extension NearMissTests {
  private static let spoken = Result {
    ExampleReader(try ProjectFiles.modules()).examples.compactMap { example -> RuleExample? in
      guard example.isFlag, example.rule.hasPrefix("confrontational-wording/"),
        case .text(let text, let skeleton) = example.body, !text.contains("\""),
        skeleton.contains("- {text}"), skeleton.contains("delivery: read-aloud")
      else { return nil }
      return example
    }
  }

  /// What the rules of the example's module say, taste left aside, of another text in its place.
  private static func diagnostics(_ example: RuleExample, _ text: String) throws -> [Diagnostic] {
    guard case .text(_, let skeleton) = example.body else { return [] }
    let plan = ExamplePlan.filled(skeleton, with: text)
    let module = String(example.rule.prefix { $0 != "/" })
    return Linter(rules: try rules.get(), options: LintOptions(select: [module]))
      .lint(Array(plan.utf8)).diagnostics
  }

  @Test func whatWillNotBeSaidIsQuiet() throws {
    let examples = try NearMissTests.spoken.get()
    #expect(examples.count > 40)
    for example in examples {
      guard case .text(let text, _) = example.body else { continue }
      let wrapped = "Instead of saying, \"\(text)\", I will tell you what I saw."
      let found = try NearMissTests.diagnostics(example, SmallPack.quoted(wrapped))
        .filter { $0.rule == example.rule }
      if let first = found.first {
        Issue.record(
          "\(example.place.description)[\(example.rule)] \(first.match ?? "") in \(wrapped)"
        )
      }
    }
  }

  @Test func aSentenceOverTwoLinesIsReportedOnceOnItsOwnLine() throws {
    for example in try NearMissTests.spoken.get() {
      guard case .text(let text, let skeleton) = example.body, !text.contains("\n"),
        let at = example.at, let start = text.range(of: at)
      else { continue }
      // Broken inside the words that are marked where they are several, else behind them.
      let blank = text[start.lowerBound...].firstIndex(of: " ")
      guard let blank else { continue }
      let margin = String(repeating: " ", count: 14)
      let block =
        "|\n" + margin + text[..<blank] + "\n" + margin + text[text.index(after: blank)...]
      let found = try NearMissTests.diagnostics(example, block).filter { $0.rule == example.rule }
      let plan = ExamplePlan.filled(skeleton, with: block)
      let lines = plan.prefix(upTo: plan.range(of: block)?.lowerBound ?? plan.startIndex)
        .count { $0 == "\n" }
      let line = found.first.map { LineIndex(SourceText(plan)).position(of: $0.range.start).line }
      if found.count != 1 || line != lines + 2 {
        Issue.record(
          "\(example.place.description)[\(example.rule)] \(found.count) times, line \(line ?? 0) and not \(lines + 2)"
        )
      }
    }
  }

  @Test func aDenialOfSomethingElseExcusesNothing() throws {
    var tried = 0
    for example in try NearMissTests.spoken.get() {
      guard case .text(let text, _) = example.body else { continue }
      // Orders and sneers that a sentence must begin with say something else behind another clause.
      let behind = try NearMissTests.diagnostics(example, SmallPack.quoted("Today " + text))
      guard behind.contains(where: { $0.rule == example.rule }) else { continue }
      // A hedge before a hedge is a sentence that nobody says.
      guard example.rule != "confrontational-wording/hedged-attack" else { continue }
      tried += 1
      // Another rule may have the better word for the whole: one cause, one message.
      let wrapped = "I'm not angry, but " + text
      if try NearMissTests.diagnostics(example, SmallPack.quoted(wrapped)).isEmpty {
        Issue.record("\(example.place.description)[\(example.rule)] quiet in \(wrapped)")
      }
    }
    #expect(tried > 30)
  }
}
