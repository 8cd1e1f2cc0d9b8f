internal import PlanText

// Numbers as their texts give them: of JSON, and of the YAML 1.2 core schema (§10.3.2).

/// The value of a decimal number; nil where the bytes are none.
///
/// What is too large is infinite, what is too small is zero, as IEEE 754 rounds.
func decimalValue(of bytes: ArraySlice<UInt8>) -> Double? {
  if let value = smallInteger(bytes) { return Double(value) }
  guard let last = bytes.last, bytes.count <= 1_024 else { return nil }
  // Swift's own parser refuses "1.", which YAML allows, and takes "0x1p3" and "inf", which nobody wrote as decimal.
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      continue
    default: return nil
    }
  }
  let digits = last == UInt8(ascii: ".") ? bytes.dropLast() : bytes
  return Double(String(decoding: digits, as: UTF8.self))
}

/// An integer of up to 15 digits, exact in a `Double`; nil for anything else, and for `-0`.
private func smallInteger(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard let first = bytes.first, bytes.count <= 15 else { return nil }
  let isNegative = first == UInt8(ascii: "-")
  let digits = isNegative ? bytes.dropFirst() : bytes
  guard let lead = digits.first, !isNegative || lead != UInt8(ascii: "0") else { return nil }
  var value = 0
  for byte in digits {
    guard byte &- UInt8(ascii: "0") <= 9 else { return nil }
    value = value &* 10 &+ Int(byte &- UInt8(ascii: "0"))
  }
  return isNegative ? -value : value
}

/// The value of a scalar that the loader or the schema called a number; nil where its text is none after all.
///
/// Knows `0x1F`, `0o17`, `.inf` and `.nan` beside decimal numbers.
func numberValue(of bytes: ArraySlice<UInt8>) -> Double? {
  if let value = decimalValue(of: bytes) { return value }
  let unsigned: ArraySlice<UInt8>
  let sign: Double
  switch bytes.first {
  case UInt8(ascii: "-"): (unsigned, sign) = (bytes.dropFirst(), -1)
  case UInt8(ascii: "+"): (unsigned, sign) = (bytes.dropFirst(), 1)
  default: (unsigned, sign) = (bytes, 1)
  }
  if unsigned.starts(with: "0x".utf8) { return digits(unsigned.dropFirst(2), radix: 16, sign) }
  if unsigned.starts(with: "0o".utf8) { return digits(unsigned.dropFirst(2), radix: 8, sign) }
  switch String(decoding: unsigned.prefix(5), as: UTF8.self) {
  case ".inf", ".Inf", ".INF": return sign * .infinity
  case ".nan", ".NaN", ".NAN": return .nan
  default: return nil
  }
}

private func digits(_ bytes: ArraySlice<UInt8>, radix: UInt32, _ sign: Double) -> Double? {
  guard !bytes.isEmpty else { return nil }
  var value = 0.0
  for byte in bytes {
    guard let digit = hexadecimalValue(of: byte), digit < radix else { return nil }
    value = value * Double(radix) + Double(digit)
  }
  return sign * value
}
