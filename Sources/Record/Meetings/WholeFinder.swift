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
    for chunk in changed.sorted().chunks(of: WholeFinder.pace) {
      pending.formUnion(try told(partsOf: chunk))
    }
    for cluster in containers {
      pending.formUnion(try clusters(near: cluster, isContainer: false))
    }
    for chunk in pending.sorted().chunks(of: WholeFinder.pace) {
      let told = try toldWholes(of: chunk)
      let meetings = try connection.rows(
        "\(Row.query) where m.cluster in \(list: chunk) order by m.cluster", Row.init)
      for meeting in meetings { try place(meeting, told[meeting.cluster] ?? []) }
    }
  }

  /// So many clusters are asked for together.
  private static let pace = 128

  private func place(_ meeting: Row, _ told: [String]) throws {
    let told = mostFrequentName(told.filter { $0 != meeting.id })
    let whole = try told ?? inferredWhole(of: meeting)
    let rule = whole.map { _ in told == nil ? "day, place and people" : "told" }
    guard whole != meeting.partOf || rule != meeting.rule else { return }
    try connection.execute(
      "update meeting set partOf = \(whole), partOfRule = \(rule) where id = \(meeting.id)")
  }

  /// The clusters of meetings that an article tells to be part of those of `clusters`.
  private func told(partsOf clusters: [Int]) throws -> [Int] {
    try connection.rows(
      """
      select distinct p.cluster from testimony t
      join meetingReport r on r.articleId = t.articleId and r.partOf = t.number
      join testimony p on p.articleId = r.articleId and p.number = r.number
      where t.cluster in \(list: clusters) and p.cluster is not null
      """
    ) { $0.integer(at: 0) }
  }

  /// The identifiers of the meetings that articles tell each of `clusters` to be part of, one for each report.
  private func toldWholes(of clusters: [Int]) throws -> [Int: [String]] {
    var wholes: [Int: [String]] = [:]
    let rows = try connection.prepare(
      """
      select t.cluster, m.id from testimony t
      join meetingReport r on r.articleId = t.articleId and r.number = t.number
      join testimony w on w.articleId = r.articleId and w.number = r.partOf
      join meeting m on m.cluster = w.cluster
      where t.cluster in \(list: clusters)
      """ as SQL)
    while try rows.step() { wholes[rows.integer(at: 0), default: []].append(rows.text(at: 1)) }
    return wholes
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

    static let query: SQL =
      """
      select m.id, m.kind, m.status, m.date, m.until, m.place, coalesce(m.placeCountry, p.country),
        m.partOf, m.partOfRule, m.cluster
      from meeting m left join place p on p.id = m.place
      """

    init(_ row: Statement) {
      id = row.text(at: 0)
      kind = row.text(at: 1)
      status = row.text(at: 2)
      first = row.optionalText(at: 3).flatMap { CalendarDate(iso: $0) }
      last = row.optionalText(at: 4).flatMap { CalendarDate(iso: $0) } ?? first
      place = row.optionalText(at: 5)
      country = row.optionalText(at: 6)
      partOf = row.optionalText(at: 7)
      rule = row.optionalText(at: 8)
      cluster = row.integer(at: 9)
    }

    func people(_ connection: Connection) throws -> Set<String> {
      Set(
        try connection.rows("select personId from attended where meetingId = \(id)") {
          $0.text(at: 0)
        })
    }

    /// Whether this visit or summit holds `part`.
    func holds(_ part: Row, _ connection: Connection) throws -> Bool {
      guard id != part.id, status == part.status, let first, let last, let day = part.first,
        first <= day, part.last ?? day <= last, let country, part.country == country
      else { return false }
      let (people, others) = (try people(connection), try part.people(connection))
      let shared = people.intersection(others).count
      // Who was visited is not on a visit: a visit with two names is the talks themselves.
      if kind == "visit" { return people.count == 1 && shared == 1 && others.count > 1 }
      return shared > 1 && people.count > others.count && place != nil && place == part.place
    }
  }

  private func inferredWhole(of part: Row) throws -> String? {
    guard part.kind == "meeting" || part.kind == "meal" else { return nil }
    let wholes = try wholes(around: part).filter { try $0.holds(part, connection) }
    // Few meetings lie within anything: only then are the reports compared.
    guard !wholes.isEmpty else { return nil }
    let near = try clusters(near: part.cluster, isContainer: true)
    let found = wholes.filter { near.contains($0.cluster) }
    return found.count == 1 ? found[0].id : nil
  }

  /// Longer than this no visit is told, in days.
  private static let longest = 62

  /// The visits and summits in the country of `part` on its day.
  private func wholes(around part: Row) throws -> [Row] {
    guard let day = part.first, let country = part.country,
      let start = CalendarDate(dayNumber: day.dayNumber - WholeFinder.longest)
    else { return [] }
    return try connection.rows(
      """
      \(Row.query) where m.kind in ('visit', 'summit')
        and m.date between \(start.description) and \(day.description)
        and coalesce(m.until, m.date) >= \(day.description) and m.status = \(part.status)
        and coalesce(m.placeCountry, p.country) = \(country)
      """, Row.init)
  }

  /// The clusters with a person and a day in common with `cluster`: of visits and summits, or of what can be
  /// part of them.
  private func clusters(near cluster: Int, isContainer: Bool) throws -> Set<Int> {
    var found = Set(
      try connection.rows(
        """
        select distinct o.cluster from testimony t
        cross join testimonyParty p on p.testimony = t.id and p.party like 'p:%'
        cross join testimonyParty q on q.party = p.party and q.dated = 1
          and q.last between p.first and p.last + 31 and q.first <= p.last
        cross join testimony o on o.id = q.testimony
        cross join meeting m on m.cluster = o.cluster
        where t.cluster = \(cluster) and t.dated = 1
          and (m.kind in ('visit', 'summit')) = \(isContainer)
        """
      ) { $0.integer(at: 0) })
    found.remove(cluster)
    return found
  }
}
