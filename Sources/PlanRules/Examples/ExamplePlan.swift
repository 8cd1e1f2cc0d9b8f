internal import PlanText

/// Puts examples into the plans of their modules.
package enum ExamplePlan {
  /// Where a skeleton takes the words of an example.
  package static let placeholder = "{text}"
  /// The value of a key that an example takes out of the base plan.
  package static let removed = "~removed"

  /// A skeleton with a written scalar in the place of `{text}`.
  package static func filled(_ skeleton: String, with scalar: String) -> String {
    skeleton.replacingFirst(placeholder, with: scalar)
  }

  /// A skeleton whose top-level keys take the place of a base plan's, `{text}` kept.
  static func overlaid(_ skeleton: String, on base: String) -> String {
    // `{text}` would be a mapping while the two are put together, so that a word stands in for it.
    let stand = "planlint-example-text"
    guard skeleton.firstRange(of: placeholder) != nil else { return skeleton }
    return merged(filled(skeleton, with: stand), into: base).replacingFirst(
      stand,
      with: placeholder
    )
  }

  /// A text as a double-quoted scalar on one line (YAML 1.1 §5.7, §9.1).
  package static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A base plan whose top-level entries are replaced by those of an example, or taken out.
  package static func merged(_ example: String, into base: String) -> String {
    let replacements = entries(of: example)
    guard !replacements.isEmpty else { return example }
    let names = Set(replacements.map(\.name))
    var result = ""
    for entry in entries(of: base) where !names.contains(entry.name) {
      result += entry.text
      if !entry.text.hasSuffix("\n") { result += "\n" }
    }
    for entry in replacements where !entry.isRemoved {
      result += entry.text
      if !entry.text.hasSuffix("\n") { result += "\n" }
    }
    return result
  }

  private struct Entry {
    var name: String
    /// From the key to before the next one.
    var text: String
    var isRemoved: Bool
  }

  /// The top-level entries of a block mapping, each with its whole text.
  private static func entries(of yaml: String) -> [Entry] {
    let loaded = loadPlan(Array(yaml.utf8))
    guard let root = loaded.tree.roots.first else { return [] }
    let tree = loaded.tree
    let all = Array(tree.entries(of: root))
    return all.enumerated().map { index, entry in
      let start = tree[entry.key].outerStart
      let end =
        index + 1 < all.count
        ? tree[all[index + 1].key].outerStart : UInt32(clamping: tree.source.bytes.count)
      return Entry(
        name: tree.string(of: entry.key),
        text: String(decoding: tree.source[SourceRange(start, end)], as: UTF8.self),
        isRemoved: tree.string(of: entry.value) == removed
      )
    }
  }
}

extension String {
  /// The text with the first place of another exchanged; unchanged where there is none.
  fileprivate func replacingFirst(_ other: String, with replacement: String) -> String {
    guard let range = firstRange(of: other) else { return self }
    return self[..<range.lowerBound] + replacement + self[range.upperBound...]
  }

  /// The first place of a text, compared scalar by scalar.
  fileprivate func firstRange(of other: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].unicodeScalars.starts(with: other.unicodeScalars) {
        return start..<unicodeScalars.index(start, offsetBy: other.unicodeScalars.count)
      }
      start = unicodeScalars.index(after: start)
    }
    return nil
  }
}
