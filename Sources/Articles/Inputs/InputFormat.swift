/// The formats an input can have; each may be packed by gzip, zstd, xz or bzip2, or lie in a zip or tar.
public enum InputFormat: String, Sendable, CaseIterable {
  /// Told by the content.
  case auto
  /// One article as plain text.
  case text
  /// One article in Markdown.
  case markdown
  /// A page as browsers save it.
  case html
  /// A page with all it needs in one file, as browsers save it (RFC 2557).
  case mhtml
  /// A feed in RSS or Atom, whose entries are articles.
  case feed
  /// One article an object, in a list or as an object of its own.
  case json
  /// One article a line, as a JSON object.
  case jsonl
  /// One article a row; the first row names the columns.
  case csv
  /// A mail (RFC 5322), such as a newsletter.
  case mail
  /// A PDF that holds text.
  case pdf
  /// Pages as crawlers keep them (ISO 28500).
  case warc
  /// Memoranda of conversation and other documents in TEI, as Foreign Relations of the United States
  /// has them.
  case tei
  /// Travels and visits as the Office of the Historian publishes them.
  case travels
}

/// Tells a format from the first bytes of an input.
enum FormatRecognizer {
  enum Kind: Equatable {
    case packed
    case plain(InputFormat)
    /// Something known that holds no article, with its name.
    case foreign(String)
  }

  static func kind(of head: [UInt8], isWhole: Bool, name: String, mediaType: String?) -> Kind {
    if isPacked(head) { return .packed }
    for (magic, name) in foreign where head.starts(with: magic) { return .foreign(name) }
    if head.starts(with: "%PDF-".utf8) { return .plain(.pdf) }
    if head.starts(with: "WARC/".utf8) { return .plain(.warc) }
    let text = plainHead(head)
    let name = name.lowercased()
    if let kind = markup(text, name) { return .plain(kind) }
    if let kind = json(text, isWhole: isWhole) { return .plain(kind) }
    if let kind = mail(text, name) { return .plain(kind) }
    if let kind = program(text, name) { return .foreign(kind) }
    if isTable(text, name, mediaType) { return .plain(.csv) }
    if isMarkdown(text, name) { return .plain(.markdown) }
    return .plain(.text)
  }

  private static func isPacked(_ head: [UInt8]) -> Bool {
    packed.contains { head.starts(with: $0) }
      || head.count > 262 && head[257..<262].elementsEqual("ustar".utf8)
  }

  private static let packed: [[UInt8]] = [
    [0x1F, 0x8B], [0x1F, 0x9D], [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x28, 0xB5, 0x2F, 0xFD],
    [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x42, 0x5A, 0x68], [0x04, 0x22, 0x4D, 0x18],
    [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
  ]

  private static let foreign: [([UInt8], String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"), ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
    (Array("GIF8".utf8), "a picture (GIF)"), (Array("RIFF".utf8), "a picture, sound or film"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("SQLite format 3".utf8), "a database"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"), (Array("wOF".utf8), "a font"),
    (Array("Rar!".utf8), "a RAR archive"),
  ]

  /// The first bytes without byte order mark and white space; UTF-16 thinned to bytes.
  private static func plainHead(_ head: [UInt8]) -> ArraySlice<UInt8> {
    var head = head[...]
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      head = head.filter { $0 != 0 && $0 < 0xFE }[...]
    } else if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      head = head.dropFirst(3)
    }
    return head.drop { $0 <= 0x20 }
  }
}

// MARK: - By the text

extension FormatRecognizer {
  private static func markup(_ text: ArraySlice<UInt8>, _ name: String) -> InputFormat? {
    guard text.first == UInt8(ascii: "<") else {
      // Old pages start with words, a fragment with whatever it likes.
      let isNamed = [".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".php"]
        .contains { name.hasSuffix($0) }
      return isNamed && text.contains(UInt8(ascii: "<")) ? .html : nil
    }
    let lower = Array(text.prefix(8192)).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    func holds(_ word: String) -> Bool { Self.find(Array(word.utf8), in: lower) }
    let isXML = lower.starts(with: "<?xml".utf8)
    if holds("<!doctype html") || holds("<html") { return .html }
    if holds("<rss") || holds("<feed") || holds("<rdf:rdf") { return .feed }
    if ["<tei", "tei-c.org", "history.state.gov/frus", "<div type=\"document\""].contains(
      where: holds)
    {
      return .tei
    }
    if holds("<trips") || holds("<trip>") || holds("<visits") || holds("<visit")
      || holds("<travels")
    {
      return .travels
    }
    return isXML && !holds("<body") && !holds("<p") ? .tei : .html
  }

  private static func find(_ word: [UInt8], in bytes: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0] == word[0] && PhraseSearch.stands(word, in: bytes, at: $0) }
  }

