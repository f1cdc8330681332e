import Diplomacy
import JSON
import SQLite

extension Connection {
  /// Writes an article and its blocks.
  func insert(_ article: Article, id: String, hash: String) throws(DatabaseError) {
    let metadata = article.metadata.sorted { $0.key < $1.key }
      .map { JSONValue.Member($0.key, .string($0.value)) }
    try insert(
      into: "article", Value.null, id, hash, article.text, article.title, article.url,
      article.publisher, article.author, article.publication?.date?.description,
      article.publication?.source.rawValue, JSONValue.object(metadata).text)
    for (number, block) in article.blocks.enumerated() {
      try insert(
        into: "articleBlock", id, number, block.kind.rawValue, block.range.start, block.range.end)
    }
  }

  /// Writes everything that the article with `id` reports.
  func insert(_ reports: Reports, of id: String) throws(DatabaseError) {
    for (number, person) in reports.people.enumerated() {
      try insert(person, number: number, of: id)
    }
    // A role may serve a person further down, so roles come after all people.
    for (number, person) in reports.people.enumerated() {
      try insert(person.roles, ofPerson: number, of: id)
    }
    for (number, meeting) in reports.meetings.enumerated() {
      try insert(meeting, number: number, of: id)
    }
    for (number, meeting) in reports.meetings.enumerated() where meeting.partOf != nil {
      try execute(
        """
        update meetingReport set partOf = \(meeting.partOf)
        where articleId = \(id) and number = \(number)
        """)
    }
    for (number, separation) in reports.separations.enumerated() {
      let (start, end, quote) = separation.evidence.columns
      try insert(
        into: "separationReport", id, number, separation.first, separation.second,
        separation.reason.rawValue, start, end, quote)
    }
    for country in reports.countries {
      for (number, mention) in country.mentions.enumerated() {
        let (start, end, quote) = mention.columns
        try insert(into: "countryMention", id, country.code.rawValue, number, start, end, quote)
      }
    }
  }

  private func insert(
    _ person: PersonReport, number: Int, of id: String
  ) throws(DatabaseError) {
    let country = person.country
    try insert(
      into: "personReport", id, number, person.name,
      JSONValue.array(person.aliases.map(JSONValue.string)).text, country?.value.rawValue,
      country?.evidence.range.start, country?.evidence.range.end, country?.evidence.quote)
    for (position, mention) in person.mentions.enumerated() {
      let (start, end, quote) = mention.evidence.columns
      try insert(
        into: "personMention", id, number, position, mention.form.rawValue, start, end, quote)
    }
  }

  private func insert(
    _ roles: [RoleReport], ofPerson person: Int, of id: String
  ) throws(DatabaseError) {
    for (number, role) in roles.enumerated() {
      let (start, end, quote) = role.evidence.columns
      try insert(
        into: "roleReport", id, person, number, role.title, role.office?.rawValue,
        role.of?.country, role.of?.organization, role.isFormer, role.serves, start, end, quote)
    }
  }
}

// MARK: - Meetings

extension Connection {
  private func insert(
    _ meeting: MeetingReport, number: Int, of id: String
  ) throws(DatabaseError) {
    try insert(
      into: "meetingReport", id, number, meeting.kind.value.rawValue,
      meeting.status.value.rawValue, meeting.date?.value.description, meeting.place?.value.name,
      meeting.place?.value.country?.rawValue, Value.null)
    try insert(meeting.evidence, for: "meeting", ofMeeting: number, of: id)
    try insert([meeting.kind.evidence], for: "kind", ofMeeting: number, of: id)
    try insert([meeting.status.evidence], for: "status", ofMeeting: number, of: id)
    if let date = meeting.date {
      try insert([date.evidence], for: "date", ofMeeting: number, of: id)
    }
    if let place = meeting.place {
      try insert([place.evidence], for: "place", ofMeeting: number, of: id)
    }
    try insertParties(of: meeting, number: number, of: id)
  }

  private func insert(
    _ evidence: [Evidence], for property: String, ofMeeting number: Int, of id: String
  ) throws(DatabaseError) {
    for (position, words) in evidence.enumerated() {
      let (start, end, quote) = words.columns
      try insert(into: "meetingEvidence", id, number, property, position, start, end, quote)
    }
  }

  private func insertParties(
    of meeting: MeetingReport, number: Int, of id: String
  ) throws(DatabaseError) {
    for (position, participant) in meeting.participants.enumerated() {
      let (start, end, quote) = participant.evidence.columns
      try insert(
        into: "participationReport", id, number, position, participant.person, start, end, quote)
    }
    for (position, party) in meeting.unnamed.enumerated() {
      let (start, end, quote) = party.evidence.columns
      try insert(
        into: "unnamedPartyReport", id, number, position, party.role, party.of?.country,
        party.of?.organization, start, end, quote)
    }
    for (position, country) in meeting.countries.enumerated() {
      try insert(into: "meetingCountryReport", id, number, position, country.rawValue)
    }
    for (position, topic) in meeting.topics.enumerated() {
      let (start, end, quote) = topic.evidence.columns
      try insert(into: "topicReport", id, number, position, topic.value, start, end, quote)
    }
  }
}
