public import Diplomacy
public import Record

/// An article and its reports, written down by hand: every quote is searched for in the text, so
/// its offsets are right by construction.
public struct Telling {
  /// The article.
  public private(set) var article: Article
  /// What it reports.
  public private(set) var reports = Reports()

  /// An article of one paragraph that reports nothing yet.
  public init(_ text: String, id: String? = nil, published: String? = nil, url: String? = nil) {
    let range = TextRange(0, text.unicodeScalars.count)
    article = Article(text: text, blocks: [Article.Block(.paragraph, range)])
    article.id = id
    article.url = url
    article.title = id.map { "On \($0)" }
    article.publication = published.flatMap { CalendarDate(iso: $0) }.map {
      .init($0, from: .option)
    }
  }

  /// The words `quote` where they first stand in the text.
  public func words(_ quote: String) -> Evidence {
    let text = Array(article.text.unicodeScalars)
    let wanted = Array(quote.unicodeScalars)
    let start = (0...max(0, text.count - wanted.count)).first {
      text[$0...].starts(with: wanted)
    }
    let begin = start ?? text.count
    return Evidence(range: TextRange(begin, begin + wanted.count), quote: quote)
  }

  /// Reports a person; the name must stand in the text, and so must the title.
  @discardableResult
  public mutating func person(
    _ name: String, country: String? = nil, title: String? = nil, office: Office? = nil,
    isFormer: Bool = false, serves: Int? = nil
  ) -> Int {
    let code = country.map { CountryCode($0) }
    let roles = title.map {
      RoleReport(
        title: $0, office: office, of: code.map { .country($0) }, isFormer: isFormer,
        serves: serves, evidence: words($0))
    }
    reports.people.append(
      PersonReport(
        name: name, country: code.map { Attested($0, words(name)) },
        roles: roles.map { [$0] } ?? [],
        mentions: [Mention(.fullName, words(name))]))
    return reports.people.count - 1
  }

  /// Reports a meeting by the words `quote`, and by `otherQuotes`.
  @discardableResult
  public mutating func meeting(
    _ people: [Int], _ quote: String, kind: MeetingKind = .meeting,
    status: MeetingStatus = .held, date: String? = nil, place: PlaceName? = nil,
    countries: [String] = [], topics: [String] = [],
    unnamed: [(role: String, of: String, quote: String)] = [], partOf: Int? = nil,
    otherQuotes: [String] = []
  ) -> Int {
    let evidence = words(quote)
    reports.meetings.append(
      MeetingReport(
        participants: people.map {
          ParticipationReport(person: $0, evidence: words(reports.people[$0].name))
        },
        unnamed: unnamed.map {
          UnnamedParty(role: $0.role, of: .country(CountryCode($0.of)), evidence: words($0.quote))
        },
        countries: countries.map { CountryCode($0) }, kind: Attested(kind, evidence),
        status: Attested(status, evidence),
        date: date.flatMap { PartialDate(iso: $0) }.map { Attested($0, evidence) },
        place: place.map { Attested($0, evidence) },
        topics: topics.map { Attested($0, words($0)) },
        evidence: [evidence] + otherQuotes.map { words($0) },
        partOf: partOf))
    return reports.meetings.count - 1
  }

  /// Reports that two people were named together and did not meet.
  public mutating func separate(_ a: Int, _ b: Int, _ reason: SeparationReason, _ quote: String) {
    reports.separations.append(SeparationReport(a, b, reason, words(quote)))
  }
}

extension GraphStore {
  /// Ingests all and derives once.
  public func ingest(_ tellings: [Telling]) throws {
    for telling in tellings { try ingest(telling.article, telling.reports) }
    try derive()
  }

  /// A graph in memory of these articles.
  public static func of(_ tellings: Telling...) throws -> GraphStore { try of(tellings) }

  /// A graph in memory of these articles.
  public static func of(_ tellings: [Telling]) throws -> GraphStore {
    let store = try GraphStore(path: "graph", mode: .inMemory)
    try store.ingest(tellings)
    return store
  }
}
