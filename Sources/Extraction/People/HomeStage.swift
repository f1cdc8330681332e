import Diplomacy
import Language

/// Finds the country of a role that is told without one: from a title that only one country has,
/// from the place its sentence opens with, from the one country its sentence or the sentence before
/// names outside of other titles, from a heading or the dateline.
struct HomeStage {
  func run(_ reading: inout Reading) {
    for person in reading.people.indices {
      for role in reading.people[person].roles.indices {
        classify(&reading.people[person].roles[role])
      }
    }
    for person in reading.people.indices where !hasHome(reading.people[person]) {
      guard let open = reading.people[person].roles.firstIndex(where: { needsHome($0) }) else {
        continue
      }
      let evidence = reading.people[person].roles[open].evidence
      guard let code = surroundingCountry(of: evidence, reading) else { continue }
      reading.people[person].roles[open].of = .country(code)
    }
  }

  private func classify(_ role: inout RoleReport) {
    role.office = Offices.classify(role.title, of: role.of)
    if role.of == nil, let implied = Offices.country(impliedBy: role.title) {
      role.of = .country(implied)
    }
  }

  private func hasHome(_ person: PersonDraft) -> Bool {
    person.country != nil || person.roles.contains { $0.of != nil && !$0.isFormer }
  }

  /// Only an office of state needs a country; who serves somebody shares that person's.
  private func needsHome(_ role: RoleReport) -> Bool {
    guard role.of == nil, role.serves == nil, let office = role.office else { return false }
    return HomeStage.stateOffices.contains(office)
  }

  private static let stateOffices: Set<Office> = [
    .headOfState, .deputyHeadOfState, .headOfGovernment, .deputyHeadOfGovernment,
    .foreignMinister, .deputyForeignMinister, .defenceMinister, .minister, .deputyMinister,
    .monarch, .legislator,
  ]

  /// The one country named around a role.
  private func surroundingCountry(of evidence: Evidence, _ reading: Reading) -> CountryCode? {
    guard
      let index = reading.document.sentences.firstIndex(where: { sentence in
        guard let last = sentence.tokens.last else { return false }
        return evidence.range.end <= reading.tokens[last].end
      })
    else { return nil }
    let sentence = reading.document.sentences[index]
    if let record = reading.setting.record { return recordCountry(record, evidence, reading) }
    if let code = openingPlace(of: sentence, reading) { return code }
    var codes = countries(in: sentence.tokens, before: evidence.range.start, reading)
    if codes.isEmpty, index > 0, reading.document.sentences[index - 1].origin == sentence.origin {
      codes = countries(
        in: reading.document.sentences[index - 1].tokens, before: evidence.range.start, reading)
    }
    if codes.isEmpty { codes = heading(over: index, reading) }
    if codes.isEmpty, let country = reading.setting.datelinePlace?.value.country {
      codes = [country]
    }
    return codes.count == 1 ? codes.first : nil
  }

  /// In a travel record a title without a country is the host's, but for those who came along.
  private func recordCountry(
    _ record: RecordHeader, _ evidence: Evidence, _ reading: Reading
  ) -> CountryCode? {
    if let first = reading.tokens.firstIndex(where: { $0.start >= evidence.range.start }),
      ["accompanied", "accompanying"].contains(reading.word(first - 1))
    {
      let held = reading.people[record.traveller].roles.compactMap(\.of)
      return code(of: held.first)
    }
    return record.place?.value.country
  }

  /// "In Tokyo, Foreign Minister …".
  private func openingPlace(of sentence: Document.Sentence, _ reading: Reading) -> CountryCode? {
    let start = sentence.tokens.lowerBound
    guard ["in", "at"].contains(reading.word(start)),
      let entity = reading.entity(startingAt: start + 1),
      reading.word(entity.tokens.upperBound) == ","
    else { return nil }
    return located(entity.entity)
  }

  private func countries(
    in tokens: Range<Int>, before offset: Int, _ reading: Reading
  ) -> Set<CountryCode> {
    Set(
      reading.entities.filter { entity in
        let start = entity.tokens.lowerBound
        return tokens.contains(start) && reading.tokens[start].start < offset
          && !reading.roles.contains { $0.tokens.contains(start) }
      }.compactMap { located($0.entity) })
  }

  /// A short line over the sentence that names a place: "Monday 5 April – Tunis".
  private func heading(over index: Int, _ reading: Reading) -> Set<CountryCode> {
    for sentence in reading.document.sentences[..<index].reversed().prefix(6) {
      guard reading.blockKind(of: sentence) == .heading || sentence.tokens.count <= 6 else {
        continue
      }
      let found = countries(in: sentence.tokens, before: .max, reading)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func located(_ entity: Entity) -> CountryCode? {
    switch entity {
    case .place(_, let code), .country(let code as CountryCode?),
      .adjective(let code as CountryCode?),
      .capital(_, let code as CountryCode?), .government(_, let code as CountryCode?, _):
      code
    case .organization: nil
    }
  }
}
