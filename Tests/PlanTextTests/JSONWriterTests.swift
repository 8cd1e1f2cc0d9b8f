import PlanText
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  private func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func putsEveryMemberOnItsOwnLine() {
    var writer = JSONWriter(pretty: true)
    writer.beginObject()
    writer.key("name")
    writer.string("Danny")
    writer.key("ages")
    writer.beginArray()
    writer.number(29)
    writer.beginObject()
    writer.endObject()
    writer.endArray()
    writer.key("none")
    writer.beginArray()
    writer.endArray()
    writer.key("known")
    writer.bool(true)
    writer.key("left")
    writer.null()
    writer.endObject()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        {
          "name": "Danny",
          "ages": [
            29,
            {}
          ],
          "none": [],
          "known": true,
          "left": null
        }
        """
    )
  }

  @Test func writesOneLineWithoutSpaces() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.beginObject()
    writer.key("a")
    writer.number(-1)
    writer.key("b")
    writer.literal("1.5".utf8)
    writer.endObject()
    writer.bool(false)
    writer.endArray()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"[{"a":-1,"b":1.5},false]"#)
  }

  @Test func escapesWhatCouldDisturbAReader() {
    #expect(quoted("a\"b\\c/d") == #""a\"b\\c/d""#)
    #expect(quoted("\u{8}\t\n\u{C}\r\u{0}\u{1B}\u{7F}") == #""\b\t\n\f\r\u0000\u001b\u007f""#)
    #expect(quoted("\u{80}\u{85}\u{9F}\u{A0}") == "\"\\u0080\\u0085\\u009f\u{A0}\"")
    #expect(quoted("\u{2028}\u{2029}\u{202E}\u{2069}") == #""\u2028\u2029\u202e\u2069""#)
    #expect(quoted("\u{200E}\u{061C}\u{FEFF}") == #""\u200e\u061c\ufeff""#)
  }

  @Test func leavesOtherTextAsItIs() {
    #expect(quoted("café – 👨‍👩‍👧 “so” Ø") == "\"café – 👨‍👩‍👧 “so” Ø\"")
    #expect(quoted("\u{2027}\u{202F}\u{2065}\u{206A}") == "\"\u{2027}\u{202F}\u{2065}\u{206A}\"")
  }
}
