import PlanReport

extension ReportBuffer {
  /// Appends text that the program did not write, wrapped at 80 columns; its blank lines stay.
  mutating func paragraph(_ text: String, indent: Int = 0) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var column = 0
      for word in line.split(separator: " ") {
        let width = word.unicodeScalars.count
        if column > 0, column + 1 + width > 80 - indent {
          own("\n")
          column = 0
        }
        if column == 0 { fill(" ", count: indent) } else { own(" ") }
        foreign(String(word))
        column += width + (column > 0 ? 1 : 0)
      }
      own("\n")
    }
  }

  /// Appends a word and blanks up to a width.
  mutating func column(_ word: String, width: Int) {
    foreign(word)
    fill(" ", count: max(1, width - word.unicodeScalars.count))
  }
}
