import Foundation
import PlanSchema
import PlanText
import Testing

/// The public test suite of JSON Schema 2020-12, as far as our keywords go.
@Suite("JSON Schema test suite")
struct OfficialSuiteTests {
  /// Files about keywords that are refused by name.
  static let unsupportedFiles: Set<String> = [
    "dynamicRef.json", "unevaluatedItems.json", "unevaluatedProperties.json", "vocabulary.json",
  ]

  /// Files in which every schema refers to another file, mostly to the schema of schemas.
  static let remoteFiles: Set<String> = ["defs.json", "refRemote.json"]

  /// Schemas in other files that need something a validator without other files cannot have, and what that is.
  static let unsupported: [String: [String]] = [
    "defs.json": [otherFile],
    "not.json": ["the keyword \"unevaluatedProperties\" is not supported"],
    "ref.json": [otherFile, "the keyword \"unevaluatedProperties\" is not supported"],
    "refRemote.json": [otherFile],
  ]
  private static let otherFile = "leads to nothing in this schema, and other files are not read"

  static let files: [String] = {
    let folder = Files.shared.appendingPathComponent("corpus/json-schema-tests").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  @Test(.enabled(if: Files.hasShared("corpus/json-schema-tests"), Files.skipped), arguments: files)
  func agreesWith(file: String) throws {
    let url = Files.shared.appendingPathComponent("corpus/json-schema-tests/\(file)")
    let tree = try readJSON([UInt8](try Data(contentsOf: url)))
    var run = 0
    for group in tree.items(of: tree.root) {
      let title = try #require(tree.value(of: "description", in: group).map { tree.string(of: $0) })
      let schema: Schema
      do {
        schema = try Schema(compiling: tree, root: #require(tree.value(of: "schema", in: group)))
      } catch let error as SchemaError {
        let isExpected =
          Self.unsupportedFiles.contains(file)
          || (Self.unsupported[file] ?? []).contains { error.message.contains($0) }
        #expect(isExpected, "\(title): \(error.message)")
        continue
      }
      for test in tree.items(of: try #require(tree.value(of: "tests", in: group))) {
        let name = try #require(tree.value(of: "description", in: test).map { tree.string(of: $0) })
        let data = try #require(tree.value(of: "data", in: test))
        let isValid = tree[try #require(tree.value(of: "valid", in: test))].type == .true
        #expect(schema.accepts(tree, at: data) == isValid, "\(title): \(name)")
        run += 1
      }
    }
    #expect(run > 0 || Self.unsupportedFiles.contains(file) || Self.remoteFiles.contains(file))
  }
}
