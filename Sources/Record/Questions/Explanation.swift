public import Diagnostics
public import Diplomacy
import SQLite

/// Whether two people met, and every word that says so or says otherwise.
public struct PairExplanation: Hashable, Sendable {
  /// What the graph holds to be so.
  public let verdict: PairVerdict
  /// The meetings of both, whatever became of them, the earliest first.
  public let meetings: [MeetingSummary]
  /// What articles say against a contact.
  public let separations: [Separation]

  /// An article's reason not to join two people whom it names together.
  public struct Separation: Hashable, Sendable {
    /// Why not.
    public let reason: SeparationReason
    /// The clause that names both.
    public let quote: Quote
  }
}

/// What became of the contact of two people.
public enum PairVerdict: String, Hashable, Sendable, CaseIterable {
  /// They took part in a meeting that was held.
  case met
  /// A meeting is only planned.
  case planned
  /// A meeting was called off.
  case cancelled
  /// A meeting was refused or denied.
  case declined
  /// They are named together, and did not meet.
  case namedTogether
  /// No article names them together.
  case unrelated
}

/// Every quote behind what the graph says of one person.
public struct PersonExplanation: Hashable, Sendable {
  /// Who.
  public let person: PersonSummary
  /// The roles with their quotes.
  public let roles: [PersonProfile.HeldRole]
  /// The words that say for which country the person acts.
  public let country: [Quote]
  /// The meetings with their quotes, the earliest first.
  public let meetings: [MeetingSummary]
  /// The first naming of the person in each article, the earliest published first; then the words
  /// that tell of the person by the office alone.
  public let namings: [Quote]
  /// Why each of them was counted as the person's, in the same order.
  public let reports: [Identification]
  /// Other people whom an open name could stand for, by name.
  public let candidates: [PersonSummary]

  /// Why a report was counted as a person's.
  public struct Identification: Hashable, Sendable {
    /// The article.
    public let article: String
    /// The name there, or the words for the office.
    public let name: String
    /// The rule: `full name`, `family name and office`, `holder of the office`, `decision 3`, …
    public let rule: String
    /// What the rule stood on: `foreign minister of RU in 2014`.
    public let evidence: String?
  }
}

extension GraphStore {
  /// Why the graph says that the people with these identifiers met, or that they did not.
  public func why(_ person: String, _ other: String) throws(Diagnostic) -> PairExplanation {
    let meetings = try self.meetings(MeetingFilter(people: [person, other]))
      .map { $0.bestQuotesFirst(about: person, and: other) }
    let separations = try reporting { try self.separations(of: person, other) }
    return PairExplanation(
      verdict: PairVerdict(meetings, separations), meetings: meetings, separations: separations)
  }

  /// Every quote behind the person with this identifier; nil if there is nobody.
  public func why(_ id: String) throws(Diagnostic) -> PersonExplanation? {
    let meetings = try self.meetings(MeetingFilter(people: [id]))
    return try reporting {
      guard let person = try summaries(of: [id])[id] else { return nil }
      let country = try connection.rows(
        """
        select a.id, a.title, a.publisher, a.published, a.url, r.countryStart, r.countryEnd,
          r.countryQuote
        from personIdentity i
        join personReport r on r.articleId = i.articleId and r.number = i.number
        join article a on a.id = i.articleId
        where i.personId = \(id) and r.countryQuote is not null
        order by a.published is null, a.published, a.id, r.number
        """, Quote.init)
      let namings = try connection.rows(
        """
        select \(Quote.columns)
        from personIdentity i
        join personMention e
          on e.articleId = i.articleId and e.person = i.number and e.number = 0
        join article a on a.id = i.articleId
        where i.personId = \(id)
        order by a.published is null, a.published, a.id, i.number
        """, Quote.init)
      let reports = try connection.rows(
        """
        select i.articleId, r.name, i.rule, i.evidence
        from personIdentity i
        join personReport r on r.articleId = i.articleId and r.number = i.number
        join article a on a.id = i.articleId
        where i.personId = \(id)
        order by a.published is null, a.published, a.id, i.number
        """
      ) {
        PersonExplanation.Identification(
          article: $0.text(at: 0), name: $0.text(at: 1), rule: $0.text(at: 2),
          evidence: $0.optionalText(at: 3))
      }
      let offices = try officeNamings(of: id)
      return PersonExplanation(
        person: person, roles: try roles(of: id), country: country, meetings: meetings,
        namings: namings + offices.map(\.quote), reports: reports + offices.map(\.reason),
        candidates: try candidates(of: id))
    }
  }

  /// Where the person takes part in a meeting by the office alone, and why that is the person.
  private func officeNamings(
    of id: String
  ) throws -> [(quote: Quote, reason: PersonExplanation.Identification)] {
    try connection.rows(
      """
      select \(Quote.columns), h.rule, h.evidence
      from partyIdentity h
      join unnamedPartyReport e
        on e.articleId = h.articleId and e.meeting = h.meeting and e.number = h.number
      join article a on a.id = h.articleId
      where h.personId = \(id)
      order by a.published is null, a.published, a.id, e.meeting, e.number
      """
    ) { row in
      let quote = Quote(row)
      return (
        quote,
        PersonExplanation.Identification(
          article: quote.article, name: quote.text, rule: row.text(at: Quote.columnCount),
          evidence: row.optionalText(at: Quote.columnCount + 1))
      )
    }
  }

  /// Whom the open name of a person could stand for.
  private func candidates(of id: String) throws -> [PersonSummary] {
    let ids = try connection.rows(
      """
      select distinct o.personId from individual i, json_each(i.open) c
      join individual o on o.id = c.value
      where i.personId = \(id) and i.id = i.personId and o.personId is not null and o.personId <> \(id)
      """
    ) { $0.text(at: 0) }
    return try summaries(of: Set(ids)).values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  private func separations(
    of person: String, _ other: String
  ) throws -> [PairExplanation.Separation] {
    try connection.rows(
      """
      select \(Quote.columns), e.reason
      from personIdentity i
      join personIdentity j on j.articleId = i.articleId
      join separationReport e on e.articleId = i.articleId
        and e.person = min(i.number, j.number) and e.other = max(i.number, j.number)
      join article a on a.id = i.articleId
      where i.personId = \(person) and j.personId = \(other)
      order by a.published is null, a.published, a.id, e.number
      """
    ) {
      PairExplanation.Separation(
        reason: SeparationReason(rawValue: $0.text(at: Quote.columnCount)) ?? .namedTogether,
        quote: Quote($0))
    }
  }
}

extension PairVerdict {
  /// The best that any meeting came to; without meetings, what separations tell.
  fileprivate init(
    _ meetings: [MeetingSummary], _ separations: [PairExplanation.Separation]
  ) {
    let statuses = meetings.map(\.status)
    let reasons = separations.map(\.reason)
    self =
      if statuses.contains(.held) {
        .met
      } else if statuses.contains(.planned) || reasons.contains(.planned) {
        .planned
      } else if statuses.contains(.cancelled) || reasons.contains(.cancelled) {
        .cancelled
      } else if statuses.contains(.declined) || reasons.contains(.declined) {
        .declined
      } else {
        reasons.isEmpty ? .unrelated : .namedTogether
      }
  }
}
