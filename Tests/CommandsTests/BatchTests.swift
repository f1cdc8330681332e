import Commands
import JSON
import Record
import Synchronization
import TestSupport
import Testing

/// A folder of articles, good and bad.
struct Archive {
  let folder: TemporaryFolder
  /// Where graph and reports are, so that they aren't read as articles.
  let outside: TemporaryFolder
  var graph: String { outside.path("graph.sqlite") }

  /// Writes `count` articles, each about another meeting.
  init(articles count: Int) throws {
    folder = try TemporaryFolder()
    outside = try TemporaryFolder()
    for number in 0..<count { try write(Self.article(number), to: "article-\(1000 + number).txt") }
  }

  static func article(_ number: Int) -> String {
    let people = ["Marco Rubio", "Winston Peters", "Sergei Lavrov", "Wang Yi", "David Lammy"]
    let cities = ["Washington", "Wellington", "Geneva", "Vienna", "Jakarta", "Lisbon", "Ottawa"]
    let first = people[number % 5]
    let second = people[(number + 1 + number / 5 % 4) % 5]
    return """
      Talks number \(number)

      \(first) met \(second) in \(cities[number % 7]) on \(number % 28 + 1) March 2025. The two \
      ministers spoke of trade and of the security of the region, officials said. This was the \
      report with the number \(number).
      """
  }

  func write(_ text: String, to name: String) throws { try folder.write(text, to: name) }

  func ingest(_ arguments: String..., interruption: Interruption? = nil) -> Run {
    Run(
      ["--graph", graph, "ingest"] + arguments, interruption: interruption ?? Interruption { false }
    )
  }

  func report(_ name: String) throws -> [JSONValue] {
    try outside.bytes(of: name).split(separator: 0x0A).map { try JSONValue(parsing: $0) }
  }
}

struct `A batch` {
  @Test func `gives the same graph and the same report on any number of threads`() throws {
    let archive = try Archive(articles: 70)
    try archive.write("", to: "article-1030.txt")
    var exports: [String] = []
    var reports: [[UInt8]] = []
    for threads in ["1", "4"] {
      let graph = archive.outside.path("graph-\(threads).sqlite")
      let report = archive.outside.path("report-\(threads).jsonl")
      let run = Run(
        "--graph", graph, "ingest", archive.folder.path("article-*.txt"), "--threads", threads,
        "--report", report)
      #expect(run.error.hasPrefix("69 read, "), "\(run.error)")
      exports.append(Run("--graph", graph, "export", "--format", "jsonl").output)
      reports.append(try archive.outside.bytes(of: "report-\(threads).jsonl"))
    }
    #expect(exports[0] == exports[1])
    #expect(exports[0].split(separator: "\n").count > 70)
    #expect(reports[0] == reports[1])
  }

  @Test func `writes down every input in order, with outcome and reason`() throws {
    let archive = try Archive(articles: 2)
    try archive.write(BadInput.french, to: "b-french.txt")
    try archive.write("", to: "c-empty.txt")
    let report = archive.outside.path("report.jsonl")
    let run = archive.ingest(
      archive.folder.path("article-1000.txt"), archive.folder.path("b-french.txt"),
      archive.folder.path("c-empty.txt"), archive.folder.path("none.txt"),
      archive.folder.path("article-1000.txt"), archive.folder.path("article-1001.txt"),
      "--published", "2025-04-01", "--report", report)
    #expect(run.status == .failed)
    #expect(
      run.error.hasPrefix(
        "3 read, 1 unchanged, 2 meetings, 1 refused, 2 failed (1 unreadable, 1 empty)\n"),
      "\(run.error)")
    let lines = try archive.report("report.jsonl")
    #expect(
      lines.map { $0["outcome"]?.stringValue } == [
        "added", "refused", "failed", "failed", "unchanged", "added",
      ])
    #expect(
      lines.map { $0["reason"]?.stringValue } == [
        nil, "language", "empty", "unreadable", nil, nil,
      ])
    #expect(lines[3]["input"]?.stringValue == archive.folder.path("none.txt"))
  }

  @Test func `with nothing but refusals beside good articles succeeds, and warns`() throws {
    let archive = try Archive(articles: 1)
    try archive.write(BadInput.french, to: "french.txt")
    let run = archive.ingest(archive.folder.path("*.txt"))
    #expect(run.status == .done)
    #expect(run.error.contains("warning: \(archive.folder.path("french.txt")) is not in English"))
    #expect(archive.ingest(archive.folder.path("french.txt")).status == .failed)
  }

  @Test func `of many bad inputs shows the first and counts the rest`() throws {
    let archive = try Archive(articles: 1)
    for number in 100..<130 { try archive.write("", to: "bad-\(number).txt") }
    let run = archive.ingest(archive.folder.path(""))
    #expect(run.error.contains("bad-119.txt is empty"))
    #expect(!run.error.contains("bad-120.txt"))
    #expect(run.error.contains("10 more were not taken in"))
  }

  @Test func `stops at the first failure if told to`() throws {
    let archive = try Archive(articles: 2)
    try archive.write("", to: "article-1000-empty.txt")
    let run = archive.ingest("--fail-fast", archive.folder.path(""))
    #expect(run.status == .failed)
    #expect(run.error.hasPrefix("0 read"), "\(run.error)")
    #expect(run.error.contains("stopped at the first input that failed"))
  }

  @Test func `of an empty folder says so`() throws {
    let folder = try TemporaryFolder()
    let run = Run("--graph", folder.path("graph.sqlite"), "ingest", folder.path(""))
    #expect(run.error.contains("there is no file in the folder"))
    #expect(run.status == .failed)
  }
}

struct `A batch that is interrupted` {
  @Test func `says where it stands, and goes on from there when it is run again`() throws {
    let archive = try Archive(articles: 300)
    let asked = Mutex(0)
    let run = archive.ingest(
      archive.folder.path(""), "--threads", "2",
      interruption: Interruption {
        asked.withLock { count in
          count += 1
          return count > 100
        }
      })
    #expect(run.status == .failed)
    #expect(run.error.contains("stopped after 100 articles, the last of them"), "\(run.error)")
    #expect(run.error.contains("article-1099.txt"))
    let again = archive.ingest(archive.folder.path("article-*.txt"))
    #expect(again.error.hasPrefix("300 read, 100 unchanged, 200 meetings"), "\(again.error)")
    #expect(Run("--graph", archive.graph, "verify").status == .done)
  }
}
