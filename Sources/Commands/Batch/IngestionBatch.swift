import Articles
import Diagnostics
import Diplomacy
import Extraction
import JSON
import Record

/// The articles of one run: kept some at a time, with a count of what became of them.
struct IngestionBatch {
  /// Articles that are kept together, in one transaction.
  private static let size = 512

  private let path: String
  private let extractor = Extractor()
  private let report: ReportFile?
  /// Whether `added` is asked for; a long batch need not hold it.
  private let keepsIdentifiers: Bool
  /// Opened at the first good article, so that a batch of bad ones leaves no empty graph behind.
  private var store: GraphStore?
  private let known: KnownTexts
  /// Read, and not yet kept.
  private var pending: [(place: String, article: PreparedArticle)] = []
  private(set) var refusals = RefusalList()
  private(set) var meetings = 0
  /// The identifiers of the articles that are new, copies left out.
  private(set) var added: [String] = []
  private(set) var read = 0
  private var unchanged = 0
  private var copies = 0
  private var undated = 0
  /// Where the article stands that was kept last.
  private(set) var lastPlace: String?

  /// A batch for the graph at `path`, written down in `report`.
  ///
  /// - Throws: a message for a graph that can't be opened.
  init(
    path: String, report: ReportFile?, keepsIdentifiers: Bool = false
  ) throws(Diagnostic) {
    self.path = path
    self.keepsIdentifiers = keepsIdentifiers
    self.report = report
    store = GraphStore.exists(at: path) ? try GraphStore(path: path, mode: .write) : nil
    known = try store?.knownTexts() ?? KnownTexts()
  }

  /// What reads an article, on any thread.
  var preparation: @Sendable (ReadArticle) -> PreparedInput {
    let extractor = extractor
    let known = known
    return { read in
      PreparedInput(
        place: read.place, position: read.position,
        result: read.result.flatMap { article in
          Result { () throws(Diagnostic) in
            try PreparedArticle(article, unless: known, reports: extractor.reports)
          }
          .mapError { Refusal(.damaged, $0) }
        })
    }
  }

  /// `12 read`.
  var count: String { "\(read) read" }

  /// What was done: `12 read, 2 unchanged, 9 meetings`.
  var summary: String {
    ([count] + (copies > 0 ? ["\(copies) of them copies"] : [])
      + (unchanged > 0 ? ["\(unchanged) unchanged"] : [])
      + [counted(meetings, "meeting")]
      + (undated > 0 ? ["\(undated) without a day of publication: see --published"] : [])
      + refusals.counted).joined(separator: ", ")
  }

  /// Takes the next input over.
  ///
  /// - Throws: a message where the graph or the report, not an article, is to blame: going on would only fail again.
  mutating func take(_ input: PreparedInput) throws(Diagnostic) {
    switch input.result {
    case .success(let article):
      pending.append((input.place, article))
      if pending.count == IngestionBatch.size { try keep() }
    case .failure(let refusal):
      // What was read before it is told before it.
      if report != nil { try keep() }
      refusals.add(refusal)
      report?.add([
        "input": .string(input.place),
        "outcome": .string(refusal.reason.isFault ? "failed" : "refused"),
        "reason": .string(refusal.reason.rawValue),
        "message": .string(refusal.diagnostic.summary),
      ])
    }
  }

  /// Keeps what was read.
  mutating func keep() throws(Diagnostic) {
    defer { pending = [] }
    guard !pending.isEmpty else {
      try report?.flush()
      return
    }
    let store = try open()
    let outcomes = try store.ingest(pending.map(\.article), reports: extractor.reports)
    for ((place, prepared), outcome) in zip(pending, outcomes) {
      count(place, prepared, outcome)
    }
    try report?.flush()
  }

  private mutating func count(
    _ place: String, _ prepared: PreparedArticle, _ outcome: Ingestion
  ) {
    read += 1
    lastPlace = place
    switch outcome {
    case .added(let id):
      let told = prepared.reports?.meetings.count ?? 0
      meetings += told
      if keepsIdentifiers { added.append(id) }
      if prepared.article.publication == nil { undated += 1 }
      report?.add([
        "input": .string(place), "outcome": "added", "id": .string(id),
        "meetings": .integer(told),
      ])
    case .copy(let id, let original):
      copies += 1
      report?.add([
        "input": .string(place), "outcome": "copy", "id": .string(id), "of": .string(original),
      ])
    case .unchanged(let id):
      unchanged += 1
      report?.add(["input": .string(place), "outcome": "unchanged", "id": .string(id)])
    }
  }

  /// Derives the record from all that was kept.
  func derive() throws(Diagnostic) { try store?.derive() }

  /// The meetings that this batch alone tells of. Derive before.
  func newMeetings() throws(Diagnostic) -> [MeetingSummary] {
    guard let store, !added.isEmpty else { return [] }
    return try store.meetings(toldOnlyBy: added)
  }

  private mutating func open() throws(Diagnostic) -> GraphStore {
    if let store { return store }
    let opened = try GraphStore(path: path, mode: .write)
    store = opened
    return opened
  }
}

/// An input that was read, and what it reports.
struct PreparedInput: Sendable {
  let place: String
  let position: Int
  let result: Result<PreparedArticle, Refusal>
}
