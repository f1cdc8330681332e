import Diplomacy
import JSON
import SQLite

// MARK: - Who is who, without decisions

extension Derivation {
  /// Derives the individuals of blocks anew.
  mutating func deriveIndividuals(blocks: Set<String>) throws {
    for block in blocks.sorted() { try deriveIndividuals(of: block) }
  }

  private struct PersonaRow {
    let id: Int
    let reports: Int
    let individual: String?
    let rule: String?
    let evidence: String?
  }

  private mutating func deriveIndividuals(of block: String) throws {
    var personas: [Persona] = []
    var rows: [PersonaRow] = []
    let statement = try connection.prepare(
      """
      select id, signature, reports, individual, rule, evidence from persona
      where block = \(block) order by signature
      """ as SQL)
    while try statement.step() {
      var persona = Persona(signature: statement.text(at: 1))
      if decisions.hasNamesApart {
        persona.apart += decisions.namesApart(from: persona.parts.folded)
      }
      personas.append(persona)
      rows.append(
        PersonaRow(
          id: statement.integer(at: 0), reports: statement.integer(at: 2),
          individual: statement.optionalText(at: 3), rule: statement.optionalText(at: 4),
          evidence: statement.optionalText(at: 5)))
    }
    var register: [Int: RegisterEntry] = [:]
    for number in personas.compactMap(\.register) {
      register[number] = try decisions.entry(number)
      aliasBases.formUnion(try connection.aliasBases(ofRegister: number))
    }
    let individuals = PersonBlock.individuals(of: personas, register: register)
    let entries = individuals.map { individual in
      IndividualEntry(individual, personas, rows.map(\.reports), block, decisions.splitNames)
    }
    let ids = try assignIdentifiers(to: entries, block)
    self.individuals.formUnion(ids)
    let update = try connection.prepare(
      "update persona set individual = ?, rule = ?, evidence = ? where id = ?")
    for (individual, id) in zip(individuals, ids) {
      for member in individual.members {
        let row = rows[member.persona]
        let rule = member.rule.rawValue
        guard row.individual != id || row.rule != rule || row.evidence != member.evidence
        else { continue }
        try update.bind(id, at: 1)
        try update.bind(rule, at: 2)
        try update.bind(member.evidence, at: 3)
        try update.bind(row.id, at: 4)
        try update.run()
      }
    }
    for (place, entry) in entries.enumerated() {
      let open = individuals[place].candidates.map { JSONValue.string(ids[$0]) }
      try connection.execute(
        """
        insert into individual (id, base, rank, block, name, open) values
        (\(ids[place]), \(entry.base), \(entry.rank), \(block), \(entry.name),
          \(JSONValue.array(open).text))
        """)
    }
  }

  /// Gives each entry an identifier of its own, and takes the old ones of the block away.
  ///
  /// Who shares a name is numbered in an order that other articles rarely change; the numbers of
  /// individuals in other blocks may have to follow.
  private mutating func assignIdentifiers(
    to entries: [IndividualEntry], _ block: String
  ) throws -> [String] {
    let old = try connection.rows("select distinct base from individual where block = \(block)") {
      $0.text(at: 0)
    }
    try connection.execute("delete from individual where block = \(block)")
    var ids = Array(repeating: "", count: entries.count)
    let places = Dictionary(grouping: entries.indices) { entries[$0].base }
    aliasBases.formUnion(old)
    aliasBases.formUnion(places.keys)
    for base in Set(old).union(places.keys).sorted() {
      var all = (places[base] ?? []).map { (rank: entries[$0].rank, place: $0, id: "") }
      all += try connection.rows("select rank, id from individual where base = \(base)") {
        ($0.text(at: 0), -1, $0.text(at: 1))
      }
      all.sort { $0.rank < $1.rank }
      var renamed: [(from: String, to: String)] = []
      for (number, entry) in all.enumerated() {
        let id = numbered(base, number)
        if entry.place >= 0 {
          ids[entry.place] = id
        } else if entry.id != id {
          renamed.append((entry.id, id))
        }
      }
      try rename(renamed)
    }
    return ids
  }

  /// By way of names that nobody has, since two may exchange theirs.
  private mutating func rename(_ renamed: [(from: String, to: String)]) throws {
    for isFirst in [true, false] {
      for (from, to) in renamed {
        let (old, new) = isFirst ? (from, "\u{1}" + to) : ("\u{1}" + to, to)
        try connection.execute("update individual set id = \(new) where id = \(old)")
        individuals.insert(to)
        try connection.execute("update persona set individual = \(new) where individual = \(old)")
      }
    }
  }
}

/// `base` for the first, then `base--2`, `base--3`: no name in small letters has two hyphens in a row.
func numbered(_ base: String, _ number: Int) -> String {
  number == 0 ? base : "\(base)--\(number + 1)"
}

/// What is written of an individual.
private struct IndividualEntry {
  let name: String
  let base: String
  let rank: String

  init(
    _ individual: PersonBlock.Individual, _ personas: [Persona], _ reports: [Int], _ block: String,
    _ splitNames: [Int: String]
  ) {
    var names: [String: Int] = [:]
    var countries: [CountryCode: Int] = [:]
    for place in individual.named {
      names[personas[place].name, default: 0] += max(1, reports[place])
    }
    for member in individual.members {
      guard let country = personas[member.persona].country else { continue }
      countries[country, default: 0] += max(1, reports[member.persona])
    }
    let split = individual.members.first.flatMap { personas[$0.persona].split }
    let called =
      split.flatMap { splitNames[$0] } ?? prevailing(names) { a, b in
        a.utf8.count == b.utf8.count ? isGreater(b, a) : a.utf8.count < b.utf8.count
      } ?? ""
    let country = prevailing(countries, by: >)
    name = called
    // A family name alone is shared by many, so the country belongs to what tells them apart.
    let wanted = individual.isFamilyNameOnly ? "\(called) \(country?.rawValue ?? "")" : called
    base = slug(wanted).isEmpty ? "unnamed" : slug(wanted)
    let first = individual.members.first.map { personas[$0.persona].signature } ?? ""
    rank = "\(country?.rawValue ?? "~") \(block) \(first)"
  }
}
