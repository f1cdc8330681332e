import Diplomacy
import SQLite

/// Keeps articles that print nearly the same text together, so that only one of them counts.
///
/// Two articles are linked if the shorter has four fifths of its shingles in common with the longer, they were not
/// published more than a month apart, and one names all whom the other names. Links depend on the two alone, and
/// a group is all that hangs together by links: so groups do not depend on the order of arrival. The original of a
/// group is the article with a day of publication, the longest, the earliest, in this order; the record is derived from
/// originals, and copies keep their reports for when the original goes.
struct CopyGroups {
  let connection: Connection
  private let shelf: ShingleShelf
  private let index: ArticleIndex
  private let bands: BandIndex

  /// The share of the shorter text's shingles that a copy has in common.
  static let sharedShare = 0.8
  /// How many days copies can lie apart.
  static let longestDelay = 30

  /// Groups whose originals `index` takes in; what both hold back is written by `finish()`.
  init(_ connection: Connection, _ shelf: ShingleShelf, _ index: ArticleIndex) {
    self.connection = connection
    self.shelf = shelf
    self.index = index
    bands = BandIndex(connection)
  }

  /// Looks up together who has the bands of `sketches`, which are going to be added.
  func prepare(_ sketches: [TextSketch]) throws {
    try bands.prepare(sketches.flatMap(\.bands))
  }

  /// Writes what is held back.
  func finish() throws {
    try bands.write()
    try index.finish()
  }

  /// Takes in the article with `id` and the row `number`, whose text lies in the graph already and whose reports do or
  /// are held by the index, and indexes what its group now counts.
  ///
  /// - Returns: the original, if the article is a copy.
  func add(
    _ id: String, number: Int, _ sketch: TextSketch, urlKey: String?, names: [String]? = nil,
    reported: () throws -> ReportedArticle?
  ) throws -> String? {
    try connection.execute(
      "insert into articleSketch values (\(number), \(urlKey), \(sketch.shingleCount))")
    if let names { bands.texts[number] = .init(names: names, shingles: sketch.shingles) }
    let links = try links(of: number, sketch)
    bands.add(Set(sketch.bands).sorted(), of: number)
    for other in links {
      try connection.execute("insert into copyLink values (\(id), \(other)), (\(other), \(id))")
    }
    var originals: Set<String> = []
    for other in links { originals.insert(try original(of: other) ?? other) }
    let best = try best(of: originals.union([id]))
    if best == id {
      if let article = try reported() { try index.add(article) }
    }
    for other in originals.sorted() where other != best {
      try index.remove(other)
      try connection.execute("update copy set original = \(best) where original = \(other)")
      try connection.execute("insert into copy values (\(other), \(best))")
    }
    guard best != id else { return nil }
    try connection.execute("insert into copy values (\(id), \(best))")
    return best
  }

  /// Takes the article with `id` out; call it before the article is deleted.
  func remove(_ id: String) throws {
    try finish()
    bands.forget()
    let row = try connection.first("select number, text from article where id = \(id)") {
      (number: $0.integer(at: 0), text: $0.text(at: 1))
    }
    guard let row else { return }
    let shingles = try connection.shingles(of: id, text: row.text)
    for band in TextSketch(shingles).bands {
      try connection.execute(
        "delete from articleBand where band = \(band) and article = \(row.number)")
    }
    let neighbors = try others(linkedTo: id)
    let old = try original(of: id) ?? id
    try connection.execute("delete from copyLink where articleId = \(id)")
    for other in neighbors {
      try connection.execute("delete from copyLink where articleId = \(other) and other = \(id)")
    }
    if old == id {
      try index.remove(id)
    } else {
      try connection.execute("delete from copy where articleId = \(id)")
    }
    try regroup(neighbors, whoseOriginalWas: old, without: id)
  }

  /// Without `gone` a group may fall apart, or need another original.
  private func regroup(
    _ members: [String], whoseOriginalWas old: String, without gone: String
  ) throws {
    var seen: Set<String> = []
    var groups: [(best: String, members: Set<String>)] = []
    for member in members where !seen.contains(member) {
      let group = try component(of: member)
      seen.formUnion(group)
      groups.append((try best(of: group), group))
    }
    // First all are copies of none, since a copy may not refer to an article that goes.
    for member in seen.sorted() {
      try connection.execute("delete from copy where articleId = \(member)")
    }
    for (best, group) in groups.sorted(by: { $0.best < $1.best }) {
      for member in group.sorted() where member != best {
        try connection.execute("insert into copy values (\(member), \(best))")
      }
      if best != old, let article = try ReportReader(connection).article(best) {
        try index.add(article)
      }
    }
  }

