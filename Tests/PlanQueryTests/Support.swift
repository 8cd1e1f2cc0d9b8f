import Foundation
import PlanQuery
import PlanText
import Testing

/// Files beside the package that only developers have.
enum SharedFiles {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PLANLINT_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("../shared")
  }()

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(path)))
  }
}

/// A JSON text with the queries that tests ask of it.
struct Document {
  let context: EvaluationContext
  var tree: Tree { context.tree }

  init(_ json: String, functions: FunctionTable = .standard) throws {
    self.init(try readJSON(Array(json.utf8)), functions: functions)
  }

  init(_ tree: Tree, functions: FunctionTable = .standard) {
    context = EvaluationContext(tree: tree, functions: functions)
  }

  /// The values that a query selects, each as compact JSON.
  func values(_ query: String) throws -> [String] {
    try nodes(query).map { compactJSON($0, in: tree) }
  }

  /// The normalized paths of what a query selects.
  func paths(_ query: String) throws -> [String] {
    try nodes(query).map { tree.normalizedPath(of: $0) }
  }

  func nodes(_ query: String) throws -> [NodeID] {
    try Query(parsing: query, functions: context.functions).nodes(in: context)
  }

  /// Whether an expression is true of the root.
  func holds(_ condition: String) throws -> Bool {
    try Condition(parsing: condition, functions: context.functions)
      .holds(in: context, at: context.root)
  }
}

/// A value as JSON without blanks; numbers as they are written.
func compactJSON(_ id: NodeID, in tree: Tree) -> String {
  switch tree[id].kind {
  case .alias: return "*" + tree.string(of: id)
  case .scalar:
    guard tree[id].type == .string else { return tree.valueString(of: id) }
    return quoted(tree.valueString(of: id))
  case .sequence:
    return "[" + tree.items(of: id).map { compactJSON($0, in: tree) }.joined(separator: ",") + "]"
  case .mapping:
    let members = tree.entries(of: id).map { entry in
      compactJSON(entry.key, in: tree) + ":" + compactJSON(entry.value, in: tree)
    }
    return "{" + members.joined(separator: ",") + "}"
  }
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { result += "\\" }
    result.unicodeScalars.append(scalar)
  }
  return result + "\""
}

/// The error of a text that is no query; records an issue where it is one.
func queryError(_ text: String, functions: FunctionTable = .standard) -> QueryError? {
  do throws(QueryError) {
    _ = try Query(parsing: text, functions: functions)
    return nil
  } catch {
    return error
  }
}
