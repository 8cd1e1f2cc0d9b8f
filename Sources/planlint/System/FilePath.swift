/// The name of a file as the system knows it: bytes, which need not be UTF-8.
typealias FilePath = [UInt8]

extension FilePath {
  static let slash: UInt8 = 0x2F

  init(_ text: StaticString) { self = Array(text.description.utf8) }

  /// The form for system calls: signed, and closed by a zero.
  ///
  /// A zero inside would silently shorten the name, so nothing is left of such a one.
  var cString: [CChar] {
    contains(0) ? [0] : map { CChar(bitPattern: $0) } + [0]
  }

  func appending(_ name: FilePath) -> FilePath {
    if isEmpty { return name }
    return last == FilePath.slash ? self + name : self + [FilePath.slash] + name
  }

  func hasSuffix(_ suffix: StaticString) -> Bool {
    let wanted = Array(suffix.description.utf8)
    return self.suffix(wanted.count).elementsEqual(wanted)
  }

  /// Whether this comes before another in a walk that takes each folder's names in byte order.
  func precedes(_ other: FilePath) -> Bool {
    lexicographicallyPrecedes(other) { a, b in
      a != b && (a == FilePath.slash || (b != FilePath.slash && a < b))
    }
  }
}
