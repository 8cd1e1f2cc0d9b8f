extension IRegexp {
  /// Whether the whole text matches, or, where `isWhole` is false, any part of it.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - isWhole: whether nothing may stand before or behind the match.
  ///   - steps: is lowered by the work done; the search ends without a match below 0.
  /// - Returns: whether there is a match.
  /// - Complexity: linear in the text times the number of states.
  func matches(_ text: ArraySlice<UInt8>, isWhole: Bool, steps: inout Int) -> Bool {
    var threads = Threads(count: states.count)
    var current: [Int] = []
    var following: [Int] = []
    var index = text.startIndex
    threads.isAtStart = true
    threads.isAtEnd = text.isEmpty
    var isAccepting = threads.follow(0, in: states, into: &current)
    while index < text.endIndex {
      if !isWhole, isAccepting { return true }
      if isWhole, current.isEmpty { return false }
      steps -= 1 + current.count / 8
      guard steps >= 0 else { return false }
      let value = IRegexp.scalar(of: text, at: &index)
      threads.advance()
      threads.isAtEnd = index >= text.endIndex
      following.removeAll(keepingCapacity: true)
      isAccepting = false
      for state in current where consumes(value, states[state]) {
        if threads.follow(state + 1, in: states, into: &following) { isAccepting = true }
      }
      if !isWhole, threads.follow(0, in: states, into: &following) { isAccepting = true }
      swap(&current, &following)
    }
    return isAccepting
  }

  private func consumes(_ value: UInt32, _ state: State) -> Bool {
    switch state {
    case .character(let wanted): value == wanted
    case .any: value != 0x0A && value != 0x0D
    case .oneOf(let index): classes.indices ~= index && classes[index].contains(value)
    case .start, .end, .split, .jump: false
    }
  }

  /// Reads one character of UTF-8 and moves behind it; damaged bytes count one by one.
  static func scalar(of text: ArraySlice<UInt8>, at index: inout Int) -> UInt32 {
    let first = UInt32(text[index])
    index += 1
    guard first >= 0xC0 else { return first }
    let count = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    var value = first & (0x3F >> UInt32(count))
    for _ in 0..<count where index < text.endIndex {
      value = value << 6 | UInt32(text[index] & 0x3F)
      index += 1
    }
    return value
  }
}

/// Which states have been reached before the next character.
private struct Threads {
  /// For each state, the round that reached it last.
  private var rounds: [UInt32]
  private var round: UInt32 = 1
  private var open: [Int] = []
  var isAtStart = false
  var isAtEnd = false

  init(count: Int) { rounds = Array(repeating: 0, count: count) }

  mutating func advance() {
    round &+= 1
    isAtStart = false
  }

  /// Follows jumps from a state and adds those that wait for a character.
  ///
  /// - Returns: whether the pattern's end was reached.
  mutating func follow(_ state: Int, in states: [IRegexp.State], into list: inout [Int]) -> Bool {
    var reachesEnd = false
    open.append(state)
    while let state = open.popLast() {
      guard rounds.indices ~= state else {
        reachesEnd = true
        continue
      }
      guard rounds[state] != round else { continue }
      rounds[state] = round
      switch states[state] {
      case .start: if isAtStart { open.append(state + 1) }
      case .end: if isAtEnd { open.append(state + 1) }
      case .jump(let distance): open.append(state &+ distance)
      case .split(let first, let second):
        open.append(state &+ second)
        open.append(state &+ first)
      case .character, .any, .oneOf: list.append(state)
      }
    }
    return reachesEnd
  }
}
