public import Diagnostics
public import Diplomacy
import SQLite

/// What became of an article that was given to a graph.
public enum Ingestion: Hashable, Sendable {
  /// It is new, or its text differs from that of the same address or identifier, which it replaced,
  /// or the user stated another day of publication for it.
  case added(id: String)
  /// It is new, and prints nearly the same text as another, which counts for both; an article that comes later can
  /// change which of them counts.
  case copy(id: String, of: String)
  /// The graph already holds this text, under `id`: nothing was changed.
  case unchanged(id: String)

  /// The article's identifier in the graph.
  public var id: String {
    switch self {
    case .added(let id), .copy(let id, _), .unchanged(let id): id
    }
  }
}

extension GraphStore {
  /// Keeps `article` and what it reports, in one transaction.
  ///
  /// The record does not know the reports until `derive()`: call it once after the last article.
  ///
  /// - Throws: a message for evidence that is not in the text, a full disk, a locked graph.
  @discardableResult
  public func ingest(_ article: Article, _ reports: Reports) throws(Diagnostic) -> Ingestion {
    guard let ingestion = try ingest([(article, reports)]).first else {
      throw Diagnostic("the article was not kept")
    }
    return ingestion
  }

  /// Keeps several articles and what they report, all or none, in one transaction.
  ///
  /// - Returns: what became of each.
  /// - Throws: a message for evidence that is not in the text, a full disk, a locked graph.
  @discardableResult
  public func ingest(_ batch: [(Article, Reports)]) throws(Diagnostic) -> [Ingestion] {
    var prepared: [PreparedArticle] = []
    for (article, reports) in batch {
      prepared.append(try PreparedArticle(article) { _ in reports })
    }
    return try ingest(prepared) { _ in Reports() }
  }

  /// Keeps several articles, all or none, in one transaction: a third cheaper than one by one.
  ///
  /// `reports` reads an article that was taken for known and has to be written all the same.
  ///
  /// - Returns: what became of each.
  /// - Throws: a message for a full disk, a locked graph.
  @discardableResult
  public func ingest(
    _ batch: [PreparedArticle], reports: (Article) -> Reports
  ) throws(Diagnostic) -> [Ingestion] {
    // A text that the graph holds already is no reason to write to it.
    let isKnown = try reporting {
      try batch.map { try keptIdentifier(of: $0.article, hash: $0.hash) }
    }
    guard isKnown.contains(where: { $0 == nil }) else {
      return isKnown.compactMap(\.self).map { .unchanged(id: $0) }
    }
    return try reporting {
      // The change makes SQLite compile every statement anew, which one article does not pay for.
      guard batch.count >= GraphStore.largeBatch else {
        return try keep(batch, reports: reports)
      }
      do {
        return try connection.withoutReferenceChecks { try keep(batch, reports: reports) }
      } catch is ReferencesNeeded {
        return try keep(batch, reports: reports)
      }
    }
  }

  /// The texts that the graph holds at present.
  public func knownTexts() throws(Diagnostic) -> KnownTexts {
    try reporting {
      var known = KnownTexts()
      let rows = try connection.prepare("select hash from article")
      while try rows.step() { known.insert(rows.text(at: 0)) }
      return known
    }
  }

  /// From so many articles on, a batch is kept without looking up what each row refers to.
  private static let largeBatch = 4

  /// Keeps a batch in one transaction.
  ///
  /// New articles refer to nothing but themselves and each other's personas, so nothing is gained by
  /// looking up for each row what it refers to. Whoever takes an old article away needs it, because
  /// what belongs to it goes with it.
  private func keep(
    _ batch: [PreparedArticle], reports: (Article) -> Reports
  ) throws -> [Ingestion] {
    try connection.transaction {
      let outcomes = try batch.map { prepared in
        try keep(prepared) { prepared.reports ?? reports(prepared.article) }
      }
      try connection.execute("update derivation set pending = 1")
      return outcomes
    }
  }

  /// The identifier under which the graph holds this text and will go on holding it; nil where the
  /// article has to be written.
  private func keptIdentifier(of article: Article, hash: String) throws -> String? {
    guard let known = try knownArticle(withHash: hash),
      !article.corrects(publishedOn: known.published),
      // Of copies under several addresses the same one stays, whichever comes first.
      (known.id, known.url) <= (article.storedID(textHash: hash), article.url ?? "")
    else { return nil }
    return known.id
  }

  private func keep(
    _ prepared: PreparedArticle, reports: () -> Reports
  ) throws -> Ingestion {
    let (article, hash) = (prepared.article, prepared.hash)
    if let known = try keptIdentifier(of: article, hash: hash) { return .unchanged(id: known) }
    let own = article.storedID(textHash: hash)
    let id = min(own, try knownArticle(withHash: hash)?.id ?? own)
    let key = article.url.map { WebAddress($0)?.key ?? $0 }
    let replaced = try connection.rows(
      """
      select id from article where id = \(id) or hash = \(hash)
      union
      select a.id from articleSketch s join article a on a.number = s.article
      where s.urlKey is not null and s.urlKey = \(key)
      """
    ) { $0.text(at: 0) }
    guard replaced.isEmpty || connection.checksReferences else { throw ReferencesNeeded() }
    let reports = reports()
    let groups = CopyGroups(connection, shelf)
    for old in replaced {
      try groups.remove(old)
      try connection.execute("delete from article where id = \(old)")
    }
    try connection.insert(article, id: id, hash: hash)
    try connection.insert(reports, of: id)
    let original = try groups.add(id, prepared.sketch, urlKey: key) {
      ReportedArticle(id: id, published: article.publication?.date, reports)
    }
    return original.map { .copy(id: id, of: $0) } ?? .added(id: id)
  }

  /// Forgets an article, and what rests on it alone, and derives the record anew.
  ///
  /// - Throws: a diagnostic if there is no such article.
  public func forget(_ id: String) throws(Diagnostic) {
    let isKnown = try reporting {
      try connection.integer("select 1 from article where id = \(id)") != nil
    }
    guard isKnown else {
      throw Diagnostic(
        "there is no article \(id) in the graph",
        help: ["memcon query 'MATCH (a:Article) RETURN a.id' lists them"])
    }
    try reporting {
      try connection.transaction {
        try CopyGroups(connection, shelf).remove(id)
        try connection.execute("delete from article where id = \(id)")
        try connection.execute("update derivation set pending = 1")
      }
    }
    try derive()
  }

  private func knownArticle(
    withHash hash: String
  ) throws -> (id: String, published: String?, url: String)? {
    try connection.first(
      "select id, published, coalesce(url, '') from article where hash = \(hash)"
    ) { ($0.text(at: 0), $0.optionalText(at: 1), $0.text(at: 2)) }
  }
}

extension Article {
  /// Whether the user stated another day of publication than the one the graph holds; what a text
  /// tells by itself corrects nothing, so that copies from two sites do not take turns.
  fileprivate func corrects(publishedOn day: String?) -> Bool {
    publication?.source == .option && publication?.date?.description != day
  }
}

extension Reports {
  /// The first evidence whose quote is not what stands in its range of `text`.
  func firstMisquotation(of text: String) -> Evidence? {
    let scalars = Array(text.unicodeScalars)
    return allEvidence.first { evidence in
      let quote = evidence.quote.unicodeScalars
      return quote.isEmpty || evidence.range.end > scalars.count
        || !quote.elementsEqual(scalars[evidence.range.start..<evidence.range.end])
    }
  }
}
