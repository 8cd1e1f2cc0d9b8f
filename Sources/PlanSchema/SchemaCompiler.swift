package import PlanText

extension Schema {
  /// Compiles a schema that was loaded as a tree.
  ///
  /// Keywords of planlint's own begin with `x-`. Every other keyword that is not implemented is refused by name, so that
  /// a misspelt or unsupported demand is never passed over.
  ///
  /// - Throws: `SchemaError` with a place in the schema's file.
  package init(compiling tree: Tree, root node: NodeID) throws(SchemaError) {
    var compiler = SchemaCompiler(tree: tree)
    self = try compiler.compile(node)
  }
}

/// Walks a schema once for its names, then compiles what the root reaches.
struct SchemaCompiler {
  let tree: Tree
  var schema = Schema()
  /// The index of each subschema that was asked for.
  private var indices: [NodeID: Int] = [:]
  /// Subschemas that have an index but are not compiled yet.
  private var waiting: [NodeID] = []
  private var patternIndices: [String: Int] = [:]
  var names: SchemaNames

  init(tree: Tree) {
    self.tree = tree
    names = SchemaNames(tree: tree)
  }

  mutating func compile(_ root: NodeID) throws(SchemaError) -> Schema {
    try names.collect(from: root)
    schema.root = index(of: root)
    while let node = waiting.popLast() {
      let (demands, note) = try compileOne(node)
      let index = index(of: node)
      schema.demands[index] = demands
      schema.notes[index] = note
    }
    return schema
  }

  /// The index of a subschema, which is compiled later.
  mutating func index(of node: NodeID) -> Int {
    if let known = indices[node] { return known }
    indices[node] = schema.demands.count
    schema.demands.append([])
    schema.notes.append(SchemaNote())
    waiting.append(node)
    return schema.demands.count - 1
  }

  mutating func pattern(_ node: NodeID) throws(SchemaError) -> Int {
    let source = tree.string(of: node)
    if let known = patternIndices[source] { return known }
    do throws(TextPatternError) {
      schema.patterns.append(try TextPattern(source))
    } catch {
      throw self.error("this pattern cannot be used: \(error.message)", node)
    }
    patternIndices[source] = schema.patterns.count - 1
    return schema.patterns.count - 1
  }

  func error(_ message: String, _ node: NodeID) -> SchemaError {
    SchemaError(message: message, range: tree[node].range)
  }

  private mutating func compileOne(_ node: NodeID) throws(SchemaError)
    -> ([SchemaKeyword], SchemaNote)
  {
    let record = tree[node]
    if record.kind == .scalar, record.type == .true { return ([], SchemaNote()) }
    if record.kind == .scalar, record.type == .false { return ([.never], SchemaNote()) }
    guard record.kind == .mapping else {
      throw error("a schema is a mapping, `true` or `false`", node)
    }
    var note = SchemaNote()
    var demands: [SchemaKeyword] = []
    for (key, value) in tree.entries(of: node) {
      let name = tree.string(of: key)
      if name.hasPrefix("x-") {
        try annotate(&note, name, value)
      } else if let demand = try keyword(name, value, of: node) {
        demands.append(demand)
      } else if name == "title" {
        note.title = tree.string(of: value)
      } else if name == "description" {
        note.description = tree.string(of: value)
      } else if name == "$schema", tree.string(of: value) != Self.draft {
        throw error("only schemas of draft 2020-12 are understood, \"\(Self.draft)\"", value)
      } else if !Self.annotations.contains(name) {
        throw error("the keyword \"\(name)\" is not supported", key)
      }
    }
    // Types first: where the type is wrong, nothing else about the value is worth saying.
    let types = demands.filter { if case .type = $0 { true } else { false } }
    let others = demands.filter { if case .type = $0 { false } else { true } }
    return (types + others, note)
  }

  private static let draft = "https://json-schema.org/draft/2020-12/schema"

  /// Keywords that demand nothing, or that are read together with another.
  private static let annotations: Set<String> = [
    "$schema", "$id", "$anchor", "$comment", "$defs", "default", "deprecated", "readOnly",
    "writeOnly", "examples", "format", "contentEncoding", "contentMediaType", "contentSchema",
    "patternProperties", "additionalProperties", "items", "maxContains", "minContains", "maxItems",
    "maxLength", "maxProperties", "then", "else", "properties", "prefixItems", "contains",
    "minItems", "minLength", "minProperties", "uniqueItems",
  ]
}
