/// All that one article says: the people it names, the contacts it tells of, and the pairs it
/// names together without joining them.
///
/// Reports are immutable and belong to their article. People are referred to by their index in
/// `people`. Every range is valid in the article's text, and every quote equals the text there.
public struct Reports: Hashable, Sendable {
  /// The people named in public roles or taking part in a meeting, in order of first mention.
  public var people: [PersonReport] = []
  /// The occasions told of, in order of first telling.
  public var meetings: [MeetingReport] = []
  /// Pairs named close together who did not meet, and why not.
  public var separations: [SeparationReport] = []
  /// Countries and bodies mentioned, each with its mentions in text order.
  public var countries: [CountryReport] = []

  /// Reports of nothing.
  public init() {}
}

/// One person as an article knows them.
public struct PersonReport: Hashable, Sendable {
  /// The fullest form in the text, without titles.
  public var name: String
  /// Other forms in the text, without titles.
  public var aliases: [String]
  /// The country or body the person acts for, where the text says it.
  public var country: Attested<CountryCode>?
  /// The roles the text gives them, in order of first telling.
  public var roles: [RoleReport]
  /// Where the person is named, in text order; never empty. The first names the person.
  public var mentions: [Mention]

  /// A person with their mentions.
  public init(
    name: String, aliases: [String] = [], country: Attested<CountryCode>? = nil,
    roles: [RoleReport] = [], mentions: [Mention]
  ) {
    self.name = name
    self.aliases = aliases
    self.country = country
    self.roles = roles
    self.mentions = mentions
  }
}

/// A stretch of text that names or stands for a person.
public struct Mention: Hashable, Sendable {
  /// By what a mention refers.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// The full name.
    case fullName
    /// A part of the name.
    case partialName
    /// A role: "the secretary".
    case role
    /// "he", "she", "who".
    case pronoun
  }

  /// By what it refers.
  public var form: Form
  /// The words.
  public var evidence: Evidence

  /// A mention by `form` in the words of `evidence`.
  public init(_ form: Form, _ evidence: Evidence) {
    self.form = form
    self.evidence = evidence
  }
}

/// A role that an article gives a person.
public struct RoleReport: Hashable, Sendable {
  /// The title in the text's words, without country and possessor.
  public var title: String
  /// The class of the title, where it has one.
  public var office: Office?
  /// The country or body the role belongs to.
  public var of: Affiliation?
  /// Whether the text says that the role is past.
  public var isFormer: Bool
  /// The index of the person whom the role serves: in "Trump's adviser", Trump.
  public var serves: Int?
  /// The words that give the role to the person.
  public var evidence: Evidence

  /// A role as told.
  public init(
    title: String, office: Office? = nil, of: Affiliation? = nil, isFormer: Bool = false,
    serves: Int? = nil, evidence: Evidence
  ) {
    self.title = title
    self.office = office
    self.of = of
    self.isFormer = isFormer
    self.serves = serves
    self.evidence = evidence
  }
}

/// What a role belongs to, or whom a party acts for.
public enum Affiliation: Hashable, Sendable {
  /// A country, or a body that acts as one.
  case country(CountryCode)
  /// Any other organisation, by its name as told.
  case organization(String)

  /// The code or the name.
  public var text: String {
    switch self {
    case .country(let code): code.rawValue
    case .organization(let name): name
    }
  }
}

/// One occasion on which people or delegations were, or are to be, in direct contact.
public struct MeetingReport: Hashable, Sendable {
  /// The named people who took part.
  public var participants: [ParticipationReport]
  /// Those known only by role or group.
  public var unnamed: [UnnamedParty]
  /// The countries and bodies that took part, in order of telling.
  public var countries: [CountryCode]
  /// The form of the contact.
  public var kind: Attested<MeetingKind>
  /// What became of it.
  public var status: Attested<MeetingStatus>
  /// When, as far as told.
  public var date: Attested<PartialDate>?
  /// The most exact place told.
  public var place: Attested<PlaceName>?
  /// What was discussed, in the text's words.
  public var topics: [Attested<String>]
  /// The words that report it, the most telling first; never empty.
  public var evidence: [Evidence]
  /// The index of the meeting on whose margins this one took place.
  public var partOf: Int?

  /// A meeting reported by the words of `evidence`.
  public init(
    participants: [ParticipationReport], unnamed: [UnnamedParty] = [],
    countries: [CountryCode] = [], kind: Attested<MeetingKind>, status: Attested<MeetingStatus>,
    date: Attested<PartialDate>? = nil, place: Attested<PlaceName>? = nil,
    topics: [Attested<String>] = [], evidence: [Evidence], partOf: Int? = nil
  ) {
    self.participants = participants
    self.unnamed = unnamed
    self.countries = countries
    self.kind = kind
    self.status = status
    self.date = date
    self.place = place
    self.topics = topics
    self.evidence = evidence
    self.partOf = partOf
  }
}

/// A named person's part in a meeting.
public struct ParticipationReport: Hashable, Sendable {
  /// The index of the person.
  public var person: Int
  /// The words that stand for the person in the clause that tells of the meeting.
  public var evidence: Evidence

  /// The person at index `person`, by the words of `evidence`.
  public init(person: Int, evidence: Evidence) {
    self.person = person
    self.evidence = evidence
  }
}

/// A participant whose name the text does not give.
public struct UnnamedParty: Hashable, Sendable {
  /// The role or group in the text's words: "foreign ministers".
  public var role: String
  /// Whom they act for.
  public var of: Affiliation?
  /// The words that name the party.
  public var evidence: Evidence

  /// A party known by `role`.
  public init(role: String, of: Affiliation? = nil, evidence: Evidence) {
    self.role = role
    self.of = of
    self.evidence = evidence
  }
}

/// Where something took place.
public struct PlaceName: Hashable, Sendable {
  /// The place's name as told: a city, or a building where no city is told.
  public var name: String
  /// The country it lies in.
  public var country: CountryCode?

  /// A place by name.
  public init(_ name: String, in country: CountryCode? = nil) {
    self.name = name
    self.country = country
  }
}

/// Two people named close together who, in this article, did not meet.
public struct SeparationReport: Hashable, Sendable {
  /// The smaller of the two people's indices.
  public var first: Int
  /// The larger of the two people's indices.
  public var second: Int
  /// Why they are not joined.
  public var reason: SeparationReason
  /// The clause that names both.
  public var evidence: Evidence

  /// The people at indices `a` and `b`, in either order.
  public init(_ a: Int, _ b: Int, _ reason: SeparationReason, _ evidence: Evidence) {
    self.first = min(a, b)
    self.second = max(a, b)
    self.reason = reason
    self.evidence = evidence
  }
}

/// A country or body that an article mentions.
public struct CountryReport: Hashable, Sendable {
  /// Which one.
  public var code: CountryCode
  /// Every mention in text order; never empty.
  public var mentions: [Evidence]

  /// The country with `code` and its mentions.
  public init(code: CountryCode, mentions: [Evidence]) {
    self.code = code
    self.mentions = mentions
  }
}
