import Diplomacy
import SQLite

/// The testimonies of a graph, each read once a derivation, and who can agree with whom.
final class TestimonyStore {
  let connection: Connection
  var cache: [Int: MeetingTestimony] = [:]
  /// The parties of testimonies that were resolved and not read yet.
  var resolved: [Int: Parties] = [:]
  /// Whom their reports name.
  var named = NamedPeople()
  /// Whether a meeting was ever called off, as far as was asked since parties last changed.
  var knowsCancelled: Bool?

  /// Where all testimonies there are were resolved in this run, their parties: nobody need ask the table.
  var index: PartyIndex?

  /// Two statements that are run for nearly every testimony, once they were asked for.
  private var keptUpdate: Statement?
  private var keptSearch: Statement?

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// So many testimonies are read together.
  static let pace = 256

  /// The testimony with `id`; nil if there is none.
  func testimony(_ id: Int) throws -> MeetingTestimony? {
    if let known = cache[id] { return known }
    try read([id])
    return cache[id]
  }

  /// Reads the testimonies with these numbers, as far as they are not known yet.
  func prepare(_ ids: Set<Int>) throws {
    let missing = ids.filter { cache[$0] == nil }.sorted()
    for chunk in missing.chunks(of: TestimonyStore.pace) { try read(chunk) }
  }

  private func read(_ ids: [Int]) throws {
    let unknown = ids.filter { resolved[$0] == nil }
    let parties = unknown.isEmpty ? [:] : try parties(of: unknown)
    let rows = try connection.prepare(
      """
      select t.id, t.articleId, t.number, t.dated, t.first, t.last, t.component, t.cluster, r.kind,
        r.status, r.place, r.placeCountry, t.published, r.date is not null
      from testimony t
      join meetingReport r on r.articleId = t.articleId and r.number = t.number
      where t.id in \(list: ids)
      """ as SQL)
    while try rows.step() {
      let id = rows.integer(at: 0)
      let own = resolved.removeValue(forKey: id) ?? parties[id] ?? Parties()
      cache[id] = MeetingTestimony(id, rows, own)
    }
  }

  struct Parties {
    var people: Set<String> = []
    var peoplesCountries: Set<CountryCode> = []
    var otherCountries: Set<CountryCode> = []
  }

  private func parties(of ids: [Int]) throws -> [Int: Parties] {
    var all: [Int: Parties] = [:]
    let rows = try connection.prepare(
      "select party, country, testimony from testimonyParty where testimony in \(list: ids)" as SQL)
    while try rows.step() {
      let party = rows.text(at: 0)
      let name = String(party.dropFirst(2))
      let testimony = rows.integer(at: 2)
      switch party.utf8.first {
      case UInt8(ascii: "p"):
        all[testimony, default: Parties()].people.insert(name)
        if let code = rows.optionalText(at: 1) {
          all[testimony, default: Parties()].peoplesCountries.insert(CountryCode(code))
        }
      case UInt8(ascii: "c"), UInt8(ascii: "d"):
        all[testimony, default: Parties()].otherCountries.insert(CountryCode(name))
      default: continue
      }
    }
    return all
  }

  private static let update = "update testimony set component = ?, cluster = ? where id = ?"

  /// Puts testimonies into a component and a cluster.
  func assign(_ id: Int, component: Int, cluster: Int) throws {
    cache[id]?.component = component
    cache[id]?.cluster = cluster
    let update = try keptUpdate ?? connection.prepare(TestimonyStore.update)
    keptUpdate = update
    try update.bind(component, at: 1)
    try update.bind(cluster, at: 2)
    try update.bind(id, at: 3)
    try update.run()
  }
}

extension MeetingTestimony {
  fileprivate init(_ id: Int, _ row: Statement, _ parties: TestimonyStore.Parties) {
    let country = row.optionalText(at: 11).map { CountryCode($0) }
    self.init(
      id: id, article: row.text(at: 1), number: row.integer(at: 2),
      shape: MeetingShape(
        kind: MeetingKind(rawValue: row.text(at: 8)) ?? .meeting,
        status: MeetingStatus(rawValue: row.text(at: 9)) ?? .planned,
        isDated: row.integer(at: 3) != 0,
        days: row.isNull(at: 4) ? nil : row.integer(at: 4)...row.integer(at: 5),
        place: row.optionalText(at: 10).map { PlaceName($0, in: country) },
        people: parties.people, peoplesCountries: parties.peoplesCountries,
        otherCountries: parties.otherCountries),
      published: row.optionalText(at: 12).flatMap { CalendarDate(iso: $0)?.dayNumber },
      hasDate: row.integer(at: 13) != 0,
      component: row.optionalInteger(at: 6), cluster: row.optionalInteger(at: 7))
  }
}

