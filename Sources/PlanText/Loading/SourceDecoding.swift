/// The bytes of a file as text, and the first place where they are none.
struct DecodedSource {
  var text: SourceText
  var isASCII: Bool
  var problem: TextIssue?
}

/// Rewrites UTF-16 with a byte order mark as UTF-8, and looks for the first byte or character that YAML does not allow.
///
/// Without a mark a file is UTF-8. What is allowed is what libyaml's reader takes (YAML 1.1 §5.1).
func decodeSource(_ bytes: [UInt8]) -> DecodedSource {
  let isLittleEndian = bytes.starts(with: [0xFF, 0xFE])
  guard isLittleEndian || bytes.starts(with: [0xFE, 0xFF]) else {
    let check = firstUnreadable(bytes)
    return DecodedSource(
      text: SourceText(utf8: bytes),
      isASCII: check.isASCII,
      problem: check.problem.map { issue(for: $0, in: bytes) }
    )
  }
  let (utf8, badUnit) = transcode(bytes, isLittleEndian: isLittleEndian)
  let text = SourceText(
    utf8: utf8,
    encoding: isLittleEndian ? .utf16LittleEndian : .utf16BigEndian
  )
  let check = firstUnreadable(utf8)
  var problem = check.problem.map { issue(for: $0, in: utf8) }
  if let badUnit, badUnit.start <= problem?.range.start ?? .max {
    problem = TextIssue(
      .unreadableBytes,
      message: "the file is marked as UTF-16, but here is half a character that no text has",
      help: "open the plan in an editor and save it again as UTF-8",
      range: badUnit
    )
  }
  return DecodedSource(text: text, isASCII: false, problem: problem)
}

/// A place that is no text.
private struct Unreadable {
  var range: Range<Int>
  /// The character that YAML does not allow; nil for bytes that are not UTF-8.
  var character: UInt32?
}

private func firstUnreadable(_ bytes: [UInt8]) -> (problem: Unreadable?, isASCII: Bool) {
  var index = 0
  var isASCII = true
  while true {
    index = bytes.firstUnusualByte(from: index)
    guard index < bytes.count else { return (nil, isASCII) }
    if bytes[index] < 0x80 {
      return (Unreadable(range: index..<index + 1, character: UInt32(bytes[index])), isASCII)
    }
    isASCII = false
    let (character, length) = decodeCharacter(bytes, at: index)
    guard let character else { return (Unreadable(range: index..<index + length), false) }
    let isControl = character < 0xA0 && character != 0x85
    if isControl || character == 0xFFFE || character == 0xFFFF {
      return (Unreadable(range: index..<index + length, character: character), false)
    }
    index += length
  }
}

/// Decodes one character of UTF-8 strictly: no overlong forms, no surrogates, nothing above U+10FFFF.
///
/// For bytes that are no character the length is that of the wrong part, at least 1.
func decodeCharacter(_ bytes: [UInt8], at index: Int) -> (character: UInt32?, length: Int) {
  let lead = bytes[orZero: index]
  let length: Int
  var value: UInt32
  switch lead {
  case 0..<0x80: return (UInt32(lead), 1)
  case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
  case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
  case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
  default: return (nil, 1)
  }
  for step in 1..<length {
    let byte = bytes[orZero: index + step]
    guard byte & 0xC0 == 0x80 else { return (nil, step) }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  let isOverlong = length == 3 && value < 0x800 || length == 4 && value < 0x1_0000
  let isSurrogate = value >= 0xD800 && value <= 0xDFFF
  return isOverlong || isSurrogate || value > 0x10_FFFF ? (nil, length) : (value, length)
}

private func issue(for place: Unreadable, in bytes: [UInt8]) -> TextIssue {
  let range = SourceRange(
    UInt32(clamping: place.range.lowerBound),
    UInt32(clamping: place.range.upperBound)
  )
  let message: String
  var help = "open the plan in an editor and save it again as plain text in UTF-8"
  switch place.character {
  case nil:
    message = "this is no readable text: the bytes here are not UTF-8"
    help += "; curly quotes and accents from an older Windows program look like this"
  case 0:
    message = "there is a zero byte here, which no text has"
    if place.range.lowerBound < 4 { help += "; this file may be UTF-16 without its mark" }
  case let character?:
    let digits = String(character, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    message = "there is an invisible control character (\(code)) here, which YAML does not allow"
    help = "delete the character, and type the line again if need be"
  }
  return TextIssue(.unreadableBytes, message: message, help: help, range: range)
}

/// Rewrites UTF-16 as UTF-8, its mark included; what is no character becomes U+FFFD, and the first such place is told.
private func transcode(
  _ bytes: [UInt8],
  isLittleEndian: Bool
) -> (utf8: [UInt8], badUnit: SourceRange?) {
  var utf8: [UInt8] = []
  utf8.reserveCapacity(bytes.count)
  var badUnit: SourceRange?
  func unit(at index: Int) -> UInt32 {
    let first = UInt32(bytes[orZero: index])
    let second = UInt32(bytes[orZero: index + 1])
    return isLittleEndian ? second << 8 | first : first << 8 | second
  }
  func append(_ value: UInt32) {
    if let scalar = Unicode.Scalar(value) {
      utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
  func appendBad() {
    let start = UInt32(clamping: utf8.count)
    append(0xFFFD)
    badUnit = badUnit ?? SourceRange(start, UInt32(clamping: utf8.count))
  }
  var index = 0
  while index + 1 < bytes.count {
    let first = unit(at: index)
    index += 2
    guard first & 0xF800 == 0xD800 else {
      append(first)
      continue
    }
    let second = index + 1 < bytes.count ? unit(at: index) : 0
    guard first < 0xDC00, second & 0xFC00 == 0xDC00 else {
      appendBad()
      continue
    }
    index += 2
    append(0x1_0000 + (first & 0x3FF) << 10 + (second & 0x3FF))
  }
  if index < bytes.count { appendBad() }
  return (utf8, badUnit)
}
