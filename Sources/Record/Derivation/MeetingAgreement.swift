import Diplomacy

extension MeetingTestimony {
  /// Whether both can tell of one occasion.
  ///
  /// Two reports of one article never do: whoever read it has told them apart.
  func agrees(with other: MeetingTestimony) -> Bool {
    reference.article != other.reference.article && datesAgree(with: other)
      && statusesAgree(with: other) && kindsAgree(with: other) && placesAgree(with: other)
      && partiesAgree(with: other)
  }

  /// A plan agrees with whatever became of it; other outcomes exclude each other.
  private func statusesAgree(with other: MeetingTestimony) -> Bool {
    status == other.status || status == .planned || other.status == .planned
  }

  /// A call is no encounter in one room; the other kinds are told apart too loosely to part them.
  private func kindsAgree(with other: MeetingTestimony) -> Bool {
    (kind == .call) == (other.kind == .call)
  }

  /// One tells the city, another the building: only two countries contradict each other.
  private func placesAgree(with other: MeetingTestimony) -> Bool {
    guard let place, let otherPlace = other.place else { return true }
    guard let country = place.country, let otherCountry = otherPlace.country else { return true }
    return country == otherCountry
  }
}

// MARK: - Parties

extension MeetingTestimony {
  /// One names the same parties as the other or fewer, and at least two are shared.
  private func partiesAgree(with other: MeetingTestimony) -> Bool {
    isPart(of: other) || other.isPart(of: self)
  }

  private func isPart(of other: MeetingTestimony) -> Bool {
    guard people.isSubset(of: other.people) else { return false }
    let present = other.otherCountries.union(other.peoplesCountries)
    guard otherCountries.isSubset(of: present) else { return false }
    guard !people.isEmpty else {
      // Delegations meet often; without a name only exactly the same circle is the same occasion.
      return other.people.isEmpty && otherCountries == other.otherCountries
        && otherCountries.count > 1
    }
    return people.count + otherCountries.count > 1
  }
}

// MARK: - Dates

extension MeetingTestimony {
  /// Between two places the same evening can be two days.
  private static let slack = 1
  /// How long after a meeting an article that gives no date still reports it, in days.
  private static let reportingDelay = 10
  /// How far ahead an article announces a meeting without a date, in days.
  private static let announcement = 60

  private func datesAgree(with other: MeetingTestimony) -> Bool {
    if let date, let otherDate = other.date {
      return date.isExactEnough && otherDate.isExactEnough
        && date.isCompatible(with: otherDate, slack: MeetingTestimony.slack)
    }
    guard let days, let otherDays = other.days else { return false }
    return days.overlaps(otherDays)
  }

  /// The days the meeting can have been on, by number; nil where nothing tells.
  private var days: ClosedRange<Int>? {
    if let date {
      guard date.isExactEnough, let first = date.firstDay, let last = date.lastDay else {
        return nil
      }
      return first.dayNumber...last.dayNumber
    }
    guard let published = published?.dayNumber else { return nil }
    return status == .planned
      ? published...published + MeetingTestimony.announcement
      : published - MeetingTestimony.reportingDelay...published + MeetingTestimony.slack
  }
}

extension PartialDate {
  /// A year alone fits nearly everything, so it tells nothing apart.
  fileprivate var isExactEnough: Bool { precision != .year }
}
