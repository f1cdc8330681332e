import Diplomacy
import Language

/// Turns what was read into reports, dropping whoever is only named in passing.
struct ReportBuilder {
  let reading: Reading

  func reports() -> Reports {
    var meetings = meetings()
    let separations = SeparationStage(reading: reading, meetings: meetings).separations()
    var present = [Bool](repeating: false, count: reading.people.count)
    for meeting in meetings {
      for participant in meeting.participants { present[participant.person] = true }
    }
    var mentions = [[PersonMention]](repeating: [], count: reading.people.count)
    for mention in reading.mentions { mentions[mention.person].append(mention) }
    let callings = PrivatePersons(reading: reading)
    let kept = reading.people.indices.filter {
      isPublic($0, mentions[$0], present)
        && (present[$0] || !reading.people[$0].roles.isEmpty
          || !callings.contains(mentions[$0]))
    }
    var newIndex = [Int?](repeating: nil, count: reading.people.count)
    for (place, person) in kept.enumerated() { newIndex[person] = place }
    var reports = Reports()
    reports.people = kept.map { person($0, mentions[$0], newIndex) }
    for index in meetings.indices { renumber(&meetings[index].participants, newIndex) }
    reports.meetings = meetings
    reports.separations = separations.compactMap { separation in
      guard let a = newIndex[separation.first], let b = newIndex[separation.second] else {
        return nil
      }
      return SeparationReport(a, b, separation.reason, separation.evidence)
    }
    reports.countries = countries()
    return reports
  }

  /// The occasions as meetings, those on the margins of another pointing to it.
  private func meetings() -> [MeetingReport] {
    let builder = MeetingBuilder(reading: reading)
    let occasions = OccasionStage(reading: reading).occasions().filter { !isPassing($0) }
    let parents = SidelineReader(reading: reading).parents(of: occasions)
    let made = occasions.map { indices in
      builder.meeting(from: indices.map { reading.contacts[$0] })
    }
    var places: [Int: Int] = [:]
    for index in made.indices where made[index] != nil { places[index] = places.count }
    return made.indices.compactMap { index in
      var meeting = made[index]
      meeting?.partOf = parents[index].flatMap { places[$0] }
      return meeting
    }
  }

  /// "the talks between Russia and Japan": contacts of states of which the text tells neither who came nor when
  /// or where are spoken of, not reported.
  private func isPassing(_ occasion: [Int]) -> Bool {
    occasion.allSatisfy { index in
      let contact = reading.contacts[index]
      return contact.date == nil && contact.place == nil
        && contact.actors.allSatisfy { actor in
          switch actor.identity {
          case .country, .group: true
          case .unnamed: actor.isPlural(reading)
          case .person: false
          }
        }
    }
  }

  /// Has a role, takes part in a meeting, or is named in full beyond doubt.
  private func isPublic(_ index: Int, _ mentions: [PersonMention], _ present: [Bool]) -> Bool {
    let person = reading.people[index]
    if person.roles.isEmpty, person.parts.count == 1, !present[index],
      onlyNamesGovernment(mentions)
    {
      return false
    }
    return !person.roles.isEmpty || person.country != nil
      || person.isTitled || person.parts.count > 1 || person.isSure
      || present[index]
  }

  /// "the Obama administration": whether a family name only ever says whose government is meant.
  private func onlyNamesGovernment(_ mentions: [PersonMention]) -> Bool {
    mentions.allSatisfy { mention in
      let next = mention.tokens.upperBound
      return mention.form != .pronoun && mention.form != .role
        && ["administration", "administrations", "era"].contains(reading.word(next))
    }
  }

  private func person(
    _ index: Int, _ mentions: [PersonMention], _ newIndex: [Int?]
  ) -> PersonReport {
    let draft = reading.people[index]
    let roles = draft.roles.map { role in
      var role = role
      role.serves = role.serves.flatMap { newIndex[$0] }
      return role
    }
    var sorted = mentions.map { Mention($0.form, reading.evidence($0.tokens)) }
    let naming =
      sorted.firstIndex { $0.form == .fullName } ?? sorted.firstIndex { $0.form == .partialName }
      ?? 0
    if naming > 0 { sorted.insert(sorted.remove(at: naming), at: 0) }
    return PersonReport(
      name: draft.name, aliases: draft.aliases, country: draft.country,
      roles: roles,
      mentions: sorted)
  }

  private func renumber(_ participants: inout [ParticipationReport], _ newIndex: [Int?]) {
    participants.removeAll { newIndex[$0.person] == nil }
    for index in participants.indices {
      participants[index].person = newIndex[participants[index].person] ?? 0
    }
  }

  private func countries() -> [CountryReport] {
    var order: [CountryCode] = []
    var mentions: [CountryCode: [Evidence]] = [:]
    for span in reading.entities {
      guard let code = mentionedCountry(span.entity) else { continue }
      if mentions[code] == nil { order.append(code) }
      mentions[code, default: []].append(reading.evidence(span.tokens))
    }
    return order.map { CountryReport(code: $0, mentions: mentions[$0] ?? []) }
  }

  /// Cities do not count as mentions of their country.
  private func mentionedCountry(_ entity: Entity) -> CountryCode? {
    switch entity {
    case .country(let code), .adjective(let code), .government(_, let code, _): code
    case .organization(_, let code): code
    case .place, .capital: nil
    }
  }
}
