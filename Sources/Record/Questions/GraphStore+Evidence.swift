public import Diagnostics
import SQLite

/// A node or a relationship whose evidence is asked for, as the catalog names it.
public enum EvidenceSubject: Hashable, Sendable {
  /// A node by its label and identifier.
  case node(label: String, id: String)
  /// A relationship by its type and the identifiers of its ends.
  case relationship(type: String, source: String, target: String)
}

extension GraphStore {
  /// The words that tell of a node or relationship, those of the earliest article first.
  ///
  /// None for what articles do not tell of: an article itself, a country, the country of an office.
  public func evidence(of subject: EvidenceSubject, atMost limit: Int) throws(Diagnostic) -> [Quote]
  {
    try reporting {
      switch subject {
      case .node("Person", let id): try quotes(personEvidence(id), limit)
      case .node("Meeting", let id): try quotes(meetingEvidence(id, about: "meeting"), limit)
      case .node: []
      case .relationship("HOLDS", let person, let role):
        Array(try roleQuotes(of: person, role: role).prefix(limit))
      case .relationship("ABOUT", let meeting, let topic):
        Array(try topicQuotes(of: meeting, topic: topic).prefix(limit))
      case .relationship(let type, let source, let target):
        try relationshipEvidence(type, source, target).map { try quotes($0, limit) } ?? []
      }
    }
  }

  private func quotes(_ evidence: SQL, _ limit: Int) throws -> [Quote] {
    try connection.rows(
      """
      select \(Quote.columns) from \(evidence)
      order by a.published is null, a.published, a.id, e.start limit \(limit)
      """, Quote.init)
  }
}

// MARK: - Where evidence stands: tables with `e` the words and `a` their article

private func personEvidence(_ id: String) -> SQL {
  """
  personIdentity i
  join personMention e on e.articleId = i.articleId and e.person = i.number and e.number = 0
  join article a on a.id = e.articleId where i.personId = \(id)
  """
}

private func meetingEvidence(_ id: String, about: String) -> SQL {
  """
  meetingIdentity i
  join meetingEvidence e on e.articleId = i.articleId and e.meeting = i.number and e.about = \(about)
  join article a on a.id = e.articleId where i.meetingId = \(id)
  """
}

private func relationshipEvidence(_ type: String, _ source: String, _ target: String) -> SQL? {
  switch type {
  case "ATTENDED":
    """
    meetingIdentity i
    join participationReport e on e.articleId = i.articleId and e.meeting = i.number
    join personIdentity p on p.articleId = e.articleId and p.number = e.person
    join article a on a.id = e.articleId
    where i.meetingId = \(target) and p.personId = \(source)
    """
  case "MET":
    """
    attended x join attended y on y.meetingId = x.meetingId and y.personId = \(target)
    join meeting m on m.id = x.meetingId and m.status = 'held'
    join meetingIdentity i on i.meetingId = m.id
    join meetingEvidence e
      on e.articleId = i.articleId and e.meeting = i.number and e.about = 'meeting'
    join article a on a.id = e.articleId where x.personId = \(source)
    """
  case "PARTY_TO": meetingEvidence(target, about: "meeting")
  case "PART_OF": meetingEvidence(source, about: "meeting")
  case "HELD_IN": meetingEvidence(source, about: "place")
  case "REPORTS":
    """
    meetingIdentity i
    join meetingEvidence e
      on e.articleId = i.articleId and e.meeting = i.number and e.about = 'meeting'
    join article a on a.id = e.articleId where i.meetingId = \(target) and a.id = \(source)
    """
  case "MENTIONS":
    """
    personIdentity i join personMention e on e.articleId = i.articleId and e.person = i.number
    join article a on a.id = e.articleId where i.personId = \(target) and a.id = \(source)
    """
  case "REPRESENTS":
    """
    personIdentity i
    join (select articleId, number, countryStart as start, countryEnd as "end", countryQuote as quote
      from personReport where country = \(target)) e
      on e.articleId = i.articleId and e.number = i.number
    join article a on a.id = e.articleId where i.personId = \(source)
    """
  case "SERVES":
    """
    personIdentity i join roleReport e on e.articleId = i.articleId and e.person = i.number
    join personIdentity s on s.articleId = e.articleId and s.number = e.serves
    join article a on a.id = e.articleId where i.personId = \(source) and s.personId = \(target)
    """
  default: nil
  }
}

// MARK: - Words that are compared as identifiers are made

extension GraphStore {
  private func roleQuotes(of person: String, role: String) throws -> [Quote] {
    let wanted = try connection.first(
      "select title, coalesce(country, organization, '') from role where id = \(role)"
    ) { slug("\($0.text(at: 0)) \($0.text(at: 1))") }
    return try wanted.map { try roleQuotes(of: person, slug: $0) } ?? []
  }

  private func topicQuotes(of meeting: String, topic: String) throws -> [Quote] {
    try connection.rows(
      """
      select \(Quote.columns), e.topic from meetingIdentity i
      join topicReport e on e.articleId = i.articleId and e.meeting = i.number
      join article a on a.id = e.articleId where i.meetingId = \(meeting)
      order by a.published is null, a.published, a.id, e.start
      """
    ) { slug($0.text(at: Quote.columnCount)) == topic ? Quote($0) : nil }
    .compactMap { $0 }
  }
}
