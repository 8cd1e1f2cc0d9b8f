import PlanText
import Testing

@Suite struct WordScannerTests {
  @Test(arguments: [
    ("You always LIE.", "you@You always lie@LIE"),
    ("don't", "do not@n't"),
    ("You're", "you@You are@'re"),
    ("don’t you’ve", "do not@n’t you have@’ve"),
    ("DON'T", "do@DO not@N'T"),
    ("can't won't ain't", "can@ca not@n't will@wo not@n't is@ai not@n't"),
    ("dont cant", "do not@nt can not@t"),
    ("gonna wanna", "going@gonna to@gonna want@wanna to@wanna"),
    ("I dunno", "i@I do@dunno not@dunno know@dunno"),
    ("couldn't've", "could not@n't have@'ve"),
    ("y'all're", "you@y'all all@y'all are@'re"),
    ("it's Danny's", "it is@'s danny@Danny 's"),
    ("let's go", "let us@'s go"),
    ("he's been", "he has@'s been"),
    ("you'd better", "you had@'d better"),
    ("O'Malley's", "o'malley@O'Malley 's"),
    ("self-centered", "self centered"),
    ("u r late", "you@u are@r late"),
    ("R. Okafor, R&B", "r@R okafor@Okafor r@R b@B"),
    ("'cause I told 'em", "because@'cause i@I told them@'em"),
    ("parents' house", "parents house"),
    ("rock'n'roll", "rock'n'roll"),
    ("cannot", "can not"),
    ("D.U.I. at 7 p.m. sharp", "dui@D.U.I. at 7 p.m. sharp"),
    ("and/or foo_bar", "and or foo bar"),
    ("well, were he ill; its", "well were he ill its"),
  ])
  func opensWords(text: String, expected: String) {
    #expect(words(text).joined(separator: " ") == expected)
  }
}
