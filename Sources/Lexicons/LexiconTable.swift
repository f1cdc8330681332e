import CLexicons

/// One of the tables compiled into the binary: lines of tab-separated fields.
///
///     for row in LexiconTable.countries.rows { … row[0], row[1] … }
///
/// A line that starts with `#` is a comment; an empty line is skipped. Names of tables are the
/// names of the files in `Sources/CLexicons/Data/`, without ending.
public struct LexiconTable: Sendable {
  /// The table's name.
  public let name: String
  private let bytes: UnsafeBufferPointerBox

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
        self.bytes = UnsafeBufferPointerBox(
          UnsafeBufferPointer(start: table.bytes, count: table.count))
        return
      }
      index += 1
    }
  }

  /// The rows, top to bottom, each with its fields; missing fields at the end of a line are absent.
  public var rows: [[String]] {
    bytes.buffer.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

/// Read-only memory of the binary, so it can be shared between threads.
private struct UnsafeBufferPointerBox: @unchecked Sendable {
  let buffer: UnsafeBufferPointer<UInt8>
  init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }
}
