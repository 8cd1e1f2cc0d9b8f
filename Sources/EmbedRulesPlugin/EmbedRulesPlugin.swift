import Foundation
import PackagePlugin

/// Compiles `Rules/` into the program whenever a file there changes.
@main struct EmbedRulesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? SourceModuleTarget else { return [] }
    let folder = target.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledRules+Generated.swift")
    return [
      .buildCommand(
        displayName: "Compiling the built-in rules",
        executable: try context.tool(named: "EmbedRules").url,
        arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: try yamlFiles(below: folder),
        outputFiles: [output]
      )
    ]
  }

  private func yamlFiles(below folder: URL) throws -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var result: [URL] = []
    while let file = files?.nextObject() as? URL {
      if file.pathExtension == "yaml" { result.append(file) }
    }
    return result.sorted { $0.path < $1.path }
  }
}
