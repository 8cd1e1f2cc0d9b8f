internal import PlanText

/// The JSON types, as a set.
struct TypeSet: OptionSet, Sendable, Hashable {
  let rawValue: Int

  static let null = TypeSet(rawValue: 1)
  static let boolean = TypeSet(rawValue: 2)
  static let object = TypeSet(rawValue: 4)
  static let array = TypeSet(rawValue: 8)
  /// Any number, whole or not.
  static let number = TypeSet(rawValue: 16)
  static let string = TypeSet(rawValue: 32)
  /// Whole numbers, `1.0` among them.
  static let integer = TypeSet(rawValue: 64)

  static let names: [(name: String, type: TypeSet)] = [
    ("null", .null), ("boolean", .boolean), ("object", .object), ("array", .array),
    ("number", .number), ("string", .string), ("integer", .integer),
  ]

  init(rawValue: Int) { self.rawValue = rawValue }

  init?(name: String) {
    guard let known = TypeSet.names.first(where: { $0.name == name }) else { return nil }
    self = known.type
  }
}

/// A named subschema, as in `properties`.
struct SchemaMember: Sendable {
  let name: [UInt8]
  let hash: UInt32
  let schema: Int

  init(name: [UInt8], schema: Int) {
    self.name = name
    hash = nameHash(name)
    self.schema = schema
  }
}

/// What one keyword, or a few that only work together, demand of a value.
///
/// Numbers of type `Int` that stand for schemas and patterns are indices into the tables of `Schema`.
enum SchemaKeyword: Sendable {
  /// The schema `false`.
  case never
  case type(TypeSet)
  case oneOfValues([SchemaValue])
  case constant(SchemaValue)
  /// `properties`, `patternProperties` and `additionalProperties`.
  case members([SchemaMember], patterns: [(pattern: Int, schema: Int)], additional: Int?)
  case propertyNames(Int)
  case required([[UInt8]])
  case dependentRequired([(name: [UInt8], required: [[UInt8]])])
  case dependentSchemas([SchemaMember])
  case propertyCount(minimum: Int, maximum: Int?)
  /// `prefixItems` and `items`.
  case items(prefix: [Int], rest: Int?)
  case contains(Int, minimum: Int, maximum: Int?)
  case itemCount(minimum: Int, maximum: Int?)
  case uniqueItems
  /// Counted in code points.
  case length(minimum: Int, maximum: Int?)
  case pattern(Int)
  case minimum(SchemaNumber, isExclusive: Bool)
  case maximum(SchemaNumber, isExclusive: Bool)
  case multipleOf(SchemaNumber)
  case reference(Int)
  case allOf([Int])
  case anyOf([Int])
  case oneOf([Int])
  case not(Int)
  case condition(if: Int, then: Int?, else: Int?)
}
