/// `people` with those joined whom a curator decided to be one, in the order of the decisions.
///
/// The target keeps its identifier, name and country; the other's names become aliases. A decision
/// about somebody whom no report names any more, or who is joined already, does nothing.
func merged(
  _ people: [DerivedRecord.Person], by decisions: [Decision]
) -> [DerivedRecord.Person] {
  var byID = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  var movedTo: [String: String] = [:]
  for decision in decisions {
    var target = decision.target
    while let next = movedTo[target] { target = next }
    guard target != decision.person, let person = byID[decision.person], var kept = byID[target]
    else { continue }
    let names = Set(kept.aliases + [person.name] + person.aliases).subtracting([kept.name])
    kept.aliases = names.sorted()
    kept.familyNames = Set(kept.familyNames + person.familyNames).sorted()
    kept.reports += person.reports.map { report in
      .init(reference: report.reference, rule: "decision \(decision.number)")
    }
    byID[target] = kept
    byID[decision.person] = nil
    movedTo[decision.person] = target
  }
  return people.compactMap { byID[$0.id] }
}
