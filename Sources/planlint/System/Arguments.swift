import Glibc

/// Carries arguments whose bytes are not plain text through strings, without losing a byte.
///
/// The argument parser works on strings, and repeats them in its messages. An argument that holds a control character, or is not
/// UTF-8, is brought to it with each such byte as one character of the last private use plane; names of files come back from
/// there as bytes, and messages are escaped.
enum Arguments {
  private static let base: UInt32 = 0x10FF00

  /// The arguments of this process, without its name.
  static var ofProcess: [String] {
    (1..<max(1, Int(CommandLine.argc))).map { index in
      guard let argument = CommandLine.unsafeArgv[index] else { return "" }
      let bytes = UnsafeBufferPointer(start: argument, count: strlen(argument))
      return encode(bytes.map { UInt8(bitPattern: $0) })
    }
  }

  static func encode(_ bytes: [UInt8]) -> String {
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    if let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.allSatisfy(isPlain)
    {
      return text
    }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let isPlain = (0x20..<0x7F).contains(byte)
      guard let scalar = Unicode.Scalar(isPlain ? UInt32(byte) : base + UInt32(byte)) else {
        continue
      }
      text.append(scalar)
    }
    return String(text)
  }

  static func decode(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let byte = UInt8(exactly: Int(scalar.value) - Int(base)) {
        bytes.append(byte)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value != 0x7F && !(0x80..<0xA0).contains(scalar.value)
      && scalar.value != 0x2028 && scalar.value != 0x2029 && scalar.value < base
  }
}
