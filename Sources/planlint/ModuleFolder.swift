import PlanRules

/// Reads rule modules from folders.
enum ModuleFolder {
  /// The largest module, all its files together (`reliability.md` section 3).
  private static let maximumSize = 2 << 20
  private static let maximumDepth = 64
  private static let manifest = FilePath("module.yaml")

  /// Every module in a folder: the folder itself, and those below it that hold a `module.yaml`.
  ///
  /// Links are not followed.
  static func modules(below root: FilePath) throws(SystemError) -> [ModuleSource] {
    var found: [ModuleSource] = []
    var waiting = [(path: root, depth: 0)]
    while let (folder, depth) = waiting.popLast() {
      let names = try Folder.names(in: folder)
      if names.contains(manifest) {
        found.append(try module(in: folder, names: names))
      }
      guard depth < maximumDepth else { continue }
      for name in names.reversed() where name.first != 0x2E {
        let path = folder.appending(name)
        if try Folder.kind(of: path) == .folder { waiting.append((path, depth + 1)) }
      }
    }
    guard !found.isEmpty else {
      throw SystemError("it holds no rule module; a module is a folder with a module.yaml")
    }
    return found
  }

  private static func module(
    in folder: FilePath,
    names: [FilePath]
  ) throws(SystemError) -> ModuleSource {
    var files: [ModuleSource.File] = []
    var room = maximumSize
    for name in names where name.hasSuffix(".yaml") {
      let path = folder.appending(name)
      let bytes: [UInt8]
      do throws(SystemError) {
        bytes = try InputFile.read(path, limit: room)
      } catch {
        throw SystemError("\(text(name)): \(error.message)")
      }
      guard bytes.count <= room else {
        throw SystemError("the module \(text(folder)) is larger than 2 MiB")
      }
      room -= bytes.count
      files.append(ModuleSource.File(name: text(name), path: text(path), bytes: bytes))
    }
    let canonical = Folder.canonical(folder)
    let name = canonical[((canonical.lastIndex(of: FilePath.slash) ?? -1) + 1)...]
    return ModuleSource(name: text(Array(name)), files: files)
  }

  /// A name for messages; where its bytes are not UTF-8, what can be shown of it.
  private static func text(_ name: FilePath) -> String { String(decoding: name, as: UTF8.self) }
}
