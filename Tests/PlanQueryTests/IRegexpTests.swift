import Foundation
import PlanQuery
import PlanText
import Testing

/// I-Regexp (RFC 9485) as `match` and `search` use it.
@Suite struct IRegexpTests {
  /// Asks with the pattern in the document, so that nothing needs two kinds of escapes.
  private func holds(_ function: String, _ text: String, _ pattern: String) throws -> Bool {
    let json = try JSONSerialization.data(withJSONObject: [text, pattern])
    let document = Document(try readJSON(Array(json)))
    return try document.holds("\(function)($[0], $[1])")
  }

  @Test(arguments: [
    ("", ""), ("a", "a"), ("abc", "abc"), ("", "a?"), ("", "a*"), ("aaa", "a*"), ("aaa", "a+"),
    ("b", "a|b"), ("", "a|"), ("", "|a"), ("abab", "(ab)+"), ("", "()"), ("ac", "ab?c"),
    ("aa", "a{2}"), ("aaaa", "a{2,}"), ("aaa", "a{2,3}"), ("", "a{0}"), ("", "a{0,0}"),
    ("é", "."), ("😀", "."), ("\u{2028}", "."), ("\u{85}", "."), ("a.c", "a\\.c"),
    ("()*+-.?[\\]^{|}", "\\(\\)\\*\\+\\-\\.\\?\\[\\\\\\]\\^\\{\\|\\}"), ("\n\r\t", "\\n\\r\\t"),
    ("-", "-"), (",", ","), ("/", "/"), ("b", "[abc]"), ("d", "[^abc]"), ("m", "[a-z]"),
    ("-", "[-a]"), ("-", "[a-]"), ("-", "[--]"), ("^", "[a^]"), ("-", "[^a]"), ("]", "[\\]]"),
    (".", "[.]"), ("*", "[*+?(){}|$]"), ("é", "[à-ü]"), ("😀", "[😀-😎]"), ("\n", "[^a]"),
    ("A", "\\p{Lu}"), ("a", "\\P{Lu}"), ("É", "\\p{Lu}"), ("é", "\\p{L}"), ("5", "\\p{Nd}"),
    ("٣", "\\p{N}"), (" ", "\\p{Zs}"), ("€", "\\p{Sc}"), ("_", "\\p{Pc}"), ("\u{301}", "\\p{M}"),
    ("x", "[\\p{Lu}x]"), ("1", "[^\\p{L}]"), ("a", "[\\P{Lu}]"), ("\u{7}", "\\p{C}"),
    ("ab", "(a|ab)(c|bcd|b)?"), ("aab", "(a|a)*b"), ("xyz", "^xyz$"), ("ab", "a^*b"),
    ("abcabc", "((abc){2}|x)"), ("aaaaa", "(a?){5}"), ("", "(a*)*"), ("aaa", "(a*)*"),
    ("aaa", "(a*)+"), ("b", "(a|b|)*"), ("", "(()){1000}"), ("ab", "(a{0,2}b?){1,3}"),
  ])
  func wholeTextsMatch(text: String, pattern: String) throws {
    #expect(try holds("match", text, pattern))
  }

  @Test(arguments: [
    ("a", ""), ("ab", "a"), ("ba", "a"), ("a\n", "a"), ("aaaa", "a{2,3}"), ("a", "a{2}"),
    ("\n", "."), ("\r", "."), ("a", "\\p{Lu}"), ("A", "\\P{Lu}"), ("d", "[abc]"), ("a", "[^abc]"),
    ("ac", "abc"), ("aXb", "a\\.b"), ("ab", "a|b"), ("a", "[^a]"), ("e\u{301}", "."), ("b", "a^b"),
    ("a", "a$b"), ("A", "a"),
  ])
  func otherTextsDoNot(text: String, pattern: String) throws {
    #expect(try !holds("match", text, pattern))
  }

