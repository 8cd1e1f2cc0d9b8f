internal import PlanText

/// Scalars: the field's type decides, and loose spelling of closed sets is forgiven.
extension PlanReading {
  mutating func readScalar(_ node: NodeID, _ shape: PlanShape) {
    let text = tree.bytes(of: node)
    var canonical: TextReference?
    if let value = shape.value(of: text), !text.elementsEqual(value) {
      canonical = builder.store(value)
    }
    let isClosed = shape.isClosed
    let new = open(node) { record in
      guard record.type != .null else { return }
      record.canonical = canonical
      switch shape.kind {
      case .yesNo:
        if let value = YesNo.value(of: text) {
          record.type = value ? .true : .false
        } else {
          record.type = .string
        }
      case .number:
        if record.type == .string, Self.isNumber(text) { record.type = .integer }
      case .text, .date, .dateOrText, .time, .person, .people: record.type = .string
      case nil: if isClosed { record.type = .string }
      }
    }
    if shape.kind == .date, let day = PlanDate(text), !day.exists { reportNoSuchDay(new) }
  }

  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty && text.count <= 18 && text.allSatisfy { (0x30...0x39).contains($0) }
  }

  private mutating func reportNoSuchDay(_ node: NodeID) {
    let record = builder.records[Int(node.index)]
    let key = record.key == NodeRecord.noIndex ? nil : builder.records[Int(record.key)]
    report(
      SchemaIssue(
        .badDate,
        "",
        node: node,
        range: record.range,
        key: key.map { String(decoding: tree.bytes($0.text), as: UTF8.self) } ?? "",
        found: String(decoding: tree.bytes(record.text).prefix(16), as: UTF8.self)
      )
    )
  }
}

/// A date in the form that plans use, `2025-06-14`, with whatever follows it.
struct PlanDate {
  private let year: Int
  private let month: Int
  private let day: Int
  private let hour: Int
  private let minute: Int

  /// Reads the digits of a text in that form; nil for any other text.
  init?(_ text: ArraySlice<UInt8>) {
    let bytes = Array(text)
    func number(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[start..<start + count] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    hour = number(11, 2) ?? 0
    minute = number(14, 2) ?? 0
  }

  /// Whether the calendar has this day, and the day this hour.
  var exists: Bool {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return false }
    return hour < 24 && minute < 60
  }
}
