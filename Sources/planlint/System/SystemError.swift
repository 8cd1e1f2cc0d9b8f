import Glibc

/// Why the operating system refused something, in plain words.
struct SystemError: Error, Equatable {
  let message: String

  init(_ message: String) { self.message = message }

  /// Explains an error number (`errno`).
  init(number: Int32) {
    message =
      switch number {
      case ENOENT: "there is no such file or folder"
      case EACCES, EPERM: "permission denied"
      case ELOOP: "a link that is not followed, or that leads back to itself"
      case ENAMETOOLONG: "its name is too long"
      case ENOTDIR: "a part of its path is not a folder"
      case EISDIR: "it is a folder"
      case ENXIO, ENODEV: "it is a device or a socket, not a file"
      case EMFILE, ENFILE: "too many files are open"
      case ENOSPC, EDQUOT: "the disk is full"
      case EFBIG: "the file would become too large"
      case EROFS: "the disk can only be read"
      case EEXIST: "it exists already"
      case EBADF: "it is closed"
      case EIO: "the disk or the connection failed"
      case ENOMEM: "there is not enough memory"
      default: "system error \(number)"
      }
  }
}
