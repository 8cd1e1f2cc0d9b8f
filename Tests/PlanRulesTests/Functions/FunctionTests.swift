import PlanRules
import PlanText
import Testing

/// What the functions of expressions say about the value of `x-a` in a plan with these people.
@Suite struct FunctionTests {
  private static let plan = """
    title: a
    subject: {name: José Ruiz, aliases: [Pepe], pronouns: he/him}
    professional: {id: okafor, name: 'Dr. Ada Okafor, LCSW'}
    participants:
      - {id: jo, name: Aunt Jo, relationship: aunt}
      - {id: maria, name: María Cruz, relationship: mother}
      - {id: anna-m, name: Anna Cruz, aliases: [Nan], relationship: sister}

    """

  struct Case: Sendable, CustomTestStringConvertible {
    var value: String
    var expression: String
    var holds: Bool
    var testDescription: String { "\(expression) with \(value) is \(holds)" }

    init(_ value: String, _ expression: String, _ holds: Bool = true) {
      self.value = value
      self.expression = expression
      self.holds = holds
    }
  }

  private static func cases(_ expression: String, _ values: [String], _ holds: Bool) -> [Case] {
    values.map { Case($0, expression, holds) }
  }

  static let placeholders =
    cases(
      "filled($['x-a'])",
      [
        "TBD", "tbd.", "'?'", "'???'", "''", "'  '", "null", "N/A", "someone", "To Do", "[]", "{}",
        "[TBD, ~]", "<name>", "[['?']]", "Not sure yet", "to be decided",
      ],
      false
    )
    + cases(
      "filled($['x-a'])",
      ["Tyler", "false", "0", "[TBD, Tyler]", "{a: {b: c}}", "someone from church", "é"],
      true
    ) + [Case("a", "filled($['x-b'])", false), Case("[TBD, a]", "filled($['x-a'][0])", false)]

  static let people =
    cases(
      "person($['x-a']) == 'jo'",
      ["jo", "Jo", "Aunt Jo", "AUNT  JO", "aunt jo"],
      true
    )
    + cases("person($['x-a']) == 'maria'", ["Maria", "María", "maria cruz", "MARÍA CRUZ"], true)
    + cases("person($['x-a']) == 'anna-m'", ["anna-m", "Anna", "Nan", "Anna Cruz"], true)
    + cases(
      "person($['x-a']) == 'okafor'",
      ["Okafor", "Ada", "ada okafor", "Dr. Ada Okafor"],
      true
    )
    + cases("person($['x-a']) == 'subject'", ["José", "jose ruiz", "Pepe", "subject"], true)
    // Two people are called Cruz; "aunt" and "Dr." alone are nobody; nobody else is known.
    + cases(
      "person($['x-a']) == $['x-none']",
      ["Cruz", "aunt", "Dr.", "Bob", "''", "Maria and Jo", "[Jo]", "all"],
      true
    ) + [
      Case("Jo", "role($['x-a']) == 'participant'"),
      Case("Ada Okafor", "role($['x-a']) == 'professional'"),
      Case("Pepe", "role($['x-a']) == 'subject'"), Case("all", "role($['x-a']) == 'all'"),
      Case("Everyone", "role($['x-a']) == 'all'"), Case("Cruz", "role($['x-a']) == $['x-none']"),
      Case("Jo drives, Maria books, Jo packs", "people($['x-a']) == 2"),
      Case("Dr. Ada Okafor and Nan", "people($['x-a']) == 2"),
      Case("Pepe drives himself", "people($['x-a']) == 0"),
      Case("a cruz missile", "people($['x-a']) == 0"),
      Case("we ask María to drive", "names($['x-a'], 'maria')"),
      Case("we ask María to drive", "names($['x-a'], 'jo')", false),
      Case("joke", "names($['x-a'], 'jo')", false),
      Case("Jo drives", "names($['x-a'], 'Cruz')", false),
    ]

