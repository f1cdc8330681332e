import Diplomacy

// MARK: - Who took part, and what the meeting is called

extension MeetingSummarizing {
  func attendees(of occasion: [MeetingTestimony]) -> [DerivedRecord.Attendee] {
    var roles: [String: [String]] = [:]
    for testimony in occasion {
      let article = articles[testimony.reference.article]
      for number in article.meetings[testimony.reference.number].participants {
        let reference = ReportReference(article: testimony.reference.article, number: number)
        guard let id = personIDs[reference] else { continue }
        let role = article.people[number].roles.first { !$0.isFormer }
        roles[id, default: []] += role.map { [$0.title] } ?? []
      }
    }
    return roles.sorted { $0.key < $1.key }.map {
      DerivedRecord.Attendee(person: $0.key, role: mostFrequentName($0.value))
    }
  }

  /// Countries and organisations, with the group that stood for them if nobody was named.
  func parties(
    of reports: [ReportedMeeting], attendees: [DerivedRecord.Attendee]
  ) -> [DerivedRecord.Party] {
    let unnamed = reports.flatMap(\.unnamed)
    var codes = Set(reports.flatMap(\.countries))
    codes.formUnion(unnamed.compactMap(\.of?.country).map { CountryCode($0) })
    codes.formUnion(attendees.compactMap { countries[$0.person] })
    let delegations = codes.sorted().map { code in
      DerivedRecord.Party(
        country: code, organization: nil,
        role: mostFrequentName(unnamed.filter { $0.of == .country(code) }.map(\.role)))
    }
    let bodies = Dictionary(grouping: unnamed.filter { $0.of?.organization != nil }) {
      slug($0.of?.organization ?? "")
    }
    return delegations
      + bodies.sorted { $0.key < $1.key }.map {
        DerivedRecord.Party(
          country: nil, organization: $0.key, role: mostFrequentName($0.value.map(\.role)))
      }
  }

  /// `2025-03-19-peters-rubio`: the day, the family names in alphabetical order, and the kind where
  /// it is no plain meeting.
  func identifier(
    date: PartialDate?, kind: MeetingKind, attendees: [DerivedRecord.Attendee],
    parties: [DerivedRecord.Party]
  ) -> String {
    let day = date.map { date in
      date.precision == .span ? "\(date.firstDay?.description ?? "")" : date.description
    }
    var names = attendees.compactMap { familyName(of: $0.person) }.sorted()
    if names.count < 2 { names += parties.compactMap { $0.country?.rawValue ?? $0.organization } }
    if names.count > 4 { names = Array(names[..<3]) + ["and \(names.count - 3) more"] }
    let suffix = kind == .meeting ? [] : [kind.rawValue]
    return slug(([day ?? "undated"] + names + suffix).joined(separator: " "))
  }

  func title(
    kind: MeetingKind, attendees: [DerivedRecord.Attendee], parties: [DerivedRecord.Party]
  ) -> String {
    var names = attendees.compactMap { person($0.person)?.name }.sorted()
    if names.count < 2 {
      let present = Set(attendees.compactMap { countries[$0.person] })
      names += parties.compactMap { party in
        party.country.map { present.contains($0) ? nil : countryName($0) } ?? party.organization
      }
    }
    if names.count > 4 { names = Array(names[..<3]) + ["\(names.count - 3) more"] }
    let list =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    let word = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    return "\(word) of \(list.isEmpty ? "unnamed parties" : list)"
  }

  private func familyName(of id: String) -> String? {
    person(id)?.familyNames.first
  }

  /// People are sorted by identifier.
  private func person(_ id: String) -> DerivedRecord.Person? {
    var low = 0
    var high = people.count
    while low < high {
      let middle = (low + high) / 2
      if people[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < people.count && people[low].id == id ? people[low] : nil
  }
}
