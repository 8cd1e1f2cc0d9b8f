extension SchemaIssue {
  /// What is wrong and why it matters, in one line; lower case, without a final stop.
  ///
  /// Every sentence that a schema says stands in this file.
  package var message: String {
    switch kind {
    case .unknownKey:
      "\"\(key)\" is no key that is known here, so nothing reads what stands under it"
    case .missingKey: "\"\(key)\" is missing here"
    case .missingValue: "\"\(key)\" has nothing behind it"
    case .wrongType:
      key.isEmpty
        ? "\(expected) belongs here, and this is \(found)"
        : "\"\(key)\" takes \(expected), and this is \(found)"
    case .unknownValue:
      key.isEmpty
        ? "\"\(found)\" is not one of the words that are understood here"
        : "\"\(found)\" is not one of the words that \"\(key)\" understands"
    case .badDate:
      expected.isEmpty
        ? "there is no such day as \(found)" : "\"\(found)\" cannot be read as \(expected)"
    case .notAPlan:
      found.isEmpty
        ? "this file is empty, so there is no plan to look at"
        : "this does not look like a plan: a plan begins with keys such as \(expected), and this is \(found)"
    case .colonInSentence:
      "a colon with a space behind it cuts this sentence in two, so other programs lose its words"
    case .badValue:
      key.isEmpty ? "this should be \(expected)" : "\"\(key)\" should be \(expected)"
    case .tooMuch: "this part refers to itself so often that the rest of it was not looked at"
    }
  }

  /// What to do about it; empty where the message says it.
  package var help: String {
    switch kind {
    case .unknownKey: keyHelp
    case .missingKey, .missingValue:
      expected.isEmpty ? "add it, or leave the whole part out" : "add \"\(key):\", \(expected)"
    case .wrongType, .badValue, .tooMuch: ""
    case .unknownValue:
      suggestion.map { "did you mean \"\($0)\"?" } ?? "choose one of \(expected)"
    case .badDate:
      expected.hasPrefix("a time")
        ? "write the time on a 24 hour clock, such as 10:00 or 18:30"
        : "write the day as year-month-day, such as 2025-06-14"
    case .notAPlan:
      "begin with title:, subject: and participants:, or run `planlint new` for a skeleton"
    case .colonInSentence:
      "put the whole sentence in double quotation marks, or in a block below `>`"
    }
  }

  private var keyHelp: String {
    if let suggestion {
      return expected.isEmpty
        ? "did you mean \"\(suggestion)\"?" : "\"\(suggestion)\" belongs under \"\(expected)\""
    }
    return found.isEmpty
      ? "a key of your own begins with x-"
      : "the keys here are \(found); a key of your own begins with x-"
  }
}
