/// A compiled I-Regexp (RFC 9485), matched in time linear in the text for any pattern.
///
/// The pattern is a list of states with relative jumps, all of which are followed at once (Thompson's simulation);
/// nothing backtracks. Behind the last state the pattern has matched.
///
/// `^` and `$` are the start and end of the text: the grammar calls them ordinary characters, but its mappings to other
/// engines (RFC 9485 §5.3, §5.4) leave them as they are, and the compliance suite of RFC 9535 holds us to that.
struct IRegexp: Sendable, Equatable {
  /// How many states a pattern may have, counted repetitions written out.
  static let maximumStates = 4_096
  /// How deep groups may nest, and how long the pattern may be in bytes.
  static let maximumDepth = 64
  static let maximumLength = 16_384

  let states: [State]
  let classes: [CharacterClass]

  enum State: Sendable, Equatable {
    /// One character, a Unicode scalar value.
    case character(UInt32)
    /// Any character but line feed and carriage return.
    case any
    /// One character of `classes` at this index.
    case oneOf(Int)
    /// Go on at the next state where no character stands before.
    case start
    /// Go on at the next state where no character follows.
    case end
    /// Go on at both distances from here.
    case split(Int, Int)
    /// Go on at this distance from here.
    case jump(Int)
  }

  /// Compiles a pattern.
  ///
  /// - Throws: where the text is no I-Regexp, or one beyond the limits above.
  init(parsing text: ArraySlice<UInt8>) throws(IRegexpError) {
    guard text.count <= IRegexp.maximumLength else { throw .tooLarge("it is too long") }
    var parser = IRegexpParser(text)
    states = try parser.parse()
    classes = parser.classes
  }

  init(states: [State], classes: [CharacterClass]) {
    self.states = states
    self.classes = classes
  }
}

/// Why a text cannot be used as a pattern.
struct IRegexpError: Error, Equatable {
  /// Lower case, without a final stop; completes "the pattern cannot be used:".
  let message: String
  /// Whether it is an I-Regexp, but one beyond the limits.
  let isTooLarge: Bool

  static func invalid(_ message: String) -> IRegexpError {
    IRegexpError(message: message, isTooLarge: false)
  }

  static func tooLarge(_ message: String) -> IRegexpError {
    IRegexpError(message: message, isTooLarge: true)
  }
}
