import Diplomacy

/// One article's report of a meeting, with its people resolved.
struct MeetingTestimony: Sendable {
  /// The number of its row.
  let id: Int
  /// The article's identifier, and the report's number there: the order that all choices end with.
  let article: String
  let number: Int
  let shape: MeetingShape
  /// When the article was published, in days from 1970-01-01.
  let published: Int?
  /// Whether the report gives any date; else its days are told from the publication.
  let hasDate: Bool
  /// The component and cluster it is in at present.
  var component: Int?
  var cluster: Int?

  /// Between two places the same evening can be two days.
  static let slack = 1

  /// By article and number.
  static func isBefore(_ a: MeetingTestimony, _ b: MeetingTestimony) -> Bool {
    (a.article, a.number) < (b.article, b.number)
  }
}

/// All of a report that says which meeting it tells of; equal shapes tell of one.
struct MeetingShape: Hashable, Sendable {
  let kind: MeetingKind
  let status: MeetingStatus
  let isDated: Bool
  let days: ClosedRange<Int>?
  let place: PlaceName?
  /// The people named, by identifier.
  let people: Set<String>
  /// The countries for which they act.
  let peoplesCountries: Set<CountryCode>
  /// The countries that take part without a named person.
  let otherCountries: Set<CountryCode>

  /// By whom others are looked for, in any order: people, or, where nobody is named, countries.
  var keys: [String] {
    people.isEmpty
      ? otherCountries.map { "d:" + $0.rawValue } : people.map { "p:" + $0 }
  }

  var partyCount: Int { people.count + otherCountries.count }
}

// MARK: - Agreement

extension MeetingShape {
  /// Whether both can tell of one occasion.
  func agrees(with other: MeetingShape) -> Bool {
    datesAgree(with: other) && statusesAgree(with: other) && kindsAgree(with: other)
      && placesAgree(with: other) && partiesAgree(with: other)
  }

  /// A plan agrees with whatever became of it, and articles may disagree on whether it was called
  /// off; but whom one refused to meet one day one may have met that day all the same.
  private func statusesAgree(with other: MeetingShape) -> Bool {
    (status == .declined) == (other.status == .declined)
      || [status, other.status].contains { $0 == .planned || $0 == .cancelled }
  }

  private func datesAgree(with other: MeetingShape) -> Bool {
    guard let days, let theirs = other.days else { return false }
    let slack = isDated && other.isDated ? MeetingTestimony.slack : 0
    return days.lowerBound <= theirs.upperBound + slack
      && theirs.lowerBound <= days.upperBound + slack
  }

  /// A call is no encounter in one room, and two of a summit's guests are not the summit; the other
  /// kinds are told apart too loosely to part them.
  private func kindsAgree(with other: MeetingShape) -> Bool {
    guard (kind == .call) == (other.kind == .call) else { return false }
    // A traveller's visit is not the talks during it: they are part of it.
    if (kind == .visit) != (other.kind == .visit) {
      guard (kind == .visit ? self : other).people.count != 1 else { return false }
    }
    guard (kind == .summit) != (other.kind == .summit) else { return true }
    return partyCount > 2 && other.partyCount > 2
  }

  /// One tells the city, another the building: only two countries contradict each other.
  private func placesAgree(with other: MeetingShape) -> Bool {
    guard let country = place?.country, let theirs = other.place?.country else { return true }
    return country == theirs
  }

  private func partiesAgree(with other: MeetingShape) -> Bool {
    isPart(of: other) || other.isPart(of: self) || overlaps(other)
  }

  /// One names the same parties as the other or fewer, and at least two are shared.
  private func isPart(of other: MeetingShape) -> Bool {
    guard people.isSubset(of: other.people) else { return false }
    guard
      otherCountries.allSatisfy({
        other.otherCountries.contains($0) || other.peoplesCountries.contains($0)
      })
    else { return false }
    guard !people.isEmpty else {
      // Delegations meet often; without a name only exactly the same circle is the same occasion.
      return other.people.isEmpty && otherCountries == other.otherCountries
        && otherCountries.count > 1
    }
    if partyCount > 1 { return true }
    // A traveller alone: the visit to one country.
    return kind == .visit && other.kind == .visit && people == other.people
      && place?.country != nil && place?.country == other.place?.country
  }

  /// Of a big meeting each report lists whom its readers know.
  private func overlaps(_ other: MeetingShape) -> Bool {
    people.count > 2 && other.people.count > 2
      && MeetingShape.overlap(
        people.intersection(other.people).count, of: people.count, other.people.count)
  }

  private static func overlap(_ shared: Int, of count: Int, _ other: Int) -> Bool {
    min(count, other) > 2 && shared >= 2 && shared * 2 >= min(count, other)
  }

  /// Whether reports that name `count` and `other` people, of whom they share `shared`, can agree at all.
  static func agree(sharing shared: Int, of count: Int, _ other: Int) -> Bool {
    shared == count || shared == other || overlap(shared, of: count, other)
  }
}

// MARK: - Moved meetings

extension MeetingShape {
  /// How long after the day it was called off for a meeting can be made up for, in days.
  static let postponement = 45

  /// Whether this is what became of a meeting that `other` says was called off: the same circle, the
  /// same sort of contact, later.
  func makesUp(for other: MeetingShape) -> Bool {
    guard other.status == .cancelled, status != .declined, other.isDated, isDated,
      let days, let theirs = other.days, !people.isEmpty || otherCountries.count > 1,
      people == other.people, otherCountries == other.otherCountries,
      (kind == .call) == (other.kind == .call), (kind == .summit) == (other.kind == .summit)
    else { return false }
    return days.lowerBound > theirs.upperBound + MeetingTestimony.slack
      && days.lowerBound <= theirs.upperBound + MeetingShape.postponement
  }
}
