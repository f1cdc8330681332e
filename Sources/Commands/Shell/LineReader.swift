#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lines of standard input: edited on a terminal, else as they come.
struct LineReader {
  private let input: ByteSource
  private var editor: LineEditor?
  private var buffer: [UInt8] = []
  private var hasEnded = false

  init(
    input: ByteSource, history: String?,
    complete: @escaping (String) -> (length: Int, words: [String])
  ) {
    self.input = input
    if input.isTerminal { editor = LineEditor(history: history, complete: complete) }
  }

  /// Whether Control-C ended the last line, so that what was begun is given up.
  var wasCancelled: Bool { editor?.wasCancelled ?? false }

  /// Keeps what was typed to be recalled: a query of several lines as one line, unless a comment ends one of them.
  mutating func remember(_ lines: [String]) {
    let isOne = !lines.contains { $0.contains("//") }
    for line in isOne ? [lines.joined(separator: " ")] : lines { editor?.remember(line) }
  }

  /// The next line without its end; nil after the last.
  mutating func next(prompt: String) throws -> String? {
    if editor != nil { return editor?.line(prompt: prompt) }
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return line.hasSuffix("\r") ? String(line.dropLast()) : line
      }
      if hasEnded {
        guard !buffer.isEmpty else { return nil }
        defer { buffer = [] }
        return String(decoding: buffer, as: UTF8.self)
      }
      let chunk = try input.read(1 << 16)
      if chunk.isEmpty { hasEnded = true }
      buffer += chunk
    }
  }
}

/// The text of a file; throws if it can't be read.
func readText(at path: String) throws -> String {
  guard let file = fopen(path, "rb") else {
    throw ReadFailure(reason: String(cString: strerror(errno)))
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { break }
    bytes += chunk[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

extension Console {
  /// Where the lines of earlier shells are kept.
  var historyPath: String? { variable("HOME").map { "\($0)/.memcon_history" } }
}
