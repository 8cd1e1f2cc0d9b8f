import Foundation
import PlanText
import Testing

@testable import PlanSchema

/// The three schemas that planlint publishes.
@Suite("Published schemas")
struct SchemaFilesTests {
  static let names = ["plan", "rule", "config"]

  /// Every property of a schema file: its path, its node, and its schema.
  private func properties(_ name: String) throws -> (
    schema: Schema, tree: Tree, all: [(path: String, node: NodeID, index: Int)]
  ) {
    let tree = try Files.tree("Rules/plan-format/\(name).schema.yaml")
    var compiler = SchemaCompiler(tree: tree)
    let schema = try compiler.compile(tree.root)
    var all: [(path: String, node: NodeID, index: Int)] = []
    for index in tree.records.indices {
      let node = NodeID(index)
      guard tree[node].isKey, tree.string(of: node) == "properties" else { continue }
      for (_, value) in tree.entries(of: tree.valueOfKey(node)) {
        all.append((tree.normalizedPath(of: value), value, compiler.index(of: value)))
      }
    }
    return (schema, tree, all)
  }

  @Test(arguments: names)
  func everyPropertySaysWhatItIs(name: String) throws {
    let (schema, tree, all) = try properties(name)
    #expect(all.count > 10)
    for (path, node, index) in all {
      for key in ["title", "description"] {
        let text = tree.value(of: Array(key.utf8)[...], in: node).map { tree.string(of: $0) } ?? ""
        #expect(!text.isEmpty, "\(path) has no \(key)")
        #expect(text.first?.isUppercase == true, "\(path)")
      }
      #expect(schema.notes[index].description.hasSuffix("."), "\(path)")
      let examples = tree.value(of: "examples", in: node).map { Array(tree.items(of: $0)) } ?? []
      #expect(!examples.isEmpty, "\(path) has no examples")
      for example in examples {
        var evaluation = SchemaEvaluation(schema: schema, tree: tree, blankIsAbsent: false)
        let isValid = evaluation.check(index, example, depth: 0)
        #expect(isValid, "\(path)")
        #expect(evaluation.issues.map(\.message) == [], "\(path)")
      }
    }
  }

  @Test(arguments: names)
  func theJSONIsTheSameSchema(name: String) throws {
    let tree = try Files.tree("Rules/plan-format/\(name).schema.yaml")
    let json = try readJSON(schemaJSON(tree, root: tree.root))
    let schema = try Schema(compiling: tree, root: tree.root)
    let copy = try Schema(compiling: json, root: json.root)
    var first = ArchiveWriter()
    first.append(schema)
    var second = ArchiveWriter()
    second.append(copy)
    #expect(first.words == second.words)
    #expect(first.text == second.text)
    for example in tree.value(of: "examples", in: tree.root).map({ tree.items(of: $0) })
      ?? tree.items(of: tree.root)
    {
      #expect(schema.validate(tree, at: example).map(\.message) == [])
    }
  }

  @Test func everyRuleFileMeetsItsSchema() throws {
    let schema = try Files.schema("rule")
    let folder = Files.package.appendingPathComponent("Rules")
    let names =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var count = 0
    for name in names.sorted() where name.hasSuffix(".yaml") && !name.hasSuffix(".schema.yaml") {
      let tree = try Files.tree("Rules/\(name)")
      let messages = schema.validate(tree, at: tree.root).map { $0.message + " " + $0.help }
      #expect(messages == [], "\(name)")
      count += 1
    }
    #expect(count > 10)
  }

  @Test(arguments: [
    ("rule", "{about: x, title: y, set: {}}", "set", "sets"),
    (
      "rule",
      "{id: a, title: t, severity: error, find: [x], why: y, source: [], examples: {flag: [], pass: []}, mesage: m}",
      "mesage", "message"
    ),
    ("config", "{disable: [x]}", "disable", "ignore"),
    ("config", "{fail_on: error}", "fail_on", "fail-on"),
    ("config", "{overrides: [{files: a, severities: {}}]}", "severities", "severity"),
  ])
  func guessesWhatAKeyMeans(name: String, text: String, key: String, suggestion: String) throws {
    let tree = yaml(text)
    let issues = try Files.schema(name).validate(tree, at: tree.root)
    #expect(issues.map(\.key) == [key])
    #expect(issues.first?.suggestion == suggestion)
  }

  @Test func severitiesOfAConfigurationAreAClosedSet() throws {
    let tree = yaml("severity: {venue/bar: eror}")
    let issues = try Files.schema("config").validate(tree, at: tree.root)
    #expect(
      issues.map(\.message) == ["\"eror\" is not one of the words that \"venue/bar\" understands"]
    )
    #expect(issues.map(\.help) == ["did you mean \"error\"?"])
  }

  @Test(arguments: ["[[[x]]]", "{a: {b: {c: [d]}}, e: [[f]]}", "[{a: [b]}, {c: [d], e: f}]"])
  func everyFieldRefusesAWrongType(value: String) throws {
    let tree = try Files.tree("Rules/plan-format/plan.schema.yaml")
    let format = try PlanFormat(compiling: tree, root: tree.root)
    let schema = format.schema
    var waiting = [(index: schema.root, before: "", after: "")]
    var count = 0
    while let (index, before, after) = waiting.popLast(), count < 1_000 {
      for member in schema.members(of: index) {
        count += 1
        let key = String(decoding: member.name, as: UTF8.self)
        let text = before + "{\(key): \(value)}" + after
        let issues = format.read(yaml(text)).issues.filter { $0.kind != .missingKey }
        #expect(!issues.isEmpty, "\(text)")
        for link in schema.chain(from: member.schema) {
          for case .items(_, let item?) in schema.demands[link]
          where schema.members(of: link).isEmpty {
            waiting.append((item, before + "{\(key): [", "]}" + after))
          }
        }
        waiting.append((member.schema, before + "{\(key): ", "}" + after))
      }
    }
    #expect(count > 150)
  }
}
