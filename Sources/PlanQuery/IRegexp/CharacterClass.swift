/// A set of characters as a pattern writes it (RFC 9485 `charClass`).
struct CharacterClass: Sendable, Equatable {
  /// Scalar values in ascending order, first and last of each range in turn; ranges do not touch.
  private(set) var bounds: [UInt32]
  /// General categories, one bit each; a complement (`\P{…}`) is just the other bits.
  let categories: UInt32
  let isNegated: Bool

  init(ranges: [ClosedRange<UInt32>], categories: UInt32 = 0, isNegated: Bool = false) {
    bounds = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = bounds.last, range.lowerBound <= last {
        bounds[bounds.count - 1] = max(last, range.upperBound)
      } else {
        bounds += [range.lowerBound, range.upperBound]
      }
    }
    self.categories = categories
    self.isNegated = isNegated
  }

  init(sortedBounds: [UInt32], categories: UInt32, isNegated: Bool) {
    bounds = sortedBounds
    self.categories = categories
    self.isNegated = isNegated
  }

  func contains(_ value: UInt32) -> Bool {
    isInRanges(value) || isInCategories(value) ? !isNegated : isNegated
  }

  private func isInRanges(_ value: UInt32) -> Bool {
    var low = 0
    var high = bounds.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value < bounds[2 * middle] {
        high = middle
      } else if value > bounds[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }

  private func isInCategories(_ value: UInt32) -> Bool {
    guard categories != 0, let scalar = Unicode.Scalar(value) else { return false }
    return categories & CharacterClass.bit(scalar.properties.generalCategory) != 0
  }
}

// MARK: General categories

extension CharacterClass {
  /// The bits of a category's name, such as `Lu`, or of a whole group, such as `L` (RFC 9485 `IsCategory`).
  static func categories(named name: String) -> UInt32? {
    var bits: UInt32 = 0
    for (known, category) in names
    where known == name || name.utf8.count == 1 && known.hasPrefix(name) {
      bits |= bit(category)
    }
    return bits == 0 ? nil : bits
  }

  private static let names: [(String, Unicode.GeneralCategory)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter),
    ("Lm", .modifierLetter), ("Lo", .otherLetter),
    ("Mn", .nonspacingMark), ("Mc", .spacingMark), ("Me", .enclosingMark),
    ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber),
    ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation), ("Ps", .openPunctuation),
    ("Pe", .closePunctuation), ("Pi", .initialPunctuation), ("Pf", .finalPunctuation),
    ("Po", .otherPunctuation),
    ("Zs", .spaceSeparator), ("Zl", .lineSeparator), ("Zp", .paragraphSeparator),
    ("Sm", .mathSymbol), ("Sc", .currencySymbol), ("Sk", .modifierSymbol), ("So", .otherSymbol),
    ("Cc", .control), ("Cf", .format), ("Co", .privateUse), ("Cn", .unassigned),
  ]

  private static func bit(_ category: Unicode.GeneralCategory) -> UInt32 {
    switch category {
    case .uppercaseLetter: 1 << 0
    case .lowercaseLetter: 1 << 1
    case .titlecaseLetter: 1 << 2
    case .modifierLetter: 1 << 3
    case .otherLetter: 1 << 4
    case .nonspacingMark: 1 << 5
    case .spacingMark: 1 << 6
    case .enclosingMark: 1 << 7
    case .decimalNumber: 1 << 8
    case .letterNumber: 1 << 9
    case .otherNumber: 1 << 10
    case .connectorPunctuation: 1 << 11
    case .dashPunctuation: 1 << 12
    case .openPunctuation: 1 << 13
    case .closePunctuation: 1 << 14
    case .initialPunctuation: 1 << 15
    case .finalPunctuation: 1 << 16
    case .otherPunctuation: 1 << 17
    case .mathSymbol: 1 << 18
    case .currencySymbol: 1 << 19
    case .modifierSymbol: 1 << 20
    case .otherSymbol: 1 << 21
    case .spaceSeparator: 1 << 22
    case .lineSeparator: 1 << 23
    case .paragraphSeparator: 1 << 24
    case .control: 1 << 25
    case .format: 1 << 26
    case .surrogate: 1 << 27
    case .privateUse: 1 << 28
    case .unassigned: 1 << 29
    @unknown default: 1 << 30
    }
  }
}
