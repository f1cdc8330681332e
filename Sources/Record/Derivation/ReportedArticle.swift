import Diplomacy

/// What derivation needs of one article's reports: everything but the words.
///
/// People and meetings keep the numbers they have in their article.
struct ReportedArticle: Sendable {
  let id: String
  let published: CalendarDate?
  var people: [ReportedPerson] = []
  var meetings: [ReportedMeeting] = []
  var countryMentions: [CountryCode: Int] = [:]
}

struct ReportedPerson: Sendable {
  let name: String
  let aliases: [String]
  let country: CountryCode?
  let mentions: Int
  var roles: [ReportedRole] = []
}

struct ReportedRole: Sendable {
  let title: String
  let office: String?
  let of: Affiliation?
  let isFormer: Bool
  let serves: Int?
}

struct ReportedMeeting: Sendable {
  let kind: MeetingKind
  let status: MeetingStatus
  let date: PartialDate?
  let place: PlaceName?
  let partOf: Int?
  var participants: [Int] = []
  var unnamed: [ReportedParty] = []
  var countries: [CountryCode] = []
  var topics: [String] = []
}

struct ReportedParty: Sendable {
  let role: String
  let of: Affiliation?
}

/// One person or meeting of one article.
struct ReportReference: Hashable, Sendable, Comparable {
  /// The article's place in the list that is derived from.
  let article: Int
  /// The number in the article.
  let number: Int

  static func < (a: ReportReference, b: ReportReference) -> Bool {
    (a.article, a.number) < (b.article, b.number)
  }
}
