import Characters

/// A mail or a part of one: its header, and its body or the parts in it.
struct MailPart {
  let fields: HeaderFields
  private let body: ArraySlice<UInt8>
  private var parts: [MailPart] = []

  /// So many parts may lie one in the other, and so many beside each other.
  private static let depthLimit = 8
  private static let countLimit = 500

  /// Nil for bytes without a header.
  init?(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
    guard let (lines, body) = HeaderFields.split(bytes) else { return nil }
    fields = HeaderFields(lines)
    self.body = body
    guard depth < Self.depthLimit else { return }
    if mediaType.hasPrefix("multipart/"), let boundary = parameter("boundary"), !boundary.isEmpty {
      parts = Self.pieces(of: body, boundary: boundary).compactMap {
        MailPart($0, depth: depth + 1)
      }
    } else if mediaType == "message/rfc822", let inner = MailPart(body, depth: depth + 1) {
      parts = [inner]
    }
  }

  /// The type in small letters, without parameters; `text/plain` where none is told.
  var mediaType: String {
    let type = fields["content-type"]?.prefix { $0 != ";" } ?? "text/plain"
    return type.lowercased().filter { !$0.isWhitespace }
  }

  private func parameter(_ name: String) -> String? {
    guard let field = fields["content-type"],
      let range = field.lowercased().firstRange(of: "\(name)=")
    else { return nil }
    // Small letters may be longer or shorter than capitals; of ASCII they are not.
    let offset = field.lowercased().utf8.distance(
      from: field.lowercased().startIndex, to: range.upperBound)
    let value = String(decoding: Array(field.utf8).dropFirst(offset), as: UTF8.self)
    if value.first == "\"" { return String(value.dropFirst().prefix { $0 != "\"" }) }
    return String(value.prefix { $0 != ";" && !$0.isWhitespace })
  }

  /// The part to read: the text in HTML or the plain text, of alternatives the one preferred.
  func best(prefersHTML: Bool) -> MailPart? {
    if mediaType == "multipart/alternative" || prefersHTML || parts.isEmpty {
      let html = first("text/html")
      return html ?? first("text/plain")
    }
    // Of parts one after the other the first is the text, the others are attached.
    return parts.lazy.compactMap { $0.best(prefersHTML: prefersHTML) }.first
  }

  private func first(_ type: String) -> MailPart? {
    if parts.isEmpty { return mediaType == type ? self : nil }
    return parts.lazy.compactMap { $0.first(type) }.first
  }

  /// The text in UTF-8.
  func text() -> [UInt8] {
    let bytes: [UInt8]
    switch fields["content-transfer-encoding"]?.lowercased().filter({ !$0.isWhitespace }) {
    case "quoted-printable": bytes = MailWords.quotedPrintable(body)
    case "base64": bytes = MailWords.base64(body)
    default: bytes = Array(body)
    }
    return CharacterSet.text(of: bytes[...], declared: parameter("charset"))?.utf8 ?? bytes
  }

  /// What stands between the lines `--boundary`.
  private static func pieces(
    of body: ArraySlice<UInt8>, boundary: String
  ) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex, pieces.count < countLimit {
      let end = body[line...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[line..<end].starts(with: mark) {
        if let start { pieces.append(body[start..<line]) }
        start = min(end + 1, body.endIndex)
        if body[line..<end].dropFirst(mark.count).starts(with: "--".utf8) { return pieces }
      }
      line = min(end + 1, body.endIndex)
    }
    // A mail that ends too early still has its last part.
    if let start, start < body.endIndex { pieces.append(body[start...]) }
    return pieces
  }
}

/// The ways in which mail writes bytes as ASCII.
enum MailWords {
  /// RFC 2045, 6.7.
  static func quotedPrintable(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    let bytes = Array(bytes)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "="), index + 1 < bytes.count else {
        result.append(bytes[index])
        index += 1
        continue
      }
      if bytes[index + 1] == 0x0A {
        index += 2
      } else if bytes[index + 1] == 0x0D, index + 2 < bytes.count, bytes[index + 2] == 0x0A {
        index += 3
      } else if index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// RFC 2045, 6.8; what is no digit of base 64 is passed over.
  static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="): return result
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// The text of a field with encoded words: `=?utf-8?Q?Caf=C3=A9?=` (RFC 2047).
  static func decoded(_ field: String) -> String {
    var result = ""
    var rest = field[...]
    var isAfterWord = false
    while let start = rest.firstRange(of: "=?") {
      let parts = rest[start.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, let end = rest[parts[2].startIndex...].firstRange(of: "?=") else {
        break
      }
      let before = rest[..<start.lowerBound]
      // White space between two encoded words does not count.
      if !isAfterWord || before.contains(where: { !$0.isWhitespace }) { result += before }
      let bytes =
        parts[1].lowercased() == "b"
        ? base64(parts[2].utf8)
        : quotedPrintable(parts[2].utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
      let text = CharacterSet.text(of: bytes[...], declared: String(parts[0]))?.utf8 ?? bytes
      result += String(decoding: text, as: UTF8.self)
      rest = rest[end.upperBound...]
      isAfterWord = true
    }
    return result + rest
  }
}
