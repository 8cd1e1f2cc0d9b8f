/// Which state follows which on what word: a hash table with open addresses, since it is asked once or more for every word.
struct TransitionTable {
  /// 0 where a slot is free: no key is 0.
  private var keys: [UInt64] = []
  private var states: [UInt32] = []
  private var shift: UInt64 = 0
  private(set) var count = 0

  init() { removeAll() }

  mutating func removeAll() {
    keys = Array(repeating: 0, count: 1 << 10)
    states = Array(repeating: 0, count: keys.count)
    shift = 64 - 10
    count = 0
  }

  /// The state kept under a key, or nil where there is none.
  func state(for key: UInt64) -> UInt32? {
    var slot = place(of: key)
    while true {
      let found = keys[slot]
      if found == key { return states[slot] }
      if found == 0 { return nil }
      slot = (slot &+ 1) & (keys.count &- 1)
    }
  }

  /// Keeps a state under a key that is not yet in the table.
  mutating func insert(_ state: UInt32, for key: UInt64) {
    if count >= keys.count / 2 { grow() }
    var slot = place(of: key)
    while keys[slot] != 0 { slot = (slot &+ 1) & (keys.count &- 1) }
    keys[slot] = key
    states[slot] = state
    count += 1
  }

  /// Fibonacci hashing: the high bits of the product.
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  private mutating func grow() {
    let (oldKeys, oldStates) = (keys, states)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    states = Array(repeating: 0, count: keys.count)
    shift -= 1
    count = 0
    for index in oldKeys.indices where oldKeys[index] != 0 {
      insert(oldStates[index], for: oldKeys[index])
    }
  }
}
