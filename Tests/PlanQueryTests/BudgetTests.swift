import Foundation
import PlanQuery
import PlanText
import Synchronization
import Testing

/// No query costs more than its budget, whatever its author wrote (`reliability.md` T11).
@Suite struct BudgetTests {
  /// Arrays inside each other, so that `..*..*..*` repeats its nodes beyond measure.
  private func nested(_ depth: Int) throws -> Tree {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    return try readJSON(Array(text.utf8), maximumDepth: depth)
  }

  @Test(arguments: [
    "$" + String(repeating: "..*", count: 12),
    "$" + String(repeating: "[*,*,*,*]", count: 20),
    "$..[?count($..*..*..*) != 1e9]",
    "$..[?count(@..[?count(@..[?count(@..*) != 1e9]) != 1e9]) != 1e9]",
  ])
  func costlyQueriesEndAndSaySo(query: String) throws {
    let context = EvaluationContext(tree: try nested(60), budget: EvaluationBudget(limit: 100_000))
    let nodes = try Query(parsing: query).nodes(in: context)
    #expect(context.budget.isExceeded)
    #expect(nodes.count <= 100_000)
  }

  @Test func aConditionDoesNotHoldBeyondTheBudget() throws {
    let context = EvaluationContext(tree: try nested(60), budget: EvaluationBudget(limit: 10))
    let condition = try Condition(parsing: "!(count($..*..*..*) > 1e9)")
    #expect(!condition.holds(in: context, at: context.root))
    #expect(context.budget.isExceeded)
    context.budget.refill()
    #expect(!context.budget.isExceeded)
    #expect(try Query(parsing: "$").nodes(in: context).count == 1)
    #expect(!context.budget.isExceeded)
  }

  @Test func deepTreesAreWalkedWithoutRecursion() throws {
    let tree = try nested(100_000)
    let context = EvaluationContext(tree: tree)
    #expect(try Query(parsing: "$..*").nodes(in: context).count == 99_999)
    let pair = "[" + String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000)
    let twice = try readJSON(
      Array((pair + "," + pair.dropFirst() + "]").utf8),
      maximumDepth: 60_000
    )
    let condition = try Condition(parsing: "$[0] == $[1]")
    #expect(condition.holds(in: EvaluationContext(tree: twice), at: NodeID(0)))
  }

  /// The deepest queries there are, where the stack is as small as anyone makes it.
  @Test func theDeepestQueriesNeedLittleStack() throws {
    let tree = try nested(64)
    let filters = "$" + String(repeating: "[?@", count: 32) + String(repeating: "]", count: 32)
    let parentheses = String(repeating: "!(", count: 63) + "@" + String(repeating: ")", count: 63)
    let groups = String(repeating: "(", count: 63) + "a" + String(repeating: ")*", count: 63)
    let finished = Mutex<Bool?>(nil)
    let thread = Thread {
      let context = EvaluationContext(tree: tree)
      let query = try? Query(parsing: filters)
      let condition = try? Condition(parsing: "\(parentheses) || match(@, '\(groups)')")
      var writer = ArchiveWriter()
      writer.append(query)
      var reader = ArchiveReader(words: writer.words, text: writer.text)
      let copy = (try? reader.optional(Query.self)) ?? nil
      let count = query?.nodes(in: context).count
      let holds = condition?.holds(in: context, at: context.root)
      finished.withLock { $0 = count == 1 && holds == false && copy == query }
    }
    thread.stackSize = 512 << 10
    thread.start()
    while !thread.isFinished { usleep(1_000) }
    #expect(finished.withLock { $0 } == true)
  }

  @Test func wideGroupsCountForEachLookUp() throws {
    let members = (0..<5_000).map { "\"k\($0)\": \($0)" }.joined(separator: ",")
    let tree = try readJSON(Array("{\(members), \"last\": 1}".utf8))
    let context = EvaluationContext(tree: tree, budget: EvaluationBudget(limit: 200_000))
    _ = try Query(parsing: "$[?@ == $.last]").nodes(in: context)
    #expect(context.budget.isExceeded)
  }

  @Test func anHonestPlanIsFarFromTheLimit() throws {
    let list = (0..<300).map { #"{"id": "p\#($0)", "knows": "p\#(299 - $0)"}"# }
    let tree = try readJSON(Array("[\(list.joined(separator: ","))]".utf8))
    let context = EvaluationContext(tree: tree)
    let query = try Query(parsing: "$[?count($[?@.id == 'p1' || @.knows == 'p1']) == 2]")
    #expect(query.nodes(in: context).count == 300)
    #expect(!context.budget.isExceeded)
  }
}
