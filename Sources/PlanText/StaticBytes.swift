extension StaticString {
  /// The literal's bytes, copied; literals may hold NUL.
  package var bytes: [UInt8] {
    guard hasPointerRepresentation else { return Array(String(describing: self).utf8) }
    return withUTF8Buffer { Array($0) }
  }
}

/// A text that many strings are parts of: in the program's static data, or in memory.
package enum TextPool: Sendable {
  case literal(StaticString)
  case bytes([UInt8])

  var count: Int {
    switch self {
    case .literal(let text): text.hasPointerRepresentation ? text.utf8CodeUnitCount : 0
    case .bytes(let bytes): bytes.count
    }
  }

  /// The string at a place, or nil where the pool ends before it does.
  func string(_ offset: Int, _ length: Int) -> String? {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
    let range = offset..<offset + length
    return switch self {
    case .literal(let text): text.withUTF8Buffer { String(decoding: $0[range], as: UTF8.self) }
    case .bytes(let bytes): String(decoding: bytes[range], as: UTF8.self)
    }
  }

  /// The bytes at a place, or nil where the pool ends before it does.
  func bytes(_ offset: Int, _ length: Int) -> [UInt8]? {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
    let range = offset..<offset + length
    return switch self {
    case .literal(let text): text.withUTF8Buffer { Array($0[range]) }
    case .bytes(let bytes): Array(bytes[range])
    }
  }
}
