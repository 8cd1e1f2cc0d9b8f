import PlanText
import Testing

@Suite struct WordScannerTests {
  @Test(arguments: [
    ("You always LIE.", "you@You always lie@LIE"),
    ("and/or foo_bar", "and or foo bar"),
    ("self-centered", "self centered"),
    ("parents' house", "parents house"),
    ("rock'n'roll", "rock'n'roll"),
    ("D.U.I. at 7 p.m. sharp", "dui@D.U.I. at 7 p.m. sharp"),
    ("the a.m. news", "the a.m. news"),
    ("well, were he ill; its", "well were he ill its"),
    ("one\u{A0}two\u{3000}three\nfour", "one two three four"),
    ("*this* and **that**", "this and that"),
    ("see https://example.org/x", "see https example org x"),
    ("", ""),
    ("--- *** \u{1F600}", ""),
  ])
  func findsWords(text: String, expected: String) {
    #expect(words(text).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("don't", "do not@n't"),
    ("You're", "you@You are@'re"),
    ("don’t you’ve", "do not@n’t you have@’ve"),
    ("don`t don´t donʼt", "do not@n`t do not@n´t do not@nʼt"),
    ("DON'T", "do@DO not@N'T"),
    ("can't won't ain't", "can@ca not@n't will@wo not@n't is@ai not@n't"),
    ("dont cant youre", "do not@nt can not@t you are@re"),
    ("wont", "will@wont not@wont"),
    ("gonna wanna", "going@gonna to@gonna want@wanna to@wanna"),
    ("gimme outta", "give@gimme me@gimme out of@ta"),
    ("I dunno", "i@I do@dunno not@dunno know@dunno"),
    ("couldn't've", "could not@n't have@'ve"),
    ("y'all're", "you@y'all all@y'all are@'re"),
    ("it's Danny's", "it is@'s danny@Danny 's"),
    ("IT’S DANNY’S", "it@IT is@’S danny@DANNY 's@’S"),
    ("let's go, who'd", "let us@'s go who would@'d"),
    ("he's been, he's late", "he has@'s been he is@'s late"),
    ("Danny's been", "danny@Danny has@'s been"),
    ("Danny's a liar, Danny's car", "danny@Danny is@'s a liar danny@Danny 's car"),
    ("you'd better", "you had@'d better"),
    ("O'Malley's", "o'malley@O'Malley 's"),
    ("u r late", "you@u are@r late"),
    ("R. Okafor, R&B, u-turn", "r@R okafor@Okafor r@R b@B u turn"),
    ("'cause I told 'em", "because@'cause i@I told them@'em"),
    ("cannot", "can not"),
    ("the 90's", "the 90 's"),
  ])
  func opensContractions(text: String, expected: String) {
    #expect(words(text).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("sooo", "so@sooo"),
    ("noooo good", "no@noooo good"),
    ("gooood", "good@gooood"),
    ("pleeeaaase", "please@pleeeaaase"),
    ("dontttt", "do not@ntttt"),
    ("SOOO", "so@SOOO"),
    ("hmmmm", "hmmmm"),
    ("lyin' and cheatin", "lying@lyin' and cheating@cheatin"),
    ("Kevin's raisins", "kevin@Kevin 's raisins"),
  ])
  func closesUpDrawnOutWords(text: String, expected: String) {
    let known = ["so", "no", "good", "please", "lying", "cheating", "god"]
    #expect(words(text, knowing: known).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("f*** you", "f*@f*** you"),
    ("F*CK", "f*ck@F*CK"),
    ("f@ck sh!t", "f*ck@f@ck sh*t@sh!t"),
    ("You @sshole!", "you@You *sshole@@sshole"),
    ("a$$ or a**", "a*@a$$ or a*@a**"),
    ("f*****g liar", "f*g@f*****g liar"),
    ("*f*** that*", "f that"),
    ("mail dan@example.org", "mail dan example org"),
    ("@danny #fail $hi", "danny fail hi"),
    ("2*3 cats*dogs note*", "2 3 cats dogs note"),
    ("wow!really", "wow really"),
  ])
  func readsMaskedWordsThatTheTableHas(text: String, expected: String) {
    let known = ["f*", "f*ck", "sh*t", "*sshole", "a*", "f*g"]
    #expect(words(text, knowing: known).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("café naïve", "cafe@café naive@naïve"),
    ("cafe\u{301}", "cafe@cafe\u{301}"),
    ("ﬁne ＹＯＵ", "fine@ﬁne you@ＹＯＵ"),
    ("𝐲𝐨𝐮 𝓵𝓲𝓮 ⓛⓘⓔ ʏᴏᴜ", "you@𝐲𝐨𝐮 lie@𝓵𝓲𝓮 lie@ⓛⓘⓔ you@ʏᴏᴜ"),
    ("straße Æon ǅ", "strasse@straße aeon@Æon dz@ǅ"),
    ("l\u{200B}i\u{AD}e", "lie@l\u{200B}i\u{AD}e"),
    ("\u{202E}lie\u{202C} x\u{E0041}y", "lie xy@x\u{E0041}y"),
    ("lіаr", "liar@lіаr"),
    ("Τhе", "the@Τhе"),
    ("асе", "ace@асе"),
    ("мама Москва", "мама москва@Москва"),
    ("ΟΔΥΣΣΕΥΣ οδυσσευς", "οδυσσευσ@ΟΔΥΣΣΕΥΣ οδυσσευσ@οδυσσευς"),
    ("愛 家族", "愛 家族"),
    ("İstanbul ISTANBUL", "istanbul@İstanbul istanbul@ISTANBUL"),
    ("z\u{301}\u{302}\u{303}\u{304}algo", "zalgo@z\u{301}\u{302}\u{303}\u{304}algo"),
    ("trade™ mark®", "trade mark"),
  ])
  func readsWhatAReaderSees(text: String, expected: String) {
    #expect(words(text, knowing: ["ace", "lie"]).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("you're", ["you", "are"]), ("don't", ["do", "not"]), ("Danny's", ["danny", "'s"]),
    ("!!", ["!!"]), ("?!", ["?!"]), ("…", ["…"]), ("...", ["…"]), ("f***", ["f*"]),
    ("f*ck you", ["f*ck", "you"]),
    ("user-friendly", ["user", "friendly"]), ("it's been", ["it", "has", "been"]), ("", []),
    ("p.m.", ["p.m."]),
  ])
  func patternsGoThroughTheSameScanner(phrase: String, forms: [String]) {
    #expect(WordScanner.forms(of: phrase) == forms)
  }

  @Test func hashesAreThoseOfTheForms() {
    for (text, token) in rendered("Danny’s O'Malley SOOO don't 1,000 q.v. éa «да»", knowing: ["so"])
    {
      let form = text.split(separator: "@").first.map(String.init) ?? text
      #expect(token.hash == nameHash(form.utf8), "\(text)")
    }
  }

  @Test func idsAreThoseOfTheTable() {
    let table = WordTable(["ruin", "liar"])
    var scanner = WordScanner(table)
    var tokens: [Token] = []
    scanner.scan(Array("A liar ruins, Ruin? RUIN’s!!".utf8)[...], into: &tokens)
    #expect(tokens.map { table.word($0.id) } == ["a", "liar", "", "ruin", "ruin", "'s", "!!"])
  }
}
