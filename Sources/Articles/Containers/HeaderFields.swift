/// The fields of a header as in mail, HTTP and WARC: names, colons, values.
struct HeaderFields {
  private var fields: [(name: String, value: String)] = []

  /// Lines that start with white space go on with the field before.
  init(_ lines: some Sequence<[UInt8]>) {
    for line in lines {
      let text = String(decoding: line, as: UTF8.self)
      if let first = text.first, first == " " || first == "\t", !fields.isEmpty {
        fields[fields.count - 1].value += " " + text.drop(while: \.isWhitespace)
      } else if let colon = text.firstIndex(of: ":") {
        let value = text[text.index(after: colon)...].drop(while: \.isWhitespace)
        fields.append((text[..<colon].lowercased(), String(value)))
      }
    }
  }

  /// The value of the first field called `name`, in small letters.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The lines before the first empty line, and the bytes after it.
  static func split(
    _ bytes: ArraySlice<UInt8>
  ) -> (lines: [[UInt8]], body: ArraySlice<UInt8>)? {
    var lines: [[UInt8]] = []
    var rest = bytes
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      var line = rest[..<end]
      if line.last == 0x0D { line = line.dropLast() }
      rest = rest[min(end + 1, rest.endIndex)...]
      if line.isEmpty { return (lines, rest) }
      lines.append(Array(line))
      guard lines.count <= 10_000 else { return nil }
    }
    return lines.isEmpty ? nil : (lines, rest)
  }
}
