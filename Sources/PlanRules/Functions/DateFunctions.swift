internal import PlanQuery
internal import PlanText

extension FunctionDeclaration {
  static let date = FunctionDeclaration(
    name: "date",
    parameters: [.value],
    summary: "the one full date that a text names, as YYYY-MM-DD; nothing if none or several",
    body: .value { arguments in
      guard let text = arguments.text(0), let day = CalendarDay(text) else { return .nothing }
      return .text(day.description)
    }
  )

  static let days = FunctionDeclaration(
    name: "days",
    parameters: [.value, .value],
    summary: "whole days from one date to the other; nothing if either is no date",
    body: .value { arguments in
      guard let first = arguments.text(0).flatMap(CalendarDay.init),
        let second = arguments.text(1).flatMap(CalendarDay.init)
      else { return .nothing }
      return .number(Double(second.number - first.number))
    }
  )
}
