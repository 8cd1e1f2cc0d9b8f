/// The scan of one text: the main loop, and the state that goes from word to word.
///
/// Only `WordScanner` makes one, inside closures that keep all pointers alive. Every read is behind a check against `end`.
struct ScanPass {
  let text: UnsafePointer<UInt8>
  let end: Int
  let table: WordTableView
  let fold: UnsafePointer<UInt8>
  let identity: UnsafePointer<UInt8>
  let role: UnsafePointer<UInt8>
  let continues: UnsafePointer<UInt8>

  var tokens: [Token] = []
  var form = WordForm()
  var forms: [String]?
  /// Take masked words as they are, though the table does not have them.
  var keepsMasks = false

  /// Characters read by loops that look ahead or read again, for the test that all of this is linear.
  var lookedAt = 0

  /// Flags for the next word.
  var pending: TokenFlags = .beginsSentence
  /// Index of the first token of the sentence.
  var sentenceStart = 0
  /// Index of the first token inside the open quotation marks; -1 if none is open.
  var doubleOpen = -1
  var singleOpen = -1
  /// Tokens before this one have got the mark of their quoted question or exclamation.
  var markedEnd = 0
  /// An asterisk before a word opened emphasis, so the next one behind a word closes it.
  var emphasisOpen = false

  init(
    text: UnsafePointer<UInt8>,
    end: Int,
    table: WordTableView,
    tables: UnsafePointer<UInt8>
  ) {
    self.text = text
    self.end = end
    self.table = table
    fold = tables
    identity = tables + 256
    role = tables + 512
    continues = tables + 768
  }

  mutating func run() {
    var at = 0
    while at < end {
      let byte = text[at]
      switch role[Int(byte)] {
      case ByteRole.letter.rawValue: at = word(at: at)
      case ByteRole.blank.rawValue: at += 1
      case ByteRole.digit.rawValue: at = number(at: at)
      case ByteRole.sign.rawValue: at = sign(byte, at: at)
      default: at = wide(at: at)
      }
    }
    endSentence()
  }

  /// Scans a word that begins with an ASCII letter; returns where it ends.
  @inline(__always)
  private mutating func word(at start: Int) -> Int {
    var at = start
    var hash: UInt32 = 2_166_136_261
    var upper = 0
    repeat {
      let byte = text[at]
      let folded = fold[Int(byte)]
      if folded == 0 { break }
      hash = (hash ^ UInt32(folded)) &* 16_777_619
      upper &+= Int(byte ^ folded) >> 5
      at += 1
    } while at < end
    if at < end, continues[Int(text[at])] != 0, goesOn(from: start, at: at) {
      return anyWord(at: start)
    }
    let id = table.find(text + start, count: at - start, hash: hash, fold: fold)
    if id == 0, isRespelled(start, at) { return anyWord(at: start) }
    let kind = table.kind(of: id)
    if kind.expansion != 0 { return anyWord(at: start) }
    var flags: TokenFlags = []
    if upper != 0 {
      if ByteTables.isUpper(text[start]) { flags = .capitalized }
      if upper == at - start, upper > 1 { flags.insert(.allCaps) }
    }
    if !kind.isEmpty {
      emit(id: id, hash: hash, start, at, flags, kind: kind)
    } else {
      flags.formUnion(pending)
      pending = []
      tokens.append(
        Token(id: id, hash: hash, start: UInt32(start), end: UInt32(at), flags: flags)
      )
    }
    if forms != nil { record(id: id, start, at) }
    return at
  }

  /// Whether the byte that ended a plain word may still belong to it.
  private func goesOn(from start: Int, at: Int) -> Bool {
    let byte = text[at]
    if byte >= 0x80 { return true }
    guard at + 1 < end else { return byte == 0x2A || byte == 0x24 || byte == 0x23 }
    let next = text[at + 1]
    switch byte {
    case 0x2E: return at - start == 1 && ByteTables.isLetter(next)
    case 0x27, 0x60, 0x21, 0x25, 0x40: return fold[Int(next)] != 0 || next >= 0x80
    default: return true
    }
  }

  /// Whether a letter stands three times in a row, or "-in" may stand for "-ing".
  @inline(__always)
  private func isRespelled(_ start: Int, _ end: Int) -> Bool {
    if end - start > 4, text[end - 1] | 0x20 == 0x6E, text[end - 2] | 0x20 == 0x69 { return true }
    var at = start + 2
    while at < end {
      if fold[Int(text[at])] == fold[Int(text[at - 1])],
        fold[Int(text[at])] == fold[Int(text[at - 2])]
      {
        return true
      }
      at += 1
    }
    return false
  }

  private mutating func record(id: UInt32, _ start: Int, _ end: Int) {
    if id != 0 {
      forms?.append(String(decoding: table.bytes(of: id), as: UTF8.self))
    } else {
      let bytes = (start..<end).map { fold[Int(text[$0])] }
      forms?.append(String(decoding: bytes, as: UTF8.self))
    }
  }
}
