import Foundation
import PlanSchema
import PlanText
import Testing

@Suite("Plan format")
struct PlanFormatTests {
  let format: PlanFormat

  init() throws {
    let tree = try Files.tree("Rules/plan-format/plan.schema.yaml")
    format = try PlanFormat(compiling: tree, root: tree.root)
  }

  /// A plan with the three keys that every plan has, and some more.
  private func plan(_ text: String) -> (tree: Tree, issues: [SchemaIssue]) {
    format.read(yaml("title: t\nsubject: {name: D}\nparticipants: []\n" + text))
  }

  private func json(_ text: String) -> String {
    let tree = plan(text).tree
    return String(decoding: schemaJSON(tree, root: tree.root), as: UTF8.self)
  }

  /// Each issue as `kind: the text it points at`.
  private func summary(_ text: String) -> [String] {
    let (tree, issues) = plan(text)
    return issues.map {
      $0.kind.rawValue + ": " + String(decoding: tree.source[$0.range], as: UTF8.self)
    }
  }

  static let goodPlan: String = {
    let url = Files.shared.appendingPathComponent("design/plan-format.md")
    let page = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let parts = page.components(separatedBy: "```yaml\n")
    return parts.count < 2 ? "" : parts[1].components(separatedBy: "```")[0]
  }()

  @Test(.enabled(if: Files.hasShared("design/plan-format.md"), Files.skipped))
  func hasNothingToSayAboutTheGoodPlan() {
    let (tree, issues) = format.read(yaml(Self.goodPlan))
    #expect(issues.map(\.message) == [])
    // Nothing but spelling and types may differ from what was written.
    #expect(tree.records.filter(\.isSynthetic).isEmpty)
  }

  @Test(arguments: [
    ("venue: Marcus's office", "venue: {name: Marcus's office}"),
    ("professional: Ada", "professional: {name: Ada}"),
    ("agenda: [Welcome, Letters]", "agenda: [{step: Welcome}, {step: Letters}]"),
    ("agenda: play it by ear", "agenda: [{step: play it by ear}]"),
    ("agenda:\n  - Letters: Jo and Carol", "agenda: [{step: \"Letters: Jo and Carol\"}]"),
    ("treatment_options: {options: [rehab]}", "treatment_options: {options: [{notes: rehab}]}"),
    ("treatment_options: [{kind: other}]", "treatment_options: {options: [{kind: other}]}"),
    (
      "treatment_options: {options: {Harbor House: 30 days, detox: first}}",
      "treatment_options: {options: [{name: Harbor House, notes: 30 days}, {kind: withdrawal-management, notes: first}]}"
    ),
    ("follow_through: [Jo drives]", "follow_through: [{task: Jo drives}]"),
    ("follow_through: Jo drives", "follow_through: [{task: Jo drives}]"),
    ("follow_through: {Jo: drives}", "follow_through: [{assignee: Jo, task: drives}]"),
    ("follow_through: [{Jo: drives}]", "follow_through: [{assignee: Jo, task: drives}]"),
    (
      "follow_through: {transportation: Jo drives}",
      "follow_through: [{kind: transportation, task: Jo drives}]"
    ),
    (
      "follow_through: {transportation: {assignee: maria, due: 2025-06-01}}",
      "follow_through: [{kind: transportation, assignee: maria, due: 2025-06-01}]"
    ),
    (
      "follow_through: {kind: intake, assignee: maria}",
      "follow_through: [{kind: intake, assignee: maria}]"
    ),
    (
      "scripts: {Jo: a, Carol: [b, c]}",
      "scripts: [{speaker: Jo, text: a}, {speaker: Carol, text: [b, c]}]"
    ),
    ("scripts: [{Jo: a}]", "scripts: [{speaker: Jo, text: a}]"),
    (
      "scripts: {Jo: {delivery: notes, text: a}}",
      "scripts: [{speaker: Jo, delivery: notes, text: a}]"
    ),
    (
      "resistance: {anger: a, says no: b}",
      "resistance: {scenarios: [{when: anger, response: a}, {when: refusal, response: b}]}"
    ),
    (
      "resistance: {anger: a, default_handler: M, tears: b}",
      "resistance: {default_handler: M, scenarios: [{when: anger, response: a}, {when: tears, response: b}]}"
    ),
    (
      "resistance: {anger: a, scenarios: [{when: tears, response: b}]}",
      "resistance: {scenarios: [{when: tears, response: b}, {when: anger, response: a}]}"
    ),
    (
      "resistance: {his phone rings: {handler: M, response: a}}",
      "resistance: {scenarios: [{when: his phone rings, handler: M, response: a}]}"
    ),
    (
      "resistance: [{when: anger, response: a}]",
      "resistance: {scenarios: [{when: anger, response: a}]}"
    ),
    (
      "resistance: {scenarios: {anger: a}}", "resistance: {scenarios: [{when: anger, response: a}]}"
    ),
    ("boundaries: [I will leave]", "boundaries: [{statement: I will leave}]"),
    ("boundaries: {Jo: I will leave}", "boundaries: [{owner: Jo, statement: I will leave}]"),
    ("safety: Narcan in the bag", "safety: {notes: Narcan in the bag}"),
    ("safety: {suicide_risk: low}", "safety: {suicide_risk: {level: low}}"),
    ("safety: {suicide_risk: we asked}", "safety: {suicide_risk: {plan: we asked}}"),
    ("safety: {naloxone: yes}", "safety: {naloxone: {available: true}}"),
    ("safety: {naloxone: Jo}", "safety: {naloxone: {holder: Jo}}"),
    ("safety: {emergency: 911}", "safety: {emergency: [\"911\"]}"),
    ("confidentiality: no posts", "confidentiality: {rules: [no posts]}"),
    ("confidentiality: {agreed_by: maria}", "confidentiality: {agreed_by: [maria]}"),
    ("planning: [{kind: initial}]", "planning: {sessions: [{kind: initial}]}"),
    ("ground_rules: no blaming", "ground_rules: [no blaming]"),
    ("invitation: Carol told her", "invitation: {notes: Carol told her}"),
  ])
  func shorthandMeansTheFullForm(short: String, full: String) {
    #expect(json(short) == json(full))
    // What the short form has no place for is missing in the long one.
    #expect(summary(full).filter { !$0.hasPrefix("missing-key") } == [])
    #expect(summary(short).filter { !$0.hasPrefix("colon-in-sentence") } == [])
  }