  @Test(arguments: [
    ("", ""), ("abc", ""), ("abc", "b"), ("abc", "c"), ("abc", "^a"), ("abc", "c$"),
    ("xaab", "a+b"),
    ("a\nb", "b"), ("aXbX", "X$"), ("été", "t"), ("aaab", "aab"), ("abcabd", "abd"),
  ])
  func searchFindsAPart(text: String, pattern: String) throws {
    #expect(try holds("search", text, pattern))
  }

  @Test(arguments: [("abc", "d"), ("abc", "^b"), ("abc", "b$"), ("", "a"), ("\n\n", ".")])
  func searchFindsNothingElse(text: String, pattern: String) throws {
    #expect(try !holds("search", text, pattern))
  }

  /// What other dialects know, and what is no pattern at all: never true, and no error by the standard.
  static let refused = [
    "(", ")", "[", "]", "{", "}", "*", "+a", "?", "a**", "a{", "a{}", "a{,2}", "a{2,1}", "a{1",
    "{1}",
    "a{1}{2}", "a*?", "[]", "[^]", "[a", "[z-a]", "[a-b-c]", "[[a]", "[a-\\p{L}]", "[\\p{L}-z]",
    "\\",
    "\\d", "\\w", "\\s", "\\b", "\\$", "\\/", "\\\"", "\\u0041", "\\x41", "\\p", "\\p{}", "\\p{Xx}",
    "\\p{Cs}", "\\p{IsLatin}", "\\p{Lu", "\\pL", "(?:a)", "(?=a)", "(?i)a", "(a", "a)", "(a|b",
    "\\1",
  ]

  @Test(arguments: refused)
  func whatIsNoIRegexpNeverMatches(pattern: String) throws {
    #expect(try !holds("search", "aAbB12 {}[]()*+?\\", pattern))
    let quoted = pattern.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    let condition = "search(@, '\(quoted)') || match(@, '\(quoted)')"
    #expect(try !Document(#""a""#).holds(condition))
    #expect(throws: QueryError.self) { try Condition(parsing: condition, checksPatterns: true) }
  }

  @Test func aPatternThatCannotBeUsedIsExplained() throws {
    do throws(QueryError) {
      _ = try Condition(parsing: #"match(@, '\\d+')"#, checksPatterns: true)
      Issue.record("must be refused")
    } catch {
      #expect(error.offset == 9)
      #expect(error.message.hasPrefix("the pattern cannot be used: \\d is not known"))
    }
  }

  @Test(arguments: [
    "a{100000}", "(a{1000}){1000}", "((a{100}){100}){100}", "(a|b){0,4000}",
    "a{99999999999999999999}",
    String(repeating: "(", count: 100) + String(repeating: ")", count: 100),
    String(repeating: "a", count: 20_000), String(repeating: "(", count: 100_000),
  ])
  func patternsBeyondTheLimitsAreRefused(pattern: String) throws {
    #expect(throws: QueryError.self) { try Condition(parsing: "match(@, '\(pattern)')") }
    #expect(try !holds("match", "a", pattern))
  }

  @Test(arguments: [
    "(a|a)*b", "(a*)*b", "(a+)+b", "((a?){20})*b", "(a|aa)+b", ".*.*.*.*b", "(.|a)*(a|.)*b",
    "([a-z]|\\p{L})*1", "(a{0,30}){0,30}b",
  ])
  func timeGrowsWithTheTextOnly(pattern: String) throws {
    let condition = try Condition(parsing: "search(@, '\(pattern.replacing("\\", with: "\\\\"))')")
    func steps(_ count: Int) throws -> Int {
      let document = try Document("\"" + String(repeating: "a", count: count) + "\"")
      #expect(!condition.holds(in: document.context, at: document.context.root))
      #expect(!document.context.budget.isExceeded)
      return document.context.budget.spent
    }
    let short = try steps(500)
    let long = try steps(2_000)
    #expect(short >= 500)
    // Four times the text, and a little more where it takes a while until all states are in use.
    #expect(long <= 5 * short)
  }
}
