public import Diagnostics
public import Diplomacy
import JSON
import SQLite

/// A person of a register: names, country, and roles with their dates.
public struct RegisteredPerson: Hashable, Sendable {
  /// A role with the days, months or years between which it was held.
  public struct Role: Hashable, Sendable {
    /// The title.
    public var title: String
    /// A country's code, or an organisation's name; empty if it is not told.
    public var of: String
    /// When it began, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    public var since: String?
    /// When it ended.
    public var until: String?

    /// A role called `title`.
    public init(title: String, of: String = "", since: String? = nil, until: String? = nil) {
      self.title = title
      self.of = of
      self.since = since
      self.until = until
    }
  }

  /// The name in full.
  public var name: String
  /// Other names.
  public var aliases: [String]
  /// Whom the person acts for.
  public var country: CountryCode?
  /// The roles.
  public var roles: [Role]
  /// The identifier in Wikidata, such as `Q312`.
  public var wikidata: String?

  /// A person called `name`.
  public init(
    name: String, aliases: [String] = [], country: CountryCode? = nil, roles: [Role] = [],
    wikidata: String? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.country = country
    self.roles = roles
    self.wikidata = wikidata
  }
}

extension GraphStore {
  /// Takes the people of a register in, each as a decision of its own that can be undone.
  ///
  /// A registered person who no article names is not in the record; names, aliases and the years of
  /// offices help to tell whom articles name.
  ///
  /// - Returns: how many were new; an entry that the graph holds already changes nothing.
  public func importPeople(
    _ people: [RegisteredPerson], author: String, reason: String? = nil
  ) throws(Diagnostic) -> Int {
    var added = 0
    try changeDecisions {
      var known = Set(
        try connection.rows("select detail from decision where kind = 'register'") {
          $0.text(at: 0)
        })
      let index = ArticleIndex(connection)
      for person in people {
        let entry = RegisterEntry(person)
        guard known.insert(entry.json.text).inserted else { continue }
        let number = try connection.keep(
          .register, .person, slug(person.name), nil, detail: entry.json.text, anchors: [:],
          author: author, reason: reason)
        try index.addRegister(entry, number)
        added += 1
      }
      try index.finish()
    }
    return added
  }
}

extension RegisterEntry {
  init(_ person: RegisteredPerson) {
    self.init(
      name: person.name, aliases: person.aliases, country: person.country,
      roles: person.roles.map { role in
        let of = role.of.isEmpty ? person.country?.rawValue ?? "" : role.of
        let isCountry = Countries[CountryCode(of)] != nil
        let owner: Affiliation? =
          of.isEmpty ? nil : isCountry ? .country(CountryCode(of)) : .organization(of)
        return Role(
          title: role.title, office: Offices.classify(role.title, of: owner)?.rawValue, of: of,
          since: role.since, until: role.until)
      }, wikidata: person.wikidata)
  }
}

// MARK: - In the tables

extension ArticleIndex {
  /// Takes all entries of registers in.
  func addRegister() throws {
    let entries = try connection.rows(
      "select \(StoredDecision.columns) from decision where kind = 'register' order by number",
      StoredDecision.init)
    for decision in entries {
      if let entry = decision.registerEntry { try addRegister(entry, decision.number) }
    }
  }

  /// Takes one entry in: as a persona of which there is no report.
  func addRegister(_ entry: RegisterEntry, _ number: Int) throws {
    let persona = entry.persona(number)
    _ = try add(persona, block: persona.parts.block, reports: 0)
    for spelling in entry.roles.flatMap(\.spellings) { spell(spelling, by: 1) }
    for base in entry.aliasBases {
      try connection.execute("insert or ignore into registerAlias values (\(base), \(number))")
      try connection.mark("alias", base)
    }
  }

  /// Takes one entry out again.
  func removeRegister(_ decision: StoredDecision?) throws {
    guard let decision, let entry = decision.registerEntry else { return }
    try finish()
    let signature = entry.persona(decision.number).signature
    let persona = try connection.first("select id from persona where signature = \(signature)") {
      $0.integer(at: 0)
    }
    if let persona { try remove(persona) }
    for spelling in entry.roles.flatMap(\.spellings) { spell(spelling, by: -1) }
    try connection.execute("delete from registerAlias where number = \(decision.number)")
    for base in entry.aliasBases { try connection.mark("alias", base) }
    try connection.mark("spelling", "")
    try finish()
  }
}

extension RegisterEntry {
  /// The aliases that can mean one person, as identifiers write them.
  fileprivate var aliasBases: Set<String> {
    Set(aliases.filter { !PersonName($0).isFamilyNameOnly }.map(slug)).subtracting([""])
  }
}

extension RegisterEntry.Role {
  /// What the entry spells: the role and the organisation it belongs to.
  fileprivate var spellings: [Spelling] {
    let isCountry = Countries[CountryCode(of)] != nil
    let owner = [office ?? "", isCountry ? of : "", isCountry ? "" : slug(of)]
    let role = Spelling(
      kind: "role", id: id, name: title, detail: owner.joined(separator: "|"))
    return isCountry || of.isEmpty
      ? [role] : [role, Spelling(kind: "organization", id: slug(of), name: of, detail: "")]
  }
}
