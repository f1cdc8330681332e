/// The character set that a page declares for itself.
enum PageCharset {
  /// What `<meta charset>`, `<meta http-equiv="Content-Type">` or `<?xml encoding?>` in the first bytes
  /// says; nil where nothing does.
  static func declared(in html: [UInt8]) -> String? {
    let head = html.prefix(4096)
    for mark in ["charset=", "encoding="] {
      guard let range = head.firstRange(of: mark.utf8) else { continue }
      let value = head[range.upperBound...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
        .prefix { $0 > 0x20 && !"\"'>;/?".utf8.contains($0) }
      if !value.isEmpty, value.count < 40 { return String(decoding: value, as: UTF8.self) }
    }
    return nil
  }
}
