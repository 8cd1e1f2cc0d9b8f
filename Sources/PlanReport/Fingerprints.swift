import PlanText

/// Names a file's diagnostics so that the same remark is known again when lines have moved.
///
/// A fingerprint is 16 hexadecimal digits of FNV-1a over the rule, the field, the marked words (the message where a rule
/// marks none) with each run of white space as one blank, and how many alike came before it in the file. Neither
/// the file's name, nor line, column, severity or help take part.
struct Fingerprints {
  private var seen: [UInt64: Int] = [:]

  mutating func next(_ diagnostic: Diagnostic) -> String {
    var hash = FNV1a()
    hash.add(diagnostic.rule.utf8)
    hash.add([0])
    hash.add(diagnostic.field.utf8)
    hash.add([0])
    var wasBlank = false
    for byte in (diagnostic.match ?? diagnostic.message).utf8 {
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !(isBlank && wasBlank) { hash.add([isBlank ? 0x20 : byte]) }
      wasBlank = isBlank
    }
    let before = seen[hash.value, default: 0]
    seen[hash.value] = before &+ 1
    if before > 0 {
      hash.add([0])
      hash.add(String(before).utf8)
    }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// The hash FNV-1a of 64 bits (draft-eastlake-fnv), which is the same on every machine and in every run.
struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      value ^= UInt64(byte)
      value = value &* 0x100_0000_01B3
    }
  }
}
