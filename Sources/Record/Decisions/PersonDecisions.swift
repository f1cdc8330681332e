import Diplomacy
import JSON
import SQLite

/// What curators decided on people, resolved to the individuals there are now.
struct PersonDecisions {
  /// What people are called who were split off, by the number of the decision.
  let splitNames: [Int: String]
  private let decisions: [StoredDecision]
  private var apart: [String: Set<String>] = [:]
  private let register: RegisterShelf

  init(_ connection: Connection) throws {
    decisions = try connection.storedDecisions(layer: "person")
    register = RegisterShelf(connection)
    var splitNames: [Int: String] = [:]
    for decision in decisions {
      switch decision.kind {
      case "apart":
        let (these, those) = decision.namesApart
        for name in these { apart[name, default: []].formUnion(those) }
        for name in those { apart[name, default: []].formUnion(these) }
      case "split": splitNames[decision.number] = decision.splitName
      default: continue
      }
    }
    self.splitNames = splitNames
  }

  /// The entry of a register that the decision of this number holds.
  func entry(_ number: Int) throws -> RegisterEntry? { try register.entry(number) }

  /// Whether a curator told anybody apart.
  var hasNamesApart: Bool { !apart.isEmpty }

  /// The folded names that a curator told apart from the folded `name`.
  func namesApart(from name: String) -> [String] {
    (apart[name] ?? []).subtracting([name]).sorted()
  }

  /// Whose each individual is, where it is not their own person; a person of nil sets it aside.
  func assignments(_ connection: Connection) throws -> [String: (person: String?, rule: String)] {
    var moved: [String: (person: String?, rule: String)] = [:]
    func owner(_ id: String) -> String {
      var id = id
      while case .some(let (.some(next), _)) = moved[id], next != id { id = next }
      return id
    }
    for (subject, object, rule) in try connection.registeredAliases() {
      let target = owner(object)
      if owner(subject) == subject, target != subject { moved[subject] = (target, rule) }
    }
    for decision in decisions {
      switch decision.kind {
      case "merge":
        guard let subject = try connection.individual(decision.subject, decision.subjectAnchors),
          let object = try connection.individual(decision.object ?? "", decision.objectAnchors)
        else { continue }
        let target = owner(object)
        // Whoever was joined to the subject before goes along, by the decision that joined them.
        guard owner(subject) == subject, target != subject else { continue }
        moved[subject] = (target, "decision \(decision.number)")
      case "reject":
        if let subject = try connection.individual(decision.subject, decision.subjectAnchors) {
          moved[subject] = (nil, "decision \(decision.number)")
        }
      default: continue
      }
    }
    return moved.mapValues { entry in (entry.person.map(owner), entry.rule) }
      .filter { $0.value.person != $0.key }
  }

  /// The name a curator gave to each person, the last one if several did.
  func givenNames(_ connection: Connection) throws -> [String: String] {
    var names: [String: String] = [:]
    for decision in decisions where decision.kind == "rename" {
      if let person = try connection.individual(decision.subject, decision.subjectAnchors) {
        names[person] = decision.detail
      }
    }
    return names
  }
}

extension RegisterEntry {
  /// The persona that stands for the entry in identity.
  func persona(_ number: Int) -> Persona {
    Persona(
      name: name, aliases: [], country: country, offices: [], year: nil, apart: [], split: nil,
      register: number)
  }
}

extension Connection {
  /// The individual that a decision means: whoever has most of the reports that it names, else the
  /// one with the identifier it names.
  func individual(_ id: String, _ anchors: [Anchor]) throws -> String? {
    var owners: [String: Int] = [:]
    for anchor in anchors {
      let owner = try first(
        """
        select s.individual from personReport r
        join personaReport x on x.articleId = r.articleId and x.number = r.number
        join persona s on s.id = x.persona
        where r.articleId = \(anchor.article) and r.name = \(anchor.name)
          and s.individual is not null
        order by r.number limit 1
        """
      ) { $0.text(at: 0) }
      if let owner { owners[owner, default: 0] += 1 }
    }
    if let owner = mostFrequentOwner(owners) { return owner }
    return try first("select id from individual where id = \(id)") { $0.text(at: 0) }
  }

  private func mostFrequentOwner(_ owners: [String: Int]) -> String? {
    owners.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