  @Test func expandsSubjectAndParticipants() {
    func json(_ text: String) -> String {
      let (tree, issues) = format.read(yaml(text))
      #expect(issues.map(\.message) == [])
      return String(decoding: schemaJSON(tree, root: tree.root), as: UTF8.self)
    }
    let full = json(
      "{title: t, subject: {name: No}, participants: [{name: Jo, role: reads, relationship: a}]}"
    )
    #expect(full.contains("\"No\""))
    let short = json("{title: t, subject: No, participants: {Jo: {role: reads, relationship: a}}}")
    #expect(short == full)
    #expect(
      json("{title: t, subject: {name: D, substances: [heroin]}, participants: {Jo: reads}}")
        == json("{title: t, subject: {name: D, substances: heroin}, participants: [{Jo: reads}]}")
    )
  }

  @Test(arguments: [
    ("meeting: {minutes: \"75\"}", "\"minutes\": 75"),
    ("professional: {phone: 0161}", "\"phone\": \"0161\""),
    ("professional: {name: no}", "\"name\": \"no\""),
    ("professional: {confirmed: ON}", "\"confirmed\": true"),
    ("professional: {confirmed: \"No\"}", "\"confirmed\": false"),
    ("status: Ready", "\"status\": \"ready\""),
    ("venue: {kind: Treatment Center}", "\"kind\": \"treatment-center\""),
    ("venue: {kind: Professional_Office}", "\"kind\": \"professional-office\""),
    ("venue: {kind: pub}", "\"kind\": \"bar\""),
    ("invitation: {subject_informed: Partially}", "\"partly\""),
    ("follow_through: [{kind: weekly_contact}]", "\"kind\": \"ongoing-contact\""),
    ("treatment_options: [{kind: Rehab}]", "\"kind\": \"residential\""),
    ("confidentiality: {agreed_by: All}", "\"agreed_by\": \"All\""),
    ("agenda: [{step: a, kind: Letters}]", "\"kind\": \"scripts\""),
    ("safety: {violence_risk: {level: None}}", "\"level\": \"none\""),
    ("treatment_options: [{kind: other, level_of_care: 3.10}]", "\"level_of_care\": \"3.10\""),
  ])
  func fieldsDecideTheType(text: String, expected: String) {
    #expect(json(text).contains(expected))
    #expect(summary(text) == [])
  }

  @Test func valuesKeepTheirPlace() throws {
    let text = "scripts:\n  Jo: |\n    one\n    two\nvenue: 'The office'\n"
    let tree = plan(text).tree
    let script = try #require(
      tree.value(of: "scripts", in: tree.root).flatMap { tree.items(of: $0).first { _ in true } }
    )
    let speaker = try #require(tree.value(of: "speaker", in: script))
    let words = try #require(tree.value(of: "text", in: script))
    #expect(String(decoding: tree.source[tree[speaker].range], as: UTF8.self) == "Jo")
    #expect(!tree[speaker].isKey && !tree[speaker].isSynthetic)
    #expect(tree.normalizedPath(of: words) == "$['scripts'][0]['text']")
    #expect(tree[words].style == .literal)
    let two = tree.sourceRange(of: 4..<7, in: words)
    #expect(String(decoding: tree.source[two], as: UTF8.self) == "two")
    let venue = try #require(tree.value(of: "venue", in: tree.root))
    #expect(tree[venue].isSynthetic && tree[venue].kind == .mapping)
    let name = try #require(tree.value(of: "name", in: venue))
    #expect(tree[name].range == tree[venue].range)
    let key = try #require(tree.key(of: name))
    #expect(tree[key].isSynthetic && tree[key].range.isEmpty)
    #expect(tree[key].start == tree[name].start)
  }

  @Test(arguments: [
    (
      "- I remember one thing: you stopped breathing", "I remember one thing: you stopped breathing"
    ),
    ("- Here is what I saw:", "Here is what I saw:"),
    ("- I said: \"no more\"", "I said: \"no more\""),
    ("- I saw: you fell\n          and cried", "I saw: you fell and cried"),
  ])
  func putsSentencesTogetherAgain(item: String, sentence: String) throws {
    let text = "scripts:\n  - speaker: Jo\n    text:\n      - I love you.\n      \(item)\n"
    let (tree, issues) = plan(text)
    #expect(issues.map(\.kind) == [.colonInSentence])
    let node = try #require(issues.first?.node)
    #expect(tree.string(of: node) == sentence)
    #expect(tree.normalizedPath(of: node) == "$['scripts'][0]['text'][1]")
    #expect(tree[node].kind == .scalar && tree[node].isSynthetic)
    let last = tree.bytes(of: node).count
    let range = tree.sourceRange(of: last - 1..<last, in: node)
    #expect(range.count == 1)
  }

  @Test func keepsAliasesOnTheirAnchors() throws {
    let text =
      "x-who: &who Jo\nsafety: {naloxone: {holder: *who}}\nvenue: &v Office\nnotes: *v\nresistance: {anger: &a quiet, default_handler: *who, tears: *a}\n"
    let tree = plan(text).tree
    #expect(json(text).contains("\"holder\": \"Jo\""))
    for index in tree.records.indices where tree.records[index].kind == .alias {
      let target = try #require(tree.resolved(NodeID(index)))
      #expect(["Jo", "Office", "quiet"].contains(tree.string(of: target)))
    }
    #expect(json(text).contains("\"notes\": \"Office\""))
  }

  @Test func readsEveryDocument() {
    let (tree, issues) = format.read(
      yaml("- a\n---\nvenue: x\n---\n---\nservices: {web: {image: x}}\n")
    )
    #expect(tree.roots.count == 4)
    #expect(issues.map(\.kind) == [.notAPlan, .missingKey, .missingKey, .missingKey, .notAPlan])
  }

  @Test func comesBackFromAnArchive() throws {
    var writer = ArchiveWriter()
    writer.append(format)
    var reader = ArchiveReader(words: writer.words, text: writer.text)
    let copy = try PlanFormat(from: &reader)
    let text = "scripts: {Jo: a}\nvenue: {kind: pub, nam: x}\nmeeting: {date: soon}\n"
    #expect(
      copy.read(yaml(text)).issues.map(\.message) == format.read(yaml(text)).issues.map(\.message)
    )
    let tree = copy.read(yaml(text)).tree
    let other = format.read(yaml(text)).tree
    #expect(schemaJSON(tree, root: tree.root) == schemaJSON(other, root: other.root))
  }

  // MARK: Issues

  @Test(arguments: [
    ("where: x", "venue", ""), ("Where: x", "venue", ""), ("people: [x]", "participants", ""),
    ("letters: x", "scripts", ""), ("after: x", "follow_through", ""),
    ("choices: x", "treatment_options", ""),
    ("venu: x", "venue", ""), ("Venue: x", "venue", ""),
    ("Treatment Options: x", "treatment_options", ""),
    ("follow-through: x", "follow_through", ""), ("when: x", "meeting", ""),
    ("minutes: 3", "minutes", "meeting"),
    ("naloxone: yes", "naloxone", "safety"), ("Interventionist: x", "professional", ""),
    ("Who is this for: x", "subject", ""), ("What Dana knows: x", "invitation", ""),
    ("order of things: [x]", "agenda", ""), ("if things go sideways: x", "resistance", ""),
    ("choices (Priya looked these up): x", "treatment_options", ""),
    ("private: x", "confidentiality", ""),
    ("venue: {adress: x}", "address", ""), ("venue: {Privacy: private}", "privacy", ""),
    ("follow_through: [{kind: intake, who: maria}]", "assignee", ""),
    ("follow_through: {transportation: {who: maria}}", "assignee", ""),
    ("resistance: {default_hander: x}", "default_handler", ""),
    ("scripts: [{who: Jo, text: x}]", "speaker", ""),
  ])
  func guessesWhatAKeyMeans(text: String, key: String, place: String) {
    let issues = plan(text).issues.filter { $0.kind == .unknownKey }
    #expect(issues.count == 1)
    #expect(issues.first?.suggestion == key)
    #expect(issues.first?.expected == place)
  }

  @Test(arguments: [
    ("zzz: 1", ["unknown-key: zzz"]), ("x-zzz: 1\nvenue: {x-a: b}", []),
    ("venue: [a]", ["wrong-type: venue"]), ("venue: {kind: castle}", ["unknown-value: castle"]),
    ("status: redy", ["unknown-value: redy"]), ("meeting: {date: June 10}", ["bad-date: June 10"]),
    ("meeting: {date: 2025-02-30}", ["bad-date: 2025-02-30"]),
    ("meeting: {start: 10am}", ["bad-date: 10am"]),
    ("meeting: {start: 19:00}", []), ("meeting: {date: 2025-06-14T10:00Z}", []),
    ("meeting: {minutes: an hour}", ["wrong-type: an hour"]),
    ("meeting: {minutes: -5}", ["bad-value: -5"]),
    ("professional: {confirmed: maybe}", ["unknown-value: maybe"]), ("professional: {phone: }", []),
    ("scripts:\n  - {speaker: Jo}", ["missing-key: speaker"]),
    ("scripts:\n  - {speaker: Jo, text: }", ["missing-value: text"]),
    ("goal: {a: b, c: d}", ["wrong-type: goal"]), ("plan: 2", ["unknown-value: 2"]),
    ("agenda: {opening: a}", ["wrong-type: agenda"]),
    ("venue: {name: calm, quiet, kind: bar}", []), ("agenda: [a, , b]", []),
    ("planning: {sessions: [{kind: initial, date: 6/2}]}", ["bad-date: 6/2"]),
  ])
  func reports(text: String, expected: [String]) {
    #expect(summary(text) == expected)
  }

  @Test func tellsWhatEveryPlanMustHave() {
    let (_, issues) = format.read(yaml("venue: x\ntitle:\n"))
    #expect(
      issues.map { $0.kind.rawValue + " " + $0.key } == [
        "missing-key subject", "missing-key participants", "missing-value title",
      ]
    )
  }

  @Test func aKeyByAnotherNameIsNotMissingToo() {
    let (_, issues) = format.read(yaml("title: t\nperson: D\npeople: [x]\n"))
    #expect(
      issues.map { $0.kind.rawValue + " " + $0.key } == [
        "unknown-key person", "unknown-key people",
      ]
    )
  }

  @Test func speaksKindlyAndPlainly() {
    let messages = Set(SchemaIssue.Kind.allCases.map(\.rawValue)).subtracting(["too-much"])
    let text =
      "where: x\nstatus: redy\nmeeting: {date: soon, minutes: [], start: 9am}\ngoal: {a: b}\nscripts: [{speaker: }]\n"
    var seen: Set<String> = []
    for issue in format.read(yaml(text + "---\n- a\n---\ntitle: x\nmeeting: {minutes: -1}")).issues
    {
      seen.insert(issue.kind.rawValue)
      for line in [issue.message, issue.help] where !line.isEmpty {
        #expect(!line.hasSuffix(".") && !line.contains("\n"))
        #expect(line.first?.isUppercase == false)
      }
    }
    #expect(seen == messages)
  }
}
