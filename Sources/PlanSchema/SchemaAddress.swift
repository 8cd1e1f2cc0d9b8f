/// A URI split as RFC 3986 appendix B splits it, to find which part of a schema a `$ref` means.
struct SchemaAddress: Hashable {
  var scheme: String?
  var authority: String?
  var path: String
  var query: String?
  /// What stands behind `#`, percent escapes undone; nil where there is no `#`.
  var fragment: String?

  init(_ text: String) {
    var rest = text[...]
    if let hash = rest.firstIndex(of: "#") {
      fragment = SchemaAddress.withoutEscapes(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/"), colon != rest.startIndex
    {
      scheme = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let slash = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = String(rest[..<slash])
      rest = rest[slash...]
    }
    path = String(rest)
  }

  /// The address without its fragment, as a key for what it names.
  var resource: SchemaAddress {
    var copy = self
    copy.fragment = nil
    return copy
  }

  /// The address that a relative one means here (RFC 3986 §5.2.2).
  func resolving(_ reference: SchemaAddress) -> SchemaAddress {
    var result = reference
    guard reference.scheme == nil else { return result }
    result.scheme = scheme
    guard reference.authority == nil else { return result }
    result.authority = authority
    if reference.path.isEmpty {
      result.path = path
      result.query = reference.query ?? query
    } else if reference.path.hasPrefix("/") {
      result.path = SchemaAddress.withoutDots(reference.path)
    } else {
      let folder =
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? (authority == nil ? "" : "/")
      result.path = SchemaAddress.withoutDots(folder + reference.path)
    }
    return result
  }

  /// Takes `.` and `..` out of a path (RFC 3986 §5.2.4).
  private static func withoutDots(_ path: String) -> String {
    var kept: [Substring] = []
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, step) in steps.enumerated() {
      if step == "." || step == ".." {
        if step == "..", kept.count > 1 { kept.removeLast() }
        if index == steps.count - 1 { kept.append("") }
      } else {
        kept.append(step)
      }
    }
    return kept.joined(separator: "/")
  }

  private static func withoutEscapes(_ text: Substring) -> String {
    guard text.contains("%") else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
