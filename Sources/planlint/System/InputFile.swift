import Glibc

/// Reads plans and rules: regular files only, and never more than a limit.
enum InputFile {
  /// Reads a regular file; one byte more than the limit when it is longer, so that the reader can tell.
  ///
  /// - Throws: a reason for people; a named pipe, a device or a socket is refused, never waited for.
  static func read(_ path: FilePath, limit: Int) throws(SystemError) -> [UInt8] {
    let descriptor = retrying { open(path.cString, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError(number: errno) }
    if let reason = FileKind(status.st_mode).whyNotRead { throw SystemError(reason) }
    return try read(descriptor, expecting: Int(clamping: status.st_size), limit: limit)
  }

  /// Reads standard input to its end, or to one byte more than the limit.
  static func readStandardInput(limit: Int) throws(SystemError) -> [UInt8] {
    try read(STDIN_FILENO, expecting: 1 << 16, limit: limit)
  }

  private static func read(
    _ descriptor: Int32,
    expecting size: Int,
    limit: Int
  ) throws(SystemError) -> [UInt8] {
    // What a file says of its size is a hint: those of /proc say 0, a sparse one says what it likes.
    var buffer = [UInt8](repeating: 0, count: min(max(size, 0), limit, 1 << 20) + 1)
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let wanted = min(buffer.count, limit + 1 - bytes.count)
      let got = retrying { Glibc.read(descriptor, &buffer, wanted) }
      if got < 0, errno == EAGAIN {
        waitUntilReady(descriptor, for: Int16(POLLIN))
        continue
      }
      guard got >= 0 else { throw SystemError(number: errno) }
      if got == 0 { break }
      bytes.append(contentsOf: buffer[..<got])
      if buffer.count < 4096 { buffer = [UInt8](repeating: 0, count: 1 << 16) }
    }
    return bytes
  }
}

/// What a name in a folder stands for.
enum FileKind {
  case regular, folder, link, pipe, device, socket

  init(_ mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }

  /// Why something of this kind is not read as a file; nil if it is.
  var whyNotRead: String? {
    switch self {
    case .regular: nil
    case .folder: "it is a folder"
    case .link: "it is a link that leads nowhere"
    case .pipe: "it is a named pipe, not a file; to read from a pipe, write - for standard input"
    case .device: "it is a device, not a file"
    case .socket: "it is a socket, not a file"
    }
  }
}

/// Repeats a system call for as long as signals interrupt it.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    guard result == -1, errno == EINTR else { return result }
  }
}

/// Waits for a descriptor that somebody has set not to block.
func waitUntilReady(_ descriptor: Int32, for events: Int16) {
  var request = pollfd(fd: descriptor, events: events, revents: 0)
  poll(&request, 1, -1)
}
