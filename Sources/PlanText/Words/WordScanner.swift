/// Brings texts to words, one after another, with buffers that are kept from one text to the next.
///
/// One value serves one task. Text and patterns go through the same scanner, so they agree in what a word is
/// (`rule-language.md`, "Phrase patterns").
package struct WordScanner: Sendable {
  package let table: WordTable
  /// Characters of the last text that were read by loops that look ahead or read again.
  package private(set) var lookedAt = 0
  private var form = WordForm()

  package init(_ table: WordTable) { self.table = table }

  /// Replaces `tokens` by the words of a decoded text; offsets count from the start of that text.
  ///
  /// Bytes that are not UTF-8 separate words.
  ///
  /// - Complexity: linear in the text, whatever it holds.
  package mutating func scan(_ text: ArraySlice<UInt8>, into tokens: inout [Token]) {
    var ignored: [String]?
    scan(text, into: &tokens, forms: &ignored)
  }

  /// Scans a text and gives the normalised form of each token too, where `forms` is not nil.
  package mutating func scan(
    _ text: ArraySlice<UInt8>,
    into tokens: inout [Token],
    forms: inout [String]?,
    keepsMasks: Bool = false
  ) {
    tokens.removeAll(keepingCapacity: true)
    forms?.removeAll(keepingCapacity: true)
    // Offsets are 32 bits wide; the loader refuses files far smaller than that.
    let text = text.prefix(Int(Int32.max))
    table.withView { view in
      text.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        ByteTables.all.withUnsafeBufferPointer { tables in
          guard let tables = tables.baseAddress else { return }
          var pass = ScanPass(text: base, end: bytes.count, table: view, tables: tables)
          swap(&pass.tokens, &tokens)
          swap(&pass.form, &form)
          swap(&pass.forms, &forms)
          pass.keepsMasks = keepsMasks
          pass.run()
          lookedAt = pass.lookedAt
          swap(&pass.forms, &forms)
          swap(&pass.form, &form)
          swap(&pass.tokens, &tokens)
        }
      }
    }
  }

  /// The normalised forms of a phrase's words: "You're" is "you", "are"; "Danny's" is "danny", "'s".
  ///
  /// Masked letters stay one form ("f***" is "f*"), whether or not any table has it.
  package static func forms(of phrase: String) -> [String] {
    var scanner = WordScanner(plain)
    var tokens: [Token] = []
    var forms: [String]? = []
    scanner.scan(Array(phrase.utf8)[...], into: &tokens, forms: &forms, keepsMasks: true)
    return forms ?? []
  }

  /// The table of the scanner's own words alone.
  private static let plain = WordTable()
}

/// A word's normalised form while it is put together, and where each of its bytes came from.
struct WordForm: Sendable {
  var bytes: [UInt8] = []
  /// Offset in the text of the character that gave each byte.
  var origins: [Int] = []
  /// Offset behind the last character.
  var end = 0
  /// Number of letters with a Latin reading, of look-alikes, and of other letters.
  var latin = 0
  var alike = 0
  var foreign = 0
  var apostrophes = 0
  /// Invisible characters were left out between two letters, or since the last one.
  var hasHidden = false
  var sawInvisible = false
  /// Length of the form before the first mask; -1 if there is none.
  var maskLength = -1

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    end = 0
    latin = 0
    alike = 0
    foreign = 0
    apostrophes = 0
    hasHidden = false
    sawInvisible = false
    maskLength = -1
  }

  /// Lengths of the form before each ending that is cut off, the last ending first.
  var cuts: [Int] = []

  mutating func append(_ byte: UInt8, from offset: Int) {
    hasHidden = hasHidden || sawInvisible
    sawInvisible = false
    bytes.append(byte)
    origins.append(offset)
  }
}
