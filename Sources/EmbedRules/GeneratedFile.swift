import PlanRules

/// The Swift file that carries the compiled rules as string literals, which the compiler takes in at once.
struct GeneratedFile {
  var words: [UInt32]
  var text: [UInt8]
  var sources: [ModuleSource]

  var contents: String {
    var result = """
      // Generated from the files in Rules/ when planlint is built. Never edited, never committed.

      enum CompiledRules {
        /// Four bytes of seven bits for each word of the archive, the lowest first.
        static let words: StaticString = "\(packed)"

        /// The text that the archive's strings point into.
        static let text: StaticString = "\(escaped(text))"

        /// The rule modules as they are in Rules/: module, file, contents.
        static let sources: [(module: String, file: String, contents: StaticString)] = [

      """
    for module in sources {
      for file in module.files {
        result += "    (\"\(module.name)\", \"\(file.name)\", \"\(escaped(file.bytes))\"),\n"
      }
    }
    return result + "  ]\n}\n"
  }

  private var packed: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.count * 4)
    for word in words {
      for shift in [0, 7, 14, 21] { bytes.append(UInt8(truncatingIfNeeded: word >> shift) & 0x7F) }
    }
    return escaped(bytes)
  }

  /// Bytes of UTF-8 as the inside of a Swift string literal.
  private func escaped(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      switch byte {
      case 0: result.append(contentsOf: "\\0".utf8)
      case UInt8(ascii: "\\"): result.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\""): result.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\n"): result.append(contentsOf: "\\n".utf8)
      case 0x01..<0x20, 0x7F: result.append(contentsOf: "\\u{\(String(byte, radix: 16))}".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
