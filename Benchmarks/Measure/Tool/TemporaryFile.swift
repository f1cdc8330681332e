import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file of its own for one run, removed with the value.
final class TemporaryFile {
  let path: String

  /// A file that holds `text`.
  init(_ text: String) throws(Diagnostic) {
    var template = Array("/tmp/memcon-measure-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Diagnostic("no temporary file") }
    close(descriptor)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try write(text, to: path)
  }

  deinit { unlink(path) }
}

/// Removes the file at `path`, if there is one.
func removeFile(_ path: String) { unlink(path) }

/// Writes `text` to the file at `path`, in place of what it held.
func write(_ text: String, to path: String) throws(Diagnostic) {
  try write(text, to: path, flags: O_TRUNC)
}

/// Writes `text` after what the file at `path` holds.
func append(_ text: String, to path: String) throws(Diagnostic) {
  try write(text, to: path, flags: O_APPEND)
}

private func write(_ text: String, to path: String, flags: Int32) throws(Diagnostic) {
  let descriptor = open(path, O_WRONLY | O_CREAT | flags, 0o644)
  guard descriptor >= 0 else { throw Diagnostic("\(path) cannot be written") }
  defer { close(descriptor) }
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written < 0 { throw Diagnostic("\(path) cannot be written") }
    rest = rest.dropFirst(written)
  }
}
