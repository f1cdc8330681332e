import Diplomacy

/// What the reports of one meeting disagree on.
///
/// A report that tells less does not disagree: a month with a day in it, a country with a city in
/// it, a part of the participants, a plan with its outcome.
struct Disputes {
  let all: [Disputable]

  init(_ reports: [ToldMeeting], status: MeetingStatus) {
    guard reports.count > 1 else {
      all = []
      return
    }
    var all: [Disputable] = []
    // A meeting that was moved has two days, one after the other; that is its history.
    let current = reports.filter { $0.status == status }
    let days = Set(
      current.compactMap(\.date).filter { $0.precision == .day || $0.precision == .span })
    if Disputes.contradict(days.sorted { $0.description < $1.description }) { all.append(.date) }
    if Disputes.placesContradict(reports.compactMap(\.place)) { all.append(.place) }
    let kinds = Set(current.map(\.kind)).subtracting([.meeting, .visit])
    if kinds.count > 1 { all.append(.kind) }
    let statuses = Set(reports.filter { !$0.isMadeUp(by: reports) }.map(\.status))
    if statuses.contains(.held), statuses.contains(.cancelled) || statuses.contains(.declined) {
      all.append(.status)
    }
    let people = Set(reports.map { Set($0.people.map(\.id)) }).filter { $0.count > 1 }
    if people.contains(where: { a in
      people.contains { b in !a.isSubset(of: b) && !b.isSubset(of: a) }
    }) {
      all.append(.participants)
    }
    self.all = all
  }

  private static func contradict(_ dates: [PartialDate]) -> Bool {
    dates.contains { a in dates.contains { b in !a.isCompatible(with: b) } }
  }

  private static func placesContradict(_ places: [PlaceName]) -> Bool {
    let cities = places.filter { !$0.isCountry && !Places.lookup($0.name).isEmpty }
    let names = Set(cities.map { folded($0.name) })
    return names.count > 1
  }
}
