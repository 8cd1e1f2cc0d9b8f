package import PlanQuery

extension FunctionTable {
  /// The functions of RFC 9535 and those of the rule language (`planlint rules --functions`).
  package static let planlint = FunctionTable.standard.adding([
    .filled, .says, .distinct, .isIn, .person, .role, .people, .names, .days, .date, .covers,
    .words,
    .minutes, .kin,
    .address, .setting,
  ])
}

extension FunctionArguments {
  /// What the functions know of the plan; nil where a query is evaluated outside of linting.
  var plan: PlanEnvironment? { context.environment as? PlanEnvironment }
}
