/// A decimal number of any size, compared and divided exactly.
///
/// The value is `digits × 10^exponent`; zero has no digits. Schemas compare numbers by value, so `1`, `1.0` and `10e-1`
/// are one (JSON Schema 2020-12 core §4.2.2).
struct SchemaNumber: Hashable, Sendable {
  private(set) var isNegative = false
  /// Decimal digits from 0 to 9, without zeros at either end.
  private(set) var digits: [UInt8] = []
  private(set) var exponent = 0

  init(_ value: Int) {
    isNegative = value < 0
    setDigits(String(value.magnitude).utf8.map { $0 - 0x30 }, exponent: 0)
  }

  /// Reads a number as JSON or the YAML 1.2 core schema writes it (§10.3.2); nil for `.inf`, `.nan` and other text.
  init?(_ text: some Collection<UInt8>) {
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      isNegative = rest.first == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    if rest.starts(with: "0x".utf8) || rest.starts(with: "0o".utf8) {
      let radix = rest.starts(with: "0x".utf8) ? 16 : 8
      guard let value = UInt64(String(decoding: rest.dropFirst(2), as: UTF8.self), radix: radix)
      else { return nil }
      setDigits(String(value).utf8.map { $0 - 0x30 }, exponent: 0)
      return
    }
    var digits: [UInt8] = []
    var exponent = 0
    var isFraction = false
    while let byte = rest.first {
      if (0x30...0x39).contains(byte) {
        digits.append(byte - 0x30)
        if isFraction { exponent -= 1 }
      } else if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard !digits.isEmpty else { return nil }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      guard let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)) else { return nil }
      exponent += min(max(power, -1_000_000), 1_000_000)
      rest = rest.suffix(0)
    }
    guard rest.isEmpty else { return nil }
    setDigits(digits, exponent: exponent)
  }

  private mutating func setDigits(_ digits: [UInt8], exponent: Int) {
    var kept = digits.drop { $0 == 0 }
    self.exponent = exponent
    while kept.last == 0 {
      kept = kept.dropLast()
      self.exponent += 1
    }
    self.digits = Array(kept)
    if kept.isEmpty {
      self.exponent = 0
      isNegative = false
    }
  }

  /// Whether the value is whole.
  var isInteger: Bool { exponent >= 0 }

  /// The value where it is a whole number that fits.
  var int: Int? {
    guard exponent >= 0, digits.count + exponent <= 18 else { return digits.isEmpty ? 0 : nil }
    var value = 0
    for digit in digits { value = value * 10 + Int(digit) }
    for _ in 0..<exponent { value *= 10 }
    return isNegative ? -value : value
  }

  /// The number as JSON writes it.
  var json: String {
    guard !digits.isEmpty else { return "0" }
    let sign = isNegative ? "-" : ""
    let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    if exponent == 0 { return sign + text }
    if exponent > 0, exponent <= 20 { return sign + text + String(repeating: "0", count: exponent) }
    guard exponent < 0, exponent > -20 else { return sign + text + "e\(exponent)" }
    let point = digits.count + exponent
    guard point <= 0 else { return sign + text.prefix(point) + "." + text.dropFirst(point) }
    return sign + "0." + String(repeating: "0", count: -point) + text
  }
}

extension SchemaNumber: Comparable {
  static func < (a: SchemaNumber, b: SchemaNumber) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? b.isSmallerInSize(than: a) : a.isSmallerInSize(than: b)
  }

  private func isSmallerInSize(than other: SchemaNumber) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    let places = digits.count + exponent
    let otherPlaces = other.digits.count + other.exponent
    if places != otherPlaces { return places < otherPlaces }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}

extension SchemaNumber {
  /// Whether the number is a whole multiple of another that is greater than zero.
  ///
  /// Divisors of more than 18 digits count as dividing only themselves and zero.
  func isMultiple(of divisor: SchemaNumber) -> Bool {
    guard !digits.isEmpty else { return true }
    guard !divisor.digits.isEmpty else { return false }
    guard divisor.digits.count <= 18 else {
      return digits == divisor.digits && exponent == divisor.exponent
    }
    var modulus: UInt64 = 0
    for digit in divisor.digits { modulus = modulus * 10 + UInt64(digit) }
    var shift = exponent - divisor.exponent
    while shift < 0 {
      let (product, overflow) = modulus.multipliedReportingOverflow(by: 10)
      // A divisor larger than every number of this many digits divides none of them.
      guard !overflow else { return false }
      modulus = product
      shift += 1
    }
    var remainder: UInt64 = 0
    for digit in digits {
      remainder = modulus.remainder(remainder, times: 10, plus: UInt64(digit))
    }
    var power: UInt64 = 10 % modulus
    while shift > 0 {
      if shift & 1 == 1 { remainder = modulus.remainder(remainder, times: power, plus: 0) }
      power = modulus.remainder(power, times: power, plus: 0)
      shift >>= 1
    }
    return remainder == 0
  }
}

extension UInt64 {
  /// The remainder of `a × b + c` by this number.
  fileprivate func remainder(_ a: UInt64, times b: UInt64, plus c: UInt64) -> UInt64 {
    let product = (a % self).multipliedFullWidth(by: b % self)
    let rest = dividingFullWidth(product).remainder
    let (sum, overflow) = rest.addingReportingOverflow(c % self)
    return overflow || sum >= self ? sum &- self : sum
  }
}
