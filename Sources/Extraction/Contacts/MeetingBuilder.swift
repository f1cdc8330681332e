import Diplomacy
import Language

/// Makes reports of meetings from the tellings of each occasion.
struct MeetingBuilder {
  let reading: Reading

  func meeting(from tellings: [ContactDraft]) -> MeetingReport? {
    let ranked = tellings.count > 1 ? self.ranked(tellings) : tellings
    guard let best = ranked.first else { return nil }
    let participants = participants(of: ranked)
    let unnamed = unnamed(of: ranked)
    let kind = kind(of: ranked, participants: participants)
    return MeetingReport(
      participants: participants, unnamed: unnamed,
      countries: countries(of: tellings, participants, unnamed), kind: kind,
      status: Attested(best.status, reading.evidence(best.statusTokens)),
      date: exactest(ranked.compactMap(\.date))
        ?? tellings.lazy.compactMap(\.inheritedDate).first,
      place: kind.value == .call ? nil : place(of: ranked),
      topics: topics(of: tellings), evidence: ranked.map { reading.evidence($0.tokens) })
  }

  /// The first of those that tell the day or a few; failing that, a longer span or the month.
  private func exactest(_ dates: [Attested<PartialDate>]) -> Attested<PartialDate>? {
    dates.first { $0.value.precision == .day || $0.value.precision == .span && isShort($0.value) }
      ?? dates.first { $0.value.precision == .span }
      ?? dates.first { $0.value.precision == .month } ?? dates.first
  }

  /// Less than a week.
  private func isShort(_ span: PartialDate) -> Bool {
    guard let first = span.firstDay, let last = span.lastDay else { return false }
    return last.dayNumber - first.dayNumber < 6
  }

  /// Those of the occasion itself, unless it is only named ahead, what says most first.
  private func ranked(_ tellings: [ContactDraft]) -> [ContactDraft] {
    let told = tellings.filter { !$0.isPreview }
    return (told.isEmpty ? tellings : told).sorted {
      rank($0) == rank($1) ? $0.trigger < $1.trigger : rank($0) > rank($1)
    }
  }

  /// How much a telling says: its own form, date and place count.
  private func rank(_ contact: ContactDraft) -> Int {
    (contact.kind == nil ? 0 : 4) + (contact.date == nil ? 0 : 2) + (contact.place == nil ? 0 : 1)
  }

  private func participants(of tellings: [ContactDraft]) -> [ParticipationReport] {
    var reports: [ParticipationReport] = []
    for actor in tellings.flatMap(\.actors) {
      guard let person = actor.person, !reports.contains(where: { $0.person == person }) else {
        continue
      }
      reports.append(ParticipationReport(person: person, evidence: reading.evidence(actor.tokens)))
    }
    return reports.sorted { $0.evidence.range < $1.evidence.range }
  }

  private func unnamed(of tellings: [ContactDraft]) -> [UnnamedParty] {
    var parties: [UnnamedParty] = []
    for actor in tellings.flatMap(\.actors) {
      guard case .unnamed(let role, let of) = actor.identity,
        !parties.contains(where: { $0.role == role && $0.of == of })
      else { continue }
      parties.append(UnnamedParty(role: role, of: of, evidence: reading.evidence(actor.tokens)))
    }
    return parties
  }

  private func countries(
    of tellings: [ContactDraft], _ participants: [ParticipationReport], _ unnamed: [UnnamedParty]
  ) -> [CountryCode] {
    var codes: [CountryCode] = []
    func add(_ code: CountryCode?) {
      if let code, !codes.contains(code) { codes.append(code) }
    }
    for participant in participants { add(reading.people[participant.person].country?.value) }
    for case .country(let code)? in unnamed.map(\.of) { add(code) }
    for case .country(let code) in tellings.flatMap(\.actors).map(\.identity) { add(code) }
    return codes
  }

  /// The form told most exactly; of three or more countries' leaders or ministers, a summit.
  private func kind(
    of tellings: [ContactDraft], participants: [ParticipationReport]
  ) -> Attested<MeetingKind> {
    let told = tellings.filter { $0.form != nil }
    let exact = told.first { $0.kind != .visit } ?? told.first ?? tellings[0]
    let evidence = reading.evidence(exact.kindTokens)
    var kind = exact.form ?? .meeting
    if told.isEmpty, exact.isSpoken, isFromAfar(tellings, participants) { kind = .call }
    if isSummit(tellings) { kind = .summit }
    guard kind == .meeting || kind == .visit else { return Attested(kind, evidence) }
    let isOfMany = isOfMany(tellings) || highSides(participants, tellings).count >= 3
    return Attested(isOfMany ? .summit : kind, evidence)
  }

  /// "spoke" of people in different countries, with no place told, is by telephone.
  private func isFromAfar(
    _ tellings: [ContactDraft], _ participants: [ParticipationReport]
  ) -> Bool {
    guard tellings.allSatisfy({ $0.place == nil }) else { return false }
    var known = participants.compactMap { reading.people[$0.person].country?.value.rawValue }
    var all = participants.count
    // "The Prime Minister spoke to Macron": one without a name, of wherever.
    for case .unnamed(let role, let of) in tellings.flatMap(\.actors).map(\.identity)
    where !role.hasSuffix("s") {
      all += 1
      if let of { known.append(of.text) }
    }
    return Set(known).count != 1 || known.count < all
  }

  /// A city told in any telling comes before a building.
  private func place(of tellings: [ContactDraft]) -> Attested<PlaceName>? {
    let told = tellings.compactMap(\.place)
    return told.first { Countries.metonym($0.value.name) == nil } ?? told.first
      ?? tellings.lazy.compactMap(\.inheritedPlace).first
  }

  private func topics(of tellings: [ContactDraft]) -> [Attested<String>] {
    var seen: Set<String> = []
    return tellings.flatMap(\.topics).filter { seen.insert($0.value.lowercased()).inserted }
  }
}
