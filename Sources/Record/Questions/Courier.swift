public import Diagnostics
public import Diplomacy
import SQLite

/// One handing on of a message: who gave it to whom, at which meeting.
public struct CourierStep: Hashable, Sendable {
  /// Who had it.
  public let from: PersonSummary
  /// Who got it.
  public let to: PersonSummary
  /// Where.
  public let meeting: MeetingSummary
}

extension GraphStore {
  /// How a message could have come from one person to another through held meetings, arriving the
  /// earliest: a time-respecting path (Kempe, Kleinberg and Kumar, "Connectivity and Inference
  /// Problems for Temporal Networks", 2002), of equally early ones the one of fewest hands.
  ///
  /// Meetings count by their day; whoever gets the message can hand it on from the day after, since
  /// no article tells the hour. Meetings without a day are left out.
  ///
  /// - Parameters:
  ///   - sender: the identifier of the one who has the message.
  ///   - receiver: the identifier of the one it is for.
  ///   - since: the first day on which it can be handed on.
  ///   - until: the last.
  /// - Returns: the steps in their order; nil if there was no way.
  /// - Throws: a diagnostic for a graph that can't be read.
  public func courier(
    from sender: String, to receiver: String, since: CalendarDate? = nil,
    until: CalendarDate? = nil
  ) throws(Diagnostic) -> [CourierStep]? {
    let (from, to) = (since?.description ?? "", until?.description ?? "~")
    let arrivals = try reporting {
      var search = CourierSearch(sender)
      let rows = try connection.prepare(
        """
        select m.date, m.id, a.personId from meeting m join attended a on a.meetingId = m.id
        where m.status = 'held' and m.precision in ('day', 'span') and m.date >= \(from)
          and m.date <= \(to)
        order by m.date, m.id, a.personId
        """ as SQL)
      while try rows.step(), !search.hasReached(receiver) {
        search.add(day: rows.text(at: 0), meeting: rows.text(at: 1), person: rows.text(at: 2))
      }
      search.endDay()
      return search
    }
    guard let path = arrivals.path(to: receiver) else { return nil }
    let meetings = try self.meetings(ids: path.map(\.meeting))
    let people = try reporting { try summaries(of: Set(path.flatMap { [$0.from, $0.to] })) }
    return path.compactMap { step in
      guard let from = people[step.from], let to = people[step.to],
        let meeting = meetings[step.meeting]
      else { return nil }
      return CourierStep(from: from, to: to, meeting: meeting)
    }
  }
}

/// Spreads a message over meetings in the order of their days.
private struct CourierSearch {
  struct Step {
    let from: String
    let to: String
    let meeting: String
  }

  private let sender: String
  private var steps: [String: Step] = [:]
  private var hands: [String: Int]
  private var day = ""
  private var today: [String: [String]] = [:]
  private var order: [String] = []

  init(_ sender: String) {
    self.sender = sender
    hands = [sender: 0]
  }

  func hasReached(_ person: String) -> Bool { hands[person] != nil }

  mutating func add(day: String, meeting: String, person: String) {
    if day != self.day { endDay() }
    self.day = day
    if today[meeting] == nil { order.append(meeting) }
    today[meeting, default: []].append(person)
  }

  /// Hands the message on at the meetings of the day, by those who had it before.
  mutating func endDay() {
    var reached: [String: Step] = [:]
    for meeting in order {
      let people = today[meeting] ?? []
      let carrier = people.filter { hands[$0] != nil }
        .min { (hands[$0] ?? 0, $0) < (hands[$1] ?? 0, $1) }
      guard let carrier else { continue }
      for person in people where hands[person] == nil {
        let known = reached[person].flatMap { hands[$0.from] } ?? .max
        if (hands[carrier] ?? 0) < known {
          reached[person] = Step(from: carrier, to: person, meeting: meeting)
        }
      }
    }
    for (person, step) in reached {
      steps[person] = step
      hands[person] = (hands[step.from] ?? 0) + 1
    }
    today = [:]
    order = []
  }

  func path(to receiver: String) -> [Step]? {
    var path: [Step] = []
    var person = receiver
    while person != sender {
      guard let step = steps[person] else { return nil }
      path.insert(step, at: 0)
      person = step.from
    }
    return path
  }
}
