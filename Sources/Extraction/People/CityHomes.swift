import Diplomacy
import Language

/// Finds the city of a mayor who is told without one, and the nation of a first minister: the last
/// place named before in the same or the previous sentence, or anywhere before for a nation.
struct CityHomes {
  func run(_ reading: inout Reading) {
    let places = reading.entities.filter { CityHomes.name(of: $0.entity) != nil }
    guard !places.isEmpty else { return }
    for person in reading.people.indices {
      for role in reading.people[person].roles.indices {
        let report = reading.people[person].roles[role]
        guard report.of == nil else { continue }
        let title = report.title.lowercased()
        let found: EntitySpan? =
          if CityHomes.cityOffices.contains(title) {
            city(before: report.evidence, places, reading)
          } else if CityHomes.nationOffices.contains(title) {
            nation(before: report.evidence, places, reading)
          } else {
            nil
          }
        guard let found, let name = CityHomes.name(of: found.entity) else { continue }
        reading.people[person].roles[role].of = .organization(name)
        if reading.people[person].country == nil, let code = found.entity.code {
          reading.people[person].country = Attested(code, reading.evidence(found.tokens))
        }
      }
    }
  }

  /// The last city at most 200 bytes before the title.
  private func city(
    before evidence: Evidence, _ places: [EntitySpan], _ reading: Reading
  ) -> EntitySpan? {
    guard let last = places[..<end(before: evidence, places, reading)].last else { return nil }
    let start = reading.tokens[last.tokens.lowerBound].start
    guard evidence.range.start - start <= 200, let name = CityHomes.name(of: last.entity),
      !CityHomes.nations.contains(name)
    else { return nil }
    return last
  }

  private func nation(
    before evidence: Evidence, _ places: [EntitySpan], _ reading: Reading
  ) -> EntitySpan? {
    let limit = end(before: evidence, places, reading)
    let all = places[..<limit].reversed() + places[limit...]
    return all.first { CityHomes.name(of: $0.entity).map(CityHomes.nations.contains) ?? false }
  }

  /// The number of places that begin before `evidence`; found by halving.
  private func end(before evidence: Evidence, _ places: [EntitySpan], _ reading: Reading) -> Int {
    let low = (0..<places.count).partitioningIndex {
      reading.tokens[places[$0].tokens.lowerBound].start >= evidence.range.start
    }
    return low
  }

  private static func name(of entity: Entity) -> String? {
    switch entity {
    case .place(let name, _), .capital(let name, _): name
    default: nil
    }
  }

  private static let cityOffices: WordSet = ["mayor", "deputy mayor", "lord mayor"]
  private static let nationOffices: WordSet = ["first minister", "deputy first minister"]
  private static let nations: WordSet = ["Scotland", "Wales", "Northern Ireland"]
}
