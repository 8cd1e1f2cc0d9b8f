/// Writes compiled rules as one flat run of 28-bit words and one pool of text, so that the built-in ones can be carried
/// in the program as static data and read back without any parsing (`architecture.md`, "Built-in rules cost no start-up").
///
/// 28 bits, because each word then packs into four bytes below 0x80, which a string literal can hold as it is.
package struct ArchiveWriter {
  /// The numbers, each below 2^28.
  package private(set) var words: [UInt32] = []
  /// The text that strings point into, UTF-8.
  package private(set) var text: [UInt8] = []
  private var known: [String: UInt32] = [:]

  package init() {}

  /// Appends a number from 0 to 2^28 - 1; larger ones are cut, which `ArchiveTests` and the compiler's limits rule out.
  package mutating func append(_ number: Int) {
    words.append(UInt32(truncatingIfNeeded: number) & 0x0FFF_FFFF)
  }

  package mutating func append(_ flag: Bool) { append(flag ? 1 : 0) }

  /// Appends all 32 bits of a number, as two words.
  package mutating func append(bits: UInt32) {
    append(Int(bits >> 16))
    append(Int(bits & 0xFFFF))
  }

  /// Appends a text; equal texts are kept once.
  package mutating func append(_ string: String) {
    let offset: UInt32
    if let place = known[string] {
      offset = place
    } else {
      offset = UInt32(clamping: text.count)
      text.append(contentsOf: string.utf8)
      known[string] = offset
    }
    append(Int(offset))
    append(string.utf8.count)
  }

  package mutating func append(_ value: some Archivable) { value.archive(into: &self) }

  package mutating func append(_ value: (some Archivable)?) {
    append(value != nil)
    if let value { append(value) }
  }

  package mutating func append(_ values: [some Archivable]) {
    append(values.count)
    for value in values { append(value) }
  }

  package mutating func append(_ values: [String]) {
    append(values.count)
    for value in values { append(value) }
  }

  package mutating func append(_ values: NumberTable) { append(values.array) }

  package mutating func append(_ values: [UInt32]) {
    append(values.count)
    words.reserveCapacity(words.count + values.count)
    for value in values { append(Int(value)) }
  }
}

/// Reads what `ArchiveWriter` wrote.
///
/// Never traps: damage is an `ArchiveError`.
package struct ArchiveReader {
  private let words: NumberTable
  private let text: TextPool
  private var next = 0

  package init(words: NumberTable, text: TextPool) {
    self.words = words
    self.text = text
  }

  package init(words: [UInt32], text: [UInt8]) {
    self.init(words: NumberTable(words), text: .bytes(text))
  }

  package mutating func number() throws(ArchiveError) -> Int {
    guard next < words.count else { throw .truncated }
    next += 1
    return Int(words[next - 1])
  }

  package mutating func flag() throws(ArchiveError) -> Bool { try number() != 0 }

  package mutating func bits() throws(ArchiveError) -> UInt32 {
    let high = UInt32(truncatingIfNeeded: try number())
    return high << 16 | UInt32(truncatingIfNeeded: try number())
  }

  package mutating func string() throws(ArchiveError) -> String {
    let offset = try number()
    guard let string = text.string(offset, try number()) else { throw .truncated }
    return string
  }

  /// Reads a string as its bytes.
  package mutating func bytes() throws(ArchiveError) -> [UInt8] {
    let offset = try number()
    guard let bytes = text.bytes(offset, try number()) else { throw .truncated }
    return bytes
  }

  package mutating func optional<Value: Archivable>(_: Value.Type) throws(ArchiveError)
    -> Value?
  {
    try flag() ? try Value(from: &self) : nil
  }

  package mutating func array<Value: Archivable>(_: Value.Type) throws(ArchiveError)
    -> [Value]
  {
    let count = try number()
    var values: [Value] = []
    values.reserveCapacity(min(count, words.count))
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }

  package mutating func strings() throws(ArchiveError) -> [String] {
    let count = try number()
    var values: [String] = []
    for _ in 0..<count { values.append(try string()) }
    return values
  }

  /// Reads an array of 28-bit numbers in one piece.
  package mutating func numbers() throws(ArchiveError) -> [UInt32] { try table().array }

  /// Reads an array of 28-bit numbers that stays where it is.
  package mutating func table() throws(ArchiveError) -> NumberTable {
    let count = try number()
    guard count <= words.count - next else { throw .truncated }
    defer { next += count }
    return words.part(next..<next + count)
  }
}

/// Why an archive cannot be read.
package enum ArchiveError: Error {
  /// A number or text lies behind the end.
  case truncated
  /// A number names no case of its type.
  case unknownCase
}

/// A value that compiled rules consist of.
package protocol Archivable: Sendable {
  /// Writes the value; `init(from:)` reads it back equal.
  func archive(into writer: inout ArchiveWriter)
  init(from reader: inout ArchiveReader) throws(ArchiveError)
}
