public import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file or of standard input, read whole with a cap.
public struct InputFile: Sendable {
  /// What messages call it: the path, or `<standard input>`.
  public let name: String
  /// The content.
  public let bytes: [UInt8]

  /// At most this many bytes are read of one input: 64 MiB.
  public static let sizeLimit = 64 << 20

  /// Content that is already at hand.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Reads the file at `path`, or standard input for `-`.
  ///
  /// - Throws: a diagnostic for a file that is missing, is a folder, can't be read, or is larger
  ///   than `sizeLimit`.
  public init(path: String) throws(Diagnostic) {
    name = path == "-" ? "<standard input>" : path
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFile.failure(path, errno) }
    defer { if path != "-" { close(descriptor) } }
    var info = stat()
    if fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
      throw Diagnostic(
        "\(path) is a folder", help: ["name the files in it: memcon ingest \(path)/*.txt"])
    }
    bytes = try InputFile.contents(of: descriptor, named: name)
  }

  private static func contents(
    of descriptor: Int32, named name: String
  ) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(name, errno)
      }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      if bytes.count > sizeLimit {
        throw Diagnostic(
          "\(name) is larger than \(sizeLimit >> 20) MB",
          notes: ["one input is read whole, so its size is capped"],
          help: ["split it; a dump of many articles can be cut at any line of its JSON Lines"])
      }
    }
  }

  static func failure(_ path: String, _ code: Int32) -> Diagnostic {
    switch code {
    case ENOENT:
      Diagnostic("no such file: \(path)", help: ["check the path, or give - for standard input"])
    case EACCES: Diagnostic("\(path) can't be read: permission denied")
    case EISDIR:
      Diagnostic("\(path) is a folder", help: ["name the files in it: memcon ingest \(path)/*.txt"])
    default: Diagnostic("\(path) can't be read: \(String(cString: strerror(code)))")
    }
  }
}
