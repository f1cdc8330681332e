import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes `bytes` to the file at `path`, which is made or replaced; a file that cannot be written
/// whole is taken away, so that nobody takes half a picture for a whole one.
func writeFile(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
  func failure() -> Diagnostic {
    Diagnostic(
      "can't write \(path): \(String(cString: strerror(errno)))",
      help: ["check that its folder exists, can be written and has room"])
  }
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw failure() }
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written >= 0 {
      rest = rest.dropFirst(written)
    } else if errno != EINTR {
      let reason = failure()
      close(descriptor)
      removeFile(at: path)
      throw reason
    }
  }
  guard close(descriptor) == 0 else { throw failure() }
}

/// Takes away a file, and leaves alone what is none, such as `/dev/full`.
private func removeFile(at path: String) {
  var info = stat()
  if lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG { unlink(path) }
}
