/// Numbers below 2^28, read where they lie: in the program's static data, or in memory that the table keeps.
///
/// Four bytes of seven bits each, the lowest first, since a string literal can hold those as they are. Nothing is copied
/// or taken apart when the program starts, and what is never asked for is never touched.
///
/// `@unchecked`: the memory behind the pointer never changes.
package struct NumberTable: @unchecked Sendable {
  /// What keeps the memory; nil for static data.
  private let owner: AnyObject?
  private let base: UnsafeRawPointer
  package let count: Int

  private init(owner: AnyObject?, base: UnsafeRawPointer, count: Int) {
    self.owner = owner
    self.base = base
    self.count = count
  }

  /// Reads a literal of packed numbers; bytes behind the last whole number are left out.
  package init(_ literal: StaticString) {
    guard literal.hasPointerRepresentation else {
      self.init([])
      return
    }
    self.init(
      owner: nil,
      base: UnsafeRawPointer(literal.utf8Start),
      count: literal.utf8CodeUnitCount / 4
    )
  }

  /// Keeps numbers in memory; the bits above the 28th are lost.
  package init(_ numbers: [UInt32]) {
    let memory = Memory(count: numbers.count * 4)
    for (index, number) in numbers.enumerated() {
      for place in 0..<4 {
        memory.bytes[index * 4 + place] = UInt8(truncatingIfNeeded: number >> (place * 7)) & 0x7F
      }
    }
    self.init(owner: memory, base: UnsafeRawPointer(memory.bytes), count: numbers.count)
  }

  private final class Memory {
    let bytes: UnsafeMutablePointer<UInt8>

    init(count: Int) {
      bytes = .allocate(capacity: Swift.max(1, count))
      bytes.initialize(repeating: 0, count: Swift.max(1, count))
    }

    deinit { bytes.deallocate() }
  }
}

// No collection: loops over one go through a table of functions where they are in another module.
extension NumberTable {
  package var isEmpty: Bool { count == 0 }
  /// Whether the numbers are in the program's static data.
  package var isStatic: Bool { owner == nil }
  package var last: UInt32? { count > 0 ? self[count - 1] : nil }
  /// The numbers, copied and taken apart.
  package var array: [UInt32] { (0..<count).map { self[$0] } }

  package subscript(index: Int) -> UInt32 {
    precondition(index >= 0 && index < count)
    let bytes = UInt32(
      littleEndian: base.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self)
    )
    return bytes & 0x7F | bytes >> 1 & 0x3F80 | bytes >> 2 & 0x1F_C000 | bytes >> 3 & 0xFE0_0000
  }

  /// A part of the table as a table of its own, without what lies beyond its end.
  package func part(_ range: Range<Int>) -> NumberTable {
    let lower = Swift.min(Swift.max(0, range.lowerBound), count)
    let upper = Swift.min(Swift.max(lower, range.upperBound), count)
    return NumberTable(owner: owner, base: base + lower &* 4, count: upper &- lower)
  }
}

extension NumberTable: Equatable {
  package static func == (a: NumberTable, b: NumberTable) -> Bool { a.array == b.array }
}
