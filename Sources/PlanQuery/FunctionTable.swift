package import PlanText

/// The types of RFC 9535 §2.4.1 that functions declare.
package enum FunctionType: String, Sendable {
  /// A value, or nothing.
  case value = "ValueType"
  /// True or false; no JSON value.
  case logical = "LogicalType"
  /// A list of nodes.
  case nodes = "NodesType"

  /// V, L or N.
  package var letter: String { String(rawValue.prefix(1)) }
}

/// A function that expressions may call.
package struct FunctionDeclaration: Sendable {
  /// What the function does, and by that the type of its result.
  package enum Body: Sendable {
    case value(@Sendable (FunctionArguments) -> QueryValue)
    case logical(@Sendable (FunctionArguments) -> Bool)
    case nodes(@Sendable (FunctionArguments) -> [NodeID])
  }

  /// Lower-case letters, digits and underscores, a letter first (RFC 9535 §2.4, `function-name`).
  package let name: String
  package let parameters: [FunctionType]
  /// One line that tells rule authors what it gives.
  package let summary: String
  package let body: Body
  let hash: UInt32
  /// Whether it is the function that only counts nodes.
  var isCount = false

  package init(name: String, parameters: [FunctionType], summary: String, body: Body) {
    self.name = name
    self.parameters = parameters
    self.summary = summary
    self.body = body
    hash = nameHash(name.utf8)
  }

  /// The types as the manual writes them, such as `count(N) -> V`.
  package var signature: String {
    "\(name)(\(parameters.map(\.letter).joined(separator: ", "))) -> \(result.letter)"
  }

  package var result: FunctionType {
    switch body {
    case .value: .value
    case .logical: .logical
    case .nodes: .nodes
    }
  }
}

/// The functions that expressions know by name.
package struct FunctionTable: Sendable {
  /// In the order in which they were added.
  package private(set) var declarations: [FunctionDeclaration] = []
  /// The hashes of their names: a table is short, so that comparing numbers in a row is the quickest look-up.
  private var hashes: [UInt32] = []

  /// The five functions of RFC 9535 §2.4.4 to §2.4.8.
  package static let standard = FunctionTable().adding([.length, .count, .match, .search, .value])

  private init() {}

  /// The table with more functions; one of a known name takes that one's place.
  package func adding(_ more: [FunctionDeclaration]) -> FunctionTable {
    var table = self
    for declaration in more {
      if let index = table.declarations.firstIndex(where: { $0.name == declaration.name }) {
        table.declarations[index] = declaration
      } else {
        table.declarations.append(declaration)
        table.hashes.append(declaration.hash)
      }
    }
    return table
  }

  /// The function of a name, whose hash is given as well.
  func declaration(named name: String, hash: UInt32) -> FunctionDeclaration? {
    for index in hashes.indices where hashes[index] == hash {
      if declarations[index].name == name { return declarations[index] }
    }
    return nil
  }
}
