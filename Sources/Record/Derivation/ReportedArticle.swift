import Diplomacy

/// What derivation needs of one article's reports: everything but the words.
///
/// People and meetings keep the numbers they have in their article.
struct ReportedArticle: Hashable, Sendable {
  let id: String
  let published: CalendarDate?
  var people: [ReportedPerson] = []
  var meetings: [ReportedMeeting] = []
  var countryMentions: [CountryCode: Int] = [:]
}

struct ReportedPerson: Hashable, Sendable {
  let name: String
  let aliases: [String]
  let country: CountryCode?
  let mentions: Int
  var roles: [ReportedRole] = []

  /// The country told, else the one that all offices held belong to: a finance minister of France acts
  /// for France.
  var actsFor: CountryCode? {
    if let country { return country }
    let owners = Set(roles.lazy.filter { !$0.isFormer }.compactMap { $0.of?.country })
    return owners.count == 1 ? owners.first.map { CountryCode($0) } : nil
  }
}

struct ReportedRole: Hashable, Sendable {
  let title: String
  let office: String?
  let of: Affiliation?
  let isFormer: Bool
  let serves: Int?

  /// The identifier of the role: title and owner.
  var id: String { roleID(title, of) }
}

/// The identifier of a role: title and owner.
func roleID(_ title: String, _ of: Affiliation?) -> String { slug("\(title) \(of?.text ?? "")") }

struct ReportedMeeting: Hashable, Sendable {
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

struct ReportedParty: Hashable, Sendable {
  let role: String
  let of: Affiliation?
  /// The words that tell of it: "the Russian foreign minister".
  let quote: String
}

// MARK: - Without the words

extension ReportedArticle {
  /// What `reports` say, without the words.
  init(id: String, published: CalendarDate?, _ reports: Reports) {
    self.init(id: id, published: published)
    people = reports.people.map { person in
      ReportedPerson(
        name: person.name, aliases: person.aliases, country: person.country?.value,
        mentions: person.mentions.count,
        roles: person.roles.map {
          ReportedRole(
            title: $0.title, office: $0.office?.rawValue, of: $0.of, isFormer: $0.isFormer,
            serves: $0.serves)
        })
    }
    meetings = reports.meetings.map { meeting in
      ReportedMeeting(
        kind: meeting.kind.value, status: meeting.status.value, date: meeting.date?.value,
        place: meeting.place?.value, partOf: meeting.partOf,
        participants: meeting.participants.map(\.person),
        unnamed: meeting.unnamed.map {
          ReportedParty(role: $0.role, of: $0.of, quote: $0.evidence.quote)
        },
        countries: meeting.countries, topics: meeting.topics.map(\.value))
    }
    for country in reports.countries where !country.mentions.isEmpty {
      countryMentions[country.code] = country.mentions.count
    }
  }

  /// How often the article speaks of each organisation, by its name as told.
  var organizations: [String] {
    let roles = people.flatMap(\.roles).compactMap(\.of?.organization)
    return roles + meetings.flatMap(\.unnamed).compactMap(\.of?.organization)
  }
}