// MARK: - Neighbours

extension TestimonyStore {
  /// The longest dated testimony, in days.
  private static let longest = 31
  /// The longest window of an undated one.
  private static let widest = 62

  /// The dated testimonies that agree with the dated `shape`, or that make up for it.
  func datedNeighbors(of shape: MeetingShape) throws -> [MeetingTestimony] {
    guard let days = shape.days else { return [] }
    let slack = MeetingTestimony.slack
    let reach = shape.status == .cancelled ? MeetingShape.postponement : slack
    var found = Acquaintances()
    var cancelled = Acquaintances()
    let mayMakeUp = try shape.status != .declined && hasCancelled()
    for key in shape.keys {
      try find(
        key, dated: 1, first: days.lowerBound - slack, last: days.upperBound + reach, &found)
      guard mayMakeUp else { continue }
      try find(
        "x:\(key)", dated: 1, first: days.lowerBound - MeetingShape.postponement,
        last: days.lowerBound, &cancelled)
    }
    let likely = found.likely(for: shape).union(cancelled.likely(for: shape))
    try prepare(likely)
    return likely.compactMap { cache[$0] }.filter {
      $0.shape.agrees(with: shape) || $0.shape.makesUp(for: shape) || shape.makesUp(for: $0.shape)
    }
  }

  /// The dated testimonies that agree with the undated `shape`.
  func datedNeighbors(ofUndated shape: MeetingShape) throws -> [MeetingTestimony] {
    try neighbors(of: shape, dated: 1)
  }

  /// The undated testimonies whose window meets that of `shape`, and that share a party with it.
  func undatedNeighbors(of shape: MeetingShape) throws -> [MeetingTestimony] {
    try neighbors(of: shape, dated: 0)
  }

  private func neighbors(of shape: MeetingShape, dated: Int) throws -> [MeetingTestimony] {
    guard let days = shape.days else { return [] }
    var found = Acquaintances()
    for key in shape.keys {
      try find(key, dated: dated, first: days.lowerBound, last: days.upperBound, &found)
    }
    let likely = found.likely(for: shape)
    try prepare(likely)
    return likely.compactMap { cache[$0] }.filter { $0.shape.agrees(with: shape) }
  }

  /// Whether any dated report tells that a meeting was called off.
  private func hasCancelled() throws -> Bool {
    if let knowsCancelled { return knowsCancelled }
    let has =
      try connection.integer(
        "select 1 from testimonyParty where party >= 'x:' and party < 'x;' limit 1") != nil
    knowsCancelled = has
    return has
  }

  /// Asked for every party of every shape: a text that is there already is not put together each time.
  private static let search = """
    select testimony, people from testimonyParty
    where party = ? and dated = ? and last between ? and ? and first <= ?
    """

  private func find(
    _ party: String, dated: Int, first: Int, last: Int, _ found: inout Acquaintances
  ) throws {
    let reach = dated == 1 ? TestimonyStore.longest : TestimonyStore.widest
    if index != nil {
      index?.forEach(party, dated: dated, first: first, last: last, reach: reach) {
        found.add($0, people: $1)
      }
      return
    }
    let rows = try keptSearch ?? connection.prepare(TestimonyStore.search)
    keptSearch = rows
    try rows.bind(party, at: 1)
    try rows.bind(dated, at: 2)
    try rows.bind(first, at: 3)
    try rows.bind(last + reach, at: 4)
    try rows.bind(last, at: 5)
    while try rows.step() { found.add(rows.integer(at: 0), people: rows.integer(at: 1)) }
  }
}

/// The testimonies that share a party with another, by how many they share: a minister's meetings of a week are many,
/// and only those with the same people need be read.
private struct Acquaintances {
  private var all: [Int: (shared: Int, people: Int)] = [:]

  /// A testimony that names so many people shares a party more.
  mutating func add(_ testimony: Int, people: Int) {
    all[testimony, default: (0, people)].shared += 1
  }

  /// Those that share enough people with `shape` to agree with it.
  func likely(for shape: MeetingShape) -> Set<Int> {
    let own = shape.people.count
    // Of countries alone, how many the other names is not told here.
    guard own > 0 else { return Set(all.keys) }
    return Set(
      all.lazy.filter { _, other in
        MeetingShape.agree(sharing: other.shared, of: own, other.people)
      }.map(\.key))
  }
}
