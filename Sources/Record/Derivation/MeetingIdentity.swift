import Diplomacy

/// Decides which reports of meetings tell of one occasion.
///
/// A report joins an occasion if it agrees with every report already there. Of several occasions it
/// agrees with, it joins the one whose date it gives exactly; where that leaves a doubt, it stays
/// an occasion of its own.
struct MeetingIdentity {
  /// The reports of each occasion, the most exact first.
  let occasions: [[MeetingTestimony]]

  init(_ testimonies: [MeetingTestimony]) {
    var found: [[MeetingTestimony]] = []
    var occasionsByParty: [MeetingTestimony.Party: [Int]] = [:]
    for testimony in testimonies.sorted(by: MeetingTestimony.isMoreExact) {
      let near = Set(testimony.parties.flatMap { occasionsByParty[$0] ?? [] }).sorted()
      let fitting = near.filter { found[$0].allSatisfy(testimony.agrees) }
      let joined = MeetingIdentity.choice(of: fitting, for: testimony, in: found) ?? found.count
      if joined == found.count { found.append([]) }
      found[joined].append(testimony)
      for party in testimony.parties { occasionsByParty[party, default: []].append(joined) }
    }
    occasions = found
  }

  private static func choice(
    of fitting: [Int], for testimony: MeetingTestimony, in found: [[MeetingTestimony]]
  ) -> Int? {
    guard fitting.count > 1 else { return fitting.first }
    let exact = fitting.filter { found[$0].contains { $0.date == testimony.date } }
    return testimony.date != nil && exact.count == 1 ? exact.first : nil
  }
}

/// One article's report of a meeting, with its people resolved to individuals.
struct MeetingTestimony {
  /// Who takes part, as far as two reports can share it.
  enum Party: Hashable {
    case person(Int)
    case country(CountryCode)
  }

  let reference: ReportReference
  let kind: MeetingKind
  let status: MeetingStatus
  let date: PartialDate?
  let published: CalendarDate?
  let place: PlaceName?
  /// The individuals named.
  let people: Set<Int>
  /// The countries for which they act.
  let peoplesCountries: Set<CountryCode>
  /// The countries that take part without a named person.
  let otherCountries: Set<CountryCode>

  var parties: [Party] {
    people.sorted().map { .person($0) }
      + peoplesCountries.union(otherCountries).sorted().map { .country($0) }
  }

  /// Reports with a day first, then those with more parties; the rest makes the order complete.
  static func isMoreExact(_ a: MeetingTestimony, than b: MeetingTestimony) -> Bool {
    (a.exactness, a.published?.dayNumber ?? .max, a.reference)
      < (b.exactness, b.published?.dayNumber ?? .max, b.reference)
  }

  private var exactness: Int {
    (date?.precision == .day ? 0 : 1_000) - people.count - otherCountries.count
  }
}