  private func component(of member: String) throws -> Set<String> {
    var found: Set = [member]
    var pending = [member]
    while let next = pending.popLast() {
      for other in try others(linkedTo: next) where found.insert(other).inserted {
        pending.append(other)
      }
    }
    return found
  }

  private func others(linkedTo id: String) throws -> [String] {
    try connection.rows("select other from copyLink where articleId = \(id) order by other") {
      $0.text(at: 0)
    }
  }

  /// Of which article the one with `id` is a copy.
  func original(of id: String) throws -> String? {
    try connection.first("select original from copy where articleId = \(id)") { $0.text(at: 0) }
  }

  private func best(of members: Set<String>) throws -> String {
    guard members.count > 1 else { return members.first ?? "" }
    let ranked = try members.map { id in
      try connection.first(
        """
        select a.published, s.shingles from article a
        join articleSketch s on s.article = a.number where a.id = \(id)
        """
      ) {
        (
          undated: $0.isNull(at: 0) ? 1 : 0, length: -$0.integer(at: 1),
          day: $0.optionalText(at: 0) ?? "", id: id
        )
      }
    }
    return ranked.compactMap(\.self).min {
      ($0.undated, $0.length, $0.day, $0.id) < ($1.undated, $1.length, $1.day, $1.id)
    }?.id ?? ""
  }
}

// MARK: - Links

extension CopyGroups {
  /// The identifiers of the articles that print nearly the same as the one with `number`.
  private func links(of number: Int, _ sketch: TextSketch) throws -> [String] {
    guard !sketch.bands.isEmpty else { return [] }
    var candidates = try bands.articles(with: sketch.bands)
    candidates.remove(number)
    guard !candidates.isEmpty, let own = try candidate(number) else { return [] }
    return try candidates.sorted().compactMap { try candidate($0) }
      .filter { own.isCopy(of: $0) }.map(\.id).sorted()
  }

  private func candidate(_ number: Int) throws -> CopyCandidate? {
    try connection.first("select id, hash, published from article where number = \(number)") {
      row in
      let (id, hash) = (row.text(at: 0), row.text(at: 1))
      let held = bands.texts[number]
      let shingles =
        try held.map { shelf.shingles($0.shingles, hash: hash) }
        ?? shelf.shingles(of: id, hash: hash, connection)
      let names =
        try held?.names
        ?? connection.rows("select name from personReport where articleId = \(id)") {
          $0.text(at: 0)
        }
      return CopyCandidate(
        id: id, shingles: shingles,
        familyNames: Set(
          names.map { folded($0).split(separator: " ").last.map(String.init) ?? "" }),
        day: row.optionalText(at: 2).flatMap { CalendarDate(iso: $0)?.dayNumber })
    }
  }
}

/// What decides whether two articles are copies of one.
private struct CopyCandidate {
  let id: String
  let shingles: SortedShingles
  /// The last words of the names that it reports.
  let familyNames: Set<String>
  let day: Int?

  func isCopy(of other: CopyCandidate) -> Bool {
    let shorter = min(shingles.count, other.shingles.count)
    if let day, let theirs = other.day, abs(day - theirs) > CopyGroups.longestDelay { return false }
    return
      (familyNames.isSubset(of: other.familyNames)
      || other.familyNames.isSubset(of: familyNames))
      && Double(shingles.sharedCount(with: other.shingles))
        >= CopyGroups.sharedShare * Double(shorter)
  }
}

extension Connection {
  /// The shingles of the article with `id`, whose text is at hand.
  func shingles(of id: String, text: String) throws -> Shingles {
    let ranges = try rows(
      """
      select start, "end" from articleBlock
      where articleId = \(id) and kind = 'paragraph' order by number
      """
    ) { TextRange($0.integer(at: 0), $0.integer(at: 1)) }
    return Shingles(text, ranges)
  }
}
