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

  /// The articles whose rows are to be written.
  private var articles: [(id: String, article: Article, reports: Reports)] = []

  /// The blocks of the article with `id`, and all that it reports.
  mutating func add(_ article: Article, _ reports: Reports, id: String) {
    articles.append((id, article, reports))
  }

  /// Writes the rows, those that others refer to first, and holds none from then on.
  mutating func write(to connection: Connection) throws(DatabaseError) {
    // Keys begin with the article: in their order each row finds its place right behind the one before.
    for (id, article, reports) in articles.sorted(by: { $0.id < $1.id }) {
      add(article, id)
      add(reports, id)
    }
    articles = []
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
}

// MARK: - Rows of an article

extension ReportRows {
  private mutating func add(_ article: Article, _ id: String) {
    for (number, block) in article.blocks.enumerated() {
      blocks.put(id, number)
      blocks.put(block.kind.rawValue)
      blocks.put(block.range.start)
      blocks.put(block.range.end)
    }
  }

  private mutating func add(_ reports: Reports, _ id: String) {
    for (number, person) in reports.people.enumerated() { add(person, id, number) }
    for (number, meeting) in reports.meetings.enumerated() {
      add(meeting, id, number)
      if let whole = meeting.partOf { parts.append((id, number, whole)) }
    }
    for (number, separation) in reports.separations.enumerated() {
      separations.put(id, number, separation.first, separation.second)
      separations.put(separation.reason.rawValue)
      separations.put(separation.evidence)
    }
    for country in reports.countries {
      for (number, mention) in country.mentions.enumerated() {
        countryMentions.put(id)
        countryMentions.put(country.code.rawValue)
        countryMentions.put(number)
        countryMentions.put(mention)
      }
    }
  }

  private mutating func add(_ person: PersonReport, _ id: String, _ number: Int) {
    people.put(id, number)
    people.put(person.name)
    people.put(JSONValue.array(person.aliases.map(JSONValue.string)).text)
    people.put(person.country?.value.rawValue)
    people.put(person.country?.evidence.range.start)
    people.put(person.country?.evidence.range.end)
    people.put(person.country?.evidence.quote)
    for (position, mention) in person.mentions.enumerated() {
      mentions.put(id, number, position)
      mentions.put(mention.form.rawValue)
      mentions.put(mention.evidence)
    }
    for (position, role) in person.roles.enumerated() {
      roles.put(id, number, position)
      roles.put(role.title)
      roles.put(role.office?.rawValue)
      roles.put(role.of?.country)
      roles.put(role.of?.organization)
      roles.put(role.isFormer)
      roles.put(role.serves)
      roles.put(role.evidence)
    }
  }

  private mutating func add(_ meeting: MeetingReport, _ id: String, _ number: Int) {
    meetings.put(id, number)
    meetings.put(meeting.kind.value.rawValue)
    meetings.put(meeting.status.value.rawValue)
    meetings.put(meeting.date?.value.description)
    meetings.put(meeting.place?.value.name)
    meetings.put(meeting.place?.value.country?.rawValue)
    meetings.putNull()
    if let date = meeting.date { add([date.evidence], "date", id, number) }
    add([meeting.kind.evidence], "kind", id, number)
    add(meeting.evidence, "meeting", id, number)
    if let place = meeting.place { add([place.evidence], "place", id, number) }
    add([meeting.status.evidence], "status", id, number)
    for (position, participant) in meeting.participants.enumerated() {
      participations.put(id, number, position, participant.person)
      participations.put(participant.evidence)
    }
    for (position, party) in meeting.unnamed.enumerated() {
      unnamed.put(id, number, position)
      unnamed.put(party.role)
      unnamed.put(party.of?.country)
      unnamed.put(party.of?.organization)
      unnamed.put(party.evidence)
    }
    for (position, country) in meeting.countries.enumerated() {
      countries.put(id, number, position)
      countries.put(country.rawValue)
    }
    for (position, topic) in meeting.topics.enumerated() {
      topics.put(id, number, position)
      topics.put(topic.value)
      topics.put(topic.evidence)
    }
  }

  private mutating func add(
    _ words: [Evidence], _ property: String, _ id: String, _ number: Int
  ) {
    for (position, evidence) in words.enumerated() {
      self.evidence.put(id, number)
      self.evidence.put(property)
      self.evidence.put(position)
      self.evidence.put(evidence)
    }
  }
}
