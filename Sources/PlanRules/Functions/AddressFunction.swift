internal import PlanQuery
internal import PlanText

extension FunctionDeclaration {
  static let address = FunctionDeclaration(
    name: "address",
    parameters: [.value],
    summary: "a street address in one form, so that '12 Elm St, Apt 4' equals '12 Elm Street #4'",
    body: .value { arguments in
      guard let text = arguments.text(0) else { return .nothing }
      let words = StreetAddress.normalized(text)
      return words.isEmpty ? .nothing : .text(words)
    }
  )
}

/// Brings postal addresses to one form: small letters, no punctuation, the usual short forms opened, no flat signs.
enum StreetAddress {
  private static let longForms: [String: String] = [
    "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "rd": "road", "dr": "drive",
    "ln": "lane", "blvd": "boulevard", "ct": "court", "pl": "place", "hwy": "highway",
    "pkwy": "parkway", "sq": "square", "ter": "terrace", "n": "north", "s": "south", "e": "east",
    "w": "west", "cir": "circle",
  ]
  private static let dropped: Set<String> = [
    "apt", "apartment", "unit", "suite", "ste", "no", "number", "flat", "room",
  ]

  static func normalized(_ text: ArraySlice<UInt8>) -> String {
    var words: [String] = []
    var word = ""
    for scalar in String(decoding: text, as: UTF8.self).lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.filter { !dropped.contains($0) }.map { longForms[$0] ?? $0 }
      .joined(separator: " ")
  }
}
