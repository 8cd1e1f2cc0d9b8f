package import PlanText
import PlanSchema
package struct PlanFormat: Archivable {
  package func archive(into writer: inout ArchiveWriter) {}
  package init(from reader: inout ArchiveReader) throws(ArchiveError) {}
  init(compiling: Tree, root: NodeID) throws(SchemaError) {}
  func read(_ tree: Tree) -> (tree: Tree, issues: [SchemaIssue]) { (tree, []) }
}
struct SchemaIssue {
  enum Kind: String { case a }; var kind: Kind; var message: String; var help: String;
  var range: SourceRange; var node: NodeID?
}
enum Inflection { static func forms(of l: String) -> [String] { [l] } }
func dateLength(in t: ArraySlice<Token>, at: Int) -> Int { 0 }
