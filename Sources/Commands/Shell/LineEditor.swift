#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Diagnostics

/// Edits one line on a terminal: arrows, Home and End, history, Tab.
///
/// The terminal gives every key as it is pressed while a line is edited, and is as before in between.
struct LineEditor {
  private let complete: (String) -> (length: Int, words: [String])
  private let historyPath: String?
  private var history: [String] = []
  private var line: [Character] = []
  private var cursor = 0
  private var place = 0
  private var draft: [Character] = []
  private var prompt = ""

  init(history: String?, complete: @escaping (String) -> (length: Int, words: [String])) {
    self.complete = complete
    historyPath = history
    if let history, let text = try? readText(at: history) {
      self.history = text.split(separator: "\n").suffix(1_000).map(String.init)
    }
  }

  /// Whether Control-C ended the last line.
  private(set) var wasCancelled = false

  /// A line; empty after Control-C, nil after Control-D on an empty one.
  mutating func line(prompt: String) -> String? {
    self.prompt = prompt
    (line, cursor, place, draft, wasCancelled) = ([], 0, history.count, [], false)
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    var raw = settings
    cfmakeraw(&raw)
    raw.c_oflag |= tcflag_t(OPOST)
    tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &settings) }
    show()
    while let key = readKey() {
      switch handle(key) {
      case .goOn: show()
      case .done:
        put("\r\n")
        return String(line)
      case .cancelled:
        put("^C\r\n")
        wasCancelled = true
        return ""
      case .ended:
        put("\r\n")
        return nil
      }
    }
    return nil
  }

  /// Keeps a line to be recalled, also by later shells.
  mutating func remember(_ text: String) {
    guard text.contains(where: { !$0.isWhitespace }), history.last != text else { return }
    history.append(text)
    guard let historyPath, let file = fopen(historyPath, "ab") else { return }
    defer { fclose(file) }
    let bytes = Array("\(text)\n".utf8)
    fwrite(bytes, 1, bytes.count, file)
  }

  // MARK: Keys

  private enum Key { case character(Character), control(UInt8), escape(String) }
  private enum Step { case goOn, done, cancelled, ended }

  private func readByte() -> UInt8? {
    var byte: UInt8 = 0
    var count = read(STDIN_FILENO, &byte, 1)
    while count < 0, errno == EINTR { count = read(STDIN_FILENO, &byte, 1) }
    return count == 1 ? byte : nil
  }

  private func readKey() -> Key? {
    guard let byte = readByte() else { return nil }
    if byte == 0x1B {
      guard let next = readByte(), next == 0x5B || next == 0x4F else { return .escape("") }
      var sequence = ""
      while let byte = readByte() {
        sequence.append(Character(UnicodeScalar(byte)))
        if (0x40...0x7E).contains(byte) { break }
      }
      return .escape(sequence)
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    var bytes = [byte]
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    while bytes.count < length, let next = readByte() { bytes.append(next) }
    return String(decoding: bytes, as: UTF8.self).first.map { .character($0) }
  }

  private mutating func handle(_ key: Key) -> Step {
    switch key {
    case .character(let character):
      line.insert(character, at: cursor)
      cursor += 1
    case .control(0x0D), .control(0x0A): return .done
    case .control(0x03): return .cancelled
    case .control(0x04):
      if line.isEmpty { return .ended }
      if cursor < line.count { line.remove(at: cursor) }
    case .control(0x7F), .control(0x08):
      if cursor > 0 {
        cursor -= 1
        line.remove(at: cursor)
      }
    case .control(0x01), .escape("H"), .escape("1~"): cursor = 0
    case .control(0x05), .escape("F"), .escape("4~"): cursor = line.count
    case .control(0x02), .escape("D"): cursor = max(0, cursor - 1)
    case .control(0x06), .escape("C"): cursor = min(line.count, cursor + 1)
    case .escape("3~"): if cursor < line.count { line.remove(at: cursor) }
    case .control(0x0B): line.removeSubrange(cursor...)
    case .control(0x15):
      line.removeSubrange(..<cursor)
      cursor = 0
    case .control(0x17): deleteWord()
    case .control(0x10), .escape("A"): recall(place - 1)
    case .control(0x0E), .escape("B"): recall(place + 1)
    case .control(0x0C): put("\u{1B}[2J\u{1B}[H")
    case .control(0x09): completeWord()
    default: break
    }
    return .goOn
  }

  private mutating func deleteWord() {
    let start = cursor
    while cursor > 0, line[cursor - 1].isWhitespace { cursor -= 1 }
    while cursor > 0, !line[cursor - 1].isWhitespace { cursor -= 1 }
    line.removeSubrange(cursor..<start)
  }

  private mutating func recall(_ index: Int) {
    guard (0...history.count).contains(index) else { return }
    if place == history.count { draft = line }
    place = index
    line = index == history.count ? draft : Array(history[index])
    cursor = line.count
  }

  private mutating func completeWord() {
    let (length, words) = complete(String(line[..<cursor]))
    guard let first = words.first else { return put("\u{7}") }
    var shared = Array(first)
    for word in words.dropFirst() {
      let common = zip(shared, word).prefix { $0.lowercased() == $1.lowercased() }.count
      shared = Array(shared.prefix(common))
    }
    if words.count == 1 || shared.count > length {
      line.replaceSubrange((cursor - length)..<cursor, with: shared)
      cursor += shared.count - length
    } else {
      put("\r\n\(words.prefix(40).map(printable).joined(separator: "  "))\r\n")
    }
  }

  // MARK: Drawing

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  private func show() {
    let text = printable(String(line))
    let behind = displayWidth(of: printable(String(line[cursor...])))
    put("\r\u{1B}[K\(prompt)\(text)\(behind > 0 ? "\u{1B}[\(behind)D" : "")")
  }
}
