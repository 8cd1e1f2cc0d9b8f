extension Tree {
  /// The normalized path of a node (RFC 9535 §2.7), such as `$['scripts'][1]['text']`, within its document.
  ///
  /// - Complexity: linear in the number of earlier siblings of the node and its ancestors.
  package func normalizedPath(of id: NodeID) -> String {
    var steps: [String] = []
    var node = self[id].isKey ? valueOfKey(id) : id
    while let parent = parent(of: node) {
      if let key = key(of: node) {
        steps.append("['" + Tree.escapedName(valueOfKeyText(key)) + "']")
      } else {
        var index = 0
        for item in items(of: parent) {
          if item == node { break }
          index += 1
        }
        steps.append("[\(index)]")
      }
      node = parent
    }
    return "$" + steps.reversed().joined()
  }

  private func valueOfKeyText(_ key: NodeID) -> String { string(of: key) }

  /// The value node that stands behind a key node.
  package func valueOfKey(_ key: NodeID) -> NodeID {
    let value = NodeID(self[key].subtreeEnd)
    return self[value].key == key.index ? value : key
  }

  /// A member name as a normalized path writes it (RFC 9535 §2.7, `normal-single-quoted`).
  package static func escapedName(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "'": result += "\\'"
      case "\\": result += "\\\\"
      case "\u{08}": result += "\\b"
      case "\u{09}": result += "\\t"
      case "\u{0A}": result += "\\n"
      case "\u{0C}": result += "\\f"
      case "\u{0D}": result += "\\r"
      case "\u{00}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
