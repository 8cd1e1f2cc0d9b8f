/// Letters of other scripts that look like a Latin one (after UTS 39, confusables.txt; the common ones).
enum LookAlikes {
  /// The lower-case ASCII letter that a letter of another script looks like; 0 if none.
  static func latin(_ code: UInt32) -> UInt8 {
    guard code >= 0x370, code < 0x1500 || code >= 0x2C00 else { return 0 }
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle] >> 8 < code { low = middle + 1 } else { high = middle }
    }
    guard low < table.count, table[low] >> 8 == code else { return 0 }
    return UInt8(truncatingIfNeeded: table[low])
  }

  private static let pairs: [(String, String)] = [
    // Greek
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺ", "abezhikmnoptyxcm"),
    ("αικνορτυχωγηϲϳ", "aikvoptuxwyncj"),
    // Cyrillic
    ("АВЕЅІЇЈКМНОРСТУХҮҺԌԚԜ", "abesiijkmhopctyxyhgqw"),
    ("авеѕіїјкмнорстухүһԁԛԝгпѵӏё", "abesiijkmhopctyxyhdqwrnvle"),
    // Armenian
    ("ՍՏՕՈԼհոսօցքզլ", "uotnlhnuogqql"),
    // Cherokee
    ("ᎠᎡᎢᎥᎩᎪᎫᎬᎳᎷᎻᎽᏀᏂᏃᏎᏔᏚᏞᏟᏢᏦᏴ", "driiyajewmhygbzpwslcpkb"),
  ]

  /// Code point << 8 and letter, ascending.
  private static let table: [UInt32] =
    pairs.flatMap { letters, readings in
      zip(letters.unicodeScalars, readings.utf8).map { $0.value << 8 | UInt32($1) }
    }
    .sorted()
}
