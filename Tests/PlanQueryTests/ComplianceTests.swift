import Foundation
import PlanQuery
import PlanText
import Testing

/// The public compliance suite of RFC 9535, read with our own JSON reader.
@Suite struct ComplianceTests {
  static let path = "corpus/jsonpath-compliance/cts.json"

  @Test(
    .enabled(
      if: SharedFiles.exists(path),
      "the JSONPath compliance suite is not beside this checkout (../shared/corpus/jsonpath-compliance)"
    )
  )
  func everyCaseOfThePublicSuitePasses() throws {
    let tree = try readJSON(try SharedFiles.bytes(ComplianceTests.path))
    let tests = try #require(tree.value(of: "tests", in: tree.roots[0]))
    var count = 0
    for test in tree.items(of: tests) {
      check(try Case(test, in: tree), in: tree)
      count += 1
    }
    #expect(count >= 700)
  }

  private struct Case {
    let name: String
    let selector: String
    let document: NodeID?
    let results: [NodeID]
    let paths: [NodeID]

    init(_ test: NodeID, in tree: Tree) throws {
      name = tree.string(of: try #require(tree.value(of: "name", in: test)))
      selector = tree.string(of: try #require(tree.value(of: "selector", in: test)))
      document = tree.value(of: "document", in: test)
      func alternatives(_ one: StaticString, _ several: StaticString) -> [NodeID] {
        if let node = tree.value(of: one, in: test) { return [node] }
        return tree.value(of: several, in: test).map { Array(tree.items(of: $0)) } ?? []
      }
      results = alternatives("result", "results")
      paths = alternatives("result_paths", "results_paths")
    }
  }

  private func check(_ test: Case, in tree: Tree) {
    let query: Query
    do throws(QueryError) {
      query = try Query(parsing: test.selector)
    } catch {
      #expect(test.document == nil, "\(test.name): \(test.selector) refused: \(error.message)")
      #expect(error.offset <= test.selector.utf8.count, "\(test.name)")
      return
    }
    guard let document = test.document else {
      Issue.record("\(test.name): \(test.selector) must be refused")
      return
    }
    check(query, test, document, in: tree)
    do throws(ArchiveError) {
      var writer = ArchiveWriter()
      writer.append(query)
      var reader = ArchiveReader(words: writer.words, text: writer.text)
      #expect(try Query(from: &reader) == query, "\(test.name): archive")
    } catch {
      Issue.record("\(test.name): \(error)")
    }
  }

  private func check(_ query: Query, _ test: Case, _ document: NodeID, in tree: Tree) {
    let context = EvaluationContext(tree: tree, root: document)
    let nodes = query.nodes(in: context)
    #expect(query.firstNode(in: context) == nodes.first, "\(test.name)")
    let values = "[" + nodes.map { compactJSON($0, in: tree) }.joined(separator: ",") + "]"
    let wanted = test.results.map { compactJSON($0, in: tree) }
    #expect(wanted.contains(values), "\(test.name): \(test.selector) gave \(values)")
    let prefix = tree.normalizedPath(of: document).dropFirst()
    let paths = nodes.map { "$" + tree.normalizedPath(of: $0).dropFirst(1 + prefix.count) }
    let wantedPaths = test.paths.map { tree.items(of: $0).map { tree.string(of: $0) } }
    #expect(wantedPaths.contains(paths), "\(test.name): \(test.selector) gave \(paths)")
  }
}
