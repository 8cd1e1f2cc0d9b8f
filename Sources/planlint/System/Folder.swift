import Glibc

/// Lists folders.
enum Folder {
  /// The names in a folder in byte order, without `.` and `..`.
  static func names(in path: FilePath) throws(SystemError) -> [FilePath] {
    guard let folder = opendir(path.cString) else { throw SystemError(number: errno) }
    defer { closedir(folder) }
    var names: [FilePath] = []
    errno = 0
    while let entry = readdir(folder) {
      // An entry is as long as its name, not as long as the type says: read it in place.
      guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { break }
      let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      let bytes = UnsafeBufferPointer(start: name, count: strlen(name)).map {
        UInt8(bitPattern: $0)
      }
      if bytes != [0x2E] && bytes != [0x2E, 0x2E] { names.append(bytes) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError(number: errno) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// What a name stands for, links not followed.
  static func kind(of path: FilePath) throws(SystemError) -> FileKind {
    var status = stat()
    guard lstat(path.cString, &status) == 0 else { throw SystemError(number: errno) }
    return FileKind(status.st_mode)
  }

  /// What a name leads to in the end.
  static func kindBehindLinks(of path: FilePath) throws(SystemError) -> FileKind {
    var status = stat()
    guard stat(path.cString, &status) == 0 else { throw SystemError(number: errno) }
    return FileKind(status.st_mode)
  }

  /// The path with every link and `..` resolved; as it is where that fails.
  static func canonical(_ path: FilePath) -> FilePath {
    guard let resolved = realpath(path.cString, nil) else { return path }
    defer { free(resolved) }
    return UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map {
      UInt8(bitPattern: $0)
    }
  }
}
