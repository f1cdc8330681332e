import Diplomacy
import JSON
import SQLite

extension Connection {
  /// Puts `record` in the place of the one that is there. Call it in a transaction.
  func replaceRecord(with record: DerivedRecord, of articles: [ReportedArticle]) throws {
    // Rows refer to each other in both directions (a meeting to its whole); the commit checks.
    try executeScript("pragma defer_foreign_keys = on")
    for table in Connection.derivedTables { try executeScript("delete from \(table)") }
    try insertNames(record)
    for person in record.people { try insert(person, of: articles) }
    try insertRoles(record)
    for meeting in record.meetings { try insert(meeting, of: articles) }
    for mention in record.mentions { try insert(mention) }
    try fillMetPairs()
  }

  /// Everything that derivation writes, referring tables before those they refer to.
  static let derivedTables = [
    "metPair", "mentions", "meetingIdentity", "personIdentity", "about", "partyTo", "attended",
    "meeting", "topic", "place", "serves", "holds", "role", "personName", "person",
    "organization", "country",
  ]

  private func insertNames(_ record: DerivedRecord) throws {
    for country in record.countries { try insert(into: "country", country.id, country.name) }
    for body in record.organizations {
      try insert(into: "organization", body.id, body.name, body.acronym)
    }
    for place in record.places {
      let position = Places.lookup(place.name).first { $0.country == place.country }
      try insert(
        into: "place", place.id, place.name, place.country?.rawValue, position?.latitude,
        position?.longitude)
    }
    for topic in record.topics { try insert(into: "topic", topic.id, topic.name) }
  }

  private func insertRoles(_ record: DerivedRecord) throws {
    for role in record.roles {
      try insert(
        into: "role", role.id, role.title, role.office, role.country?.rawValue, role.organization)
    }
    for holding in record.holdings {
      try insert(
        into: "holds", holding.person, holding.role, Value.null, Value.null, holding.isFormer,
        holding.firstReported?.description, holding.lastReported?.description)
    }
    for service in record.services { try insert(into: "serves", service.person, service.served) }
  }
}

// MARK: - People

extension Connection {
  private func insert(
    _ person: DerivedRecord.Person, of articles: [ReportedArticle]
  ) throws {
    try insert(
      into: "person", person.id, person.name, person.country?.rawValue,
      JSONValue.array(person.aliases.map(JSONValue.string)).text)
    for (folded, form) in person.lookupNames {
      try insert(into: "personName", folded, person.id, form)
    }
    for report in person.reports {
      try insert(
        into: "personIdentity", articles[report.reference.article].id, report.reference.number,
        person.id, report.rule)
    }
  }
}

extension DerivedRecord.Person {
  /// Each folded name under which the person is found, with the best of its forms.
  fileprivate var lookupNames: [(folded: String, form: String)] {
    var forms: [String: String] = [:]
    for part in name.split(whereSeparator: \.isWhitespace) { forms[folded(String(part))] = "part" }
    for name in familyNames { forms[name] = "part" }
    for alias in aliases { forms[folded(alias)] = "alias" }
    forms[folded(name)] = "name"
    forms[""] = nil
    return forms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

// MARK: - Meetings

extension Connection {
  private func insert(
    _ meeting: DerivedRecord.Meeting, of articles: [ReportedArticle]
  ) throws {
    try insert(
      into: "meeting", meeting.id, meeting.kind.rawValue, meeting.status.rawValue, meeting.title,
      meeting.date?.startText, meeting.date?.untilText, meeting.date?.precision.rawValue,
      meeting.place, meeting.placeCountry?.rawValue, meeting.partOf)
    for attendee in meeting.attendees {
      try insert(into: "attended", attendee.person, meeting.id, attendee.role)
    }
    for party in meeting.parties {
      try insert(
        into: "partyTo", Value.null, party.country?.rawValue, party.organization, meeting.id,
        party.role)
    }
    for topic in meeting.topics { try insert(into: "about", meeting.id, topic) }
    for report in meeting.reports {
      try insert(into: "meetingIdentity", articles[report.article].id, report.number, meeting.id)
    }
  }

  private func insert(_ mention: DerivedRecord.Mention) throws {
    let (person, country, organization): (String?, String?, String?) =
      switch mention.target {
      case .person(let id): (id, nil, nil)
      case .country(let code): (nil, code.rawValue, nil)
      case .organization(let id): (nil, nil, id)
      }
    try insert(
      into: "mentions", Value.null, mention.article, person, country, organization, mention.count)
  }

  private func fillMetPairs() throws {
    try executeScript(
      """
      insert into metPair
      select a.personId, b.personId, count(*), min(m.date), max(coalesce(m.until, m.date))
      from meeting m
      join attended a on a.meetingId = m.id
      join attended b on b.meetingId = m.id and a.personId < b.personId
      where m.status = 'held'
      group by 1, 2
      """)
  }
}

extension PartialDate {
  /// The column `date`: the first day of a span, else the date itself.
  fileprivate var startText: String? {
    precision == .span ? firstDay?.description : description
  }

  /// The column `until`: the last day of a span.
  fileprivate var untilText: String? {
    precision == .span ? lastDay?.description : nil
  }
}
