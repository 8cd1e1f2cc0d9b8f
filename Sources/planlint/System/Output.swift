import Glibc
import PlanReport

/// Writes to standard output, standard error and files, and tells when that fails.
enum Output {
  /// Keeps descriptors 0 to 2 from ever becoming a plan: a closed one is opened so that using it fails.
  ///
  /// A closed pipe then is an error to look at, not a signal.
  static func prepare() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes all bytes; a reader that has gone away (`planlint | head`) is no error.
  ///
  /// - Returns: whether somebody still reads.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) throws(SystemError)
    -> Bool
  {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = retrying {
        rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        waitUntilReady(descriptor, for: Int16(POLLOUT))
      } else if errno == EPIPE {
        return false
      } else {
        throw SystemError(number: errno)
      }
    }
    return true
  }

  /// Writes a file that is new or a regular one, never through a link; with `mustBeNew`, never one that exists.
  static func write(
    _ bytes: [UInt8],
    toFile path: FilePath,
    mustBeNew: Bool = false
  ) throws(SystemError) {
    let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let descriptor = retrying { open(path.cString, flags | (mustBeNew ? O_EXCL : 0), 0o666) }
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    var isOpen = true
    defer { if isOpen { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError(number: errno) }
    guard FileKind(status.st_mode) == .regular else {
      throw SystemError("it is not a regular file")
    }
    guard ftruncate(descriptor, 0) == 0 else { throw SystemError(number: errno) }
    try write(bytes, to: descriptor)
    isOpen = false
    // Some file systems tell only here that the disk is full.
    guard close(descriptor) == 0 || errno == EINTR else { throw SystemError(number: errno) }
  }

  /// Says something to the person; when even that fails, there is nobody left to tell.
  static func say(_ make: (inout ReportBuffer) -> Void) {
    var words = ReportBuffer()
    make(&words)
    _ = try? write(words.take(), to: STDERR_FILENO)
  }

  /// Says why something could not be done to a file: `planlint: cannot read NAME (reason)`.
  static func complain(_ what: StaticString, _ path: FilePath, _ reason: String) {
    say {
      $0.own("planlint: ")
      $0.own(what)
      $0.own(" ")
      $0.foreign(path)
      $0.own(" (")
      $0.foreign(reason)
      $0.own(")\n")
    }
  }
}

extension Output {
  /// Writes what a command has to give; where that fails, says so.
  ///
  /// - Returns: whether it was written, or nobody wanted it any more.
  static func deliver(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) -> Bool {
    do throws(SystemError) {
      try write(bytes, to: descriptor)
      return true
    } catch {
      say {
        $0.own("planlint: cannot write the output (")
        $0.foreign(error.message)
        $0.own(")\n")
      }
      return false
    }
  }
}
