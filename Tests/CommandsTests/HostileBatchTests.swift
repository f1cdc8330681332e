import Commands
import FoundationEssentials
import JSON
import TestSupport
import Testing

/// A file made to harm whoever reads it, with the reason for which it is to be refused.
private struct HostileFile {
  let name: String
  let reason: String
  let bytes: @Sendable () -> [UInt8]

  /// `bytes` is asked for once the file is written, for some are large.
  init(name: String, reason: String, bytes: @autoclosure @escaping @Sendable () -> [UInt8]) {
    self.name = name
    self.reason = reason
    self.bytes = bytes
  }

  private static let prose = """
    The foreign minister of Norway, Espen Barth Eide, met his Swedish colleague Maria Malmer \
    Stenergard in Oslo on Thursday. They spoke about the border in the north and the railway.
    """
  private static let text = Array(prose.utf8)
  private static let megabyte = [UInt8](repeating: 0x61, count: 1 << 20)

  static let all: [HostileFile] = [
    .init(
      name: "cut.txt.gz", reason: "damaged",
      bytes: Array(
        PackedBytes.gzip(Array(repeating: text, count: 40).flatMap(\.self)).dropLast(900))),
    .init(name: "bomb.zst", reason: "limit", bytes: PackedBytes.zstdBomb(of: 0x61, blocks: 8_000)),
    .init(name: "bomb.gz", reason: "limit", bytes: PackedBytes.gzipBomb(of: 200 << 20)),
    .init(name: "bomb.zip", reason: "limit", bytes: PackedBytes.zipBomb("a.txt", of: 200 << 20)),
    .init(
      name: "deep.zip", reason: "limit",
      bytes: (0..<6).reduce(text) { bytes, _ in PackedBytes.zip([("in.zip", bytes)]) }),
    .init(
      name: "entities.xml", reason: "unsupported",
      bytes: xml("<!ENTITY a 'Talks.'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>", "&b;&b;&b;")),
    .init(
      name: "external.xml", reason: "unsupported",
      bytes: xml("<!ENTITY a SYSTEM 'file:///etc/passwd'>", "&a;")),
    .init(
      name: "escape.tar", reason: "unsafe path",
      bytes: PackedBytes.tar([("../../../tmp/memcon-escaped.txt", text)])),
    .init(
      name: "escape.zip", reason: "unsafe path",
      bytes: PackedBytes.zip([("/tmp/memcon-escaped.txt", text)])),
    .init(name: "line.txt", reason: "limit", bytes: line(megabytes: 100, "", "")),
    .init(
      name: "line.jsonl", reason: "limit", bytes: line(megabytes: 100, "{\"text\": \"", "\"}\n")),
    .init(name: "line.csv", reason: "limit", bytes: line("title,text\nx,", "\n")),
    .init(name: "line.html", reason: "limit", bytes: line("<html><p>", "</p>")),
    .init(
      name: "line.xml", reason: "limit", bytes: line("<rss><item>", "</item></rss>")),
    .init(name: "zero.txt", reason: "not text", bytes: text + [0] + text),
    .init(name: "zero.jsonl", reason: "not text", bytes: Array(#"{"text": "Talks.\u0000"}"#.utf8)),
    .init(
      name: "latin.txt", reason: "encoding",
      bytes: text + Array("Bogotá, “Quito” and Bogot".utf8) + [0xE1, 0x2E]),
    .init(
      name: "latin.jsonl", reason: "encoding",
      bytes: Array(#"{"text": "Bogotá, “Quito” and Bogot"#.utf8) + [0xE1, 0x2E]
        + Array("\"}\n".utf8)),
    .init(
      name: "brackets.json", reason: "damaged", bytes: [UInt8](repeating: 0x5B, count: 1 << 20)),
    .init(
      name: "picture.html", reason: "not text",
      bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + text),
  ]

  private static func xml(_ entities: String, _ text: String) -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?><!DOCTYPE rss [\(entities)]><rss><channel><item><title>x</title>
      <description>\(text)</description></item></channel></rss>
      """.utf8)
  }

  private static func line(
    megabytes count: Int = 66, _ before: String, _ after: String
  ) -> [UInt8] {
    var bytes = Array(before.utf8)
    bytes.reserveCapacity((count + 1) << 20)
    for _ in 0..<count { bytes += megabyte }
    return bytes + Array(after.utf8)
  }
}

struct `A folder of files made to harm` {
  @Test func `loses nothing that is good, names each with its reason, and leaves a sound graph`()
    throws
  {
    let archive = try Archive(articles: 0)
    let files = HostileFile.all
    for file in files {
      try Data(file.bytes()).write(to: URL(filePath: archive.folder.path("bad-\(file.name)")))
    }
    for number in [0, 1] {
      try archive.write(Archive.article(number), to: "\(["a", "z"][number])-good.txt")
    }
    let run = archive.ingest(
      archive.folder.path(""), "--published", "2025-04-01", "--report",
      archive.outside.path("report.jsonl"))
    #expect(run.status == .failed)
    #expect(run.error.hasPrefix("2 read, 2 meetings, \(files.count) failed ("), "\(run.error)")
    let lines = try archive.report("report.jsonl")
    for file in files {
      let own = lines.filter { $0["input"]?.stringValue?.contains("/bad-\(file.name)") == true }
      #expect(own.map { $0["reason"]?.stringValue } == [file.reason], "\(file.name): \(own)")
      // It says what and where.
      #expect(own.first?["message"]?.stringValue?.contains("bad-\(file.name)") == true)
    }
    #expect(Run("--graph", archive.graph, "verify").status == .done)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/memcon-escaped.txt"))
    #expect(
      Run("--graph", archive.graph, "stats", "--format", "csv").output.contains("articles,2\r\n"))
  }
}
