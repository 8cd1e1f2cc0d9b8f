/// Places along a text, words or bytes, of which each can be taken once.
///
/// A long text may hold thousands of finds, so that comparing each with each would take too long.
struct TakenPlaces {
  private var flags: [Bool] = []

  /// Takes places that are all free; says whether they were.
  mutating func take(_ places: Range<Int>) -> Bool {
    if flags.count < places.upperBound {
      flags.append(contentsOf: repeatElement(false, count: places.upperBound - flags.count))
    }
    guard !flags[places].contains(true) else { return false }
    for place in places { flags[place] = true }
    return true
  }
}
