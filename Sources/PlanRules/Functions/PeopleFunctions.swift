internal import PlanQuery
internal import PlanText

extension FunctionDeclaration {
  static let person = FunctionDeclaration(
    name: "person",
    parameters: [.value],
    summary: "the id of the participant or professional that a text names, 'subject', or nothing",
    body: .value { arguments in
      guard let person = named(arguments) else { return .nothing }
      return .text(person.id)
    }
  )

  static let role = FunctionDeclaration(
    name: "role",
    parameters: [.value],
    summary: "'participant', 'professional', 'subject' or 'all', for what a text names; or nothing",
    body: .value { arguments in
      if let text = arguments.text(0), isEveryone(text) { return .text("all") }
      guard let person = named(arguments) else { return .nothing }
      return .text(person.role.rawValue)
    }
  )

  static let people = FunctionDeclaration(
    name: "people",
    parameters: [.value],
    summary: "how many different people of the plan, the subject apart, a text names anywhere",
    body: .value { arguments in
      guard let plan = arguments.plan, let text = arguments.text(0) else { return .nothing }
      let found = plan.people.people(in: plan.tokens(text)).filter {
        plan.people.people[$0].role != .subject
      }
      return .number(Double(found.count))
    }
  )

  static let names = FunctionDeclaration(
    name: "names",
    parameters: [.value, .value],
    summary: "the first text names, anywhere in it, the person that the second text names",
    body: .logical { arguments in
      guard let plan = arguments.plan, let text = arguments.text(0), let name = arguments.text(1),
        let index = plan.people.index(named: plan.hashes(name))
      else { return false }
      return plan.people.people(in: plan.tokens(text)).contains(index)
    }
  )

  private static let subject = nameHash("subject".utf8)

  private static func named(_ arguments: FunctionArguments) -> PlanPeople.Person? {
    guard let plan = arguments.plan, let text = arguments.text(0) else { return nil }
    let words = plan.hashes(text)
    if words.count == 1, words[0] == subject {
      return PlanPeople.Person(id: "subject", role: .subject, names: [])
    }
    return plan.people.person(named: words)
  }

  private static let everyone = ["all", "everyone", "everybody"]

  /// Whether a text means everyone: `all`, as the plan format has it.
  private static func isEveryone(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count == 3 || text.count == 8 || text.count == 9 else { return false }
    let small = text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return everyone.contains { small.elementsEqual($0.utf8) }
  }
}