  /// JSON Lines if the first line is a whole object, JSON if the object or list goes on.
  private static func json(_ text: ArraySlice<UInt8>, isWhole: Bool) -> InputFormat? {
    guard let first = text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return nil
    }
    if first == UInt8(ascii: "[") {
      // "[" also opens a note of an editor.
      guard let next = text.dropFirst().first(where: { $0 > 0x20 }) else { return nil }
      return "{[\"]".utf8.contains(next) ? .json : nil
    }
    guard let next = text.dropFirst().first(where: { $0 > 0x20 }), "\"}".utf8.contains(next) else {
      return nil
    }
    guard let end = text.firstIndex(of: 0x0A) else { return .jsonl }
    return text[..<end].last { $0 > 0x20 } == UInt8(ascii: "}") ? .jsonl : .json
  }

  /// Lines of a header as mails have: names, colons, and among them a sender or a version of MIME.
  private static func mail(_ text: ArraySlice<UInt8>, _ name: String) -> InputFormat? {
    var names: Set<String> = []
    var isRelated = false
    var rest = text.prefix(16_384)
    while true {
      let line = rest.prefix { $0 != 0x0A }
      let isLast = line.endIndex == rest.endIndex
      defer { rest = isLast ? [] : rest[(line.endIndex + 1)...] }
      guard let first = line.first, first != 0x0D else { break }
      if first == 0x20 || first == 0x09 { continue }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { break }
      let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      names.insert(key)
      if key == "content-type" || key == "snapshot-content-location" {
        let value = String(decoding: line[colon...], as: UTF8.self).lowercased()
        if value.contains("multipart/related") || key.hasPrefix("snapshot") { isRelated = true }
      }
    }
    if names.isEmpty { return nil }
    let known = names.intersection([
      "from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path",
      "content-type", "delivered-to", "list-unsubscribe",
    ])
    if names.contains("mime-version"), known.count >= 2 {
      return isRelated && !names.contains("message-id") ? .mhtml : .mail
    }
    let isMail = known.count >= 4 || known.count >= 3 && name.hasSuffix(".eml")
    return isMail && names.contains("from") ? .mail : nil
  }

  private static func program(_ text: ArraySlice<UInt8>, _ name: String) -> String? {
    if text.starts(with: "#!".utf8) { return "a script" }
    let endings = [
      ".js", ".mjs", ".css", ".py", ".swift", ".c", ".h", ".java", ".sh", ".ts", ".rb",
    ]
    return endings.contains { name.hasSuffix($0) } ? "a program or style sheet" : nil
  }

  private static func isTable(_ text: ArraySlice<UInt8>, _ name: String, _ type: String?) -> Bool {
    if name.hasSuffix(".csv") || name.hasSuffix(".tsv") || type?.hasPrefix("text/csv") == true {
      return true
    }
    // A heading that names a column of text, and nothing like a sentence.
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count <= 400, let separator = DelimitedRows.separator(of: line) else { return false }
    let cells = String(decoding: line, as: UTF8.self).lowercased()
      .split(separator: Character(Unicode.Scalar(separator)))
      .map { $0.filter { $0 != "\"" }.trimmingPrefix(while: \.isWhitespace) }
    return cells.count >= 2
      && cells.contains {
        FieldMapping.textKeys.contains(String($0)) || $0 == "title" || $0 == "headline"
      }
      && cells.allSatisfy { $0.split(separator: " ").count <= 3 }
  }

  private static func isMarkdown(_ text: ArraySlice<UInt8>, _ name: String) -> Bool {
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return true }
    let head = text.prefix(4096).drop { $0 == 0x0A }
    // The first line is "---" or a heading.
    guard head.first == UInt8(ascii: "-") || head.first == UInt8(ascii: "#") else { return false }
    let lines = head.split(separator: 0x0A)
    if lines.first.map({ $0.elementsEqual("---".utf8) || $0.elementsEqual("---\r".utf8) }) == true,
      lines.dropFirst().prefix(30).contains(where: { $0.starts(with: "---".utf8) }),
      lines.dropFirst().first?.contains(UInt8(ascii: ":")) == true
    {
      return true
    }
    return lines.first?.starts(with: "# ".utf8) == true
  }
}
