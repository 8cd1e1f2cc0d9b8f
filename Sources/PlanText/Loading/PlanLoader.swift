internal import CLibYAML

/// Reads the YAML of a plan into one flat tree, and says what is wrong with it as text.
///
/// Never throws and never stops without an issue that says why.
package func loadPlan(_ bytes: [UInt8], limits: LoadLimits = .standard) -> LoadedText {
  if bytes.count > limits.maxFileSize {
    let issue = limitIssue(
      "the file has \(bytes.count) bytes; this tool reads at most \(limits.maxFileSize)",
      help: "a plan is a few pages of text: keep other documents in files of their own",
      range: SourceRange(0, 0)
    )
    return unread(SourceText(utf8: bytes), issue)
  }
  let decoded = decodeSource(bytes)
  if let problem = decoded.problem { return unread(decoded.text, problem) }
  if let problem = checkShape(decoded.text.bytes, limits: limits) {
    return unread(decoded.text, problem)
  }
  var loader = PlanLoader(decoded.text, isASCII: decoded.isASCII, limits: limits)
  loader.readEvents()
  return loader.finish()
}

private func unread(_ text: SourceText, _ issue: TextIssue) -> LoadedText {
  LoadedText(
    tree: Tree(source: text, records: [], roots: [], arena: []),
    issues: [issue],
    isComplete: false
  )
}

/// Takes libyaml's events one by one and appends nodes.
struct PlanLoader {
  let source: SourceText
  let bytes: [UInt8]
  let isASCII: Bool
  let limits: LoadLimits
  var cursor: MarkCursor
  var builder: TreeBuilder
  var issues: [TextIssue] = []
  /// What stopped the reading before the end of the file.
  var fatal: TextIssue?

  var comments: [SourceRange] = []
  /// Behind the last token; between it and the next one stand only blanks, breaks, indicators and comments.
  var gapStart: Int
  /// The plain scalar that ends at `gapStart`, whose text a comment may have cut.
  var scalarBeforeGap: NodeID?

  /// End and outer end of the node that was finished last: those of the collection that closes next.
  var lastEnd: UInt32 = 0
  var lastOuterEnd: UInt32 = 0

  /// Behind the last token that was no indicator.
  var tokenEnd: Int

  /// The newest node of each anchor of this document.
  var anchors: [String: UInt32] = [:]
  var aliasCount = 0
  /// Nodes that an alias stands for.
  var aliased: Set<UInt32> = []
  /// Anchors in front of plain text, which may be words of it.
  var anchorsBeforeText: [(node: NodeID, range: SourceRange)] = []

  init(_ source: SourceText, isASCII: Bool, limits: LoadLimits) {
    self.source = source
    self.bytes = source.bytes
    self.isASCII = isASCII
    self.limits = limits
    cursor = MarkCursor(source, isASCII: isASCII)
    // A plan of short values has some 13 bytes a node, letters have several times as many.
    builder = TreeBuilder(capacity: min(bytes.count / 12 + 8, limits.maxNodes))
    gapStart = source.byteOrderMarkLength
    tokenEnd = gapStart
  }

  /// Runs libyaml over the source; the tree then holds all up to the end, or up to `fatal`.
  mutating func readEvents() {
    guard !bytes.isEmpty else { return }
    // libyaml keeps pointers into the parser and into the input: both stay in place until it is deleted.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    defer {
      parser.deallocate()
      event.deallocate()
    }
    guard yaml_parser_initialize(parser) == 1 else { return failForMemory() }
    defer { yaml_parser_delete(parser) }
    let input = bytes
    input.withUnsafeBufferPointer { input in
      yaml_parser_set_input_string(parser, input.baseAddress, input.count)
      while true {
        guard yaml_parser_parse(parser, event) == 1 else {
          fatal = syntaxIssue(parser)
          return
        }
        let isLast = event.pointee.type == YAML_STREAM_END_EVENT
        take(event, input)
        yaml_event_delete(event)
        if isLast || fatal != nil { return }
      }
    }
  }

  private mutating func failForMemory() {
    fatal = limitIssue("there is not enough memory to read this file", range: SourceRange(0, 0))
  }

  private mutating func take(
    _ event: UnsafeMutablePointer<yaml_event_t>,
    _ input: UnsafeBufferPointer<UInt8>
  ) {
    let start = cursor.offset(of: event.pointee.start_mark.index)
    let end = cursor.offset(of: event.pointee.end_mark.index)
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      takeScalar(event, start, end, input)
    case YAML_MAPPING_START_EVENT:
      let data = event.pointee.data.mapping_start
      open(
        .mapping,
        isFlow: data.style == YAML_FLOW_MAPPING_STYLE,
        anchor: data.anchor,
        hasTag: data.tag != nil,
        start,
        end
      )
    case YAML_SEQUENCE_START_EVENT:
      let data = event.pointee.data.sequence_start
      open(
        .sequence,
        isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE,
        anchor: data.anchor,
        hasTag: data.tag != nil,
        start,
        end
      )
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      close(start, end)
    case YAML_ALIAS_EVENT:
      takeAlias(event.pointee.data.alias.anchor, start, end)
    case YAML_DOCUMENT_START_EVENT:
      anchors.removeAll(keepingCapacity: true)
      scanGap(to: start)
      if start < end { scanDirectives(start, end) }
    case YAML_DOCUMENT_END_EVENT:
      scanGap(to: start)
      if start < end { passToken(to: end) }
    case YAML_STREAM_END_EVENT:
      scanGap(to: bytes.count)
    default: break
    }
  }

  /// Ends the tree and puts the issues in order.
  consuming func finish() -> LoadedText {
    if let fatal {
      completeTree()
      issues.append(fatal)
    } else if builder.records.isEmpty {
      appendEmptyRoot()
    }
    reportLostAnchors()
    let isComplete = fatal == nil
    let odd = OddCharacterFinder(isASCII: isASCII, limit: limits.maxIssues - issues.count)
    var issues = issues
    let tree = builder.finish(source: source, comments: comments)
    issues += odd.issues(of: tree)
    issues.sort { $0.range < $1.range }
    return LoadedText(tree: tree, issues: issues, isComplete: isComplete)
  }

  /// Closes what an error left open, so that keys and values alternate and every collection has its end.
  private mutating func completeTree() {
    while let innermost = builder.innermost {
      if builder.isMissingValue { append(missing(at: Int(lastOuterEnd)), anchor: nil) }
      finishCollection(innermost, end: lastEnd, outerEnd: lastOuterEnd)
    }
  }

  private mutating func appendEmptyRoot() {
    let start = source.byteOrderMarkLength
    let id = builder.append(missing(at: start))
    reportEmptyDocument(id, at: start)
  }
}
