/// The JSON type of a plain scalar by the core schema of YAML 1.2.2 §10.3.2.
func coreSchemaType(_ text: UnsafeBufferPointer<UInt8>) -> ScalarType {
  guard let first = text.first else { return .null }
  switch first {
  case UInt8(ascii: "~"): return text.count == 1 ? .null : .string
  case UInt8(ascii: "n"), UInt8(ascii: "N"): return isWord(text, "null") ? .null : .string
  case UInt8(ascii: "t"), UInt8(ascii: "T"): return isWord(text, "true") ? .true : .string
  case UInt8(ascii: "f"), UInt8(ascii: "F"): return isWord(text, "false") ? .false : .string
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
    UInt8(ascii: "."):
    return numberType(text, first)
  default: return .string
  }
}

/// Whether a text is a word in lower case, upper case or with a capital.
private func isWord(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
  word.withUTF8Buffer { word in
    guard text.count == word.count else { return false }
    var lower = 0
    for index in 1..<word.count {
      if text[index] == word[index] {
        lower += 1
      } else if text[index] != word[index] & 0xDF {
        return false
      }
    }
    return lower == word.count - 1 || lower == 0 && text[0] & 0x20 == 0
  }
}

private func numberType(_ text: UnsafeBufferPointer<UInt8>, _ first: UInt8) -> ScalarType {
  if first == UInt8(ascii: "0"), text.count > 2 {
    if text[1] == UInt8(ascii: "o") {
      return text[2...].allSatisfy { $0 & 0xF8 == 0x30 } ? .integer : .string
    }
    if text[1] == UInt8(ascii: "x") {
      return text[2...].allSatisfy(isHexDigit) ? .integer : .string
    }
  }
  var index = first == UInt8(ascii: "+") || first == UInt8(ascii: "-") ? 1 : 0
  let signed = index == 1
  func digits() -> Int {
    let start = index
    while index < text.count, isDigit(text[index]) { index += 1 }
    return index - start
  }
  let whole = digits()
  if index == text.count { return whole > 0 ? .integer : .string }
  var fraction = 0
  if text[index] == UInt8(ascii: ".") {
    index += 1
    fraction = digits()
    if whole == 0, fraction == 0 { return specialType(text[index...], signed: signed) }
  }
  guard whole + fraction > 0 else { return .string }
  if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
    index += 1
    if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
      index += 1
    }
    if digits() == 0 { return .string }
  }
  return index == text.count ? .number : .string
}

private func specialType(_ rest: Slice<UnsafeBufferPointer<UInt8>>, signed: Bool) -> ScalarType {
  let spellings: [StaticString] =
    signed ? ["inf", "Inf", "INF"] : ["inf", "Inf", "INF", "nan", "NaN", "NAN"]
  return spellings.contains { $0.withUTF8Buffer { rest.elementsEqual($0) } } ? .number : .string
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

private func isHexDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (byte | 0x20) &- 0x61 < 6
}
