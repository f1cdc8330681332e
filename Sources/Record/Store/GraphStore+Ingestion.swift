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

/// An article has to be taken away while nobody looks after what belongs to it: the transaction has to begin anew.
private struct ReferencesNeeded: Error {}

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
    let known = try reporting { try keptIdentifiers(of: batch) }
    if known.count == batch.count { return known.map { .unchanged(id: $0) } }
    return try reporting {
      // Going without them makes SQLite compile every statement anew, which one article does not pay for.
      let isLarge = batch.count >= GraphStore.largeBatch
      // Batches touch the same pages again and again; one article should not have to wait for all that many have left.
      connection.checkpoint(everyPages: isLarge ? 8_000 : 1_000)
      do {
        return try keep(batch, checkingReferences: !isLarge, reports: reports)
      } catch is ReferencesNeeded {
        return try keep(batch, checkingReferences: true, reports: reports)
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
    _ batch: [PreparedArticle], checkingReferences: Bool, reports: (Article) -> Reports
  ) throws -> [Ingestion] {
    try connection.transaction(checkingReferences: checkingReferences) {
      let index = ArticleIndex(connection)
      let groups = CopyGroups(connection, shelf, index)
      if batch.count >= GraphStore.largeBatch { try groups.prepare(batch.map(\.sketch)) }
      var texts = try TextIndex(connection)
      let outcomes = try batch.map { prepared in
        try keep(prepared, groups, index, &texts) {
          prepared.reports ?? reports(prepared.article)
        }
      }
      try texts.catchUp()
      try groups.finish()
      try connection.execute("update derivation set pending = 1")
      return outcomes
    }
  }

  /// The identifiers under which the graph holds the texts of a batch, up to the first that has to be written.
  private func keptIdentifiers(of batch: [PreparedArticle]) throws -> [String] {
    var identifiers: [String] = []
    for prepared in batch {
      let known = try knownArticle(withHash: prepared.hash)
      guard let id = keptIdentifier(of: prepared, known) else { break }
      identifiers.append(id)
    }
    return identifiers
  }

  /// An article of the graph as far as another with the same text is concerned.
  private struct KnownArticle {
    let id: String
    let published: String?
    let url: String
  }

  /// The identifier under which the graph holds this text and will go on holding it; nil where the
  /// article has to be written.
  private func keptIdentifier(of prepared: PreparedArticle, _ known: KnownArticle?) -> String? {
    guard let known, !prepared.article.corrects(publishedOn: known.published),
      // Of copies under several addresses the same one stays, whichever comes first.
      (known.id, known.url)
        <= (prepared.article.storedID(textHash: prepared.hash), prepared.article.url ?? "")
    else { return nil }
    return known.id
  }

  private func keep(
    _ prepared: PreparedArticle, _ groups: CopyGroups, _ index: ArticleIndex,
    _ texts: inout TextIndex, reports: () -> Reports
  ) throws -> Ingestion {
    let (article, hash) = (prepared.article, prepared.hash)
    let known = try knownArticle(withHash: hash)
    if let id = keptIdentifier(of: prepared, known) { return .unchanged(id: id) }
    let own = article.storedID(textHash: hash)
    let id = min(own, known?.id ?? own)
    let key = article.url.map { WebAddress($0)?.key ?? $0 }
    let replaced = try replacedArticles(by: id, known, key)
    guard replaced.isEmpty || connection.checksReferences else { throw ReferencesNeeded() }
    let reports = reports()
    if !replaced.isEmpty {
      try texts.around {
        for old in replaced {
          try groups.remove(old)
          try connection.execute("delete from article where id = \(old)")
        }
      }
    }
    let number = try connection.insert(article, id: id, hash: hash)
    index.held.reports.add(article, reports, id: id)
    let original = try groups.add(
      id, number: number, prepared.sketch, urlKey: key, names: reports.people.map(\.name)
    ) {
      ReportedArticle(id: id, published: article.publication?.date, reports)
    }
    return original.map { .copy(id: id, of: $0) } ?? .added(id: id)
  }

  /// The identifiers of the articles in whose place one comes: of the same identifier, text or page.
  private func replacedArticles(
    by id: String, _ known: KnownArticle?, _ key: String?
  ) throws -> [String] {
    var replaced = Set([known?.id].compactMap(\.self))
    if try connection.integer("select 1 from article where id = \(id)") != nil {
      replaced.insert(id)
    }
    if let key {
      replaced.formUnion(
        try connection.rows(
          """
          select a.id from articleSketch s join article a on a.number = s.article
          where s.urlKey = \(key) and s.urlKey is not null
          """
        ) { $0.text(at: 0) })
    }
    return replaced.sorted()
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
        let groups = CopyGroups(connection, shelf, ArticleIndex(connection))
        try groups.remove(id)
        try groups.finish()
        try connection.execute("delete from article where id = \(id)")
        try connection.execute("update derivation set pending = 1")
      }
    }
    try derive()
  }

  private func knownArticle(withHash hash: String) throws -> KnownArticle? {
    try connection.first(
      "select id, published, coalesce(url, '') from article where hash = \(hash)"
    ) {
      KnownArticle(id: $0.text(at: 0), published: $0.optionalText(at: 1), url: $0.text(at: 2))
    }
  }
}

extension Article {
  /// Whether the user stated another day of publication than the one the graph holds; what a text
  /// tells by itself corrects nothing, so that copies from two sites do not take turns.
  fileprivate func corrects(publishedOn day: String?) -> Bool {
    publication?.source == .option && publication?.date?.description != day
  }
}
