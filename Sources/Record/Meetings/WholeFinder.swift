import Diplomacy
import SQLite

/// Finds the visit or summit that a meeting is part of.
///
/// An article that tells both settles it. Else a meeting belongs to the one visit during which one
/// of its people was in its country, or to the one summit at its place with two of its people.
struct WholeFinder {
  let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Places the meetings of the clusters that changed, and those that may be part of them.
  func place(changed: Set<Int>, _ containers: Set<Int>) throws {
    var pending = changed
    for cluster in changed { pending.formUnion(try told(partsOf: cluster)) }
    for cluster in containers { pending.formUnion(try clusters(near: cluster)) }
    for cluster in pending.sorted() { try place(cluster) }
  }

  private func place(_ cluster: Int) throws {
    guard let meeting = try Row(connection, cluster: cluster) else { return }
    let told = try toldWhole(of: cluster, meeting.id)
    let whole = try told ?? inferredWhole(of: meeting)
    let rule = whole.map { _ in told == nil ? "day, place and people" : "told" }
    guard whole != meeting.partOf || rule != meeting.rule else { return }
    try connection.execute(
      "update meeting set partOf = \(whole), partOfRule = \(rule) where id = \(meeting.id)")
  }

  /// The clusters of meetings that an article tells to be part of those of `cluster`.
  private func told(partsOf cluster: Int) throws -> [Int] {
    try connection.rows(
      """
      select distinct p.cluster from testimony t
      join meetingReport r on r.articleId = t.articleId and r.partOf = t.number
      join testimony p on p.articleId = r.articleId and p.number = r.number
      where t.cluster = \(cluster) and p.cluster is not null
      """
    ) { $0.integer(at: 0) }
  }

  private func toldWhole(of cluster: Int, _ id: String) throws -> String? {
    mostFrequentName(
      try connection.rows(
        """
        select m.id from testimony t
        join meetingReport r on r.articleId = t.articleId and r.number = t.number
        join testimony w on w.articleId = r.articleId and w.number = r.partOf
        join meeting m on m.cluster = w.cluster
        where t.cluster = \(cluster) and m.id <> \(id)
        """
      ) { $0.text(at: 0) })
  }
}

// MARK: - What no article tells

extension WholeFinder {
  private struct Row {
    let id: String
    let cluster: Int
    let kind: String
    let status: String
    let first: CalendarDate?
    let last: CalendarDate?
    let place: String?
    let country: String?
    let partOf: String?
    let rule: String?
    let people: Set<String>

    init?(_ connection: Connection, cluster: Int) throws {
      let row = try connection.first(
        """
        select m.id, m.kind, m.status, m.date, m.until, m.place, coalesce(m.placeCountry, p.country),
          m.partOf, m.partOfRule
        from meeting m left join place p on p.id = m.place where m.cluster = \(cluster)
        """
      ) { row in (0..<9).map { row.optionalText(at: $0) } }
      guard let row, let id = row[0] else { return nil }
      self.id = id
      self.cluster = cluster
      kind = row[1] ?? ""
      status = row[2] ?? ""
      first = row[3].flatMap { CalendarDate(iso: $0) }
      last = row[4].flatMap { CalendarDate(iso: $0) } ?? first
      place = row[5]
      country = row[6]
      partOf = row[7]
      rule = row[8]
      people = Set(
        try connection.rows("select personId from attended where meetingId = \(id)") {
          $0.text(at: 0)
        })
    }

    /// Whether this visit or summit holds `part`.
    func holds(_ part: Row) -> Bool {
      guard id != part.id, status == part.status, let first, let last, let day = part.first,
        first <= day, part.last ?? day <= last, let country, part.country == country
      else { return false }
      let shared = people.intersection(part.people).count
      // Who was visited is not on a visit: a visit with two names is the talks themselves.
      if kind == "visit" { return people.count == 1 && shared == 1 && part.people.count > 1 }
      return shared > 1 && people.count > part.people.count && place != nil && place == part.place
    }
  }

  private func inferredWhole(of part: Row) throws -> String? {
    guard part.kind == "meeting" || part.kind == "meal", part.first != nil else { return nil }
    var wholes: [String] = []
    for cluster in try clusters(near: part.cluster).sorted() {
      guard let row = try Row(connection, cluster: cluster),
        row.kind == "visit" || row.kind == "summit", row.holds(part)
      else { continue }
      wholes.append(row.id)
    }
    return wholes.count == 1 ? wholes[0] : nil
  }

  /// The clusters with a person and a day in common with `cluster`.
  private func clusters(near cluster: Int) throws -> Set<Int> {
    let own = try connection.rows(
      """
      select distinct p.party, p.first, p.last from testimony t
      join testimonyParty p on p.testimony = t.id
      where t.cluster = \(cluster) and t.dated = 1 and p.party like 'p:%'
      """
    ) { (party: $0.text(at: 0), first: $0.integer(at: 1), last: $0.integer(at: 2)) }
    var found: Set<Int> = []
    for (party, first, last) in own {
      let rows = try connection.prepare(
        """
        select t.cluster from testimonyParty p join testimony t on t.id = p.testimony
        where p.party = \(party) and p.dated = 1 and p.last between \(first) and \(last + 31)
          and p.first <= \(last) and t.cluster is not null
        """ as SQL)
      while try rows.step() { found.insert(rows.integer(at: 0)) }
    }
    found.remove(cluster)
    return found
  }
}
