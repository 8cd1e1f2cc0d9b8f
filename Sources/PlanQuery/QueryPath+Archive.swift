internal import PlanText

// How compiled queries are written and read back. Reading is bounded in depth, so that damage cannot exhaust the stack.

extension ArchiveWriter {
  /// Appends all 64 bits of a number.
  fileprivate mutating func append(wide: UInt64) {
    append(bits: UInt32(truncatingIfNeeded: wide >> 32))
    append(bits: UInt32(truncatingIfNeeded: wide))
  }

  fileprivate mutating func append(wide: Int?) {
    append(wide != nil)
    if let wide { append(wide: UInt64(bitPattern: Int64(wide))) }
  }
}

extension ArchiveReader {
  fileprivate mutating func wide() throws(ArchiveError) -> UInt64 {
    let high = UInt64(try bits())
    return high << 32 | UInt64(try bits())
  }

  fileprivate mutating func optionalInteger() throws(ArchiveError) -> Int? {
    try flag() ? Int(truncatingIfNeeded: try wide()) : nil
  }

  /// Checks a depth before what lies deeper is read.
  func check(_ depth: Int) throws(ArchiveError) {
    guard depth <= 8 * QueryParser.maximumDepth else { throw .truncated }
  }
}

extension QueryPath {
  func archive(into writer: inout ArchiveWriter) {
    writer.append(isRelative)
    writer.append(segments.count)
    for segment in segments {
      writer.append(segment.isDescendant)
      writer.append(segment.selectors.count)
      for selector in segment.selectors { selector.archive(into: &writer) }
    }
  }

  init(from reader: inout ArchiveReader, depth: Int) throws(ArchiveError) {
    try reader.check(depth)
    let isRelative = try reader.flag()
    var segments: [Segment] = []
    for _ in 0..<(try reader.number()) {
      let isDescendant = try reader.flag()
      var selectors: [Selector] = []
      for _ in 0..<(try reader.number()) {
        selectors.append(try Selector(from: &reader, depth: depth + 1))
      }
      segments.append(Segment(isDescendant: isDescendant, selectors: selectors))
    }
    self.init(isRelative: isRelative, segments: segments)
  }
}

extension Selector {
  fileprivate func archive(into writer: inout ArchiveWriter) {
    switch self {
    case .name(let name):
      writer.append(0)
      writer.append(String(decoding: name.bytes, as: UTF8.self))
    case .wildcard: writer.append(1)
    case .index(let index):
      writer.append(2)
      writer.append(wide: UInt64(bitPattern: Int64(index)))
    case .slice(let slice):
      writer.append(3)
      writer.append(wide: slice.start)
      writer.append(wide: slice.end)
      writer.append(wide: slice.step)
    case .filter(let expression):
      writer.append(4)
      expression.archive(into: &writer)
    }
  }

  fileprivate init(from reader: inout ArchiveReader, depth: Int) throws(ArchiveError) {
    switch try reader.number() {
    case 0: self = .name(MemberName(try reader.bytes()))
    case 1: self = .wildcard
    case 2: self = .index(Int(truncatingIfNeeded: try reader.wide()))
    case 3:
      let start = try reader.optionalInteger()
      let end = try reader.optionalInteger()
      self = .slice(Slice(start: start, end: end, step: try reader.optionalInteger()))
    case 4: self = .filter(try LogicalExpression(from: &reader, depth: depth + 1))
    default: throw .unknownCase
    }
  }
}

extension QueryValue {
  func archive(into writer: inout ArchiveWriter) {
    switch self {
    case .nothing: writer.append(0)
    case .null: writer.append(1)
    case .bool(let value): writer.append(value ? 3 : 2)
    case .number(let value):
      writer.append(4)
      writer.append(wide: value.bitPattern)
    case .string(let text):
      writer.append(5)
      writer.append(String(decoding: text, as: UTF8.self))
    case .node(let node):
      // No literal is a node; kept, so that every value reads back equal.
      writer.append(6)
      writer.append(bits: node.index)
    }
  }

  init(from reader: inout ArchiveReader) throws(ArchiveError) {
    switch try reader.number() {
    case 0: self = .nothing
    case 1: self = .null
    case 2: self = .bool(false)
    case 3: self = .bool(true)
    case 4: self = .number(Double(bitPattern: try reader.wide()))
    case 5: self = .text(try reader.string())
    case 6: self = .node(NodeID(try reader.bits()))
    default: throw .unknownCase
    }
  }
}
