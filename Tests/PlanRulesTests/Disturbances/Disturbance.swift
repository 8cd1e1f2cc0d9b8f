import Testing

/// A change to the file as a whole.
enum FileChange: String, CaseIterable, Sendable {
  case none, byteOrderMark, carriageReturnLineFeeds, carriageReturns, wideComment
  case secondDocument, noFinalBreak, utf16LittleEndian, utf16BigEndian

  /// The plan with the change; `neighbor` is a plan that deserves no remark.
  func applied(to plan: WrittenPlan, neighbor: String) -> WrittenPlan {
    var result = WrittenPlan()
    switch self {
    case .none: return plan
    case .byteOrderMark, .utf16LittleEndian, .utf16BigEndian:
      result.append("\u{FEFF}")
      result.append(plan)
    case .carriageReturnLineFeeds: return plan.withLineBreaks("\r\n")
    case .carriageReturns: return plan.withLineBreaks("\r")
    case .wideComment:
      result.append("# café 👨‍👩‍👧 – note\n")
      result.append(plan)
    case .secondDocument:
      result.append(neighbor + "\n---\n")
      result.append(plan)
    case .noFinalBreak:
      result = plan
      result.dropFinalBreaks()
    }
    return result
  }

  /// The bytes of the file.
  func bytes(of plan: WrittenPlan) -> [UInt8] {
    switch self {
    case .utf16LittleEndian:
      plan.string.utf16.flatMap {
        [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
      }
    case .utf16BigEndian:
      plan.string.utf16.flatMap {
        [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
      }
    default: Array(plan.string.utf8)
    }
  }

  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}

/// A change to the bytes of a plan that must move places without changing what is found (`style.md` 2.5).
struct Disturbance: Hashable, Sendable, CustomTestStringConvertible {
  var style: ScalarStyle
  var change: FileChange

  var testDescription: String { "\(style) text, file with \(change)" }

  /// For examples that are texts: every style, paired with the changes so that each change meets several styles.
  static let ofTexts: [Disturbance] = [
    Disturbance(style: .doubleQuoted, change: .none),
    Disturbance(style: .doubleQuotedEscapes, change: .byteOrderMark),
    Disturbance(style: .doubleQuotedFolded, change: .carriageReturnLineFeeds),
    Disturbance(style: .noBreakSpaces, change: .wideComment),
    Disturbance(style: .singleQuoted, change: .carriageReturns),
    Disturbance(style: .singleQuotedFolded, change: .utf16BigEndian),
    Disturbance(style: .plain, change: .utf16LittleEndian),
    Disturbance(style: .plainFolded, change: .carriageReturns),
    Disturbance(style: .literal, change: .noFinalBreak),
    Disturbance(style: .literalStripped, change: .carriageReturnLineFeeds),
    Disturbance(style: .literalIndented, change: .carriageReturns),
    Disturbance(style: .folded, change: .carriageReturnLineFeeds),
    Disturbance(style: .foldedStripped, change: .wideComment),
    Disturbance(style: .foldedIndented, change: .byteOrderMark),
    Disturbance(style: .alias, change: .secondDocument),
  ]

  /// For examples that are plans or whole files, whose scalars stay as they are.
  static let ofPlans = FileChange.allCases.map { Disturbance(style: .doubleQuoted, change: $0) }
}
