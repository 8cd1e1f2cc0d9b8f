import PlanText
import Testing

@Suite struct TokenFlagsTests {
  private func expect(_ text: String, _ flag: TokenFlags, _ expected: String) {
    #expect(words(text, with: flag).joined(separator: " ") == expected, "\(text)")
  }

  @Test func capitals() {
    expect("You NEED help, I know A LOT", .capitalized, "you@You need@NEED i@I a@A lot@LOT")
    expect("You NEED help, I know A LOT", .allCaps, "need@NEED lot@LOT")
    expect("DON'T you I'M Élan ÉLAN", .allCaps, "do@DO not@N'T elan@ÉLAN")
    expect("Élan You're GONNA", .capitalized, "elan@Élan you@You going@GONNA")
  }

  @Test func numbers() {
    expect(
      "one 2 3rd third 40k 1,000.50 twenty-five",
      .number,
      "one 2 3rd 40k 1000.50@1,000.50 twenty five"
    )
    expect("the 3rd, third, 22nd and 5th", .ordinal, "3rd third 22nd 5th")
    expect("$40 or €5, 40 dollars, five bucks, 30 days", .money, "40 5 40 five")
    expect(
      "10:00, 7pm, 9PM, 7 p.m., seven o'clock, noon, 7 days",
      .time,
      "10:00 7pm 9pm@9PM 7 seven noon"
    )
    expect(
      "2025-06-14 6/2 6/2/25 24/7 14.6.2025 555-123-4567",
      .date,
      "2025-06-14 6/2 6/2/25 14.6.2025"
    )
    expect("in 2019 or 1850", .year, "2019")
    expect("31 32 3rd 0", .dayNumber, "31 3rd")
  }

  @Test func contractions() {
    expect("Danny's it's", .possessive, "'s")
    expect("Danny's don't gonna", .fromContraction, "'s not@n't to@gonna")
  }

  @Test func breaks() {
    expect("well, you; he: she – they — we (us) it - he a--b x-y", .afterComma, "you")
    expect(
      "well, you; he: she – they — we (us) it - he a--b x-y",
      .afterClauseBreak,
      "he she they we us he b"
    )
    expect("self-centered x–y 5–6 well -y", .afterHyphen, "centered 6")
    expect("A b.\n\nC d\n \n e\nf", .afterParagraph, "c@C e")
    expect("A b\n- C\n* d", .beginsSentence, "a@A c@C d")
  }

  @Test func marks() {
    expect("Why? I know! Really?!", .question, "why@Why really@Really")
    expect("Why? I know! Really?!", .exclamation, "i@I know really@Really")
    expect("You lie!! Why?? What?! Well... ok… !", .isPunctuation, "!! ?!@?? ?! …@... …")
    expect("soo sooooo", .elongated, "")
    expect("l\u{200B}ie lie\u{200B} \u{200B}lie", .hidden, "lie@l\u{200B}ie")
    expect("lіаr liar", .lookAlike, "liar@lіаr")
  }

  @Test func quotedWords() {
    expect("You said \"I'm a junkie\" then", .insideQuotes, "i@I am@'m a junkie")
    expect("You said “no way” and ”x", .insideQuotes, "no way")
    expect("You told me, 'I feel bad' once", .insideQuotes, "i@I feel bad")
    expect("She said: ‘I’m done,’ and left", .insideQuotes, "i@I am@’m done")
    expect("my parents' car isn't the Smiths' car", .insideQuotes, "")
    expect("the '90s, 'cause 'em 'til", .insideQuotes, "")
    expect("an unclosed \"quote here.\n\nNext \"one\"", .insideQuotes, "one")
    expect("5\" long and 6' tall", .insideQuotes, "")
    expect("'Stop.' He left.", .insideQuotes, "stop@Stop")
  }

  @Test func questionInsideAStatement() {
    expect("\"Why me?\" you said and left.", .question, "why@Why me")
    expect("I know. \"Why me?\" you said!", .exclamation, "why@Why me you said")
  }
}
