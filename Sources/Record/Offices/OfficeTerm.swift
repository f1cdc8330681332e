import Diplomacy

/// From when to when somebody is known to hold an office, in days from 1970-01-01.
struct OfficeTerm: Hashable, Sendable {
  let office: String
  let first: Int
  let last: Int
  /// Whether a register says so, which tells the days themselves; articles tell when they spoke of it.
  let isRegistered: Bool

  /// Reports of one office with at most this many days between are of one term: who comes back after
  /// somebody else has two.
  private static let longestSilence = 366

  /// The terms that reports of one person in one office make, told by their first and last days.
  static func terms(_ office: String, reported spans: [ClosedRange<Int>]) -> [OfficeTerm] {
    var terms: [OfficeTerm] = []
    for span in spans.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    ) {
      if let term = terms.last, span.lowerBound <= term.last + longestSilence {
        terms[terms.count - 1] = OfficeTerm(
          office: office, first: term.first, last: max(term.last, span.upperBound),
          isRegistered: false)
      } else {
        terms.append(
          OfficeTerm(
            office: office, first: span.lowerBound, last: span.upperBound, isRegistered: false))
      }
    }
    return terms
  }
}

extension RegisterEntry {
  /// The terms in offices that one person holds at a time.
  var soleTerms: [OfficeTerm] {
    roles.compactMap { role in
      guard let office = role.office else { return nil }
      let held = HeldOffice(
        office: office, of: Countries[CountryCode(role.of)] == nil ? slug(role.of) : role.of,
        isFormer: false)
      guard SoleOffice.includes(held) else { return nil }
      func day(_ text: String?, _ day: (PartialDate) -> CalendarDate?) -> Int? {
        text.flatMap { PartialDate(iso: $0) }.flatMap(day)?.dayNumber
      }
      let first = day(role.since, \.firstDay) ?? OfficeHolders.longAgo
      let last = day(role.until, \.lastDay) ?? OfficeHolders.farAhead
      return OfficeTerm(
        office: held.text, first: first, last: max(first, last), isRegistered: true)
    }
  }
}

/// Who holds one office, by what the whole record knows.
struct OfficeHolders {
  let terms: [(person: String, term: OfficeTerm)]

  static let longAgo = -1_000_000
  static let farAhead = 1_000_000
  /// Within so many days of a report, where no report of anybody covers the day, its holder stands.
  static let slack = 183

  /// The one who holds the office on `day`; nil if nobody is known to, or more than one.
  ///
  /// Reports before and after the day say it surest, or a register; else the last before it and the
  /// first after it, half a year at most, if they agree or there are only either. Of several a
  /// register decides.
  func holder(on day: Int) -> String? {
    let covering = terms.filter { $0.term.first <= day && day <= $0.term.last }
    let people = Set(covering.map(\.person))
    if people.count == 1 { return people.first }
    if people.count > 1 {
      let registered = Set(covering.filter(\.term.isRegistered).map(\.person))
      return registered.count == 1 ? registered.first : nil
    }
    // A register that knows the person's days knows better than reports of other days.
    let registered = Set(terms.filter(\.term.isRegistered).map(\.person))
    let told = terms.filter { !registered.contains($0.person) }
    let before = told.filter { day - OfficeHolders.slack <= $0.term.last && $0.term.last < day }
    let after = told.filter { day < $0.term.first && $0.term.first <= day + OfficeHolders.slack }
    let latest = before.map(\.term.last).max()
    let earliest = after.map(\.term.first).min()
    let neighbors = Set(
      before.filter { $0.term.last == latest }.map(\.person)
        + after.filter { $0.term.first == earliest }.map(\.person))
    return neighbors.count == 1 ? neighbors.first : nil
  }

  /// The days on which somebody else may be the holder, now that a person's terms are others; nil
  /// if they are the same.
  static func changedDays(_ old: Set<OfficeTerm>, _ new: Set<OfficeTerm>) -> ClosedRange<Int>? {
    let (gone, come) = (old.subtracting(new), new.subtracting(old))
    let changed = gone.union(come)
    guard let first = changed.map(\.first).min(), let last = changed.map(\.last).max() else {
      return nil
    }
    // A term that only lasts longer, as most do, changes nothing before its old end.
    if gone.count == 1, come.count == 1, let before = gone.first, let after = come.first,
      before.isRegistered == after.isRegistered, before.first == after.first
    {
      return min(before.last, after.last)...(last + slack)
    }
    return (first - slack)...(last + slack)
  }
}
