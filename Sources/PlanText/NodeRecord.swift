/// Index of a node in its `Tree`.
package struct NodeID: Hashable, Comparable, Sendable {
  package let index: UInt32

  package init(_ index: UInt32) { self.index = index }
  package init(_ index: Int) { self.index = UInt32(clamping: index) }

  package static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

/// What a node is.
///
/// An alias is a leaf that points to its anchor; nothing is expanded.
package enum NodeKind: UInt8, Sendable {
  case mapping, sequence, scalar, alias
}

/// How a node is written (YAML 1.1 §5.3).
package enum NodeStyle: UInt8, Sendable {
  case plain, singleQuoted, doubleQuoted, literal, folded, block, flow
}

/// The JSON type of a scalar's value.
///
/// The loader resolves plain scalars by the YAML 1.2 core schema (§10.3.2) and calls all others strings; the plan
/// schema then sets the type that the field declares, so that a person named `No` stays a name.
package enum ScalarType: UInt8, Sendable {
  case string, null, `true`, `false`, integer, number
}

/// Where the bytes of a decoded scalar are kept.
package struct TextReference: Hashable, Sendable {
  /// Offset into the source or into the tree's arena, in bytes.
  package var offset: UInt32
  /// Length in bytes.
  package var length: UInt32
  /// Whether the offset counts in the arena of decoded bytes; otherwise the source holds the value verbatim.
  package var isInArena: Bool

  package static let none = TextReference(offset: 0, length: 0, isInArena: false)

  package init(offset: UInt32, length: UInt32, isInArena: Bool) {
    self.offset = offset
    self.length = length
    self.isInArena = isInArena
  }
}

/// One node: a plain record in a flat array, in pre-order.
///
/// Mapping children alternate key, value, key, value.
package struct NodeRecord: Sendable {
  /// The index that stands for "no node".
  package static let noIndex = UInt32.max

  package var kind: NodeKind
  package var style: NodeStyle
  package var type: ScalarType
  /// Whether this node is a key of a mapping.
  package var isKey = false
  /// Whether the author wrote something else and the plan schema put this node in its place (shorthand).
  package var isSynthetic = false
  /// Whether a tag stands before the node.
  ///
  /// Tags are kept as a fact and never resolved (`reliability.md` T7).
  package var hasTag = false

  /// Start of the node with its anchor and tag.
  package var outerStart: UInt32
  /// Start of the node's own text: behind anchor and tag; at the quote, the `|`, the bracket.
  package var start: UInt32
  /// End of the node's own text, exclusive: behind the closing quote or bracket, the last text of a block scalar,
  /// the last child of a block collection.
  package var end: UInt32
  /// End of all that belongs to the node: as `end`, with the trailing line breaks of block scalars.
  package var outerEnd: UInt32

  /// Index of the parent, or `noIndex` for a document's root.
  package var parent: UInt32 = NodeRecord.noIndex
  /// Index just behind the node's last descendant.
  package var subtreeEnd: UInt32
  /// For the value of a mapping entry, the index of its key node; otherwise `noIndex`.
  package var key: UInt32 = NodeRecord.noIndex
  /// For an alias, the index of its anchor's node, or `noIndex` where there is none or where it would contain itself.
  package var target: UInt32 = NodeRecord.noIndex

  /// The decoded value of a scalar; for an alias, its name.
  package var text: TextReference = .none
  /// The value as queries see it where the schema gives another spelling ("Very close" is `very-close`).
  package var canonical: TextReference?
  /// FNV-1a hash of the decoded text of a scalar key, to compare names by one number first.
  package var hash: UInt32 = 0

  package init(
    kind: NodeKind,
    style: NodeStyle,
    type: ScalarType = .string,
    outerStart: UInt32,
    start: UInt32,
    end: UInt32,
    outerEnd: UInt32,
    subtreeEnd: UInt32
  ) {
    self.kind = kind
    self.style = style
    self.type = type
    self.outerStart = outerStart
    self.start = start
    self.end = end
    self.outerEnd = outerEnd
    self.subtreeEnd = subtreeEnd
  }

  /// The bytes of the node's own text in the source.
  package var range: SourceRange { SourceRange(start, end) }
}

/// Returns the 32-bit FNV-1a hash of some bytes; stable over runs and machines.
@inlinable package func nameHash(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var hash: UInt32 = 2_166_136_261
  for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
  return hash
}
