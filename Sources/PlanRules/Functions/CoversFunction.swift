internal import PlanQuery
internal import PlanText

extension FunctionDeclaration {
  static let covers = FunctionDeclaration(
    name: "covers",
    parameters: [.value, .value, .value, .value],
    summary:
      "the task happens, or may happen, between two days counted from a date: covers(@, $.meeting.date, 3, 7)",
    body: .logical { arguments in
      guard case .node(let node) = arguments.value(0),
        let task = arguments.context.tree.resolved(node),
        let origin = arguments.text(1).flatMap(CalendarDay.init),
        case .number(let first) = arguments.plainValue(2),
        case .number(let last) = arguments.plainValue(3)
      else { return false }
      return TaskPeriod(task, in: arguments.context.tree).mayTouch(first, last, daysAfter: origin)
    }
  )
}

/// When a task of `follow_through` happens, as far as its dates can be read.
///
/// What cannot be read excludes no day: nobody is told that "after discharge" is missing.
private struct TaskPeriod {
  private let start: CalendarDay?
  private let end: CalendarDay?
  /// The days of a task that happens once or a few times; empty where it goes on, or where no date can be read.
  private let days: [CalendarDay]

  init(_ task: NodeID, in tree: Tree) {
    func text(_ key: StaticString) -> NodeID? {
      guard let value = tree.value(of: key, in: task), Placeholder.isFilled(value, in: tree) else {
        return nil
      }
      return tree.resolved(value)
    }
    func day(_ key: StaticString) -> CalendarDay? {
      text(key).flatMap { tree[$0].kind == .scalar ? CalendarDay(tree.bytes(of: $0)) : nil }
    }
    let goesOn = text("recurrence") != nil || text("starts") != nil || text("until") != nil
    start = goesOn ? day("starts") ?? day("when") : nil
    end = goesOn ? day("until") : nil
    days = goesOn ? [] : [day("when"), day("due")].compactMap(\.self)
  }

  func mayTouch(_ first: Double, _ last: Double, daysAfter origin: CalendarDay) -> Bool {
    func offset(_ day: CalendarDay) -> Double { Double(day.number - origin.number) }
    if !days.isEmpty { return days.contains { (first...max(first, last)).contains(offset($0)) } }
    if let start, offset(start) > last { return false }
    if let end, offset(end) < first { return false }
    return true
  }
}
