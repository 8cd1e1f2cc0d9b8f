/// The bytes of a report under construction.
///
/// Words of the program itself enter as literals, everything else through `foreign`: so nothing that came from a plan,
/// a rule, a file name or the system can reach a terminal or a build log unescaped.
package struct ReportBuffer: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var count: Int { bytes.count }

  /// Appends words of the program, which are printed as they are.
  package mutating func own(_ words: StaticString) {
    bytes.append(contentsOf: words.description.utf8)
  }

  /// Appends text that the program did not write, escaped.
  package mutating func foreign(_ text: String) {
    Escaping.append(Array(text.utf8)[...], to: &bytes)
  }

  /// Appends bytes that the program did not write, such as a file name, escaped.
  package mutating func foreign(_ text: [UInt8]) {
    Escaping.append(text[...], to: &bytes)
  }

  package mutating func number(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Appends one ASCII character of the program several times.
  package mutating func fill(_ character: Unicode.Scalar, count: Int) {
    guard count > 0, character.isASCII else { return }
    bytes.append(
      contentsOf: repeatElement(UInt8(truncatingIfNeeded: character.value), count: count)
    )
  }

  /// Appends what another buffer of this type has already made safe.
  package mutating func append(_ other: ReportBuffer) { bytes.append(contentsOf: other.bytes) }

  /// Appends what another part of this module has already escaped.
  mutating func escaped(_ finished: some Sequence<UInt8>) {
    bytes.append(contentsOf: finished)
  }

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Hands over the bytes so far and starts anew.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
