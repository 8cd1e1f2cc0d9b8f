import PlanQuery
import PlanText
import Testing

/// What the standard leaves to us: queries on YAML with its aliases, keys and numbers.
@Suite struct TreeSemanticsTests {
  private func document(_ yaml: String) -> Document {
    Document(loadPlan(Array(yaml.utf8)).tree)
  }

  @Test func selectorsSeeThroughAliases() throws {
    let document = document("a: &x {k: [1, 2]}\nb: *x\nc: [*x, 3]\n")
    #expect(try document.values("$.b.k[1]") == ["2"])
    #expect(try document.values("$.b.*") == ["[1,2]"])
    #expect(try document.values("$.c[0].k[?@ > 1]") == ["2"])
    #expect(try document.values("$.b") == ["*x"])
    #expect(try document.holds("$.b.k == $.a.k && $.b == $.a && $.c[0] == $.b"))
    #expect(try document.holds("length($.b.k) == 2 && length($.b) == 1"))
  }

  @Test func scalarsAreComparedThroughAliases() throws {
    let document = document("a: &x text\nb: *x\nc: [*x]\n")
    #expect(try document.holds("$.b == 'text' && $.a == $.b && $.c[0] == 'text'"))
    #expect(try document.holds("match($.b, 't.*') && length($.b) == 4"))
  }

  @Test func descendantsDoNotEnterAliases() throws {
    let document = document("a: &x {k: 1}\nb: *x\nc: [*x]\n")
    #expect(try document.values("$..k") == ["1"])
    #expect(try document.values("$.b..k") == ["1"])
    #expect(try document.holds("count($..*) == 5"))
  }

  @Test func manyAliasesOfAliasesCostLittle() throws {
    var yaml = "a0: &a0 [x, x]\nb0: &b0 [x, x]\n"
    for level in 1...40 {
      yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
      yaml += "b\(level): &b\(level) [*b\(level - 1), *b\(level - 1)]\n"
    }
    let document = document(yaml)
    #expect(try document.holds("$.a40 == $.b40"))
    #expect(try !document.holds("$.a40 == $.b39"))
    #expect(!document.context.budget.isExceeded)
  }

  @Test func anAliasThatHoldsItselfOrLeadsNowhereIsNothing() throws {
    let document = document("a: &x [1, *x]\nb: &y [1, *y]\nc: *missing\n")
    #expect(try document.holds("$.a == $.a && $.a[1] == $.absent"))
    #expect(try document.values("$.a[1].k") == [])
    #expect(try document.values("$..k") == [])
    #expect(try document.holds("$.a == $.b || $.a != $.b"))
  }

  @Test func numbersHaveTheirYAMLValues() throws {
    let document = document(
      "{a: 0x1F, b: 0o17, c: .inf, d: -.INF, e: .nan, f: 1., g: .5, h: +12, i: 1e3, j: 007, k: 1_000}"
    )
    #expect(try document.holds("$.a == 31 && $.b == 15 && $.f == 1 && $.g == 0.5 && $.h == 12"))
    #expect(try document.holds("$.c > 1e308 && $.d < -1e308 && $.i == 1000 && $.j == 7"))
    #expect(try document.holds("$.e != $.e && !($.e < 1) && !($.e > 1)"))
    #expect(try document.holds("$.k == '1_000'"))
  }

  @Test func numbersOfAnyLengthAreHarmless() throws {
    let digits = String(repeating: "9", count: 5_000)
    let document = document("a: \(digits)\nb: 1e\(digits)\nc: -\(digits).5\nd: 0x\(digits)\n")
    for name in ["a", "b", "c", "d"] {
      #expect(try document.holds("$.\(name) == $.\(name)"))
      #expect(try document.values("$[?@ == 1]") == [])
    }
    #expect(try self.document("a: 9007199254740993").holds("$.a == 9007199254740992"))
    #expect(try self.document("a: 123456789012345").holds("$.a == 123456789012345"))
  }

  @Test func quotedNumbersAreTexts() throws {
    let document = document("a: '1'\nb: 1\nc: yes\nd: true\ne: ~\nf:\n")
    #expect(try document.holds("$.a == '1' && $.a != 1 && $.b == 1 && $.c == 'yes'"))
    #expect(try document.holds("$.d == true && $.e == null && $.f == null"))
  }

  @Test func ofEqualKeysTheFirstIsNamedAndAllAreListed() throws {
    let document = document("k: 1\nk: 2\n")
    #expect(try document.values("$.k") == ["1"])
    #expect(try document.values("$.*") == ["1", "2"])
    #expect(try document.values("$..k") == ["1"])
  }

  @Test func keysThatAreNoScalarsHaveNoName() throws {
    let document = document("? [a, b]\n: 1\n? {c: d}\n: {e: 2}\n5: 3\n")
    #expect(try document.values("$.*") == ["1", #"{"e":2}"#, "3"])
    #expect(try document.values("$..e") == ["2"])
    #expect(try document.values("$..c") == [])
    #expect(try document.values("$['5']") == ["3"])
    #expect(try document.values("$..*").count == 4)
  }

  @Test func aCanonicalValueIsComparedInThePlaceOfTheText() throws {
    var builder = TreeBuilder()
    var record = NodeRecord(
      kind: .scalar,
      style: .plain,
      outerStart: 0,
      start: 0,
      end: 4,
      outerEnd: 4,
      subtreeEnd: 1
    )
    record.text = TextReference(offset: 0, length: 4, isInArena: false)
    record.canonical = builder.store(Array("very-close".utf8))
    builder.append(record)
    let document = Document(builder.finish(source: SourceText("Near")))
    #expect(try document.holds("$ == 'very-close' && length($) == 10 && match($, 'very.*')"))
  }

  @Test func anEmptyTreeAnswersNothing() throws {
    let document = Document(Tree(source: SourceText(""), records: [], roots: [], arena: []))
    #expect(try !document.holds("$.a == 1 || $[*] || $..a"))
    #expect(try document.values("$..*") == [])
  }
}
