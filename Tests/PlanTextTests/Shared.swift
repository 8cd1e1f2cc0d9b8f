import Foundation
import PlanText

/// The corpora that are kept beside the checkout, not in it.
enum Shared {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PLANLINT_SHARED"] {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    var package = URL(fileURLWithPath: #filePath)
    while package.pathComponents.count > 1,
      !FileManager.default.fileExists(atPath: package.appendingPathComponent("Package.swift").path)
    {
      package.deleteLastPathComponent()
    }
    let places = [
      package.deletingLastPathComponent(),
      package.deletingLastPathComponent().deletingLastPathComponent(),
    ]
    return places.map { $0.appendingPathComponent("shared", isDirectory: true) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
      ?? package.appendingPathComponent("../shared", isDirectory: true)
  }()

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  /// Names of the files in a folder, sorted.
  static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
      .sorted()
  }

  static let skipped = "../shared/corpus is absent; set PLANLINT_SHARED to run this"
}

/// Loads a text given as a string.
func load(_ text: String, limits: LoadLimits = .standard) -> LoadedText {
  loadPlan(Array(text.utf8), limits: limits)
}

extension LoadedText {
  /// The source text of a node, without anchor and tag.
  func text(_ id: NodeID) -> String { text(tree[id].range) }

  func text(_ range: SourceRange) -> String { String(decoding: tree.source[range], as: UTF8.self) }

  /// Line and column of a range's start, such as `2:5`.
  func place(_ range: SourceRange) -> String {
    let position = LineIndex(tree.source).position(of: range.start)
    return "\(position.line):\(position.column)"
  }

  /// Each issue as `line:column kind`.
  var summary: [String] { issues.map { place($0.range) + " " + $0.kind.rawValue } }

  /// The scalars in order, as libyaml reports them.
  var scalars: [NodeID] {
    tree.records.indices.filter { tree.records[$0].kind == .scalar }.map { NodeID($0) }
  }
}
