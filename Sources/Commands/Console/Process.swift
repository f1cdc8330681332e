#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Diagrams

/// Runs memcon on this process's arguments and streams, and ends the process.
public func runAsProcess() -> Never {
  // A reader that goes away is then an error of `write`, which ends the run quietly.
  signal(SIGPIPE, SIG_IGN)
  let arguments = Array(CommandLine.arguments.dropFirst())
  if arguments.first == "__layout" { exit(runLayoutChild(arguments: Array(arguments.dropFirst()))) }
  let environment = environmentVariables.compactMap { name in
    getenv(name).map { (name, String(cString: $0)) }
  }
  let status = run(
    arguments: arguments, environment: Dictionary(uniqueKeysWithValues: environment),
    executable: ownPath ?? CommandLine.arguments[0], interruption: .ofProcess,
    input: ByteSource(isTerminal: isatty(STDIN_FILENO) == 1) { limit in
      try readBytes(from: STDIN_FILENO, limit: limit)
    },
    output: ByteSink(columns: terminalColumns(of: STDOUT_FILENO)) { bytes in
      try writeBytes(bytes, to: STDOUT_FILENO)
    },
    error: ByteSink(columns: terminalColumns(of: STDERR_FILENO)) { bytes in
      try writeBytes(bytes, to: STDERR_FILENO)
    }, ownsProcess: true)
  exit(status.rawValue)
}

/// The path of this program, wherever it was started from; nil where the system does not tell.
private var ownPath: String? {
  #if canImport(Glibc)
    return realpath("/proc/self/exe", nil).map { path in
      defer { free(path) }
      return String(cString: path)
    }
  #else
    var size = UInt32(PATH_MAX)
    var path = [CChar](repeating: 0, count: Int(size))
    return _NSGetExecutablePath(&path, &size) == 0 ? String(cString: path) : nil
  #endif
}

private func readBytes(from descriptor: Int32, limit: Int) throws -> [UInt8] {
  try [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
    var result = read(descriptor, buffer.baseAddress, limit)
    while result < 0, errno == EINTR { result = read(descriptor, buffer.baseAddress, limit) }
    if result < 0 { throw ReadFailure(reason: String(cString: strerror(errno))) }
    count = result
  }
}

private func writeBytes(_ bytes: [UInt8], to descriptor: Int32) throws {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written >= 0 {
      rest = rest.dropFirst(written)
    } else if errno == EPIPE {
      throw WriteFailure.closed
    } else if errno != EINTR {
      throw WriteFailure.refused(reason: String(cString: strerror(errno)))
    }
  }
}

private func terminalColumns(of descriptor: Int32) -> Int? {
  guard isatty(descriptor) == 1 else { return nil }
  var size = winsize()
  guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
  return Int(size.ws_col)
}
