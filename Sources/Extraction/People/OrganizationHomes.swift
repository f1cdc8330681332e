import Diplomacy
import Language

/// Finds the organisation of a head or secretary-general that is told without one: the last named
/// before in the same or the previous sentence, or the one that the article names most.
struct OrganizationHomes {
  func run(_ reading: inout Reading) {
    let bodies = reading.entities.filter { isBody($0.entity) }
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
