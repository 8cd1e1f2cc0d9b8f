import PlanText
import Testing

/// Readings that Python's `unicodedata` gives (`Tests/Support/generate-normalization.py`), a sample of them.
@Suite struct NormalizationTests {
  private static let sample = """
    00EC=i 00F4=o 0106=c 0130=i 016E=u 017C=z 020F=o 0274=n 029C=h 02B8=y 1D00=a 1D0B=k
    1D2C=a 1D34=h 1D36=j 1D41=u 1E1E=f 1E32=k 1E44=n 1E4F=o 1E6B=t 1E6F=t 1E91=z 1EAB=a
    1EDD=o 1EE7=u 1EE9=u 2074=4 2085=5 2086=6 2162=iii 2168=ix 2174=v 2177=viii 2179=x
    217D=c 246D=14 24C0=k 24DB=l 24E8=y 32BB=46 FB04=ffl FF23=c FF46=f FF47=g FF5A=z 1078C=d
    1D400=a 1D408=i 1D426=m 1D434=a 1D43B=h 1D44C=y 1D451=d 1D454=g 1D459=l 1D460=s 1D463=v
    1D465=x 1D46D=f 1D470=i 1D475=n 1D484=c 1D485=d 1D48F=n 1D4B3=x 1D4D1=b 1D4D6=g 1D4D7=h
    1D4DB=l 1D4E6=w 1D502=y 1D513=p 1D520=c 1D539=b 1D53C=e 1D555=d 1D556=e 1D583=x 1D59E=y
    1D5A5=f 1D5AD=n 1D5B3=t 1D5C3=j 1D5CD=t 1D5DB=h 1D600=s 1D60E=g 1D620=y 1D630=o 1D632=q
    1D636=u 1D648=m 1D64B=p 1D650=u 1D670=a 1D682=s 1D697=n 1D7E2=0 1D7EF=3 1D7F0=4 1D7F5=9
    1D7FE=8 1F135=f 1F141=r 1F163=t 1FBF9=9 00DF=ss 00E6=ae 0142=l 01C5=dz
    """

  @Test func readingsAreThoseOfPython() throws {
    for entry in Self.sample.split(whereSeparator: \.isWhitespace) {
      let parts = entry.split(separator: "=")
      let code = try #require(UInt32(parts[0], radix: 16))
      let character = String(Character(try #require(Unicode.Scalar(code))))
      // An "x" before, so that lone letters that stand for words ("u") stay letters.
      #expect(WordScanner.forms(of: "x" + character) == ["x" + parts[1]], "\(entry)")
    }
  }

  @Test func lettersOfOtherScriptsStay() throws {
    for code: UInt32 in [
      0x234, 0x3DD, 0x469, 0x54B, 0x723, 0xCB7, 0xE16, 0x10EB, 0x1327, 0x2C9B, 0x611B,
    ] {
      let character = String(Character(try #require(Unicode.Scalar(code))))
      #expect(WordScanner.forms(of: character) == [character.lowercased()])
    }
  }
}
