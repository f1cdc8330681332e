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
    self.init(
      title: Self.title(among: chosen, center: center), subtitle: filter.words,
      caption: [captionWords(of: contacts.distinctMeetings, people: people.count)],
      notes: contacts.notes(names: people),
      groups: Group.all(people.compactMap(\.country)), nodes: people.map(Node.init),
      edges: contacts.map(Edge.init), center: center?.id)
  }

  /// The ways from one person to another, from left to right.
  init(
    ways view: NetworkView, from start: PersonSummary, to end: PersonSummary, filter: MeetingFilter
  ) {
    self.init(
      title: "From \(start.name) to \(end.name)",
      subtitle: ["the shortest ways over meetings that were held", filter.words]
        .filter { !$0.isEmpty }.joined(separator: ", "),
      caption: [captionWords(of: view.contacts.distinctMeetings, people: view.people.count)],
      notes: view.contacts.notes(names: view.people),
      groups: Group.all(view.people.compactMap(\.country)), nodes: view.people.map(Node.init),
      edges: view.contacts.map(Edge.init), framesGroups: false, flowsRight: true)
    edges = edges.map { edge in edge.directed(by: layers(from: start.id)) }
  }

  private static func title(among chosen: [PersonSummary], center: PersonSummary?) -> String {
    let people = center.map { [$0] } ?? chosen
    guard !people.isEmpty else { return "Who met whom" }
    return "Contacts of \(people.map(\.name).joined(separator: ", "))"
  }

  /// How many steps each node is from a start.
  private func layers(from start: String) -> [String: Int] {
    var steps = [start: 0]
    var last = [start]
    while !last.isEmpty {
      var next: [String] = []
      for edge in edges {
        for (from, to) in [(edge.source, edge.target), (edge.target, edge.source)]
        where last.contains(from) && steps[to] == nil {
          steps[to] = (steps[from] ?? 0) + 1
          next.append(to)
        }
      }
      last = next
    }
    return steps
  }
}

extension NetworkDiagram.Edge {
  init(_ contact: NetworkView.Contact) {
    let id = contact.id
    let kinds = Set(contact.meetings.map(\.kind))
    self.init(
      id: id, from: contact.person, to: contact.other, count: contact.meetings.count,
      first: contact.first?.description,
      last: contact.last == contact.first ? nil : contact.last?.description,
      dates: PartialDate.words(from: contact.first, to: contact.last),
      status: Status(contact.status), kind: kinds.count == 1 ? kinds.first?.rawValue : nil,
      tooltip: contact.meetings.prefix(6).map(\.tooltipWords).joined(separator: "\n"), link: id)
  }

  /// From the end nearer to the start to the other, so that layers follow the way.
  fileprivate func directed(by steps: [String: Int]) -> NetworkDiagram.Edge {
    var result = self
    if (steps[source] ?? 0) > (steps[target] ?? 0) {
      (result.source, result.target) = (target, source)
    }
    return result
  }
}

extension NetworkView.Contact {
  /// A stable id: `marco-rubio--winston-peters`, with the status where it is not held.
  fileprivate var id: String { edgeID(person, other, status) }
}

/// The id of the line of two sides: the status is told where the meetings were not held.
func edgeID(_ side: String, _ other: String, _ status: MeetingStatus) -> String {
  "\(side)--\(other)" + (status == .held ? "" : "--\(status)")
}

extension [NetworkView.Contact] {
  /// The meetings of all, each once.
  var distinctMeetings: [MeetingSummary] {
    var seen: Set<String> = []
    return flatMap(\.meetings).filter { seen.insert($0.id).inserted }
  }

  /// A note a contact. How many are printed is decided when it is known which are drawn.
  fileprivate func notes(names people: [PersonSummary]) -> [DiagramText.Note] {
    let names = Dictionary(
      people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return compactMap { contact in
      let who = [contact.person, contact.other].map { names[$0] ?? $0 }.joined(separator: " – ")
      return DiagramText.Note(about: contact.id, who: who, contact.meetings)
    }
  }
}
