import Diplomacy

/// By which rule a report was counted as a person's, as `memcon why` shows it.
enum IdentityRule: String, Sendable, CaseIterable {
  case fullName = "full name"
  case transliteration
  case nickname
  case middleName = "middle name"
  case initial
  case reignName = "name of a reign"
  case familyName = "family name"
  case familyNameAndOffice = "family name and office"
  case register
  case split
}

/// How one full name stands to another of the same family name.
enum NameRelation: Hashable, Sendable {
  /// Both tell as much.
  case equal(IdentityRule)
  /// The first tells less than the second: an initial, a nickname, no middle name.
  case shorter(IdentityRule)
  /// The first tells more than the second.
  case longer(IdentityRule)
}

extension PersonName {
  /// How this full name stands to `other`; nil where they are names of two people.
  ///
  /// Both must be full names of one block. "George W. Bush" and "George H. W. Bush" contradict each
  /// other, and "George Bush" is shorter than both.
  func relation(to other: PersonName) -> NameRelation? {
    guard number == other.number, given != nil, other.given != nil || number != nil,
      suffixesAgree(with: other)
    else {
      return number != nil && number == other.number && family == other.family
        ? .equal(.fullName) : nil
    }
    guard let given, let otherGiven = other.given,
      let relation = GivenNames.relation(given, otherGiven),
      let middles = middleRelation(to: other)
    else { return nil }
    let isOtherSpelling = family != other.family
    switch (relation, middles) {
    case (.same, 0): return .equal(isOtherSpelling ? .transliteration : .fullName)
    case (.spelling, 0): return .equal(.transliteration)
    case (.initial, let sum):
      // "J. Kerry" is shorter than "John F. Kerry"; "A. John Blinken" against "Antony J." is nothing.
      let isShort = given.utf8.count == 1
      guard isShort ? sum <= 0 : sum >= 0 else { return nil }
      return isShort ? .shorter(.initial) : .longer(.initial)
    case (.nickname, let sum):
      let isShort = GivenNames.isNickname(given, of: otherGiven)
      let isLong = GivenNames.isNickname(otherGiven, of: given)
      if isShort == isLong { return sum == 0 ? .equal(.nickname) : side(sum, .nickname) }
      return isShort ? .shorter(.nickname) : .longer(.nickname)
    case (_, let sum): return side(sum, relation == .same ? .middleName : .transliteration)
    }
  }

  /// Whether it gives a given name in full.
  var hasGivenName: Bool { (given?.utf8.count ?? 0) > 1 }

  /// Whether this gives the initial of a name that `other` gives in full.
  func isInitial(of other: PersonName) -> Bool {
    other.hasGivenName && relation(to: other) == .shorter(.initial)
  }

  private func side(_ sum: Int, _ rule: IdentityRule) -> NameRelation {
    sum < 0 ? .shorter(rule) : .longer(rule)
  }

  /// "Jr." is left out as often as not; "Jr." and "Sr." are father and son.
  private func suffixesAgree(with other: PersonName) -> Bool {
    suffix == nil || other.suffix == nil || suffix == other.suffix
  }

  /// -1 if the other has more to tell by its middle names, 1 if it has less, 0 if they tell the
  /// same; nil if they contradict each other.
  private func middleRelation(to other: PersonName) -> Int? {
    if middle.isEmpty != other.middle.isEmpty { return middle.isEmpty ? -1 : 1 }
    if middle.count == other.middle.count {
      guard zip(middle, other.middle).allSatisfy(PersonName.middlesAgree) else { return nil }
      return 0
    }
    let (short, long) =
      middle.count < other.middle.count ? (middle, other.middle) : (other.middle, middle)
    var place = 0
    for word in short {
      guard let found = long[place...].firstIndex(where: { PersonName.middlesAgree(word, $0) })
      else { return nil }
      place = found + 1
    }
    // "W." against "H. W." is another person; a middle name in full is one of several.
    guard short.contains(where: { $0.utf8.count > 1 }) || long.count > 3 else { return nil }
    return middle.count < other.middle.count ? -1 : 1
  }

  private static func middlesAgree(_ a: String, _ b: String) -> Bool {
    if a.utf8.count == 1 || b.utf8.count == 1 { return a.utf8.first == b.utf8.first }
    return a == b || nameSkeleton(a) == nameSkeleton(b)
  }
}
