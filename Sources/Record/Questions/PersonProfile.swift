public import Diagnostics
public import Diplomacy
import SQLite

/// What the graph knows of a person.
public struct PersonProfile: Hashable, Sendable {
  /// Who.
  public let person: PersonSummary
  /// Other names articles use.
  public let aliases: [String]
  /// The identifier in Wikidata, where a register tells it.
  public let wikidata: String?
  /// The roles, those held before the former ones, the most recently reported first.
  public let roles: [HeldRole]
  /// Whose adviser, envoy or spokesperson the person is.
  public let serves: [PersonSummary]
  /// Who met the person.
  public let counterparts: [Counterpart]
  /// All meetings, also those not held, the latest first, undated ones last.
  public let meetings: [MeetingSummary]

  /// A role that articles give the person.
  public struct HeldRole: Hashable, Sendable {
    /// The title in the articles' words.
    public let title: String
    /// The class of the title.
    public let office: String?
    /// The country or organisation the role belongs to.
    public let of: String?
    /// Whether the latest article calls it past.
    public let isFormer: Bool
    /// The publication of the first article that says so.
    public let firstReported: CalendarDate?
    /// The publication of the last article that says so.
    public let lastReported: CalendarDate?
    /// The words that say so, the earliest published first.
    public let quotes: [Quote]
  }
}

extension GraphStore {
  /// What the graph knows of the person with this identifier; nil if there is nobody.
  public func profile(of id: String) throws(Diagnostic) -> PersonProfile? {
    let counterparts = try self.counterparts(of: id)
    let meetings = try self.meetings(MeetingFilter(people: [id]))
    return try reporting {
      guard let person = try summaries(of: [id])[id] else { return nil }
      let served = try connection.rows(
        "select servedId from serves where personId = \(id)"
      ) { $0.text(at: 0) }
      return PersonProfile(
        person: person, aliases: try aliases(of: id),
        wikidata: try connection.first(
          "select wikidata from person where id = \(id)", { $0.optionalText(at: 0) }) ?? nil,
        roles: try roles(of: id),
        serves: try summaries(of: Set(served)).values.sorted { $0.name < $1.name },
        counterparts: counterparts,
        meetings: meetings.filter { $0.date != nil }.reversed() + meetings.filter { $0.date == nil }
      )
    }
  }

  private func aliases(of id: String) throws -> [String] {
    try connection.rows(
      "select a.value from person p, json_each(p.aliases) a where p.id = \(id) order by a.key"
    ) { $0.text(at: 0) }
  }

  func roles(of id: String) throws -> [PersonProfile.HeldRole] {
    try connection.rows(
      """
      select r.title, r.office, coalesce(r.country, o.name), h.former, h.firstReported,
        h.lastReported, r.country, r.organization
      from holds h
      join role r on r.id = h.roleId
      left join organization o on o.id = r.organization
      where h.personId = \(id)
      order by h.former, h.lastReported desc, r.title, r.id
      """
    ) { row in
      PersonProfile.HeldRole(
        title: row.text(at: 0), office: row.optionalText(at: 1), of: row.optionalText(at: 2),
        isFormer: row.integer(at: 3) != 0,
        firstReported: row.optionalText(at: 4).flatMap { CalendarDate(iso: $0) },
        lastReported: row.optionalText(at: 5).flatMap { CalendarDate(iso: $0) },
        quotes: try roleQuotes(
          of: id, slug: slug("\(row.text(at: 0)) \(row.optionalText(at: 6) ?? row.text(at: 7))")))
    }
  }

  /// The words of all reports that give the person the role with this identifier.
  func roleQuotes(of person: String, slug wanted: String) throws -> [Quote] {
    try connection.rows(
      """
      select \(Quote.columns), e.title, coalesce(e.country, e.organization, '')
      from personIdentity i
      join roleReport e on e.articleId = i.articleId and e.person = i.number
      join article a on a.id = e.articleId
      where i.personId = \(person)
      order by a.published is null, a.published, a.id, e.start
      """
    ) { row in
      let role = "\(row.text(at: Quote.columnCount)) \(row.text(at: Quote.columnCount + 1))"
      return slug(role) == wanted ? Quote(row) : nil
    }
    .compactMap { $0 }
  }
}
