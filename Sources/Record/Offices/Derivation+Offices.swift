import Diplomacy
import SQLite

// MARK: - Who holds an office when

extension Derivation {
  /// Writes the terms of a person again, and remembers the days they change.
  mutating func writeTerms(of id: String, _ terms: Set<OfficeTerm>) throws {
    let old = Set(
      try connection.rows(
        "select office, first, last, source from officeTerm where personId = \(id)", OfficeTerm.init
      )
    )
    guard old != terms else { return }
    for office in Set(old.union(terms).map(\.office)).sorted() {
      let days = OfficeHolders.changedDays(
        old.filter { $0.office == office }, terms.filter { $0.office == office })
      guard let days else { continue }
      offices[office] =
        offices[office].map {
          min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound)
        } ?? days
    }
    for term in old.subtracting(terms) {
      try connection.execute(
        """
        delete from officeTerm where personId = \(id) and office = \(term.office)
          and first = \(term.first) and source = \(term.source)
        """)
    }
    for term in terms.subtracting(old) {
      try connection.execute(
        """
        insert into officeTerm values (\(id), \(term.office), \(term.first), \(term.source),
          \(term.last))
        """)
    }
  }

  /// The terms that the reports of a person, and the entries of registers, tell.
  func terms(of told: ToldPerson) throws -> Set<OfficeTerm> {
    var days: [Int: ClosedRange<Int>] = [:]
    for use in told.roles where !use.isFormer && told.offices[use.persona] != nil {
      guard let first = use.first.flatMap({ CalendarDate(iso: $0)?.dayNumber }),
        let last = use.last.flatMap({ CalendarDate(iso: $0)?.dayNumber }), first <= last
      else { continue }
      days[use.persona] =
        days[use.persona].map { min($0.lowerBound, first)...max($0.upperBound, last) }
        ?? first...last
    }
    var spans: [String: [ClosedRange<Int>]] = [:]
    for (persona, span) in days.sorted(by: { $0.key < $1.key }) {
      for office in (told.offices[persona] ?? "").split(separator: "\u{1E}") {
        spans[String(office), default: []].append(span)
      }
    }
    var terms = Set(spans.flatMap { OfficeTerm.terms($0.key, reported: $0.value) })
    for entry in told.registers {
      terms.formUnion(try decisions.entry(entry)?.soleTerms ?? [])
    }
    return terms
  }

  /// Finds the holders again of offices whose terms have changed, and those of testimonies that are in no
  /// component yet.
  mutating func resolveOffices() throws {
    for (office, days) in offices.sorted(by: { $0.key < $1.key }) {
      let parties = try connection.rows(
        """
        select testimony, number, day, personId from officeParty
        where office = \(office) and day between \(days.lowerBound) and \(days.upperBound)
        """, OfficePartyRow.init)
      try resolve(parties, office)
    }
    let new = try connection.rows(
      """
      select o.testimony, o.number, o.day, o.personId, o.office from testimony t
      join officeParty o on o.testimony = t.id
      where t.component is null order by o.testimony, o.number
      """
    ) { (OfficePartyRow($0), $0.text(at: 4)) }
    for (party, office) in new { try resolve([party], office) }
  }

  private mutating func resolve(_ parties: [OfficePartyRow], _ office: String) throws {
    guard !parties.isEmpty else { return }
    let holders = OfficeHolders(
      terms: try connection.rows(
        "select office, first, last, source, personId from officeTerm where office = \(office)"
      ) { ($0.text(at: 4), OfficeTerm($0)) })
    for party in parties {
      let holder = holders.holder(on: party.day)
      guard holder != party.person else { continue }
      try connection.execute(
        """
        update officeParty set personId = \(holder)
        where testimony = \(party.testimony) and number = \(party.number)
        """)
      unresolved.insert(party.testimony)
    }
  }
}

private struct OfficePartyRow {
  let testimony: Int
  let number: Int
  let day: Int
  let person: String?

  init(_ row: Statement) {
    testimony = row.integer(at: 0)
    number = row.integer(at: 1)
    day = row.integer(at: 2)
    person = row.optionalText(at: 3)
  }
}

extension OfficeTerm {
  fileprivate init(_ row: Statement) {
    self.init(
      office: row.text(at: 0), first: row.integer(at: 1), last: row.integer(at: 2),
      isRegistered: row.text(at: 3) == "register")
  }

  fileprivate var source: String { isRegistered ? "register" : "articles" }
}
