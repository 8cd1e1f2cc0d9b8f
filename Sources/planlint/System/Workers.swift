import Glibc
import Synchronization

/// Does many small, equal pieces of work on several threads.
///
/// Plain threads: a run on one file then starts no concurrency runtime.
enum Workers {
  /// Below this many pieces one thread is quicker than two.
  private static let worthwhile = 32
  /// Pieces taken at a time.
  private static let chunk = 8

  /// Processors that this process may use.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The results for `0..<count`, in that order, whatever the number of threads.
  ///
  /// `worker` makes what does the work on one thread, with scratch space of its own.
  static func map<Value: Sendable>(
    _ count: Int,
    threads: Int,
    worker: @escaping @Sendable () -> (Int) -> Value
  ) -> [Value] {
    guard threads > 1, count >= worthwhile else { return (0..<count).map(worker()) }
    let queue = Queue<Value>(count: count)
    let take: @Sendable () -> Void = {
      let work = worker()
      while let range = queue.next(chunk) {
        queue.add(range.map { ($0, work($0)) })
      }
    }
    var others: [pthread_t] = []
    for _ in 1..<min(threads, (count + chunk - 1) / chunk) {
      // Where no further thread is to be had, those that run do the work.
      guard let thread = start(take) else { break }
      others.append(thread)
    }
    take()
    for thread in others { pthread_join(thread, nil) }
    return queue.results()
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private static func start(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
    let body = Unmanaged.passRetained(Body(run))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread,
      nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      },
      body.toOpaque()
    )
    guard failure == 0 else {
      body.release()
      return nil
    }
    return thread
  }

  /// What the threads share.
  private final class Queue<Value: Sendable>: Sendable {
    private let count: Int
    private let taken = Atomic<Int>(0)
    private let done = Mutex<[(index: Int, value: Value)]>([])

    init(count: Int) { self.count = count }

    func next(_ size: Int) -> Range<Int>? {
      let start = taken.wrappingAdd(size, ordering: .relaxed).oldValue
      return start < count ? start..<min(count, start + size) : nil
    }

    func add(_ results: [(Int, Value)]) {
      done.withLock { list in
        for (index, value) in results { list.append((index, value)) }
      }
    }

    func results() -> [Value] {
      done.withLock { list in list.sorted { $0.index < $1.index }.map(\.value) }
    }
  }
}
