import CUchardet

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Turns bytes of any character set into UTF-8.
///
/// What a byte order mark says counts first, then whether the bytes are UTF-8, which other sets hardly
/// ever are by chance; then what the document declares; then what uchardet (Mozilla's detector: Li and
/// Momoi, "A composite approach to language/encoding detection", 2001) takes it for.
public enum CharacterSet {
  /// Bytes in UTF-8, and what they were before.
  public struct Text: Sendable {
    /// The bytes, without byte order mark.
    public var utf8: [UInt8]
    /// The set they were in, as iconv calls it.
    public var name: String
    /// How many bytes or sequences had no meaning in that set, and stand as U+FFFD.
    public var faults: Int
  }

  /// The text of `bytes`; nil where no set fits them.
  ///
  /// `declared` is the name that the document or its server gives.
  public static func text(of bytes: ArraySlice<UInt8>, declared: String? = nil) -> Text? {
    if let (name, length) = mark(of: bytes) {
      return converted(bytes.dropFirst(length), from: name)
    }
    if isUTF8(bytes) { return Text(utf8: Array(bytes), name: "UTF-8", faults: 0) }
    if let name = widths(of: bytes) { return converted(bytes, from: name) }
    let declared = declared.map(browserName)
    if let declared, declared != "UTF-8" {
      if let text = converted(bytes, from: declared), text.faults * 100 <= bytes.count {
        return text
      }
    }
    if declared == "UTF-8" || isMostlyUTF8(bytes) { return converted(bytes, from: "UTF-8") }
    return converted(bytes, from: detected(bytes) ?? "WINDOWS-1252")
  }

  /// Whether `bytes` are UTF-8 without a fault.
  public static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { (try? UTF8Span(validating: $0.span)) != nil }
  }
}

// MARK: - Which set

extension CharacterSet {
  private static func mark(of bytes: ArraySlice<UInt8>) -> (name: String, length: Int)? {
    let marks: [([UInt8], String)] = [
      ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"),
      ([0, 0, 0xFE, 0xFF], "UTF-32BE"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]
    return marks.first { bytes.starts(with: $0.0) }.map { ($0.1, $0.0.count) }
  }

  /// UTF-16 without a mark: in English every other byte is zero.
  private static func widths(of bytes: ArraySlice<UInt8>) -> String? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 16 else { return nil }
    var zeros = [0, 0]
    for (offset, byte) in sample.enumerated() where byte == 0 { zeros[offset & 1] += 1 }
    let most = sample.count * 2 / 5
    if zeros[1] > most, zeros[0] == 0 { return "UTF-16LE" }
    return zeros[0] > most && zeros[1] == 0 ? "UTF-16BE" : nil
  }

  /// Whether more of the bytes beyond ASCII are sound UTF-8 than not: such a text was damaged.
  private static func isMostlyUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    var sound = 0
    var faults = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if scalar.value >= 0x80 { sound += 1 }
      case .error: faults += 1
      case .emptyInput: return sound > faults
      }
    }
  }

  private static func detected(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let failed = bytes.prefix(1 << 18).withUnsafeBytes {
      uchardet_handle_data(detector, $0.bindMemory(to: CChar.self).baseAddress, $0.count) != 0
    }
    guard !failed else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector), name.pointee != 0 else { return nil }
    return browserName(String(cString: name))
  }

  /// What browsers take a name for: pages that call themselves Latin-1 are in Windows-1252.
  ///
  /// Source: WHATWG, Encoding Standard, "Names and labels".
  private static func browserName(_ name: String) -> String {
    let upper = name.uppercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    switch upper {
    case "UTF8", "UTF-8", "UNICODE-1-1-UTF-8": return "UTF-8"
    case "ISO-8859-1", "ISO8859-1", "LATIN1", "LATIN-1", "ISO_8859-1", "ASCII", "US-ASCII",
      "X-CP1252", "CP1252", "ANSI", "ISO-8859-15":
      return upper == "ISO-8859-15" ? upper : "WINDOWS-1252"
    case "ISO-8859-9", "LATIN5": return "WINDOWS-1254"
    case "GB2312", "GBK", "GB_2312-80": return "GB18030"
    case "SHIFT_JIS", "SHIFT-JIS", "X-SJIS": return "CP932"
    case "KS_C_5601-1987", "EUC-KR", "KSC5601": return "CP949"
    case "X-MAC-ROMAN": return "MACINTOSH"
    default: return upper
    }
  }
}

// MARK: - Conversion

extension CharacterSet {
  /// `bytes` in UTF-8, each fault as U+FFFD; nil for a set that iconv does not know.
  static func converted(_ bytes: ArraySlice<UInt8>, from name: String) -> Text? {
    if name == "UTF-8" {
      let utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
      return Text(utf8: utf8, name: name, faults: isUTF8(bytes) ? 0 : 1)
    }
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var faults = 0
    var input = Array(bytes)
    input.withUnsafeMutableBytes { source in
      var next = source.bindMemory(to: CChar.self).baseAddress
      var left = source.count
      withUnsafeTemporaryAllocation(byteCount: 1 << 15, alignment: 1) { room in
        while left > 0 {
          var target = room.bindMemory(to: CChar.self).baseAddress
          var free = room.count
          let status = iconv(converter, &next, &left, &target, &free)
          result += room[..<(room.count - free)]
          guard status == -1, errno != E2BIG else { continue }
          // A byte that means nothing, or a sequence that the end cuts off.
          result += [0xEF, 0xBF, 0xBD]
          faults += 1
          next = next.map { $0 + 1 }
          left -= 1
        }
      }
    }
    return Text(utf8: result, name: name, faults: faults)
  }
}
