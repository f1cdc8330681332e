import Archives

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The tags of an XML document one after the other, found in its bytes as they come, without a tree.
///
/// Comments, CDATA sections, instructions and the document type are marks, too, so that nothing in them is taken for
/// a tag. Characters must be written in a set that has ASCII in its place.
final class MarkupMarks {
  struct Mark {
    enum Kind: Equatable { case start, end, whole, other }

    let kind: Kind
    /// The text between the last mark and this one.
    let before: ArraySlice<UInt8>
    /// The mark with its brackets.
    let bytes: ArraySlice<UInt8>

    /// The name of the element; empty of other marks.
    var name: ArraySlice<UInt8> {
      guard kind != .other else { return [] }
      return bytes.dropFirst(kind == .end ? 2 : 1)
        .prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    }

    /// The value of an attribute, as it is written.
    func attribute(_ name: String) -> String? {
      var rest = bytes.dropFirst(1 + self.name.count)
      while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
        let key = rest[..<equals].split { $0 <= 0x20 }.last ?? []
        let value = rest[(equals + 1)...].drop { $0 <= 0x20 }
        guard let quote = value.first, let end = value.dropFirst().firstIndex(of: quote) else {
          return nil
        }
        if key.elementsEqual(name.utf8) {
          return String(decoding: value[(value.startIndex + 1)..<end], as: UTF8.self)
        }
        rest = value[(end + 1)...]
      }
      return nil
    }
  }

  private let stream: any ByteStream
  private var buffer: [UInt8] = []
  private var start = 0
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// A mark or a text without marks may have so many bytes.
  private static let limit = ArticlePart.recordLimit

  init(_ stream: any ByteStream) { self.stream = stream }

  /// The next mark; nil at the end, and where the last one is not closed.
  ///
  /// - Throws: what the stream throws, or a refusal for a mark beyond all bounds.
  func next() throws -> Mark? {
    if start > 1 << 20 {
      // What was given out is let go.
      buffer.removeSubrange(..<start)
      start = 0
    }
    guard let open = try find("<", from: start), let end = try end(of: open) else { return nil }
    defer { start = end }
    return Mark(
      kind: kind(open, end), before: buffer[start..<open], bytes: buffer[open..<end])
  }

  private func kind(_ first: Int, _ end: Int) -> Mark.Kind {
    switch buffer[first + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .other
    case UInt8(ascii: "/"): .end
    default: buffer[end - 2] == UInt8(ascii: "/") ? .whole : .start
    }
  }

  /// The place after the mark that opens at `open`.
  private func end(of open: Int) throws -> Int? {
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where try stands(opening, at: open) {
      return try find(closing, from: open + opening.utf8.count).map { $0 + closing.utf8.count }
    }
    return try closing(of: open)
  }

  /// The place after the `>` that is in no quotation marks and, in a document type, in no brackets.
  private func closing(of open: Int) throws -> Int? {
    let isType = try stands("<!", at: open)
    var quote: UInt8?
    var brackets = 0
    var index = open + 1
    while true {
      guard try has(index) else { return nil }
      let byte = buffer[index]
      index += 1
      switch (quote, byte) {
      case (let mark?, _): if byte == mark { quote = nil }
      case (nil, UInt8(ascii: "\"")), (nil, UInt8(ascii: "'")): quote = byte
      case (nil, UInt8(ascii: "[")) where isType: brackets += 1
      case (nil, UInt8(ascii: "]")) where isType: brackets -= 1
      case (nil, UInt8(ascii: ">")) where brackets <= 0: return index
      default: continue
      }
    }
  }

  private func stands(_ words: String, at place: Int) throws -> Bool {
    guard try has(place + words.utf8.count - 1) else { return false }
    return buffer[place..<(place + words.utf8.count)].elementsEqual(words.utf8)
  }

  private func find(_ words: String, from place: Int) throws -> Int? {
    guard let first = words.utf8.first else { return nil }
    var index = place
    while try has(index + words.utf8.count - 1) {
      index = firstPlace(of: first, from: index) ?? buffer.count
      if index < buffer.count, try stands(words, at: index) { return index }
      index = min(index + 1, buffer.count)
    }
    return nil
  }

  private func firstPlace(of byte: UInt8, from index: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + index, Int32(byte), bytes.count - index)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether there is a byte at `index`, which may be counted from what is read next.
  private func has(_ index: Int) throws -> Bool {
    while index >= buffer.count {
      guard buffer.count - start <= Self.limit else {
        throw Refusal(
          .damaged, "more than \(Self.limit >> 20) MB stand between two marks of the XML",
          help: ["check it: xmllint --noout FILE"])
      }
      let count = try chunk.withUnsafeMutableBytes { try stream.read(into: $0) }
      guard count > 0 else { return false }
      buffer += chunk[..<count]
    }
    return true
  }
}
