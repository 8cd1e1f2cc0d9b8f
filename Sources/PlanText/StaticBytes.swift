extension StaticString {
  /// The literal's bytes, copied; literals may hold NUL.
  package var bytes: [UInt8] {
    guard hasPointerRepresentation else { return Array(String(describing: self).utf8) }
    return withUTF8Buffer { Array($0) }
  }

  /// The numbers of a literal that holds four bytes of seven bits for each, the lowest first (`ArchiveWriter`).
  ///
  /// Bytes behind the last whole number are left out.
  package var packedWords: [UInt32] {
    guard hasPointerRepresentation else { return [] }
    return withUTF8Buffer { bytes in
      [UInt32](unsafeUninitializedCapacity: bytes.count / 4) { words, count in
        // In range: `index` is below a quarter of the bytes.
        for index in 0..<bytes.count / 4 {
          let place = index &* 4
          words[index] =
            UInt32(bytes[place]) | UInt32(bytes[place &+ 1]) << 7
            | UInt32(bytes[place &+ 2]) << 14 | UInt32(bytes[place &+ 3]) << 21
        }
        count = bytes.count / 4
      }
    }
  }
}
