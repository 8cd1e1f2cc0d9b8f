import PlanText
import Testing

@Suite struct SentenceTests {
  @Test(arguments: [
    ("You lie. You steal! Do you? yes", ["you lie", "you steal", "do you", "yes"]),
    (
      "Mr. Smith and Dr. J. K. Okafor came. We left.",
      ["mr smith and dr j k okafor came", "we left"]
    ),
    ("\"I'm fine,\" you said. \"Stop!\" you said.", ["i am fine you said", "stop you said"]),
    ("\"Stop.\" Danny left.", ["stop", "danny left"]),
    ("No. You always did.", ["no", "you always did"]),
    ("No. 5 is ours.", ["no 5 is ours"]),
    ("It was $4.50 at 10.30 today.", ["it was 4.50 at 10.30 today"]),
    ("We meet at 7 p.m. on Friday. Come.", ["we meet at 7 p.m. on friday", "come"]),
    ("We meet at 7 p.m. Please come.", ["we meet at 7 p.m.", "please come"]),
    ("At St. Mary's on Main St. We wait.", ["at st mary 's on main st", "we wait"]),
    ("Bring ID, keys, etc. and wait. e.g. Mom", ["bring id keys etc and wait", "e.g. mom"]),
    ("You and I. We know.", ["you and i", "we know"]),
    ("This is\nnot an ambush", ["this is not an ambush"]),
    ("This is\n\nnot an ambush", ["this is", "not an ambush"]),
    ("you... always lie… Stop", ["you … always lie …", "stop"]),
    ("stop.you lie.You know", ["stop you lie", "you know"]),
    ("Rules\n- no alcohol\n- You help", ["rules", "no alcohol", "you help"]),
    ("1. Call her\n2. Wait", ["1", "call her 2", "wait"]),
    ("Really?! (Yes.) No!!", ["really ?!", "yes", "no !!"]),
    ("a。b", ["a b"]),
    ("You lie！ ok", ["you lie", "ok"]),
  ])
  func splitsAtSentenceEnds(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test func endsStandOnTheLastWordAndItsMarks() {
    #expect(words("You lie!! Me too", with: .endsSentence) == ["lie", "!!", "too"])
    #expect(words("Well… no", with: .endsSentence) == ["no"])
  }
}
