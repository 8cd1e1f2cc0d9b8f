package import PlanRules
package import PlanText

/// The rules that planlint ships: the modules of this folder, compiled when the program was built.
package enum BuiltInRules {
  /// The compiled rules, ready to lint with; nothing is parsed.
  ///
  /// - Throws: `ArchiveError` if the tables are damaged, which only a broken build can cause.
  package static func load() throws(ArchiveError) -> RuleSet {
    var reader = ArchiveReader(
      words: NumberTable(CompiledRules.words),
      text: .literal(CompiledRules.text)
    )
    return try RuleSet(from: &reader)
  }

  /// The files of the modules, for `explain`, `schema`, and to compile them together with other modules.
  package static var sources: [ModuleSource] {
    var modules: [ModuleSource] = []
    for (module, file, contents) in CompiledRules.sources {
      if modules.last?.name != module { modules.append(ModuleSource(name: module, files: [])) }
      modules[modules.count - 1].files.append(
        ModuleSource.File(name: file, path: "Rules/\(module)/\(file)", bytes: contents.bytes)
      )
    }
    return modules
  }
}
