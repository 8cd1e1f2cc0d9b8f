import Foundation
import PlanRules
import PlanText

/// Writes the compiled rules and their sources as a Swift file: `EmbedRules RULES-FOLDER OUTPUT.swift`.
///
/// Runs only when planlint is built, on planlint's own files.
@main enum EmbedRules {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fail("usage: EmbedRules RULES-FOLDER OUTPUT.swift") }
    let sources = try modules(in: arguments[1])
    let output = URL(filePath: arguments[2])
    do throws(RulesError) {
      let rules = try RuleCompiler.compile(sources)
      var writer = ArchiveWriter()
      writer.append(rules)
      let text = GeneratedFile(words: writer.words, text: writer.text, sources: sources).contents
      do { try Data(text.utf8).write(to: output) } catch { fail("\(error)") }
    } catch {
      // The shape that the build shows at its place in an editor.
      fail(error.problems.map { $0.compilerLine }.joined(separator: "\n"))
    }
  }

  private static func modules(in folder: String) throws -> [ModuleSource] {
    let manager = FileManager.default
    var modules: [ModuleSource] = []
    for name in try manager.contentsOfDirectory(atPath: folder).sorted() {
      let path = folder + "/" + name
      guard manager.fileExists(atPath: path + "/module.yaml") else { continue }
      var files: [ModuleSource.File] = []
      for file in try manager.contentsOfDirectory(atPath: path).sorted()
      where file.hasSuffix(".yaml") {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path + "/" + file)))
        files.append(ModuleSource.File(name: file, path: path + "/" + file, bytes: bytes))
      }
      modules.append(ModuleSource(name: name, files: files))
    }
    return modules
  }

  private static func fail(_ message: String) -> Never {
    try? FileHandle.standardError.write(contentsOf: Data((message + "\n").utf8))
    exit(1)
  }
}

extension RuleProblem {
  fileprivate var compilerLine: String {
    let place = LineIndex(source).position(of: range.start)
    return "\(path):\(place.line):\(place.column): error: \(message)"
  }
}
