import Articles
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What follows the name of a measurement: `--articles 2000 --texts ../shared/eval`.
struct ToolOptions {
  private var values: [String: String] = [:]

  init(_ arguments: [String]) throws(Diagnostic) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard name.hasPrefix("--"), let value = rest.popFirst() else {
        throw Diagnostic("\(name): options are pairs, such as --articles 2000")
      }
      values[String(name.dropFirst(2))] = value
    }
  }

  subscript(name: String) -> String? { values[name] }

  func count(_ name: String, default count: Int) -> Int {
    values[name].flatMap { Int($0) } ?? count
  }

  /// Where the gold texts lie.
  var gold: String { values["gold"] ?? "../shared/eval" }

  /// The program measured: `--memcon`, or the one built beside this tool.
  var memcon: String {
    let folder = CommandLine.arguments[0].split(
      separator: "/", omittingEmptySubsequences: false
    ).dropLast().joined(separator: "/")
    return values["memcon"] ?? "\(folder.isEmpty ? "." : folder)/memcon"
  }

  /// The texts of the example articles, by file name.
  func examples() throws -> [String] {
    try files(in: "Examples", ending: ".txt").map { try text(of: $0) }
  }
}

/// The paths of the files in `folder` whose names end in `suffix`, in the order of their names.
func files(in folder: String, ending suffix: String) throws(Diagnostic) -> [String] {
  guard let stream = opendir(folder) else {
    throw Diagnostic(
      "no folder \(folder)", help: ["run the tool from the root of the project"])
  }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX)) { String(cString: $0) }
    }
    if name.hasSuffix(suffix) { names.append("\(folder)/\(name)") }
  }
  return names.sorted()
}

/// The content of the file at `path`.
func text(of path: String) throws(Diagnostic) -> String {
  String(decoding: try InputFile(path: path).bytes, as: UTF8.self)
}

/// Tells what went wrong and ends the run.
func fail(_ message: String) -> Never {
  writeError(message + "\n")
  exit(1)
}

/// Tells how far the work is, on standard error.
func remark(_ message: String) { writeError(message + "\n") }

/// The C variable `stderr` is mutable, which Swift 6 refuses; the descriptor is not.
private func writeError(_ text: String) {
  let bytes = Array(text.utf8)
  _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

extension ToolOptions {
  /// Writes `lines` to the file named by `--errors`, if there is one.
  func writeErrors(_ lines: [String]) throws(Diagnostic) {
    guard let path = values["errors"] else { return }
    try write(lines.map { $0 + "\n" }.joined(), to: path)
  }
}
