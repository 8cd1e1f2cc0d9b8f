/// How a file's bytes write its characters (YAML 1.1 §5.2).
package enum SourceEncoding: Sendable {
  case utf8, utf16LittleEndian, utf16BigEndian
}

/// The text of a file as UTF-8 bytes, in which every `SourceRange` counts.
///
/// A UTF-8 file is kept as it is, byte order mark included. A UTF-16 file is rewritten as UTF-8 (its mark as U+FEFF),
/// and `fileOffset(of:)` leads back.
package struct SourceText: Sendable {
  package let bytes: [UInt8]
  package let encoding: SourceEncoding

  /// Takes bytes that are UTF-8, or that were rewritten as UTF-8 from the encoding given.
  package init(utf8 bytes: [UInt8], encoding: SourceEncoding = .utf8) {
    self.bytes = bytes
    self.encoding = encoding
  }

  package init(_ string: String) { self.init(utf8: Array(string.utf8)) }

  /// Length of a byte order mark at the very start: 3 bytes or none.
  package var byteOrderMarkLength: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  package subscript(range: SourceRange) -> ArraySlice<UInt8> {
    let start = min(Int(range.start), bytes.count)
    return bytes[start..<min(max(start, Int(range.end)), bytes.count)]
  }

  /// The offset in the file itself, in bytes from 0, of an offset in `bytes`.
  ///
  /// - Complexity: linear for UTF-16 files, constant otherwise.
  package func fileOffset(of offset: UInt32) -> Int {
    guard encoding != .utf8 else { return Int(offset) }
    var result = 0
    for byte in bytes.prefix(Int(offset)) where byte & 0xC0 != 0x80 {
      result += byte >= 0xF0 ? 4 : 2
    }
    return result
  }
}
