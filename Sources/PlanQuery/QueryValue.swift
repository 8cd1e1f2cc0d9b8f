package import PlanText

/// A value that expressions compare and functions take and give (RFC 9535 §2.4.1, `ValueType`).
package enum QueryValue: Sendable, Equatable {
  /// No value at all; differs from null.
  case nothing
  case null
  case bool(Bool)
  case number(Double)
  /// A text, UTF-8.
  case string(ArraySlice<UInt8>)
  /// The value at a node, of any type; `FunctionArguments.plainValue(_:)` opens scalars.
  ///
  /// `==` on this type compares node numbers; `FunctionArguments.areEqual` compares values.
  case node(NodeID)

  /// A text as a value.
  package static func text(_ string: String) -> QueryValue { .string(Array(string.utf8)[...]) }
}
