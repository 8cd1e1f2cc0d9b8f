import Foundation
import PlanSchema
import PlanText
import Testing

/// Files of the package and of the corpora beside it.
enum Files {
  static let package: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.pathComponents.count > 1,
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  static let shared: URL = {
    if let path = ProcessInfo.processInfo.environment["PLANLINT_SHARED"] {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return package.deletingLastPathComponent().appendingPathComponent("shared", isDirectory: true)
  }()

  static func hasShared(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: shared.appendingPathComponent(path).path)
  }

  static let skipped: Comment = "../shared is absent; set PLANLINT_SHARED to run this"

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: package.appendingPathComponent(path)))
  }

  static func tree(_ path: String) throws -> Tree { loadPlan(try bytes(path)).tree }

  static func schema(_ name: String) throws -> Schema {
    let tree = try tree("Rules/plan-format/\(name).schema.yaml")
    return try Schema(compiling: tree, root: tree.roots[0])
  }
}

/// Loads YAML from a text.
func yaml(_ text: String) -> Tree { loadPlan(Array(text.utf8)).tree }

extension Tree {
  var root: NodeID { roots[0] }
}
