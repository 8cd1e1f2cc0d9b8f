/// A set of states that is filled, then emptied in ascending order, over and over.
///
/// One bit a state, and one bit for each 64 of those, so that both cost a few instructions a state and nothing for the
/// states that are not in it.
struct StateSet {
  private var bits: [UInt64]
  private var groups: [UInt64]

  /// - Parameter count: states are below this.
  init(count: Int) {
    bits = Array(repeating: 0, count: (max(0, count) + 63) / 64)
    groups = Array(repeating: 0, count: (bits.count + 63) / 64)
  }

  mutating func insert(_ state: UInt32) {
    let index = Int(state >> 6)
    guard index < bits.count else { return }
    bits[index] |= 1 &<< UInt64(state & 63)
    groups[index &>> 6] |= 1 &<< UInt64(index & 63)
  }

  mutating func insert(_ states: ArraySlice<UInt32>) {
    for state in states { insert(state) }
  }

  /// Appends all states in ascending order and empties the set.
  mutating func drain(into states: inout [UInt32]) {
    for group in groups.indices {
      while groups[group] != 0 {
        let index = group &* 64 &+ groups[group].trailingZeroBitCount
        groups[group] &= groups[group] &- 1
        var rest = bits[index]
        bits[index] = 0
        while rest != 0 {
          states.append(UInt32(truncatingIfNeeded: index &* 64 &+ rest.trailingZeroBitCount))
          rest &= rest &- 1
        }
      }
    }
  }
}
