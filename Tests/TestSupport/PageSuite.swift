#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Pages in the manner of real sites, each with what a reader must find in it.
///
/// Beside `news.html` stands `news.txt`: lines `title:`, `author:`, `date:` and `source:`, an empty line, and the
/// paragraphs of the article.
public struct PageSuite: Sendable {
  /// A page and what it holds.
  public struct Page: Sendable, CustomStringConvertible {
    /// The name.
    public var description: String { name }

    /// The name of its file, without the ending.
    public let name: String
    /// The page as it was saved.
    public let html: [UInt8]
    /// The headline.
    public let title: String
    /// Who wrote it; empty where the page does not say.
    public let author: String
    /// When it was published, as `YYYY-MM-DD`.
    public let date: String
    /// What on the page tells that best: `metadata`, `text`, `dateline`, `url`.
    public let source: String
    /// The article.
    public let body: String
  }

  /// The pages, by name.
  public let pages: [Page]

  /// The pages in `folder`.
  public init(folder: String) {
    pages = Self.names(in: folder).filter { $0.hasSuffix(".html") }.sorted().map { file in
      let name = String(file.dropLast(5))
      let gold = String(decoding: Self.bytes(of: "\(folder)/\(name).txt"), as: UTF8.self)
      let parts = gold.split(separator: "\n\n", maxSplits: 1)
      var fields: [Substring: String] = [:]
      for line in parts.first?.split(separator: "\n") ?? [] {
        let pair = line.split(separator: ":", maxSplits: 1)
        fields[pair[0]] = pair.count > 1 ? String(pair[1].drop { $0 == " " }) : ""
      }
      return Page(
        name: name, html: Self.bytes(of: "\(folder)/\(file)"), title: fields["title"] ?? "",
        author: fields["author"] ?? "", date: fields["date"] ?? "",
        source: fields["source"] ?? "", body: parts.count > 1 ? String(parts[1]) : "")
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX)) { String(cString: $0) }
        })
    }
    return names
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }
}

/// How many words of a text another has: each word counts as often as it stands in both.
public struct WordScore: Sendable {
  /// Words of the text that was found.
  public private(set) var found = 0
  /// Words of the text that should have been found.
  public private(set) var wanted = 0
  /// Words of both.
  public private(set) var common = 0

  /// No words yet.
  public init() {}

  /// The words of two texts.
  public init(found: String, wanted: String) {
    let found = Self.counts(found)
    let wanted = Self.counts(wanted)
    self.found = found.values.reduce(0, +)
    self.wanted = wanted.values.reduce(0, +)
    common = found.reduce(0) { $0 + min($1.value, wanted[$1.key, default: 0]) }
  }

  /// The share of what was found that was wanted.
  public var precision: Double { found == 0 ? 0 : Double(common) / Double(found) }
  /// The share of what was wanted that was found.
  public var recall: Double { wanted == 0 ? 0 : Double(common) / Double(wanted) }

  /// Adds the words of another pair of texts.
  public mutating func add(_ other: WordScore) {
    found += other.found
    wanted += other.wanted
    common += other.common
  }

  private static func counts(_ text: String) -> [Substring: Int] {
    text.split { !$0.isLetter && !$0.isNumber }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
