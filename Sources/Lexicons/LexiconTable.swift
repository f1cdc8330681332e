import CLexicons

/// One of the tables compiled into the binary: lines of tab-separated fields, sorted by the first.
///
///     let countries = LexiconTable(named: "countries")
///     for row in countries?.rows ?? [] { … row[0], row[1] … }
///
/// A line that starts with `#` is a comment; an empty line is skipped. Names of tables are the
/// names of the files in `Sources/CLexicons/Data/`, without ending and with `_` for `-`.
public struct LexiconTable: Sendable {
  /// The table's name.
  public let name: String
  private let text: EmbeddedText

  /// The table called `name`.
  ///
  /// - Returns: nil where no such file was compiled in: a mistake of the build, not of the user.
  public init?(named name: String) {
    var index = 0
    while true {
      let table = embeddedTable(index)
      if table.count == 0 { return nil }
      if String(cString: table.name) == name {
        self.name = name
        self.text = EmbeddedText(
          bytes: UnsafeBufferPointer(start: table.bytes, count: table.count))
        return
      }
      index += 1
    }
  }

  /// The rows, top to bottom, each with its fields; missing fields at the end of a line are absent.
  public var rows: [[String]] {
    var rows: [[String]] = []
    var start = 0
    while start < text.bytes.count {
      let line = text.line(at: start)
      if !line.isEmpty, line.first != UInt8(ascii: "#") { rows.append(Self.fields(of: line)) }
      start = line.endIndex + 1
    }
    return rows
  }

  /// Hands over the first field of every row, top to bottom, as bytes of UTF-8.
  public func forEachKey(_ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
    var start = 0
    while start < text.bytes.count {
      let line = text.line(at: start)
      if !line.isEmpty, line.first != UInt8(ascii: "#") { body(Self.firstField(of: line)) }
      start = line.endIndex + 1
    }
  }

  /// The rows whose first field is `key`, in the table's order; found by halving the table, so
  /// that a big one need not be read as a whole.
  ///
  /// Right only for a table sorted by the UTF-8 bytes of its first field.
  public func rows(for key: String) -> [[String]] {
    rows(notBefore: key) { first, key in first.elementsEqual(key) }
  }

  /// The rows whose first field begins with `prefix`, found likewise.
  public func rows(withPrefix prefix: String) -> [[String]] {
    rows(notBefore: prefix) { first, prefix in first.starts(with: prefix) }
  }

  private func rows(
    notBefore key: String,
    while isWanted: (EmbeddedText.Line, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [[String]] {
    var key = key
    return key.withUTF8 { key in
      var start = firstLine(notBefore: key)
      var rows: [[String]] = []
      while start < text.bytes.count {
        let line = text.line(at: start)
        guard isWanted(Self.firstField(of: line), key) else { break }
        rows.append(Self.fields(of: line))
        start = line.endIndex + 1
      }
      return rows
    }
  }

  /// The offset of the first line whose first field is not smaller than `key`.
  private func firstLine(notBefore key: UnsafeBufferPointer<UInt8>) -> Int {
    var low = 0
    var high = text.bytes.count
    while low < high {
      let start = text.startOfLine(around: (low + high) / 2)
      let line = text.line(at: start)
      let isBefore =
        line.first == UInt8(ascii: "#")
        || Self.firstField(of: line).lexicographicallyPrecedes(key)
      if isBefore { low = line.endIndex + 1 } else { high = start }
    }
    return low
  }

  private static func firstField(of line: EmbeddedText.Line) -> EmbeddedText.Line {
    line.prefix { $0 != UInt8(ascii: "\t") }
  }

  private static func fields(of line: EmbeddedText.Line) -> [String] {
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Text in the binary's read-only memory, which threads can therefore share.
private struct EmbeddedText: @unchecked Sendable {
  typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  let bytes: UnsafeBufferPointer<UInt8>

  /// The line that starts at `start`, without its end.
  func line(at start: Int) -> Line {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return bytes[start..<end]
  }

  /// Where the line that holds the byte at `offset` starts.
  func startOfLine(around offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }
}
