#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// What the hidden subcommand `__layout ENGINE FORMAT` does: a graph in DOT from standard input,
/// its picture to standard output, messages to standard error.
///
/// `arguments` are those after `__layout`. The process limits its own memory and processor time,
/// so that a wild layout ends even when the one who asked is gone.
///
/// - Returns: the exit status: 0 done, 2 an error.
public func runLayoutChild(arguments: [String]) -> Int32 {
  limitResources()
  do {
    guard arguments.count == 2 else {
      throw DiagramError.refused("__layout takes an engine and a format")
    }
    let dot = String(decoding: readStandardInput(), as: UTF8.self)
    let picture = try GraphvizLibrary().run(dot: dot, engine: arguments[0], format: arguments[1])
    return writeAll(picture, to: STDOUT_FILENO) ? 0 : 2
  } catch {
    _ = writeAll(Array("\(error)\n".utf8), to: STDERR_FILENO)
    return 2
  }
}

private func limitResources() {
  limit(RLIMIT_AS, to: 2 << 30)
  limit(RLIMIT_CPU, to: 120)
  limit(RLIMIT_CORE, to: 0)
}

#if canImport(Glibc)
  private typealias Resource = __rlimit_resource
#else
  private typealias Resource = Int32
#endif

private func limit(_ resource: Resource, to most: rlim_t) {
  var limit = rlimit(rlim_cur: most, rlim_max: most)
  #if canImport(Glibc)
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  #else
    setrlimit(resource, &limit)
  #endif
}

private func readStandardInput() -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { return bytes }
  }
}

private func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
  }
  return true
}
