public import Diagnostics
import SQLite

extension GraphStore {
  /// The shortest ways from one person to another over the meetings that `filter` lets through,
  /// at most `most` people between them; nil if there is none.
  ///
  /// A way leads from person to person who took part in one meeting. Where more people lie between
  /// the two than `most`, those of the most such meetings are kept, at least one at each step.
  public func ways(
    from start: String, to end: String, most: Int = 12, _ filter: MeetingFilter = MeetingFilter()
  ) throws(Diagnostic) -> NetworkView? {
    let groups = try attendance(filter)
    var meetingsOf: [String: [Int]] = [:]
    for (index, group) in groups.enumerated() {
      for person in group.people { meetingsOf[person, default: []].append(index) }
    }
    var steps = [start: 0]
    var layers = [[start]]
    while steps[end] == nil, let last = layers.last, !last.isEmpty {
      var next: Set<String> = []
      for person in last {
        for meeting in meetingsOf[person] ?? [] {
          next.formUnion(groups[meeting].people.lazy.filter { steps[$0] == nil })
        }
      }
      for person in next { steps[person] = layers.count }
      layers.append(next.sorted())
    }
    guard let length = steps[end], length > 0 else { return nil }
    // Back from the end: who lies on a shortest way, those of the most meetings onwards first.
    var onWay = [end]
    var layer = [end]
    let room = max(1, most / max(length - 1, 1))
    for step in stride(from: length - 1, through: 0, by: -1) {
      var ties: [String: Int] = [:]
      for person in layer {
        for meeting in meetingsOf[person] ?? [] {
          for other in groups[meeting].people where steps[other] == step {
            ties[other, default: 0] += 1
          }
        }
      }
      let best = ties.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      layer = step == 0 ? [start] : Array(best.prefix(room))
      onWay += layer
    }
    let kept = Set(onWay)
    let ids = groups.filter { group in
      let there = group.people.compactMap { kept.contains($0) ? steps[$0] : nil }
      return Set(there).count > 1
    }.map(\.meeting)
    var narrowed = filter
    narrowed.ids = ids
    let whole = try network(narrowed)
    let contacts = whole.contacts.filter {
      guard kept.contains($0.person), kept.contains($0.other), let a = steps[$0.person],
        let b = steps[$0.other]
      else { return false }
      return abs(a - b) == 1
    }
    return NetworkView(people: whole.people.filter { kept.contains($0.id) }, contacts: contacts)
  }

  /// Who took part in which meeting, by meeting.
  private func attendance(
    _ filter: MeetingFilter
  ) throws(Diagnostic) -> [(meeting: String, people: [String])] {
    let rows = try reporting {
      try connection.rows(
        """
        select a.meetingId, a.personId from attended a join meeting m on m.id = a.meetingId
        where \(filter.condition) order by a.meetingId, a.personId
        """
      ) { ($0.text(at: 0), $0.text(at: 1)) }
    }
    var result: [(meeting: String, people: [String])] = []
    for (meeting, person) in rows {
      if result.last?.meeting != meeting { result.append((meeting, [])) }
      result[result.count - 1].people.append(person)
    }
    return result
  }
}
