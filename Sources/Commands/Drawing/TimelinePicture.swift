import Diagrams
import Diplomacy
import Record

extension TimelineDiagram {
  /// The most lanes that are drawn, if fewer are not asked for, the most active first.
  private static let mostLanes = 18

  /// Meetings over time: a lane each counterpart of `center`, each of the `chosen`, or each of the
  /// most active people or countries.
  init(
    _ meetings: [MeetingSummary], center: PersonSummary?, among chosen: [PersonSummary],
    by subject: LaneSubject, most: Int, filter: MeetingFilter
  ) {
    func lanes(of meeting: MeetingSummary) -> [Node] {
      switch subject {
      case .person:
        meeting.participants.filter { $0.id != center?.id }.map { Node($0) }
      case .country:
        Set(meeting.countries + meeting.participants.compactMap(\.country)).sorted()
          .filter { $0 != center?.country }.map { Node($0) }
      }
    }
    var counts: [String: Int] = [:]
    var known: [String: Node] = [:]
    for meeting in meetings where meeting.date != nil {
      for lane in lanes(of: meeting) {
        counts[lane.id, default: 0] += 1
        known[lane.id] = lane
      }
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let wanted =
      chosen.isEmpty || subject == .country
      ? Array(ranked.prefix(min(most, Self.mostLanes)))
      : chosen.map(\.id).filter { counts[$0] != nil }
    let kept = Set(wanted)
    let drawn = meetings.filter { meeting in
      let here = lanes(of: meeting).count { kept.contains($0.id) }
      return here > 0 && (center != nil || chosen.count < 2 || subject == .country || here > 1)
    }
    let dated = drawn.filter { $0.date != nil }
    var caption = [captionWords(of: drawn)]
    if wanted.count < ranked.count, chosen.isEmpty {
      caption.append(
        "Drawn: the \(wanted.count) lanes of the most meetings, of \(ranked.count).")
    }
    if dated.count < drawn.count {
      caption.append(
        "Not drawn: \(printed(drawn.count - dated.count, "meeting")) without a date.")
    }
    let isAnnotated = dated.count <= mostNotes
    let people = center.map { [$0] } ?? chosen
    let who = people.isEmpty ? "Meetings over time" : "Meetings of "
    self.init(
      text: DiagramText(
        title: who + people.map(\.name).joined(separator: ", "), subtitle: filter.words,
        caption: caption + (isAnnotated ? [] : [wordsElsewhere]),
        notes: isAnnotated
          ? dated.compactMap {
            .init(about: $0.id, who: $0.participants.map(\.name).joined(separator: ", "), [$0])
          } : []),
      groups: Group.all(
        meetings.flatMap { $0.countries + $0.participants.compactMap(\.country) }),
      lanes: (chosen.isEmpty
        ? Self.neighboured(wanted, dated.map { lanes(of: $0).map(\.id) }) : wanted)
        .compactMap { known[$0] },
      events: dated.compactMap { meeting in
        Event(meeting, lanes: lanes(of: meeting).map(\.id), isLabelled: dated.count <= 80)
      })
  }

  private typealias Group = NetworkDiagram.Group
  private typealias Node = NetworkDiagram.Node

  /// Lanes in an order in which those that meet lie close together: after each comes the one that
  /// met the last few most often, so that lines between lanes are short.
  private static func neighboured(_ ids: [String], _ meetings: [[String]]) -> [String] {
    var shared: [String: [String: Int]] = [:]
    for meeting in meetings {
      for a in meeting {
        for b in meeting where a != b { shared[a, default: [:]][b, default: 0] += 1 }
      }
    }
    var rest = ids
    var result: [String] = []
    while !rest.isEmpty {
      func pull(_ id: String) -> Int {
        zip(result.suffix(3).reversed(), [9, 4, 1]).reduce(0) { sum, near in
          sum + (shared[id]?[near.0] ?? 0) * near.1
        }
      }
      let pulls = rest.map(pull)
      let best = pulls.indices.max { (pulls[$0], $1) < (pulls[$1], $0) } ?? 0
      result.append(rest.remove(at: best))
    }
    return result
  }
}

extension NetworkDiagram.Node {
  fileprivate init(_ country: CountryCode) {
    let id = country.rawValue.lowercased()
    self.init(
      id: id, name: Countries[country]?.name ?? country.rawValue, group: id, form: .country,
      link: id)
  }
}

extension TimelineDiagram.Event {
  fileprivate init?(_ meeting: MeetingSummary, lanes: [String], isLabelled: Bool) {
    guard let date = meeting.date, let first = date.firstDay, let last = date.lastDay else {
      return nil
    }
    let form = meeting.kind == .meeting ? nil : meeting.kind.rawValue
    let status = meeting.status == .held ? nil : meeting.status.rawValue
    let label = [status, meeting.place ?? form].compactMap { $0 }.joined(separator: ", ")
    self.init(
      id: meeting.id, first: first.dayNumber, last: last.dayNumber,
      precision: Precision(rawValue: date.precision.rawValue) ?? .day,
      status: .init(meeting.status), lanes: lanes, label: isLabelled ? label : "",
      tooltip: "\(meeting.parties): \(meeting.tooltipWords)", link: meeting.id)
  }
}
