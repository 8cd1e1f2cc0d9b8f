import PlanSchema
import PlanText
import Testing

@Suite("Schema")
struct SchemaTests {
  private func schema(_ text: String) throws -> Schema {
    let tree = yaml(text)
    return try Schema(compiling: tree, root: tree.root)
  }

  private func message(_ text: String) -> String? {
    do {
      _ = try schema(text)
      return nil
    } catch let error as SchemaError {
      return error.message
    } catch {
      return "\(error)"
    }
  }

  @Test func refusesWhatItDoesNotKnowByName() {
    #expect(message("{requried: [a]}") == "the keyword \"requried\" is not supported")
    #expect(message("{x-mine: 1}") == nil)
    #expect(
      message("{x-planlint-knid: text}") == "the keyword \"x-planlint-knid\" is not supported"
    )
    #expect(message("{type: txet}") == "\"txet\" is not a type")
    #expect(message("[a]") == "a schema is a mapping, `true` or `false`")
    #expect(message("{$ref: '#/$defs/a'}")?.hasPrefix("\"#/$defs/a\" leads to nothing") == true)
    #expect(message("{pattern: '(?=a)'}")?.contains("no linear matcher") == true)
    #expect(message("{minLength: -1}") == "a whole number belongs here, 0 or more")
  }

  @Test func errorsPointIntoTheSchemaFile() {
    let text = "type: object\nproperties:\n  a: {type: txet}\n"
    let tree = yaml(text)
    #expect {
      _ = try Schema(compiling: tree, root: tree.root)
    } throws: { error in
      guard let error = error as? SchemaError else { return false }
      return String(decoding: tree.source[error.range], as: UTF8.self) == "txet"
    }
  }

  @Test func saysWhatTheNearestBranchWants() throws {
    let schema = try schema(
      """
      anyOf:
        - {type: string}
        - {type: object, required: [name], properties: {name: {type: string}}}
      """
    )
    let tree = yaml("{nmae: 1}")
    let issues = schema.validate(tree, at: tree.root)
    #expect(issues.map(\.kind) == [.missingKey])
    #expect(issues.first?.key == "name")
  }

  @Test func staysBoundedWhereAliasesMultiply() throws {
    let schema = try schema("{items: {$ref: '#'}, type: array}")
    var text = "- &a0 []\n"
    for level in 1..<40 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 8).joined(separator: ", ")
      text += "- &a\(level) [\(aliases)]\n"
    }
    let tree = yaml(text)
    #expect(schema.validate(tree, at: tree.root).last?.kind == .tooMuch)
  }

  @Test func staysBoundedWhereASchemaRefersToItself() throws {
    let schema = try schema("{allOf: [{$ref: '#'}, {$ref: '#'}]}")
    let tree = yaml("a")
    #expect(schema.validate(tree, at: tree.root).map(\.kind) == [.tooMuch])
  }

  @Test func givesAtMostAHundredIssues() throws {
    let schema = try schema("{items: {type: string}}")
    let tree = yaml("[" + Array(repeating: "[]", count: 500).joined(separator: ",") + "]")
    #expect(schema.validate(tree, at: tree.root).count == 100)
  }

  @Test func comesBackFromAnArchive() throws {
    let schema = try schema(
      """
      title: everything
      x-planlint-kind: yes-no
      type: [object, array, string, number, integer, boolean, "null"]
      enum: [1, 2.5, {a: [b, null, true]}]
      const: false
      properties: {a: true, b: false}
      patternProperties: {"^x-": true, "a+b": {}}
      additionalProperties: {x-planlint-pairs: {into: a, key: [b, c], value: d}}
      propertyNames: {minLength: 1, maxLength: 9}
      required: [a]
      dependentRequired: {a: [b, c]}
      dependentSchemas: {a: {x-planlint-spellings: {b: c}}}
      minProperties: 1
      prefixItems: [true]
      items: {x-planlint-shorthand: a, x-planlint-list: b, x-planlint-single: true}
      contains: {}
      minContains: 2
      maxItems: 3
      uniqueItems: true
      pattern: a
      minimum: 1
      exclusiveMaximum: 1.5e3
      multipleOf: 0.01
      allOf: [true]
      anyOf: [true]
      oneOf: [{x-planlint-synonyms: [a]}]
      not: {$ref: "#/allOf/0"}
      if: true
      then: {}
      else: false
      """
    )
    var writer = ArchiveWriter()
    writer.append(schema)
    var reader = ArchiveReader(words: writer.words, text: writer.text)
    let copy = try Schema(from: &reader)
    var second = ArchiveWriter()
    second.append(copy)
    #expect(second.words == writer.words)
    #expect(second.text == writer.text)
    #expect(copy.notes == schema.notes)
  }
}

@Suite("Patterns of schemas")
struct TextPatternTests {
  @Test(arguments: [
    ("^a+$", "aaa", true), ("^a+$", "aab", false), ("b", "abc", true), ("^$", "", true),
    ("^$", "a", false), ("a|b$", "cb", true), ("^(ab){2,3}$", "abab", true),
    ("^(ab){2,3}$", "ab", false), ("^(ab){2,3}$", "abababab", false), ("^a{2}$", "aa", true),
    ("^a{2,}$", "aaaa", true), ("^[^a-c]$", "d", true), ("^[^a-c]$", "b", false),
    ("^[a\\-z]$", "-", true), ("^[a-]$", "-", true), ("^\\d+$", "123", true), ("^\\D$", "1", false),
    ("^\\p{Lu}\\p{L}*$", "Äbc", true), ("^.$", "👩", true), ("^.$", "\n", false),
    ("^\\u00e9$", "é", true), ("^(?:a|bc)*?d", "abcad", true), ("()*x", "x", true),
    ("(a*)*$", "b", true), ("^x-", "x-a", true), ("^x-", "ax-", false), ("$^", "", true),
    ("a$b", "ab", false),
  ])
  func matches(source: String, text: String, isMatch: Bool) throws {
    #expect(try TextPattern(source).matches(text.utf8) == isMatch)
  }

  @Test(arguments: [
    "(", ")", "[a", "a{2", "a{3,2}", "*", "\\", "(?<a>b)", "\\b", "\\1", "[b-a]", "\\p{Xx}",
    "a{2}{3}", "(a{1000}){1000}", "\\u12",
  ])
  func refuses(source: String) {
    #expect(throws: TextPatternError.self) { _ = try TextPattern(source) }
  }

  @Test func takesLinearTime() throws {
    let text = String(repeating: "a", count: 50_000)
    let pattern = try TextPattern("^(a+)+$")
    let duration = ContinuousClock().measure {
      #expect(!pattern.matches((text + "b").utf8))
    }
    #expect(duration < .seconds(5))
  }
}
