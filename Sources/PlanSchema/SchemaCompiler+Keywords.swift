internal import PlanText

extension SchemaCompiler {
  /// Compiles one keyword; nil for those that demand nothing by themselves.
  ///
  /// Of keywords that work together, the first that is there stands for them all.
  mutating func keyword(_ name: String, _ value: NodeID, of node: NodeID) throws(SchemaError)
    -> SchemaKeyword?
  {
    switch name {
    case "type": return .type(try types(value))
    case "enum":
      return .oneOfValues(try list(value).map { (v) throws(SchemaError) in try constant(v) })
    case "const": return .constant(try constant(value))
    case "properties", "patternProperties", "additionalProperties":
      return try isFirst(name, ["properties", "patternProperties", "additionalProperties"], node)
        ? members(of: node) : nil
    case "propertyNames": return .propertyNames(index(of: value))
    case "required": return .required(try texts(value))
    case "dependentRequired": return .dependentRequired(try dependencies(value))
    case "dependentSchemas": return .dependentSchemas(try namedSchemas(value))
    case "minProperties", "maxProperties":
      return try range("minProperties", "maxProperties", name, node).map {
        .propertyCount(minimum: $0, maximum: $1)
      }
    case "items", "prefixItems":
      guard isFirst(name, ["items", "prefixItems"], node) else { return nil }
      let prefix = try tree.value(of: "prefixItems", in: node).map { (v) throws(SchemaError) in
        try schemas(v)
      }
      let rest = tree.value(of: "items", in: node)
      return .items(prefix: prefix ?? [], rest: rest.map { index(of: $0) })
    case "contains":
      let minimum = try tree.value(of: "minContains", in: node).map { (v) throws(SchemaError) in
        try count(v)
      }
      let maximum = try tree.value(of: "maxContains", in: node).map { (v) throws(SchemaError) in
        try count(v)
      }
      return .contains(index(of: value), minimum: minimum ?? 1, maximum: maximum)
    case "minItems", "maxItems":
      return try range("minItems", "maxItems", name, node).map {
        .itemCount(minimum: $0, maximum: $1)
      }
    case "uniqueItems": return tree[value].type == .true ? .uniqueItems : nil
    default: return try scalarKeyword(name, value, of: node)
    }
  }

  private mutating func scalarKeyword(_ name: String, _ value: NodeID, of node: NodeID)
    throws(SchemaError) -> SchemaKeyword?
  {
    switch name {
    case "minLength", "maxLength":
      return try range("minLength", "maxLength", name, node).map {
        .length(minimum: $0, maximum: $1)
      }
    case "pattern": return .pattern(try pattern(value))
    case "minimum": return .minimum(try number(value), isExclusive: false)
    case "exclusiveMinimum": return .minimum(try number(value), isExclusive: true)
    case "maximum": return .maximum(try number(value), isExclusive: false)
    case "exclusiveMaximum": return .maximum(try number(value), isExclusive: true)
    case "multipleOf":
      let divisor = try number(value)
      guard SchemaNumber(0) < divisor else {
        throw error("`multipleOf` takes a number greater than 0", value)
      }
      return .multipleOf(divisor)
    case "$ref":
      let target = try names.target(of: tree.string(of: value), at: node, reference: value)
      return .reference(index(of: target))
    case "allOf": return .allOf(try schemas(value))
    case "anyOf": return .anyOf(try schemas(value))
    case "oneOf": return .oneOf(try schemas(value))
    case "not": return .not(index(of: value))
    case "if":
      let then = tree.value(of: "then", in: node).map { index(of: $0) }
      let otherwise = tree.value(of: "else", in: node).map { index(of: $0) }
      return .condition(if: index(of: value), then: then, else: otherwise)
    default: return nil
    }
  }

  // MARK: Parts

  /// Whether a keyword is the first of its family in a schema.
  private func isFirst(_ name: String, _ family: [StaticString], _ node: NodeID) -> Bool {
    let first = family.first { tree.value(of: $0, in: node) != nil }
    return first.map { String(describing: $0) == name } ?? false
  }

  private mutating func members(of node: NodeID) throws(SchemaError) -> SchemaKeyword {
    var members: [SchemaMember] = []
    if let properties = tree.value(of: "properties", in: node) {
      members = try namedSchemas(properties)
    }
    var patterns: [(pattern: Int, schema: Int)] = []
    if let properties = tree.value(of: "patternProperties", in: node) {
      for (key, value) in tree.entries(of: properties) {
        patterns.append((try pattern(key), index(of: value)))
      }
    }
    let additional = tree.value(of: "additionalProperties", in: node).map { index(of: $0) }
    return .members(members, patterns: patterns, additional: additional)
  }

