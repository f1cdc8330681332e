#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Diagnostics

/// What the system says about paths: the few calls that a walk needs.
enum FileSystem {
  enum Kind: Equatable {
    case file(byteCount: Int)
    case folder
    /// A pipe, a socket, a device: reading it could wait for ever.
    case special
    case missing
    case unreadable(String)
  }

  /// What lies at `path`. A link is followed, unless `followsLinks` is false.
  static func kind(of path: String, followsLinks: Bool = true) -> Kind {
    var info = stat()
    guard (followsLinks ? stat(path, &info) : lstat(path, &info)) == 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(lastError)
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file(byteCount: Int(info.st_size))
    case S_IFDIR: return .folder
    default: return .special
    }
  }

  /// The names in a folder in the order of their bytes, which is the same on every machine.
  static func names(in folder: String) throws(Diagnostic) -> [String] {
    guard let directory = opendir(folder) else {
      throw Diagnostic(
        "the folder \(folder) can't be read: \(lastError)", help: ["check its permissions"])
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Seconds and nanoseconds since 1970.
  struct Time: Equatable {
    var seconds = 0
    var nanoseconds = 0
  }

  /// When the content of the file at `path` was last changed.
  static func timeOfChange(_ path: String) -> Time {
    var info = stat()
    guard stat(path, &info) == 0 else { return Time() }
    #if canImport(Glibc)
      return Time(seconds: info.st_mtim.tv_sec, nanoseconds: info.st_mtim.tv_nsec)
    #else
      return Time(seconds: info.st_mtimespec.tv_sec, nanoseconds: info.st_mtimespec.tv_nsec)
    #endif
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}
