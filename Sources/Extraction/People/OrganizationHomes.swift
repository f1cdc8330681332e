import Diplomacy
import Language

/// Finds the organisation of a head or secretary-general that is told without one: the last named
/// before in the same or the previous sentence, or the one that the article names most.
struct OrganizationHomes {
  func run(_ reading: inout Reading) {
    let bodies = reading.entities.filter { isBody($0.entity) }
    let agencies = reading.entities.filter { isAgency($0.entity) }
    let movements = reading.entities.filter { isMovement($0.entity) }
    for person in reading.people.indices where reading.people[person].country == nil {
      for role in reading.people[person].roles.indices {
        let report = reading.people[person].roles[role]
        guard report.of == nil, report.serves == nil else { continue }
        let title = report.title.lowercased()
        let found =
          title == "director" || title == "deputy director"
          ? last(agencies, before: report.evidence, within: 120, reading)
          : OrganizationHomes.partyTitles.contains(title)
            ? last(movements, before: report.evidence, within: 200, reading)
            : ["leader", "deputy"].contains(title)
              ? nearer(movements, before: report.evidence, reading) : nil
        if case .organization(let name, _)? = found?.entity {
          let acronym = Organizations.lookup(name).flatMap {
            $0.kind == .ministry ? $0.acronym : nil
          }
          reading.people[person].roles[role].of = withoutArticle(.organization(acronym ?? name))
        }
      }
    }
    guard !bodies.isEmpty else { return }
    for person in reading.people.indices where reading.people[person].country == nil {
      for role in reading.people[person].roles.indices {
        let report = reading.people[person].roles[role]
        guard report.of == nil, report.serves == nil,
          report.office == .secretaryGeneral || report.office == .organizationHead
        else { continue }
        guard let body = nearest(to: report.evidence, bodies, report, reading) else { continue }
        reading.people[person].roles[role].of = withoutArticle(body.affiliation)
      }
    }
  }

  /// "outgoing leader", "deputy leader": of the movement told last, unless a country is told later.
  private static let partyTitles: WordSet = [
    "outgoing leader", "deputy leader", "political leader", "exiled political leader",
    "party leader", "co-leader", "acting leader", "general secretary",
  ]

  private func isAgency(_ entity: Entity) -> Bool {
    guard case .organization(let name, _) = entity, let body = Organizations.lookup(name) else {
      return false
    }
    return body.kind == .ministry && body.acronym != nil
  }

  private func isMovement(_ entity: Entity) -> Bool {
    guard case .organization(let name, _) = entity else { return false }
    return Organizations.lookup(name)?.kind == .movement
  }

  /// "Hamas … its current leader Khaled Mashaal": the movement told last, where no country is told behind
  /// it.
  private func nearer(
    _ bodies: [EntitySpan], before evidence: Evidence, _ reading: Reading
  ) -> EntitySpan? {
    guard let body = last(bodies, before: evidence, within: 200, reading) else { return nil }
    for token in body.tokens.upperBound..<reading.tokens.count {
      if reading.tokens[token].start >= evidence.range.start { break }
      if let entity = reading.entity(startingAt: token), entity.entity.code != nil { return nil }
    }
    return body
  }

  /// The last of `bodies` that begins at most so many bytes before `evidence`.
  private func last(
    _ bodies: [EntitySpan], before evidence: Evidence, within reach: Int, _ reading: Reading
  ) -> EntitySpan? {
    let end = (0..<bodies.count).partitioningIndex {
      reading.tokens[bodies[$0].tokens.lowerBound].start >= evidence.range.start
    }
    guard end > 0 else { return nil }
    let body = bodies[end - 1]
    return evidence.range.start - reading.tokens[body.tokens.lowerBound].start <= reach ? body : nil
  }

  private func withoutArticle(_ affiliation: Affiliation?) -> Affiliation? {
    guard case .organization(let name)? = affiliation, name.hasPrefix("The ") else {
      return affiliation
    }
    return .organization(String(name.dropFirst(4)))
  }

  /// A body of states; one of a single country is found as the country is.
  private func isBody(_ entity: Entity) -> Bool {
    guard case .organization(let name, let code) = entity,
      let body = Organizations.lookup(name)
    else { return false }
    let isOfStates = body.kind == .intergovernmental
    return isOfStates && code.map { Countries[$0]?.kind == .body } ?? true
  }

  private func nearest(
    to evidence: Evidence, _ bodies: [EntitySpan], _ role: RoleReport, _ reading: Reading
  ) -> Entity? {
    var before: EntitySpan?
    for body in bodies {
      if reading.tokens[body.tokens.lowerBound].start >= evidence.range.end { break }
      before = body
    }
    if let before, evidence.range.start - reading.tokens[before.tokens.lowerBound].start < 250 {
      return before.entity
    }
    guard role.office == .secretaryGeneral else { return nil }
    var counts: [Affiliation: Int] = [:]
    for body in bodies {
      if let affiliation = body.entity.affiliation { counts[affiliation, default: 0] += 1 }
    }
    return bodies.max {
      (counts[$0.entity.affiliation ?? .organization("")] ?? 0)
        < (counts[$1.entity.affiliation ?? .organization("")] ?? 0)
    }?.entity
  }
}
