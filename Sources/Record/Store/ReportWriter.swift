import Diplomacy
import JSON
import SQLite

extension Connection {
  /// Writes an article without its blocks and reports.
  ///
  /// - Returns: the number of its row.
  func insert(_ article: Article, id: String, hash: String) throws(DatabaseError) -> Int {
    let metadata = article.metadata.sorted { $0.key < $1.key }
      .map { JSONValue.Member($0.key, .string($0.value)) }
    try execute(
      """
      insert into article values (null, \(id), \(hash), \(article.text), \(article.title),
        \(article.url), \(article.publisher), \(article.author),
        \(article.publication?.date?.description), \(article.publication?.source.rawValue),
        \(JSONValue.object(metadata).text))
      """)
    return lastInsertedRow
  }
}

/// The rows that the blocks and reports of articles make, by table, held until they are written together: a few long
/// statements cost half of the many short ones that each article alone would need.
struct ReportRows {
  private var blocks = NewRows(.articleBlock)
  private var people = NewRows(.personReport)
  private var mentions = NewRows(.personMention)
  private var roles = NewRows(.roleReport)
  private var meetings = NewRows(.meetingReport)
  private var evidence = NewRows(.meetingEvidence)
  private var participations = NewRows(.participationReport)
  private var unnamed = NewRows(.unnamedPartyReport)
  private var countries = NewRows(.meetingCountryReport)
  private var topics = NewRows(.topicReport)
  private var separations = NewRows(.separationReport)
  private var countryMentions = NewRows(.countryMention)

  /// The meetings that are part of others, which have to be there before they are referred to.
  private var parts: [(article: String, meeting: Int, whole: Int)] = []

  /// The blocks of an article.
  mutating func add(_ article: Article, id: String) {
    for (number, block) in article.blocks.enumerated() {
      blocks.add(id, number, block.kind.rawValue, block.range.start, block.range.end)
    }
  }

  /// All that the article with `id` reports.
  mutating func add(_ reports: Reports, of id: String) {
    for (number, person) in reports.people.enumerated() { add(person, id, number) }
    for (number, meeting) in reports.meetings.enumerated() {
      add(meeting, id, number)
      if let whole = meeting.partOf { parts.append((id, number, whole)) }
    }
    for (number, separation) in reports.separations.enumerated() {
      let (start, end, quote) = separation.evidence.columns
      separations.add(
        id, number, separation.first, separation.second, separation.reason.rawValue, start, end,
        quote)
    }
    for country in reports.countries {
      for (number, mention) in country.mentions.enumerated() {
        let (start, end, quote) = mention.columns
        countryMentions.add(id, country.code.rawValue, number, start, end, quote)
      }
    }
  }

  /// Writes the rows, those that others refer to first, and holds none from then on.
  mutating func write(to connection: Connection) throws(DatabaseError) {
    try blocks.write(to: connection)
    try people.write(to: connection)
    try mentions.write(to: connection)
    try roles.write(to: connection)
    try meetings.write(to: connection)
    try evidence.write(to: connection)
    try participations.write(to: connection)
    try unnamed.write(to: connection)
    try countries.write(to: connection)
    try topics.write(to: connection)
    try separations.write(to: connection)
    try countryMentions.write(to: connection)
    for part in parts {
      try connection.execute(
        """
        update meetingReport set partOf = \(part.whole)
        where articleId = \(part.article) and number = \(part.meeting)
        """)
    }
    parts = []
  }

  private mutating func add(_ person: PersonReport, _ id: String, _ number: Int) {
    let country = person.country
    people.add(
      id, number, person.name, JSONValue.array(person.aliases.map(JSONValue.string)).text,
      country?.value.rawValue, country?.evidence.range.start, country?.evidence.range.end,
      country?.evidence.quote)
    for (position, mention) in person.mentions.enumerated() {
      let (start, end, quote) = mention.evidence.columns
      mentions.add(id, number, position, mention.form.rawValue, start, end, quote)
    }
    for (position, role) in person.roles.enumerated() {
      let (start, end, quote) = role.evidence.columns
      roles.add(
        id, number, position, role.title, role.office?.rawValue, role.of?.country,
        role.of?.organization, role.isFormer, role.serves, start, end, quote)
    }
  }

  private mutating func add(_ meeting: MeetingReport, _ id: String, _ number: Int) {
    meetings.add(
      id, number, meeting.kind.value.rawValue, meeting.status.value.rawValue,
      meeting.date?.value.description, meeting.place?.value.name,
      meeting.place?.value.country?.rawValue, Value.null)
    add(meeting.evidence, "meeting", id, number)
    add([meeting.kind.evidence], "kind", id, number)
    add([meeting.status.evidence], "status", id, number)
    if let date = meeting.date { add([date.evidence], "date", id, number) }
    if let place = meeting.place { add([place.evidence], "place", id, number) }
    for (position, participant) in meeting.participants.enumerated() {
      let (start, end, quote) = participant.evidence.columns
      participations.add(id, number, position, participant.person, start, end, quote)
    }
    for (position, party) in meeting.unnamed.enumerated() {
      let (start, end, quote) = party.evidence.columns
      unnamed.add(
        id, number, position, party.role, party.of?.country, party.of?.organization, start, end,
        quote)
    }
    for (position, country) in meeting.countries.enumerated() {
      countries.add(id, number, position, country.rawValue)
    }
    for (position, topic) in meeting.topics.enumerated() {
      let (start, end, quote) = topic.evidence.columns
      topics.add(id, number, position, topic.value, start, end, quote)
    }
  }

  private mutating func add(
    _ words: [Evidence], _ property: String, _ id: String, _ number: Int
  ) {
    for (position, evidence) in words.enumerated() {
      let (start, end, quote) = evidence.columns
      self.evidence.add(id, number, property, position, start, end, quote)
    }
  }
}