  private mutating func namedSchemas(_ node: NodeID) throws(SchemaError) -> [SchemaMember] {
    guard tree[node].kind == .mapping else {
      throw error("a mapping of schemas belongs here", node)
    }
    var members: [SchemaMember] = []
    for (key, value) in tree.entries(of: node) {
      members.append(SchemaMember(name: Array(tree.bytes(of: key)), schema: index(of: value)))
    }
    return members
  }

  private mutating func schemas(_ node: NodeID) throws(SchemaError) -> [Int] {
    try list(node).map { index(of: $0) }
  }

  private func list(_ node: NodeID) throws(SchemaError) -> [NodeID] {
    guard tree[node].kind == .sequence else { throw error("a list belongs here", node) }
    return Array(tree.items(of: node))
  }

  private func texts(_ node: NodeID) throws(SchemaError) -> [[UInt8]] {
    try list(node).map { Array(tree.bytes(of: $0)) }
  }

  private func constant(_ node: NodeID) throws(SchemaError) -> SchemaValue {
    var steps = 10_000
    guard let value = SchemaValue(tree, node, steps: &steps) else {
      throw error("this value is too deep or too large for a schema", node)
    }
    return value
  }

  private func dependencies(_ node: NodeID) throws(SchemaError)
    -> [(name: [UInt8], required: [[UInt8]])]
  {
    var result: [(name: [UInt8], required: [[UInt8]])] = []
    for (key, value) in tree.entries(of: node) {
      result.append((Array(tree.bytes(of: key)), try texts(value)))
    }
    return result
  }

  private func types(_ node: NodeID) throws(SchemaError) -> TypeSet {
    var types: TypeSet = []
    for item in tree[node].kind == .sequence ? Array(tree.items(of: node)) : [node] {
      guard let type = TypeSet(name: tree.string(of: item)) else {
        throw error("\"\(tree.string(of: item))\" is not a type", item)
      }
      types.formUnion(type)
    }
    return types
  }

  private func number(_ node: NodeID) throws(SchemaError) -> SchemaNumber {
    guard tree[node].kind == .scalar, let number = SchemaNumber(tree.bytes(of: node)) else {
      throw error("a number belongs here", node)
    }
    return number
  }

  private func count(_ node: NodeID) throws(SchemaError) -> Int {
    guard let count = try number(node).int, count >= 0, count < 1 << 28 else {
      throw error("a whole number belongs here, 0 or more", node)
    }
    return count
  }

  /// Both ends of a range of counts; nil where the other keyword of the two speaks for them.
  private func range(_ low: StaticString, _ high: StaticString, _ name: String, _ node: NodeID)
    throws(SchemaError) -> (Int, Int?)?
  {
    guard isFirst(name, [low, high], node) else { return nil }
    let minimum = try tree.value(of: low, in: node).map { (v) throws(SchemaError) in try count(v) }
    let maximum = try tree.value(of: high, in: node).map { (v) throws(SchemaError) in try count(v) }
    return (minimum ?? 0, maximum)
  }
}

// MARK: Annotations

extension SchemaCompiler {
  func annotate(_ note: inout SchemaNote, _ name: String, _ value: NodeID) throws(SchemaError) {
    switch name {
    case "x-planlint-kind":
      guard
        let kind = SchemaNote.Kind.allCases.first(where: { $0.rawValue == tree.string(of: value) })
      else { throw error("\"\(tree.string(of: value))\" is not a kind of value", value) }
      note.kind = kind
    case "x-planlint-shorthand": note.shorthand = strings(value)
    case "x-planlint-list": note.list = tree.string(of: value)
    case "x-planlint-single": note.isSingle = tree[value].type == .true
    case "x-planlint-synonyms": note.synonyms = strings(value)
    case "x-planlint-pairs":
      guard let key = tree.value(of: "key", in: value),
        let content = tree.value(of: "value", in: value)
      else { throw error("pairs need a `key` and a `value`", value) }
      let into = tree.value(of: "into", in: value).map { tree.string(of: $0) }
      note.pairs = SchemaNote.Pairs(
        into: into ?? "",
        keys: strings(key),
        value: tree.string(of: content)
      )
    case "x-planlint-spellings":
      note.spellings = tree.entries(of: value).map {
        SchemaNote.Spelling(written: tree.string(of: $0.key), meaning: tree.string(of: $0.value))
      }
    default:
      guard !name.hasPrefix("x-planlint-") else {
        throw error("the keyword \"\(name)\" is not supported", tree.key(of: value) ?? value)
      }
    }
  }

  /// A text, or a list of texts.
  private func strings(_ node: NodeID) -> [String] {
    tree[node].kind == .sequence
      ? tree.items(of: node).map { tree.string(of: $0) } : [tree.string(of: node)]
  }
}