  static let dates = [
    Case("2024-02-28", "days($['x-a'], '2024-03-01') == 2"),
    Case("2023-02-28", "days($['x-a'], '2023-03-01') == 1"),
    Case("1900-02-28", "days($['x-a'], '1900-03-01') == 1"),
    Case("2000-02-28", "days($['x-a'], '2000-03-01') == 2"),
    Case("2024-12-31", "days($['x-a'], '2025-01-01') == 1"),
    Case("2025-01-01", "days($['x-a'], '2024-01-01') == -366"),
    Case("2025-06-14T10:00", "days($['x-a'], '2025-06-14') == 0"),
    Case("0001-01-01", "days($['x-a'], '9999-12-31') == 3652058"),
    Case("2025-02-29", "days($['x-a'], '2025-03-01') == $['x-none']"),
    Case("2025-13-01", "days($['x-a'], '2025-03-01') == $['x-none']"),
    Case("2025-04-31", "days($['x-a'], '2025-05-01') == $['x-none']"),
    Case("soon", "days($['x-a'], '2025-05-01') == $['x-none']"),
    Case("'We meet on June 14, 2025 at 10'", "date($['x-a']) == '2025-06-14'"),
    Case("14 June 2025", "date($['x-a']) == '2025-06-14'"),
    Case("14th of June, no year", "date($['x-a']) == $['x-none']"),
    Case("6/14/2025", "date($['x-a']) == '2025-06-14'"),
    Case("Jun 4 2025", "date($['x-a']) == '2025-06-04'"),
    Case("2025-06-14 to 2025-06-14", "date($['x-a']) == '2025-06-14'"),
    Case("2025-06-14 to 2025-06-15", "date($['x-a']) == $['x-none']"),
    Case("99999999999999999999-06-14", "date($['x-a']) == $['x-none']"),
  ]

  static let texts = [
    Case("he takes a taxi home", "says($['x-a'], 'small/ride')"),
    Case("Jo drove him there", "says($['x-a'], 'small/ride')"),
    Case("taxing", "says($['x-a'], 'small/ride')", false),
    Case("[nothing, {b: a taxi}]", "says($['x-a'], 'small/ride')"),
    Case("[nothing]", "says($['x-a'], 'small/ride')", false),
    Case("7", "says($['x-a'], 'small/ride')", false),
    Case("one two three", "words($['x-a']) == 3"), Case("''", "words($['x-a']) == 0"),
    Case("[one two, [three], {k: four}]", "words($['x-a']) == 4"),
    Case("one – two … !!", "words($['x-a']) == 2"),
    Case("a", "words($['x-none']) == $['x-none']"),
    Case(Array(repeating: "word", count: 260).joined(separator: " "), "minutes($['x-a']) == 2"),
    Case("[a, b, a, c]", "distinct($['x-a'][*]) == 3"),
    Case("[1, 1, '1']", "distinct($['x-a'][*]) == 2"), Case("[]", "distinct($['x-a'][*]) == 0"),
    Case("[[a], [a]]", "distinct($['x-a'][*]) == 2"),
    Case("[a, b]", "in('b', $['x-a'][*])"), Case("[a, b]", "in('c', $['x-a'][*])", false),
    Case("[1, 2]", "in(2, $['x-a'][*])"), Case("[1, 2]", "in('2', $['x-a'][*])", false),
    Case("[a]", "in($['x-none'], $['x-a'][*])", false),
    Case("inpatient", "kin($['x-a'], 'residential')"), Case("x", "kin($['x-a'], 'x')"),
    Case("outpatient", "kin($['x-a'], 'residential')", false),
    Case("'12 Elm St., Apt 4'", "address($['x-a']) == address('12 elm street #4')"),
    Case("12 N Elm Ave", "address($['x-a']) == address('12 North Elm Avenue')"),
    Case("12 Elm St", "address($['x-a']) == address('13 Elm St')", false),
    Case("'--'", "address($['x-a']) == $['x-none']"),
    Case("a", "setting('min') == 3"), Case("a", "setting('max') == $['x-none']"),
  ]

  private static let all = placeholders + people + dates + texts
  private static let rules = Result {
    try SmallPack.compile(
      [("module", SmallPack.module + "\nsets: {ride: [~drive (him|her), taxi]}")]
        + all.enumerated().map { index, one in
          SmallPack.rule(
            "r\(index)",
            "settings: {min: 3}\nexpect: \(SmallPack.quoted(one.expression))"
          )
        }
    )
  }

  @Test(arguments: all.indices)
  func expressionsHoldOrNot(index: Int) throws {
    let one = FunctionTests.all[index]
    let linter = Linter(
      rules: try FunctionTests.rules.get(),
      options: LintOptions(select: ["small/r\(index)"])
    )
    let result = linter.lint(Array((FunctionTests.plan + "x-a: \(one.value)\n").utf8))
    #expect(result.isComplete)
    #expect(result.diagnostics.isEmpty == one.holds, "\(one.testDescription)")
  }
}
