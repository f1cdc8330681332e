public import Diplomacy

/// A person, as far as every answer shows one.
public struct PersonSummary: Hashable, Sendable {
  /// The identifier, such as `winston-peters`.
  public let id: String
  /// The name as most articles spell it in full.
  public let name: String
  /// Whom the person acts for.
  public let country: CountryCode?
  /// The titles the person holds, the most recently reported first.
  public let titles: [String]
}

/// Words of an article that say something.
public struct Quote: Hashable, Sendable {
  /// The article's identifier.
  public let article: String
  /// The article's headline.
  public let articleTitle: String?
  /// Who published the article.
  public let publisher: String?
  /// When it was published.
  public let published: CalendarDate?
  /// Where it was published.
  public let url: String?
  /// Where the words stand in the article's text, in Unicode scalars.
  public let range: TextRange
  /// The words.
  public let text: String
}

/// One article's words on a meeting.
public struct MeetingQuote: Hashable, Sendable {
  /// What became of the meeting, as this article tells it.
  public let status: MeetingStatus
  /// The form of the contact, as this article tells it.
  public let kind: MeetingKind
  /// When, as this article tells it.
  public let date: PartialDate?
  /// Where, as this article tells it.
  public let place: String?
  /// The words.
  public let quote: Quote
}

/// A meeting, as far as every answer shows one.
public struct MeetingSummary: Hashable, Sendable {
  /// The identifier, such as `2025-03-19-peters-rubio`.
  public let id: String
  /// The form of the contact.
  public let kind: MeetingKind
  /// What became of it.
  public let status: MeetingStatus
  /// When, as far as told.
  public let date: PartialDate?
  /// Kind and parties in words.
  public let title: String
  /// The named people who took part, by name.
  public let participants: [PersonSummary]
  /// Groups and officials without a name, each as told: "foreign ministers".
  public let unnamed: [String]
  /// The countries that took part.
  public let countries: [CountryCode]
  /// The place or country where it took place.
  public let place: String?
  /// What was discussed, in the articles' words.
  public let topics: [String]
  /// What the articles disagree on.
  public let disputed: [Disputable]
  /// The identifier of the visit or summit that it was part of.
  public let partOf: String?
  /// What articles say of it: those that tell its status first, by their day; of each article the
  /// words that name the most participants first.
  public internal(set) var quotes: [MeetingQuote]
}

/// Somebody who met a given person.
public struct Counterpart: Hashable, Sendable {
  /// Who.
  public let person: PersonSummary
  /// The meetings of both, the earliest first; never empty.
  public let meetings: [MeetingSummary]

  /// When they first met, of the meetings with a date.
  public var first: PartialDate? { meetings.lazy.compactMap(\.date).first }
  /// When they last met, of the meetings with a date.
  public var last: PartialDate? { meetings.compactMap(\.date).last }
}
