import Diagnostics
import Diplomacy
import Record
import SQLite

/// How right and how fast the record of a generated archive is.
///
///     swift run -c release measure record --articles 100000
///
/// The archive is stored as `memcon ingest` stores reports; then articles are added one by one. What
/// is found is compared with what is known of the world the articles were made from.
enum RecordMeasurement {
  static func run(_ options: ToolOptions) throws {
    let count = options.count("articles", default: 100_000)
    let people = options.count("people", default: max(50, count / 20))
    let meetings = options.count("meetings", default: max(100, count * 3 / 5))
    let added = options.count("added", default: 200)
    let batch = max(1, options.count("batch", default: 512))
    let world = GeneratedWorld(people: people, meetings: meetings, seed: 4)
    var press = GeneratedPress(world, seed: 5)
    let issues = (0..<(count + added)).map { press.issue($0) }
    let file = try TemporaryFile("")
    defer { for ending in ["-wal", "-shm"] { removeFile(file.path + ending) } }

    let store = try GraphStore(path: file.path, mode: .write)
    var watch = Stopwatch()
    for start in stride(from: 0, to: count, by: batch) {
      let batch = issues[start..<min(count, start + batch)]
      try store.ingest(batch.map { ($0.article, $0.reports) })
    }
    let storing = watch.lap()
    try store.derive()
    let deriving = watch.lap()

    let score = try Scores(store, issues.prefix(count))
    let pages = try Connection(path: file.path, mode: .readOnly)
    let bytes =
      try (pages.integer("pragma page_count") ?? 0) * (pages.integer("pragma page_size") ?? 0)
    let text = issues.prefix(count).reduce(0) { $0 + $1.article.text.utf8.count }
    let times = try addOneByOne(issues.suffix(added), to: store)

    var table = MarkdownTable("figure", "value")
    table.add("articles, people, meetings", "\(count), \(people), \(meetings)")
    table.add(
      "people: B-cubed F1 (P, R)", f1(score.people.f1, score.people.precision, score.people.recall))
    table.add(
      "meetings: B-cubed F1 (P, R)",
      f1(score.meetings.f1, score.meetings.precision, score.meetings.recall))
    table.add(
      "meetings: pairwise F1 (P, R)",
      f1(score.meetings.pairF1, score.meetings.pairPrecision, score.meetings.pairRecall))
    table.add(
      "articles a second, stored and derived", decimal(Double(count) / (storing + deriving)))
    table.add(
      "seconds to store, to derive",
      "\(decimal(storing, digits: 1)), \(decimal(deriving, digits: 1))")
    table.add(
      "adding one: median, 95th, largest (ms)",
      [times.count / 2, times.count * 95 / 100, times.count - 1].map {
        times.isEmpty ? "-" : decimal(times[$0] * 1_000, digits: 1)
      }.joined(separator: ", "))
    table.add(
      "bytes of the file for each of text", decimal(Double(bytes) / Double(text), digits: 1))
    print(table.text)
  }

  private static func f1(_ f1: Double, _ precision: Double, _ recall: Double) -> String {
    "\(decimal(f1, digits: 3)) (\(decimal(precision, digits: 3)), \(decimal(recall, digits: 3)))"
  }

  /// Seconds for each article, the quickest first.
  private static func addOneByOne(
    _ issues: ArraySlice<GeneratedPress.Issue>, to store: GraphStore
  ) throws -> [Double] {
    var times: [Double] = []
    for issue in issues {
      var watch = Stopwatch()
      try store.ingest(issue.article, issue.reports)
      try store.derive()
      times.append(watch.lap())
    }
    return times.sorted()
  }
}

/// The record's clusters against the true ones.
private struct Scores {
  let people: ClusterScore
  let meetings: ClusterScore

  init(_ store: GraphStore, _ issues: ArraySlice<GeneratedPress.Issue>) throws {
    let connection = try store.readOnlyConnection()
    let numbers = Dictionary(
      issues.enumerated().map { ($1.article.id ?? "", $0) }, uniquingKeysWith: { first, _ in first }
    )
    let all = Array(issues)
    func elements(
      _ query: SQL, _ truth: (GeneratedPress.Issue, Int) -> Int
    ) throws -> [(found: String, true: Int)] {
      try connection.rows(query) { row in
        let issue = all[numbers[row.text(at: 0)] ?? 0]
        return (row.text(at: 2), truth(issue, row.integer(at: 1)))
      }
    }
    people = ClusterScore(
      try elements("select articleId, number, personId from personIdentity") { $0.people[$1] })
    meetings = ClusterScore(
      try elements("select articleId, number, meetingId from meetingIdentity") { $0.meetings[$1] })
  }
}
