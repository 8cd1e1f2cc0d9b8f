/// Why a text is no query or condition.
package struct QueryError: Error, Equatable, Sendable {
  /// What is wrong and what to write; lower case, without a final stop.
  package let message: String
  /// Where in the text, in UTF-8 bytes from 0.
  package let offset: Int

  package init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }
}
