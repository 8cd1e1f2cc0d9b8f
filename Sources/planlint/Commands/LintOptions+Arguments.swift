import ArgumentParser
import PlanReport
import PlanText

extension ReportFormat: ExpressibleByArgument {}
extension ColumnUnit: ExpressibleByArgument {}
extension Terminal.ColorChoice: ExpressibleByArgument {}

/// The lowest severity that makes a run fail.
enum FailureLevel: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  var severity: Severity? { Severity(rawValue: rawValue) }
}

/// A size in bytes: a whole number, perhaps with `k` or `M` behind it.
struct ByteCount: ExpressibleByArgument {
  let value: Int

  init(_ value: Int) { self.value = value }

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    let unit: Int
    switch argument.dropFirst(digits.count) {
    case "": unit = 1
    case "k", "K": unit = 1 << 10
    case "m", "M": unit = 1 << 20
    default: return nil
    }
    guard let number = Int(digits) else { return nil }
    let (value, isTooLarge) = number.multipliedReportingOverflow(by: unit)
    guard !isTooLarge, (1...ByteCount.most).contains(value) else { return nil }
    self.value = value
  }

  /// Offsets in a file are of 32 bits; a plan of this size is none.
  static let most = 64 << 20

  var defaultValueDescription: String { "\(value >> 20)M" }
}
