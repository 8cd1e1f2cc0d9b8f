import PlanText
import Testing

@Suite struct SyntaxAdviceTests {
  struct Mistake: CustomTestStringConvertible {
    var text: String
    /// Line and column where the issue begins.
    var place: String
    /// A part of the message.
    var message: String
    var testDescription: String { text }

    init(_ text: String, _ place: String, _ message: String) {
      self.text = text
      self.place = place
      self.message = message
    }
  }

  static let mistakes = [
    Mistake("title: x\nfor: Dana W (27). Drug: heroin\nb: 1\n", "2:23", "colon and a blank"),
    Mistake("- name: I saw one thing: you fell\n", "1:24", "colon and a blank"),
    Mistake("a: 'x' # c\nb: see: this\n", "2:7", "colon and a blank"),
    Mistake("- \"I'm fine,\" you said, and left\n", "1:15", "behind its closing quote"),
    Mistake("a: \"one\"\n  two\nb: 1\n", "2:3", "behind its closing quote"),
    Mistake("- 'I don't know'\n", "1:10", "apostrophe before this ends"),
    Mistake("a:\n  - 'x\n  - y\nb: don't\n", "4:8", "apostrophe before this ends"),
    Mistake("- [pause] I was scared\n", "1:11", "begins with '[' or '{'"),
    Mistake("- {pause} I was\n", "1:11", "begins with '[' or '{'"),
    Mistake("a: [1, 2]]\n", "1:10", "closes nothing"),
    Mistake("- *reads* then\n", "1:3", "cannot begin with '*'"),
    Mistake("a: **bold** text\n", "1:4", "cannot begin with '*'"),
    Mistake("* item one\n* item two\n", "1:1", "does not begin an item"),
    Mistake("a:\n  \u{2022} one\n  \u{2022} two: b\n", "2:3", "does not begin an item"),
    Mistake("a: 1\n\u{2022} one\n", "2:1", "does not begin an item"),
    Mistake("- & then\n", "1:3", "cannot begin with '&'"),
    Mistake("!e!x a\n", "1:1", "cannot begin with '!'"),
    Mistake("- @danny\n", "1:3", "cannot begin with '@'"),
    Mistake("- x\n- %y\n", "2:3", "cannot begin with '%'"),
    Mistake("a: `x`\n", "1:4", "cannot begin with '`'"),
    Mistake("s: > text on one line\nb: 1\n", "1:6", "cannot follow '>'"),
    Mistake("s: |text\n", "1:5", "cannot follow '|'"),
    Mistake("s: |0\n  x\n", "1:5", "from 1 to 9"),
    Mistake("a:\n\tb: 1\n", "2:1", "there is a tab"),
    Mistake("a:\n  b: 1\n\tc: 2\n", "3:1", "there is a tab"),
    Mistake("a: |\n\ttext\n", "2:1", "there is a tab"),
    Mistake("-\ta: 1\n", "1:2", "there is a tab"),
    Mistake("a: 1\nb: \"unclosed\nc: 1\n", "2:4", "never closed"),
    Mistake("b: 'x\n\n---\nc: d\n", "1:4", "never closed"),
    Mistake("a: [1, 2\nb: 3\n", "1:4", "'[' opens here is not closed"),
    Mistake("a: {x: 1\nb: 3\n", "1:4", "'{' opens here is not closed"),
    Mistake("a:\n  b: 1\n c: 2\n", "3:2", "same column as any line"),
    Mistake("a: 1\n  b: 2\n", "2:3", "more of the text above"),
    Mistake("- a\nb: 1\n", "2:1", "does not begin with '- '"),
    Mistake("a: 1\n- b\n", "2:1", "where a key is expected"),
    Mistake("a: text\nmore text\nb: 1\n", "2:1", "neither a key with a colon"),
    Mistake("no colon here\nother: 1\n", "1:1", "neither a key with a colon"),
    Mistake("a:1\nb: 2\n", "1:2", "blank is missing behind the colon"),
    Mistake("a: 1\nb:2\nc: 3\n", "2:2", "blank is missing behind the colon"),
    Mistake("a: one # c\n  two\nb: 1\n", "2:3", "a comment ends the text"),
    Mistake("a: |\n    b\n  c\nd: 1\n", "3:3", "indented less than the text"),
    Mistake("text here\n# c\nmore text\n", "3:1", "what stands above is complete"),
    Mistake("a: - b\n", "1:4", "on the line of its key"),
    Mistake("--- a: 1\n", "1:6", "'---'"),
    Mistake("a: \"C:\\Users\"\n", "1:7", "backslash"),
    Mistake("a: \"x\\q\"\n", "1:6", "backslash"),
    Mistake("%YAML 1.3\n---\na: 1\n", "1:1", "begins with '%'"),
    Mistake("%FOO x\n---\na: 1\n", "1:1", "begins with '%'"),
    Mistake(": a\n", "1:1", "no key before this colon"),
    Mistake("a: ]\n", "1:4", "missing before this sign"),
    Mistake("é: “x”\r\nü: 'it's'\r\n", "2:8", "apostrophe before this ends"),
    Mistake(
      "- " + String(repeating: "long ", count: 300) + "\n- a\n- ? b\n  "
        + String(repeating: "long ", count: 300) + ": c\n",
      "4:3",
      "1,024 characters"
    ),
  ]

  @Test(arguments: mistakes)
  func eachMistakeIsToldInPlainWordsAtItsPlace(mistake: Mistake) throws {
    let loaded = load(mistake.text)
    #expect(!loaded.isComplete)
    let issue = try #require(loaded.issues.first { $0.kind == .yamlSyntax })
    #expect(loaded.issues.filter { $0.kind == .yamlSyntax }.count == 1)
    #expect(loaded.place(issue.range) == mistake.place, "\(issue.message)")
    #expect(issue.message.contains(mistake.message), "\(issue.message)")
    #expect(!issue.help.isEmpty && !issue.message.hasSuffix("."))
  }

  @Test func everyPrefixOfAPlanLoads() {
    let plan = Array(
      """
      title: "Helping \\u00e9" # c
      people: &all
        - {name: 'it''s', age: 29, x}
        - !who jo
      letter: >2-
          Dear é,

        come 😀.
      ? [a, *all]
      : - b
        - - c: d
      ...
      %TAG ! tag:x,2000:
      ---
      *z
      """.utf8
    )
    for end in 0...plan.count {
      let loaded = loadPlan(Array(plan[..<end]))
      loaded.tree.checkNesting("prefix of \(end) bytes")
      #expect(
        loaded.isComplete
          || loaded.issues.contains { $0.kind == .yamlSyntax || $0.kind == .unreadableBytes }
      )
      for issue in loaded.issues { #expect(Int(issue.range.end) <= end) }
    }
    for start in plan.indices {
      let loaded = loadPlan(Array(plan[start...]))
      loaded.tree.checkNesting("suffix from byte \(start)")
    }
  }

  @Test func messagesNeverQuoteThePlan() {
    for mistake in SyntaxAdviceTests.mistakes {
      for issue in load(mistake.text.replacing("text", with: "secret")).issues {
        #expect(!issue.message.contains("secret") && !issue.help.contains("secret"))
      }
    }
  }
}
