internal import PlanText

// Function calls and the types of their arguments (RFC 9535 §2.4.3).

extension QueryParser {
  /// Parses the arguments of a call from its opening parenthesis.
  mutating func parseCall(
    of name: String,
    at start: Int
  ) throws(QueryError) -> (FunctionUse, FunctionType) {
    let hash = nameHash(name.utf8)
    guard let declaration = functions.declaration(named: name, hash: hash) else {
      let known = functions.declarations.map(\.name).sorted().joined(separator: ", ")
      throw error("there is no function '\(name)'; there are \(known)", at: start)
    }
    try enter()
    defer { leave() }
    index += 1
    skipBlanks()
    var arguments: [Argument] = []
    var pattern: IRegexp?
    if byte != UInt8(ascii: ")") {
      repeat {
        skipBlanks()
        guard arguments.count < declaration.parameters.count else {
          throw wrongCount(declaration, at: start)
        }
        let offset = index
        let argument = try parseArgument(declaration, declaration.parameters[arguments.count])
        if arguments.count == 1, name == "match" || name == "search" {
          pattern = try compiledPattern(argument, at: offset)
        }
        arguments.append(argument)
        skipBlanks()
      } while take(",")
    }
    guard take(")") else {
      guard index < bytes.count else { throw error("this call is not closed", at: start) }
      throw error(operatorHint ?? "a comma or ) must come here")
    }
    guard arguments.count == declaration.parameters.count else {
      throw wrongCount(declaration, at: start)
    }
    let use = FunctionUse(name: name, hash: hash, arguments: arguments, pattern: pattern)
    return (use, declaration.result)
  }

  private func wrongCount(_ declaration: FunctionDeclaration, at start: Int) -> QueryError {
    let count = declaration.parameters.count
    let noun = count == 1 ? "argument" : "arguments"
    return error("\(declaration.name)() takes \(count) \(noun)", at: start)
  }

  private mutating func parseArgument(
    _ declaration: FunctionDeclaration,
    _ type: FunctionType
  ) throws(QueryError) -> Argument {
    switch type {
    case .logical: return .logical(try parseLogical())
    case .value: return .value(try operand(try parseTerm()))
    case .nodes:
      let term = try parseTerm()
      switch term.kind {
      case .query(let path, _): return .nodes(path)
      case .function(let use, .nodes): return .nodesOfFunction(use)
      case .literal, .function:
        throw error("\(declaration.name)() needs a query here, one with @ or $", at: term.offset)
      }
    }
  }

  /// Compiles the pattern of `match` and `search` once where it is a literal.
  private func compiledPattern(
    _ argument: Argument,
    at offset: Int
  ) throws(QueryError) -> IRegexp? {
    guard case .value(.literal(let value)) = argument else { return nil }
    guard case .string(let text) = value else {
      guard checksPatterns else { return nil }
      throw error("the pattern must be a text in quotes", at: offset)
    }
    do throws(IRegexpError) {
      return try IRegexp(parsing: text)
    } catch {
      guard checksPatterns || error.isTooLarge else { return nil }
      throw self.error("the pattern cannot be used: \(error.message)", at: offset)
    }
  }
}
