extension WordTable {
  /// Numbers the words: first those that the scanner itself knows, then the others in the order of their bytes.
  ///
  /// The same set of words gives the same table, whatever their order. Words are normalised forms (`WordScanner.forms`).
  package init(_ words: some Sequence<String> = []) {
    let builtin = BuiltinWords()
    let known = Set(builtin.words)
    let others = Set(words).subtracting(known).subtracting([""])
      .map { Array($0.utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let all = builtin.words.map { Array($0.utf8) } + others

    var slots = 16
    while slots < all.count * 3 / 2 { slots *= 2 }
    var numbers = [UInt32](repeating: 0, count: slots * 2)
    for (index, word) in all.enumerated() {
      let hash = nameHash(word)
      var slot = Int(hash) & (slots - 1)
      while numbers[slot * 2 + 1] != 0 { slot = (slot + 1) & (slots - 1) }
      numbers[slot * 2] = hash & 0x0FFF_FFFF
      numbers[slot * 2 + 1] = UInt32(index + 1)
    }
    numbers.append(0)
    var end = 0
    for word in all {
      end += word.count
      numbers.append(UInt32(clamping: end))
    }
    numbers += builtin.kinds
    numbers += builtin.expansions

    self.numbers = NumberTable(numbers)
    self.slots = slots
    pool = Array(all.joined())
    count = all.count
    builtinCount = builtin.words.count
  }
}

// MARK: Archive

extension WordTable: Archivable {
  package func archive(into writer: inout ArchiveWriter) {
    writer.append(slots)
    writer.append(count)
    writer.append(builtinCount)
    writer.append(numbers)
    writer.append(String(decoding: pool, as: UTF8.self))
  }

  package init(from reader: inout ArchiveReader) throws(ArchiveError) {
    slots = try reader.number()
    count = try reader.number()
    builtinCount = try reader.number()
    numbers = try reader.table()
    pool = try reader.bytes()
    // What the program itself carries was made by the same build.
    guard numbers.isStatic || isSound else { throw .truncated }
  }

  /// Whether every number leads to a place inside the table, so that reading it cannot trap or run for ever.
  private var isSound: Bool {
    guard slots > 0, slots & (slots - 1) == 0, slots > count, builtinCount <= count,
      builtinCount >= BuiltinWords.reserved.count, expansionsOffset <= numbers.count
    else { return false }
    var used = 0
    for slot in 0..<slots where numbers[slot * 2 + 1] != 0 {
      used += 1
      guard numbers[slot * 2 + 1] <= count else { return false }
    }
    guard used == count, numbers[endsOffset] == 0 else { return false }
    for at in endsOffset + 1..<attributesOffset where numbers[at] < numbers[at - 1] { return false }
    return numbers[attributesOffset - 1] == pool.count
  }
}
