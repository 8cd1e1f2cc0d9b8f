import Foundation
import PlanRules

/// Files of the project, found from this file's place in it.
enum ProjectFiles {
  /// The package's root folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The rule modules of a folder, as the command reads them.
  static func modules(in folder: URL = root.appending(path: "Rules")) throws -> [ModuleSource] {
    let manager = FileManager.default
    var modules: [ModuleSource] = []
    for name in try manager.contentsOfDirectory(atPath: folder.path).sorted() {
      let module = folder.appending(path: name)
      guard manager.fileExists(atPath: module.appending(path: "module.yaml").path) else { continue }
      let files = try manager.contentsOfDirectory(atPath: module.path).sorted()
        .filter { $0.hasSuffix(".yaml") }
        .map { file in
          let path = module.appending(path: file)
          return ModuleSource.File(
            name: file,
            path: path.path,
            bytes: [UInt8](try Data(contentsOf: path))
          )
        }
      modules.append(ModuleSource(name: name, files: files))
    }
    return modules
  }
}
