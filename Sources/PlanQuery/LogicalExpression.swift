/// What is true or false of a node (RFC 9535 §2.3.5.1).
indirect enum LogicalExpression: Sendable, Equatable {
  case or([LogicalExpression])
  case and([LogicalExpression])
  case not(LogicalExpression)
  /// True where the query gives at least one node.
  case exists(QueryPath)
  /// A function that gives a logical value, or nodes of which one must be there.
  case function(FunctionUse)
  case comparison(Operand, ComparisonOperator, Operand)
}

/// One side of a comparison (RFC 9535 §2.3.5.1, `comparable`), or an argument of value type.
indirect enum Operand: Sendable, Equatable {
  case literal(QueryValue)
  case singular(QueryPath)
  case function(FunctionUse)
}

/// How two values are compared (RFC 9535 §2.3.5.2.2).
enum ComparisonOperator: Int, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// A function with its arguments, checked for well-typedness (RFC 9535 §2.4.3) when it was parsed.
struct FunctionUse: Sendable, Equatable {
  let name: String
  /// `nameHash` of the name, to find the declaration by.
  let hash: UInt32
  let arguments: [Argument]
  /// The second argument of `match` and `search` where it is a literal, compiled.
  let pattern: IRegexp?
}

/// An argument, by the type of the parameter that it stands for.
indirect enum Argument: Sendable, Equatable {
  case value(Operand)
  case logical(LogicalExpression)
  case nodes(QueryPath)
  case nodesOfFunction(FunctionUse)
}
