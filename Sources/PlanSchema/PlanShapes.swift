internal import Synchronization

/// For every subschema, what form its values have, found when it is first asked for.
///
/// One plan meets a part of them, and all of them take longer than reading it.
final class PlanShapes: Sendable {
  private let schema: Schema
  private let shapes: Mutex<[PlanShape?]>

  init(of schema: Schema) {
    self.schema = schema
    shapes = Mutex(Array(repeating: nil, count: schema.demands.count))
  }

  /// Those that were asked for before: looking them up there takes no lock.
  var known: [PlanShape?] { shapes.withLock { $0 } }

  subscript(index: Int) -> PlanShape {
    shapes.withLock { shapes in
      if let known = shapes[index] { return known }
      let shape = PlanShape(index, in: schema)
      shapes[index] = shape
      return shape
    }
  }
}
