internal import PlanText

// How compiled expressions and patterns are written and read back.

extension LogicalExpression {
  func archive(into writer: inout ArchiveWriter) {
    switch self {
    case .or(let terms), .and(let terms):
      if case .or = self { writer.append(0) } else { writer.append(1) }
      writer.append(terms.count)
      for term in terms { term.archive(into: &writer) }
    case .not(let term):
      writer.append(2)
      term.archive(into: &writer)
    case .exists(let path):
      writer.append(3)
      path.archive(into: &writer)
    case .function(let use):
      writer.append(4)
      use.archive(into: &writer)
    case .comparison(let left, let comparison, let right):
      writer.append(5)
      left.archive(into: &writer)
      writer.append(comparison.rawValue)
      right.archive(into: &writer)
    }
  }

  init(from reader: inout ArchiveReader, depth: Int) throws(ArchiveError) {
    try reader.check(depth)
    let tag = try reader.number()
    switch tag {
    case 0, 1:
      var terms: [LogicalExpression] = []
      for _ in 0..<(try reader.number()) {
        terms.append(try LogicalExpression(from: &reader, depth: depth + 1))
      }
      self = tag == 0 ? .or(terms) : .and(terms)
    case 2: self = .not(try LogicalExpression(from: &reader, depth: depth + 1))
    case 3: self = .exists(try QueryPath(from: &reader, depth: depth + 1))
    case 4: self = .function(try FunctionUse(from: &reader, depth: depth + 1))
    case 5:
      let left = try Operand(from: &reader, depth: depth + 1)
      guard let comparison = ComparisonOperator(rawValue: try reader.number()) else {
        throw .unknownCase
      }
      self = .comparison(left, comparison, try Operand(from: &reader, depth: depth + 1))
    default: throw .unknownCase
    }
  }
}

extension Operand {
  fileprivate func archive(into writer: inout ArchiveWriter) {
    switch self {
    case .literal(let value):
      writer.append(0)
      value.archive(into: &writer)
    case .singular(let path):
      writer.append(1)
      path.archive(into: &writer)
    case .function(let use):
      writer.append(2)
      use.archive(into: &writer)
    }
  }

  fileprivate init(from reader: inout ArchiveReader, depth: Int) throws(ArchiveError) {
    switch try reader.number() {
    case 0: self = .literal(try QueryValue(from: &reader))
    case 1: self = .singular(try QueryPath(from: &reader, depth: depth))
    case 2: self = .function(try FunctionUse(from: &reader, depth: depth))
    default: throw .unknownCase
    }
  }
}

extension FunctionUse {
  fileprivate func archive(into writer: inout ArchiveWriter) {
    writer.append(name)
    writer.append(arguments.count)
    for argument in arguments {
      switch argument {
      case .value(let operand):
        writer.append(0)
        operand.archive(into: &writer)
      case .logical(let expression):
        writer.append(1)
        expression.archive(into: &writer)
      case .nodes(let path):
        writer.append(2)
        path.archive(into: &writer)
      case .nodesOfFunction(let use):
        writer.append(3)
        use.archive(into: &writer)
      }
    }
    writer.append(pattern)
  }

  fileprivate init(from reader: inout ArchiveReader, depth: Int) throws(ArchiveError) {
    try reader.check(depth)
    name = try reader.string()
    hash = nameHash(name.utf8)
    var arguments: [Argument] = []
    for _ in 0..<(try reader.number()) {
      switch try reader.number() {
      case 0: arguments.append(.value(try Operand(from: &reader, depth: depth + 1)))
      case 1: arguments.append(.logical(try LogicalExpression(from: &reader, depth: depth + 1)))
      case 2: arguments.append(.nodes(try QueryPath(from: &reader, depth: depth + 1)))
      case 3: arguments.append(.nodesOfFunction(try FunctionUse(from: &reader, depth: depth + 1)))
      default: throw .unknownCase
      }
    }
    self.arguments = arguments
    pattern = try reader.optional(IRegexp.self)
  }
}

extension IRegexp: Archivable {
  /// Distances are written with this added, since an archive holds no negative numbers.
  private static let bias = 1 << 20

  func archive(into writer: inout ArchiveWriter) {
    writer.append(states.count)
    for state in states {
      switch state {
      case .character(let value):
        writer.append(0)
        writer.append(Int(value))
      case .any: writer.append(1)
      case .oneOf(let index):
        writer.append(2)
        writer.append(index)
      case .split(let first, let second):
        writer.append(3)
        writer.append(first + IRegexp.bias)
        writer.append(second + IRegexp.bias)
      case .jump(let distance):
        writer.append(4)
        writer.append(distance + IRegexp.bias)
      case .start: writer.append(5)
      case .end: writer.append(6)
      }
    }
    writer.append(classes)
  }

  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    var states: [State] = []
    for _ in 0..<(try reader.number()) {
      switch try reader.number() {
      case 0: states.append(.character(UInt32(clamping: try reader.number())))
      case 1: states.append(.any)
      case 2: states.append(.oneOf(try reader.number()))
      case 3:
        let first = try reader.number() - IRegexp.bias
        states.append(.split(first, try reader.number() - IRegexp.bias))
      case 4: states.append(.jump(try reader.number() - IRegexp.bias))
      case 5: states.append(.start)
      case 6: states.append(.end)
      default: throw .unknownCase
      }
    }
    self.init(states: states, classes: try reader.array(CharacterClass.self))
  }
}

extension CharacterClass: Archivable {
  func archive(into writer: inout ArchiveWriter) {
    writer.append(bounds)
    writer.append(bits: categories)
    writer.append(isNegated)
  }

  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    let bounds = try reader.numbers()
    let categories = try reader.bits()
    self.init(sortedBounds: bounds, categories: categories, isNegated: try reader.flag())
  }
}
