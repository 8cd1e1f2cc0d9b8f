internal import PlanQuery
internal import PlanText

/// Reads one rule file to a `Rule`; what is wrong becomes problems of the document.
struct RuleReader {
  let module: String

  /// The rule, or nil where it cannot be used.
  func read(_ document: inout RuleDocument, names: inout RuleNames) -> Rule? {
    let id = document.requiredText("id")
    checkID(id, in: &document)
    let title = document.requiredText("title")
    let severity = readSeverity(document.node("severity"), in: &document) ?? .warning
    let message = readTemplate("message", in: &document)
    if document.text("message")?.isEmpty ?? true, document.node("detect") == nil {
      document.report("`message` is missing", at: document.firstKey)
    }
    let when = document.node("when").flatMap { condition($0, in: &document, names: &names) }
    let suggest = readTemplate("suggest", in: &document)
    let cases = readSeverityCases(in: &document, names: &names)
    let text = document.node("find").flatMap { readText($0, in: &document, names: &names) }
    let structure = document.node("expect").flatMap {
      readStructure($0, in: &document, names: &names)
    }
    let detects = document.text("detect")
    if document.node("find") == nil, document.node("expect") == nil, detects == nil {
      document.report(
        "a rule has `find` (phrases) or `expect` (an expectation); this one has neither",
        at: document.firstKey
      )
    }
    guard document.problems.isEmpty else { return nil }
    return Rule(
      id: module + "/" + id,
      title: title,
      severity: severity,
      message: message,
      suggest: suggest,
      why: document.text("why") ?? "",
      requirements: document.texts("requirements").map { document.trimmed($0) },
      when: when,
      severityCases: cases,
      messageCases: readMessageCases(in: &document, names: &names),
      settings: readSettings(in: &document),
      fix: readFix(in: &document),
      text: text,
      structure: structure,
      detects: detects
    )
  }

  private func checkID(_ id: String, in document: inout RuleDocument) {
    guard !id.isEmpty, let node = document.node("id") else { return }
    let isKebab = id.utf8.allSatisfy {
      $0 == UInt8(ascii: "-") || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
        || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
    }
    if !isKebab {
      document.report("an id is made of small letters, digits and hyphens", at: node)
    }
    let fileName = document.path.split(separator: "/").last ?? ""
    if fileName != id + ".yaml" {
      document.report("the id `\(id)` differs from the file's name `\(fileName)`", at: node)
    }
  }

  private func readStructure(
    _ node: NodeID,
    in document: inout RuleDocument,
    names: inout RuleNames
  ) -> StructureBody? {
    guard let expect = condition(node, in: &document, names: &names) else { return nil }
    var select = fields(document.texts("select"), in: &document, names: names).compactMap {
      try? Query(parsing: $0)
    }
    if select.isEmpty, document.node("select") == nil, let root = try? Query(parsing: "$") {
      select = [root]
    }
    let report = document.texts("report").flatMap { places($0, in: &document) }
    var related: [StructureBody.Related] = []
    for item in document.node("related").map({ Array(document.tree.items(of: $0)) }) ?? [] {
      guard let at = document.node("at", in: item).flatMap({ places($0, in: &document).first })
      else {
        document.report("a related place has `at`, a JSONPath, and `message`", at: item)
        continue
      }
      related.append(
        StructureBody.Related(at: at, message: readTemplate("message", in: &document, parent: item))
      )
    }
    return StructureBody(select: select, expect: expect, report: report, related: related)
  }
}

// MARK: Parts that several kinds of rule have

extension RuleReader {
  func readTemplate(
    _ name: StaticString,
    in document: inout RuleDocument,
    parent: NodeID? = nil
  ) -> Template {
    guard let node = document.node(name, in: parent), let text = document.text(name, in: parent)
    else { return Template() }
    if text.unicodeScalars.count > Template.maximumLength {
      document.report("this is longer than \(Template.maximumLength) characters", at: node)
    }
    do throws(PatternError) { return try Template(parsing: text) } catch {
      document.report(error, in: node)
      return Template()
    }
  }

  func readSeverity(_ node: NodeID?, in document: inout RuleDocument) -> Severity? {
    guard let node else { return nil }
    if let severity = Severity(rawValue: document.tree.string(of: node)) { return severity }
    document.report("a severity is error, warning or info", at: node)
    return nil
  }

  private func readSeverityCases(
    in document: inout RuleDocument,
    names: inout RuleNames
  ) -> [Rule.SeverityCase] {
    guard let list = document.node("severity-when") else { return [] }
    var cases: [Rule.SeverityCase] = []
    for item in document.tree.items(of: list) {
      guard let test = document.node("if", in: item),
        let condition = condition(test, in: &document, names: &names),
        let severity = readSeverity(document.node("severity", in: item), in: &document)
      else {
        document.report("each case has `if`, an expression, and `severity`", at: item)
        continue
      }
      cases.append(Rule.SeverityCase(condition: condition, severity: severity))
    }
    return cases
  }

  private func readMessageCases(
    in document: inout RuleDocument,
    names: inout RuleNames
  ) -> [Rule.MessageCase] {
    guard let list = document.node("message-when") else { return [] }
    var cases: [Rule.MessageCase] = []
    for item in document.tree.items(of: list) {
      guard let test = document.node("if", in: item),
        let condition = condition(test, in: &document, names: &names)
      else {
        document.report("each case has `if`, an expression, and `message`", at: item)
        continue
      }
      cases.append(
        Rule.MessageCase(
          condition: condition,
          message: readTemplate("message", in: &document, parent: item),
          suggest: readTemplate("suggest", in: &document, parent: item)
        )
      )
    }
    return cases
  }

  private func readSettings(in document: inout RuleDocument) -> [Rule.Setting] {
    guard let node = document.node("settings") else { return [] }
    var settings: [Rule.Setting] = []
    for (key, value) in document.tree.entries(of: node) {
      guard let number = Int(document.tree.string(of: value)), number >= 0, number < 1 << 28 else {
        document.report("a setting is a whole number", at: value)
        continue
      }
      settings.append(Rule.Setting(name: document.tree.string(of: key), value: number))
    }
    return settings
  }

  func query(_ node: NodeID, in document: inout RuleDocument) -> Query? {
    do throws(QueryError) { return try Query(parsing: document.trimmed(node)) } catch {
      document.report(PatternError(message: error.message, offset: error.offset), in: node)
      return nil
    }
  }

  /// A place and its ancestors, nearest first: where one is absent, the next is pointed at.
  private func places(_ node: NodeID, in document: inout RuleDocument) -> [PlaceQuery] {
    do throws(QueryError) {
      return try PlaceQuery.withAncestors(document.trimmed(node))
    } catch {
      document.report(PatternError(message: error.message, offset: error.offset), in: node)
      return []
    }
  }

  func condition(
    _ node: NodeID,
    in document: inout RuleDocument,
    names: inout RuleNames
  ) -> Condition? {
    let text = document.trimmed(node)
    names.noteSets(in: text)
    do throws(QueryError) {
      return try Condition(parsing: text, functions: names.functions)
    } catch {
      document.report(PatternError(message: error.message, offset: error.offset), in: node)
      return nil
    }
  }
}
