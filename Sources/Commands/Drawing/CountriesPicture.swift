import Diagrams
import Diplomacy
import Record

extension NetworkDiagram {
  /// States and bodies, each two joined by the number of their meetings.
  init(countriesOf meetings: [MeetingSummary], filter: MeetingFilter) {
    struct Pair: Hashable {
      let country: CountryCode
      let other: CountryCode
      let status: MeetingStatus
    }
    var shared: [Pair: [MeetingSummary]] = [:]
    var people: [CountryCode: Set<String>] = [:]
    var counts: [CountryCode: Int] = [:]
    for meeting in meetings {
      let countries = Set(meeting.countries + meeting.participants.compactMap(\.country)).sorted()
      guard countries.count > 1 else { continue }
      for person in meeting.participants {
        if let country = person.country { people[country, default: []].insert(person.id) }
      }
      for (index, country) in countries.enumerated() {
        counts[country, default: 0] += 1
        for other in countries[(index + 1)...] {
          let pair = Pair(country: country, other: other, status: meeting.status)
          shared[pair, default: []].append(meeting)
        }
      }
    }
    let pairs = shared.sorted {
      ($0.key.country, $0.key.other, $0.key.status.rawValue)
        < ($1.key.country, $1.key.other, $1.key.status.rawValue)
    }
    func id(_ country: CountryCode) -> String { country.rawValue.lowercased() }
    let drawn = pairs.map { pair, meetings in
      (
        edge: Edge(
          id: edgeID(id(pair.country), id(pair.other), pair.status), from: id(pair.country),
          to: id(pair.other), meetings: meetings, status: pair.status),
        who: [pair.country, pair.other].map { Countries[$0]?.name ?? "\($0)" }
          .joined(separator: " – "),
        meetings: meetings
      )
    }
    var seen: Set<String> = []
    let all = pairs.flatMap(\.value).filter { seen.insert($0.id).inserted }
    self.init(
      title: "Which countries met", subtitle: filter.words,
      caption: [
        "\(printed(counts.count, "country or body", "countries and bodies")), \(captionWords(of: all))"
      ],
      notes: drawn.compactMap { .init(about: $0.edge.id, who: $0.who, $0.meetings) },
      groups: Group.all(Array(counts.keys)),
      nodes: counts.keys.sorted().map { country in
        Node(
          id: id(country), name: Countries[country]?.name ?? "\(country)",
          roles: [
            [
              printed(counts[country] ?? 0, "meeting"),
              people[country].map { printed($0.count, "person", "people") },
            ]
            .compactMap { $0 }.joined(separator: ", ")
          ],
          group: id(country), form: .country, link: id(country))
      },
      edges: drawn.map(\.edge), framesGroups: false)
  }
}

extension NetworkDiagram.Edge {
  /// The meetings of two sides that came to the same; `meetings` come in the order of time.
  fileprivate init(
    id: String, from source: String, to target: String, meetings: [MeetingSummary],
    status: MeetingStatus
  ) {
    let dates = meetings.compactMap(\.date)
    self.init(
      id: id, from: source, to: target, count: meetings.count, first: dates.first?.description,
      last: dates.last == dates.first ? nil : dates.last?.description,
      dates: PartialDate.words(from: dates.first, to: dates.last), status: Status(status),
      tooltip: meetings.prefix(6).map { "\($0.title): \($0.tooltipWords)" }.joined(separator: "\n"),
      link: id)
  }
}

extension NetworkDiagram {
  /// Meetings and those who took part, as two kinds of nodes; at most `most` of both.
  init(
    meetings all: [MeetingSummary], among chosen: [PersonSummary], most: Int, filter: MeetingFilter
  ) {
    let whole = all.filter { $0.participants.count > 1 }
    let meetings = Self.manySided(whole, most: most)
    var people: [String: PersonSummary] = [:]
    for person in meetings.flatMap(\.participants) { people[person.id] = person }
    let countries = people.values.compactMap(\.country)
    let names = chosen.map(\.name).joined(separator: ", ")
    self.init(
      title: names.isEmpty ? "Meetings and who took part" : "Meetings of \(names)",
      subtitle: filter.words,
      caption: [captionWords(of: whole)]
        + (meetings.count == whole.count
          ? []
          : [
            "Drawn: the \(printed(meetings.count, "meeting")) of the most people, with "
              + "\(printed(people.count, "person", "people"))."
          ]),
      notes: meetings.compactMap {
        .init(about: $0.id, who: $0.participants.map(\.name).joined(separator: ", "), [$0])
      },
      groups: Group.all(countries),
      nodes: people.values.map(Node.init) + meetings.map(Node.init(meeting:)),
      edges: meetings.flatMap { meeting in
        meeting.participants.map { person in
          Edge(
            id: "\(person.id)--\(meeting.id)", from: person.id, to: meeting.id,
            first: meeting.date?.description,
            status: .init(meeting.status), kind: meeting.kind.rawValue, label: "",
            tooltip: "\(person.name): \(meeting.tooltipWords)", link: meeting.id)
        }
      })
  }
}

extension NetworkDiagram {
  /// The meetings of the most people, the later first, as long as both have room.
  fileprivate static func manySided(_ all: [MeetingSummary], most: Int) -> [MeetingSummary] {
    let order = all.indices.sorted { a, b in
      let (x, y) = (all[a].participants.count, all[b].participants.count)
      return x == y ? a > b : x > y
    }
    var people: Set<String> = []
    var kept: [Int] = []
    for index in order {
      let more = people.union(all[index].participants.map(\.id))
      if more.count + kept.count + 1 > most { continue }
      people = more
      kept.append(index)
    }
    return kept.sorted().map { all[$0] }
  }
}

extension NetworkDiagram.Node {
  fileprivate init(meeting: MeetingSummary) {
    let form = meeting.status == .held ? meeting.kind.rawValue : "\(meeting.status) \(meeting.kind)"
    let place = meeting.place.map { " in \($0)" } ?? ""
    self.init(
      id: meeting.id, name: form.prefix(1).uppercased() + form.dropFirst() + place,
      roles: [meeting.date?.words ?? "no date"],
      form: .meeting, status: .init(meeting.status), tooltip: meeting.tooltipWords,
      link: meeting.id)
  }
}
