import Diagrams
import Diplomacy
import Record

/// What every picture of the record says of its meetings: how many, when, in how many articles.
func captionWords(of meetings: [MeetingSummary], people: Int? = nil) -> String {
  let articles = Set(meetings.flatMap(\.quotes).map(\.quote.article))
  let dates = meetings.compactMap(\.date)
  let first = dates.min { $0.order < $1.order }
  let last = dates.max { $0.lastOrder < $1.lastOrder }
  let span = PartialDate.longWords(from: first, to: last).map { ", \($0)" } ?? ""
  let who = people.map { "\(printed($0, "person", "people")), " } ?? ""
  return "\(who)\(printed(meetings.count, "meeting"))\(span). "
    + "Source: \(printed(articles.count, "article"))."
}

/// As `counted`, with a comma between thousands.
func printed(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  let words = counted(count, noun, plural)
  let digits = words.prefix { $0.isNumber }
  let marked = digits.enumerated().map { index, digit in
    index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : "\(digit)"
  }
  return marked.joined() + words.dropFirst(digits.count)
}

extension PartialDate {
  fileprivate var order: Int { firstDay?.dayNumber ?? .max }
  fileprivate var lastOrder: Int { lastDay?.dayNumber ?? .min }
}

/// Pictures with more lines than this print no notes: they would be larger than the picture.
let mostNotes = 40

/// What stands in place of notes where there are too many.
let wordsElsewhere = "The words behind each line: memcon why."

extension DiagramText.Note {
  /// The words on `meetings`, the first of which is quoted.
  init?(about subject: String, who: String, _ meetings: [MeetingSummary]) {
    guard let meeting = meetings.first(where: { !$0.quotes.isEmpty }),
      let quote = meeting.quotes.first?.quote
    else { return nil }
    let rest = meetings.count > 1 ? " and \(meetings.count - 1) more" : ""
    self.init(
      about: subject, who: who, what: "\(meeting.briefWords)\(rest)", quote: quotation(quote.text),
      source: quote.sourceWords, address: quote.url)
  }
}

extension MeetingSummary {
  /// `planned call, 19 March 2025, Washington`.
  var briefWords: String {
    let form = status == .held ? kind.rawValue : "\(status) \(kind)"
    return [form, date?.words, place].compactMap { $0 }.joined(separator: ", ")
  }

  /// Day, form and words for a tooltip.
  var tooltipWords: String {
    let words = quotes.first.map { ": \(quotation($0.quote.text))" } ?? ""
    return "\(circumstances)\(words)"
  }
}

extension Quote {
  /// `Talks in Washington, The Post, 20 March 2025`.
  var sourceWords: String {
    let day = published.map { PartialDate.day($0).words }
    return [articleTitle ?? article, publisher, day].compactMap { $0 }.joined(separator: ", ")
  }
}

extension NetworkDiagram.Edge.Status {
  init(_ status: MeetingStatus) {
    switch status {
    case .held: self = .held
    case .planned: self = .planned
    case .cancelled: self = .cancelled
    case .declined: self = .declined
    }
  }
}

extension NetworkDiagram.Group {
  init(_ country: CountryCode) {
    self.init(
      id: country.rawValue.lowercased(), label: Countries[country]?.name ?? "\(country)",
      shortLabel: country.rawValue)
  }

  /// The groups of these countries, each once.
  static func all(_ countries: [CountryCode]) -> [NetworkDiagram.Group] {
    Set(countries).sorted().map(NetworkDiagram.Group.init)
  }
}

extension NetworkDiagram.Node {
  init(_ person: PersonSummary) {
    self.init(
      id: person.id, name: person.name, roles: Self.roles(of: person),
      group: person.country?.rawValue.lowercased(), link: person.id)
  }
}

extension NetworkDiagram.Node {
  /// The two that the person has had last, of two that read alike one.
  private static func roles(of person: PersonSummary) -> [String] {
    var seen: Set<String> = []
    return Array(person.titles.filter { seen.insert($0.lowercased()).inserted }.prefix(2))
  }
}

extension MeetingFilter {
  /// What narrows the picture, in words; empty for nothing.
  var words: String {
    let country = country.map { Countries[$0]?.name ?? "\($0)" }
    let parts = [
      since.map { "since \(PartialDate.day($0).words)" },
      until.map { "until \(PartialDate.day($0).words)" }, country.map { "with \($0)" },
      kind.map { "\($0)s only" }, status.map { "\($0) only" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}
