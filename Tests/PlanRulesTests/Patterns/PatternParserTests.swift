import PlanRules
import Testing

@Suite struct PatternParserTests {
  @Test(
    arguments: [
      ("you always", [.word("you"), .word("always")]),
      ("  ~ruin  it ", [.lemma("ruin"), .word("it")]),
      ("(a|b c|~d)", [.choice([.word("a"), .sequence([.word("b"), .word("c")]), .lemma("d")])]),
      ("so? much", [.optional(.word("so")), .word("much")]),
      ("(very very)? bad", [.optional(.sequence([.word("very"), .word("very")])), .word("bad")]),
      ("<insult> <other/set>", [.set("m/insult"), .set("other/set")]),
      ("<any> <date>", [.any, .kind(.date)]),
      ("a .. b ..5 c", [.word("a"), .gap(3), .word("b"), .gap(5), .word("c")]),
      ("why ?!", [.word("why"), .punctuation("?!")]),
      ("why?!", [.word("why"), .punctuation("?!")]),
      ("no !!", [.word("no"), .punctuation("!!")]),
      ("well …", [.word("well"), .punctuation("…")]),
      ("<subject> 's place", [.kind(.subject), .word("'s"), .word("place")]),
    ] as [(String, [PatternNode])]
  )
  func patternsAreReadAsTheyAreMeant(text: String, nodes: [PatternNode]) throws {
    #expect(try PatternParser.parse(text, in: "m").nodes == nodes)
  }

  @Test func signsAtTheEndsAreNotWords() throws {
    let pattern = try PatternParser.parse("^ you are .. $", in: "m")
    #expect(pattern.startsSentence && pattern.endsSentence && !pattern.isNegated)
    #expect(try PatternParser.parse("<not> a bar", in: "m").isNegated)
  }

  @Test(arguments: [
    ("", 0, "needs at least one word"),
    (".. you", 6, "cannot begin with a gap"),
    ("you ..", 6, "cannot end with a gap"),
    ("so? (very)?", 11, "may be left out"),
    ("you (are", 8, "not closed"),
    ("you are)", 7, "does not belong here"),
    ("(a||b)", 3, "is empty"),
    ("()", 1, "is empty"),
    ("you <insult", 4, "not closed"),
    ("you <Insult>", 4, "no name of a set"),
    ("you <not> are", 4, "<not> stands at the start"),
    ("you <> are", 4, "no name of a set"),
    ("a ..10 b", 6, "a gap is 1 to 9"),
    ("a ..0 b", 5, "a gap is 1 to 9"),
    ("a ~ b", 3, "a word is missing"),
    ("é ~", 4, "a word is missing"),
    ("a | b", 2, "does not belong here"),
    ("a $ b", 4, "does not belong here"),
    ("a ? b", 2, "a word is missing"),
    ("((((((((((a))))))))))", 8, "nested too deeply"),
  ])
  func mistakesAreNamedAtTheirPlace(text: String, offset: Int, message: String) {
    #expect {
      try PatternParser.parse(text, in: "m")
    } throws: { error in
      guard let error = error as? PatternError else { return false }
      if error.offset != offset || !error.message.contains(message) {
        Issue.record("\(text): \(error.offset) \(error.message)")
      }
      return true
    }
  }
}
