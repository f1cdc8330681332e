#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Diagnostics
import JSON

/// A file of JSON Lines that says of every input what became of it.
///
/// A line is written only after the graph holds what it says, so what is reported as done is never lost.
final class ReportFile {
  private let path: String
  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// Makes or empties the file at `path`.
  init(path: String) throws(Diagnostic) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Diagnostic(
        "the report \(path) can't be written: \(String(cString: strerror(errno)))",
        help: ["check that its folder exists and can be written"])
    }
  }

  deinit { close(descriptor) }

  /// Adds a line, written at the next `flush`.
  func add(_ members: KeyValuePairs<String, JSONValue?>) {
    let object = members.compactMap { key, value in value.map { JSONValue.Member(key, $0) } }
    pending.append(contentsOf: JSONValue.object(object).text.utf8)
    pending.append(UInt8(ascii: "\n"))
  }

  /// Writes the lines that were added.
  func flush() throws(Diagnostic) {
    var rest = pending[...]
    pending = []
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw Diagnostic(
          "the report \(path) can't be written: \(String(cString: strerror(errno)))",
          notes: ["what the graph was given before stays in it"],
          help: ["free some space on the disk, or write the report elsewhere"])
      }
    }
  }
}
