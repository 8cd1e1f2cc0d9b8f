/// How much of a file the loader reads before it says that it is too much (`reliability.md` section 3).
///
/// An honest plan is some 10 KB: every limit leaves two orders of magnitude.
package struct LoadLimits: Sendable {
  /// Bytes of a file.
  package var maxFileSize = 2 << 20
  /// Mappings and sequences inside each other.
  package var maxDepth = 64
  /// Nodes of all documents, keys included.
  package var maxNodes = 200_000
  /// Aliases of all documents.
  package var maxAliases = 1_000
  /// Lines that begin with `%`; libyaml needs quadratic time for them before its first event.
  package var maxDirectiveLines = 50
  /// Blanks, or empty lines, in a row; libyaml clears a buffer as long as the longest run at every later one.
  package var maxBlankRun = 4_096
  /// Findings of one file, apart from the one that stops the reading.
  package var maxIssues = 100

  package static let standard = LoadLimits()

  package init() {}
}
