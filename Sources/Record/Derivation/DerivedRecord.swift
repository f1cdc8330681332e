import Diplomacy

/// The whole record as it is written: a list of rows for each table, each sorted by its key.
struct DerivedRecord: Equatable, Sendable {
  var countries: [Country] = []
  var organizations: [Organization] = []
  var people: [Person] = []
  var roles: [Role] = []
  var holdings: [Holding] = []
  var services: [Service] = []
  var places: [Place] = []
  var topics: [Topic] = []
  var meetings: [Meeting] = []
  var mentions: [Mention] = []

  struct Country: Equatable, Sendable {
    let id: String
    let name: String
  }

  struct Organization: Equatable, Sendable {
    let id: String
    let name: String
    let acronym: String?
  }

  struct Person: Equatable, Sendable {
    let id: String
    let name: String
    let country: CountryCode?
    var aliases: [String]
    var familyNames: [String]
    var reports: [IdentifiedReport]
  }

  /// A report of a person with the rule by which it was counted as theirs.
  struct IdentifiedReport: Equatable, Sendable {
    let reference: ReportReference
    var rule: String
  }

  struct Role: Equatable, Sendable {
    let id: String
    let title: String
    let office: String?
    let country: CountryCode?
    let organization: String?
  }

  struct Holding: Equatable, Sendable {
    let person: String
    let role: String
    let isFormer: Bool
    let firstReported: CalendarDate?
    let lastReported: CalendarDate?
  }

  struct Service: Hashable, Sendable {
    let person: String
    let served: String
  }

  struct Place: Equatable, Sendable {
    let id: String
    let name: String
    let country: CountryCode?
  }

  struct Topic: Equatable, Sendable {
    let id: String
    let name: String
  }

  struct Meeting: Equatable, Sendable {
    let id: String
    let kind: MeetingKind
    let status: MeetingStatus
    let title: String
    let date: PartialDate?
    let place: String?
    let placeCountry: CountryCode?
    var partOf: String?
    let attendees: [Attendee]
    let parties: [Party]
    let topics: [String]
    let reports: [ReportReference]
  }

  struct Attendee: Equatable, Sendable {
    let person: String
    let role: String?
  }

  struct Party: Equatable, Sendable {
    let country: CountryCode?
    let organization: String?
    let role: String?
  }

  struct Mention: Equatable, Sendable {
    let article: String
    let target: Target
    let count: Int

    enum Target: Equatable, Sendable {
      case person(String)
      case country(CountryCode)
      case organization(String)
    }
  }
}
