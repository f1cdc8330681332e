import Diagrams
import Diplomacy
import Record

extension NetworkDiagram {
  /// The picture of `view`: of `chosen` people alone where some are, around `center` if given.
  init(
    _ view: NetworkView, among chosen: [PersonSummary], center: PersonSummary?,
    filter: MeetingFilter
  ) {
    let ids = Set(chosen.map(\.id))
    let contacts = view.contacts.filter {
      ids.isEmpty || ids.contains($0.person) && ids.contains($0.other)
    }
    let drawn = Set(contacts.flatMap { [$0.person, $0.other] })
    let people = view.people.filter { drawn.contains($0.id) }
    let articles = Set(contacts.flatMap(\.meetings).flatMap(\.quotes).map(\.quote.article))
    self.init(
      title: Self.title(among: chosen, center: center), subtitle: filter.words,
      caption: [
        "\(people.count) people, \(counted(Set(contacts.flatMap(\.meetings).map(\.id)).count, "meeting")), "
          + counted(articles.count, "article")
      ],
      groups: Set(people.compactMap(\.country)).sorted().map(Group.init),
      nodes: people.map(Node.init),
      edges: contacts.map(Edge.init), center: center?.id)
  }

  private static func title(among chosen: [PersonSummary], center: PersonSummary?) -> String {
    let people = center.map { [$0] } ?? chosen
    guard !people.isEmpty else { return "Who met whom" }
    return "Contacts of \(people.map(\.name).joined(separator: ", "))"
  }
}

extension NetworkDiagram.Group {
  fileprivate init(_ country: CountryCode) {
    self.init(id: country.rawValue.lowercased(), label: Countries[country]?.name ?? "\(country)")
  }
}

extension NetworkDiagram.Node {
  fileprivate init(_ person: PersonSummary) {
    self.init(
      id: person.id, name: person.name, roles: Array(person.titles.prefix(2)),
      group: person.country?.rawValue.lowercased(), link: person.id)
  }
}

extension NetworkDiagram.Edge {
  fileprivate init(_ contact: NetworkView.Contact) {
    let id = "\(contact.person)--\(contact.other)--\(contact.status)"
    let kinds = Set(contact.meetings.map(\.kind))
    let told = contact.meetings.compactMap { meeting in
      meeting.quotes.first.map { "\(meeting.circumstances): \(quotation($0.quote.text))" }
    }
    self.init(
      id: id, from: contact.person, to: contact.other, count: contact.meetings.count,
      first: contact.first?.description, last: contact.last?.description,
      status: Status(contact.status), kind: kinds.count == 1 ? kinds.first?.rawValue : nil,
      tooltip: told.joined(separator: "\n"), link: id)
  }
}

extension NetworkDiagram.Edge.Status {
  fileprivate init(_ status: MeetingStatus) {
    switch status {
    case .held: self = .held
    case .planned: self = .planned
    case .cancelled: self = .cancelled
    case .declined: self = .declined
    }
  }
}

extension MeetingFilter {
  /// What narrows the picture, in words; empty for nothing.
  fileprivate var words: String {
    let country = country.map { Countries[$0]?.name ?? "\($0)" }
    let parts = [
      since.map { "since \($0)" }, until.map { "until \($0)" }, country.map { "with \($0)" },
      kind.map { "\($0)s only" }, status.map { "\($0) only" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}
