extension JSONValue {
  /// The value on one line, without spaces: a line of JSON Lines.
  public var text: String {
    var out: [UInt8] = []
    write(to: &out, indent: nil)
    return String(decoding: out, as: UTF8.self)
  }

  /// The value over several lines, indented by two spaces.
  public var indentedText: String {
    var out: [UInt8] = []
    write(to: &out, indent: 0)
    return String(decoding: out, as: UTF8.self)
  }

  // Bytes rather than characters are put one behind the other: nothing is asked of Unicode then.

  private func write(to out: inout [UInt8], indent: Int?) {
    switch self {
    case .null: out.append("null")
    case .bool(let value): out.append(value ? "true" : "false")
    case .integer(let value): out += String(value).utf8
    case .number(let value): out += (value.isFinite ? "\(value)" : "null").utf8
    case .string(let value): JSONValue.quote(value, into: &out)
    case .array(let elements):
      JSONValue.list(elements, "[", "]", indent, into: &out) { $0.write(to: &$1, indent: $2) }
    case .object(let members):
      JSONValue.list(members, "{", "}", indent, into: &out) { member, out, inner in
        JSONValue.quote(member.key, into: &out)
        out.append(inner == nil ? ":" : ": ")
        member.value.write(to: &out, indent: inner)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: StaticString, _ close: StaticString, _ indent: Int?,
    into out: inout [UInt8], _ write: (Element, inout [UInt8], Int?) -> Void
  ) {
    out.append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(",") }
      if let indent { breakLine(indent + 1, into: &out) }
      write(element, &out, indent.map { $0 + 1 })
    }
    if let indent, !elements.isEmpty { breakLine(indent, into: &out) }
    out.append(close)
  }

  private static func breakLine(_ indent: Int, into out: inout [UInt8]) {
    out.append("\n")
    for _ in 0..<indent { out.append("  ") }
  }

  /// The one place where a string becomes a JSON literal. Line and paragraph separators are
  /// escaped too, so that a line of JSON Lines is a line to every reader; and so is every control
  /// character, so that none steers a terminal.
  private static func quote(_ string: String, into out: inout [UInt8]) {
    out.append("\"")
    var string = string
    string.withUTF8 { bytes in
      // What needs no escape is copied in one piece.
      var start = 0
      var index = 0
      while index < bytes.count {
        let length = escapedLength(bytes, index)
        guard length > 0 else {
          index += 1
          continue
        }
        out.append(contentsOf: bytes[start..<index])
        escape(bytes[index..<index + length], into: &out)
        index += length
        start = index
      }
      out.append(contentsOf: bytes[start...])
    }
    out.append("\"")
  }

  /// How many of the bytes from `index` on are one scalar that is to be escaped; 0 for none.
  @inline(__always)
  private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: 1
    // U+0080 to U+009F, then U+2028 and U+2029; strings hold valid UTF-8 only.
    case 0xC2 where bytes[index + 1] < 0xA0: 2
    case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8: 3
    default: 0
    }
  }

  private static func escape(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, into out: inout [UInt8]) {
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return }
    switch scalar {
    case "\"": out.append("\\\"")
    case "\\": out.append("\\\\")
    case "\n": out.append("\\n")
    case "\r": out.append("\\r")
    case "\t": out.append("\\t")
    default:
      let digits = String(scalar.value, radix: 16)
      out += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
    }
  }
}

extension [UInt8] {
  /// Appends the bytes of a text that is written in the program.
  fileprivate mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
