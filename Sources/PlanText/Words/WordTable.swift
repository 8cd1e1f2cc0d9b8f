/// A vocabulary: every word that some pattern names, each with a number from 1.
///
/// Words are normalised forms as `WordScanner` gives them. One flat array of numbers and one pool of text, so that the
/// table is read from an archive as it is. Numbers, in this order: `slots` pairs of (28 bits of hash, word number or 0);
/// `count + 1` ends of words in the pool, the first 0; `builtinCount` attributes; the expansions, each a count and ids.
package struct WordTable: Sendable, Equatable {
  let numbers: NumberTable
  let pool: [UInt8]
  /// Number of slots, a power of two and more than `count`.
  let slots: Int
  /// Number of words; the largest word number.
  package let count: Int
  /// The words that the scanner itself knows are numbered 1 to this.
  package let builtinCount: Int

  var endsOffset: Int { slots * 2 }
  var attributesOffset: Int { endsOffset + count + 1 }
  var expansionsOffset: Int { attributesOffset + builtinCount }

  /// The number of a normalised form; 0 if it is not in the table.
  package func id(of form: String) -> UInt32 {
    let bytes = Array(form.utf8)
    return withView { view in
      bytes.withUnsafeBufferPointer { view.find($0, hash: nameHash(bytes)) }
    }
  }

  /// The normalised form of a word number; empty for 0 and for numbers beyond `count`.
  package func word(_ id: UInt32) -> String {
    withView { String(decoding: $0.bytes(of: id), as: UTF8.self) }
  }

  func withView<Result>(_ body: (WordTableView) -> Result) -> Result {
    pool.withUnsafeBufferPointer { pool in body(WordTableView(table: self, pool: pool)) }
  }
}

/// The table's arrays for the time of one scan.
struct WordTableView {
  private let slots: NumberTable
  private let ends: NumberTable
  private let kinds: NumberTable
  private let expansions: NumberTable
  private let pool: UnsafeBufferPointer<UInt8>
  private let mask: Int
  let builtinCount: UInt32

  init(table: WordTable, pool: UnsafeBufferPointer<UInt8>) {
    slots = table.numbers.part(0..<table.endsOffset)
    ends = table.numbers.part(table.endsOffset..<table.attributesOffset)
    kinds = table.numbers.part(table.attributesOffset..<table.expansionsOffset)
    expansions = table.numbers.part(table.expansionsOffset..<table.numbers.count)
    self.pool = pool
    mask = table.slots - 1
    builtinCount = UInt32(clamping: table.builtinCount)
  }

  /// The number of the word with these bytes, each looked up in `fold` first; 0 if unknown.
  @inline(__always)
  func find(
    _ bytes: UnsafePointer<UInt8>,
    count: Int,
    hash: UInt32,
    fold: UnsafePointer<UInt8>
  ) -> UInt32 {
    var slot = Int(hash) & mask
    while true {
      let id = slots[slot * 2 + 1]
      if id == 0 { return 0 }
      if slots[slot * 2] == hash & 0x0FFF_FFFF {
        let start = Int(ends[Int(id) - 1])
        if Int(ends[Int(id)]) - start == count {
          var at = 0
          while at < count, pool[start + at] == fold[Int(bytes[at])] { at += 1 }
          if at == count { return id }
        }
      }
      slot = (slot + 1) & mask
    }
  }

  /// The number of the word with exactly these bytes; 0 if unknown.
  func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt32 {
    var slot = Int(hash) & mask
    while true {
      let id = slots[slot * 2 + 1]
      if id == 0 { return 0 }
      if slots[slot * 2] == hash & 0x0FFF_FFFF, self.bytes(of: id).elementsEqual(bytes) {
        return id
      }
      slot = (slot + 1) & mask
    }
  }

  func find(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { find($0, hash: nameHash($0)) }
  }

  func bytes(of id: UInt32) -> Slice<UnsafeBufferPointer<UInt8>> {
    guard id > 0, Int(id) < ends.count else { return pool[0..<0] }
    return pool[Int(ends[Int(id) - 1])..<Int(ends[Int(id)])]
  }

  func hash(of id: UInt32) -> UInt32 { nameHash(bytes(of: id)) }

  /// What the scanner knows about a word; nothing for words of patterns.
  @inline(__always)
  func kind(of id: UInt32) -> WordKind {
    id &- 1 < builtinCount ? WordKind(rawValue: kinds[Int(id) - 1]) : []
  }

  /// The words that one spelling stands for; empty if it stands for itself.
  func expansion(of id: UInt32) -> [UInt32] {
    let place = kind(of: id).expansion
    guard place > 0, place <= expansions.count else { return [] }
    return expansions.part(place..<place + Int(expansions[place - 1])).array
  }
}
