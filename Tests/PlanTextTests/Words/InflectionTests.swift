import PlanText
import Testing

@Suite struct InflectionTests {
  @Test(arguments: [
    "ruin ruins ruined ruining",
    "steal steals stole stolen stealing",
    "lie lies lied lay lain lying",
    "child children",
    "person people",
    "wife wives",
    "man mans manned manning men",
    "cry cries cried crying",
    "destroy destroys destroyed destroying",
    "stop stops stopped stopping",
    "visit visits visited visiting",
    "admit admits admitted admitting",
    "quit quits quit quitted quitting",
    "use uses used using",
    "agree agrees agreed agreeing",
    "binge binges binged bingeing",
    "watch watches watched watching",
    "crash crashes crashed crashing",
    "relax relaxes relaxed relaxing",
    "kiss kisses kissed kissing",
    "quiz quizzes quizzed quizzing",
    "panic panics panicked panicking",
    "stomach stomachs stomached stomaching",
    "travel travels traveled travelled traveling travelling",
    "go goes went gone going",
    "do does did done doing",
    "be am is are was were been being",
    "have has had having",
    "get gets got gotten getting",
    "make makes made making",
    "choose chooses chose chosen choosing",
    "let lets let letting",
    "hurt hurts hurt hurting",
    "see sees saw seen seeing",
    "write writes wrote written writing",
    "begin begins began begun beginning",
    "forget forgets forgot forgotten forgetting",
    "drag drags dragged dragging",
    "keep keeps kept keeping",
    "show shows showed shown showing",
    "fix fixes fixed fixing",
    "open opens opened opening",
    "beg begs begged begging",
    "play plays played playing",
    "hoe hoes hoed hoeing",
    "addict addicts addicted addicting",
    "liar liars liared liaring",
    "disappoint disappoints disappointed disappointing",
    "gaslight gaslights gaslighted gaslit gaslighting",
  ])
  func givesEveryForm(line: String) {
    let forms = line.split(separator: " ").map(String.init)
    #expect(Set(Inflection.forms(of: forms[0])) == Set(forms))
    #expect(Inflection.forms(of: forms[0]).first == forms[0])
    #expect(Inflection.forms(of: forms[0]).count == Set(forms).count)
  }

  @Test func takesAnyInput() {
    #expect(Inflection.forms(of: "") == [])
    for word in ["a", "e", "y", "é", "'", "qu", "ie", "go", "x"] {
      #expect(Inflection.forms(of: word).first == word)
    }
  }
}
