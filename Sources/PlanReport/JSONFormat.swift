import PlanText

/// Writes diagnostics as the JSON objects of `command-line.md`, one a line.
struct JSONFormat {
  private let file: FileReport
  private let options: ReportOptions
  private let lines: LineIndex

  init(file: FileReport, options: ReportOptions) {
    self.file = file
    self.options = options
    lines = LineIndex(file.source)
  }

  /// The objects, each followed by a line feed, and where each ends.
  func lines(_ diagnostics: some Sequence<Diagnostic>) -> (bytes: [UInt8], ends: [Int]) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var fingerprints = Fingerprints()
    for diagnostic in diagnostics {
      bytes.append(contentsOf: object(diagnostic, fingerprint: fingerprints.next(diagnostic)))
      bytes.append(0x0A)
      ends.append(bytes.count)
    }
    return (bytes, ends)
  }

  private func object(_ diagnostic: Diagnostic, fingerprint: String) -> [UInt8] {
    var json = JSONWriter(pretty: false)
    json.beginObject()
    json.key("path")
    json.foreign(file.path)
    json.key("rule")
    json.foreign(diagnostic.rule)
    json.key("severity")
    json.foreign(diagnostic.severity.rawValue)
    json.key("message")
    json.foreign(diagnostic.message)
    json.key("help")
    json.foreign(diagnostic.help)
    range(diagnostic.range, to: &json)
    json.key("field")
    json.foreign(diagnostic.field.isEmpty ? nil : diagnostic.field)
    json.key("match")
    json.foreign(diagnostic.match)
    json.key("related")
    json.beginArray()
    for place in diagnostic.related {
      json.beginObject()
      json.key("message")
      json.foreign(place.message)
      json.key("path")
      json.foreign(file.path)
      range(place.range, to: &json)
      json.endObject()
    }
    json.endArray()
    json.key("fix")
    fix(diagnostic.fix, to: &json)
    json.key("fingerprint")
    json.foreign(fingerprint)
    json.endObject()
    return json.bytes
  }

  private func fix(_ fix: Fix?, to json: inout JSONWriter) {
    guard let fix else { return json.null() }
    json.beginObject()
    json.key("safety")
    json.foreign(fix.safety.rawValue)
    json.key("edits")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      range(edit.range, to: &json)
      json.key("text")
      json.foreign(edit.text)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func range(_ range: SourceRange, to json: inout JSONWriter) {
    for (key, offset) in [("start", range.start), ("end", range.end)] {
      let position = lines.position(of: offset, unit: options.columnUnit)
      json.key(key)
      json.beginObject()
      json.key("line")
      json.number(position.line)
      json.key("column")
      json.number(position.column)
      json.key("offset")
      json.number(file.source.fileOffset(of: offset))
      json.endObject()
    }
  }
}

extension JSONWriter {
  /// Writes a string that the program did not write; null where there is none.
  mutating func foreign(_ text: String?) {
    guard let text else { return null() }
    literal(JSONString.quoted(Array(text.utf8)[...]))
  }

  /// Writes a file name, whose bytes need not be UTF-8.
  mutating func foreign(_ name: [UInt8]) { literal(JSONString.quoted(name[...])) }
}
