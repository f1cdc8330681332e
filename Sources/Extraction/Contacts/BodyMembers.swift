import Diplomacy
import Language
import Lexicons

/// Which countries belong to bodies whose ministers and leaders meet, from `body-members.tsv`.
struct BodyMembers: Sendable {
  private let members: [String: Set<String>]

  static let shared = BodyMembers()

  private init() {
    var members: [String: Set<String>] = [:]
    for row in LexiconTable(named: "body_members")?.rows ?? [] where row.count >= 2 {
      members[row[0]] = Set(row[1].split(separator: " ").map(String.init))
    }
    self.members = members
  }

  /// The codes of the members of a body, by its name or the code it acts by.
  func members(of entity: Entity) -> Set<String>? {
    if case .adjective(let code) = entity { return members[code.rawValue] }
    guard case .organization(let name, let code) = entity else { return nil }
    return members[name] ?? Organizations.lookup(name).flatMap { members[$0.name] }
      ?? code.flatMap { members[$0.rawValue] }
  }

  /// The codes of the members of what one word stands for: "Arab leaders", "the euro zone".
  func members(called word: Word) -> Set<String>? {
    Self.bynames[word].flatMap { members[$0] }
  }

  private static let bynames = WordTable<String>([
    "arab": "Arab League", "african": "African Union", "gulf": "Gulf Cooperation Council",
    "euro": "Eurogroup", "eurozone": "Eurogroup", "visegrad": "Visegrad Group",
    "nordic": "Nordic Council", "baltic": "Baltic Council",
    "asean": "Association of Southeast Asian Nations",
  ])
}

extension Reading {
  /// The members of the body that a group without a name belongs to: the one told nearest to it.
  func members(ofBodyNear group: Range<Int>) -> Set<String>? {
    guard let sentence = sentence(of: group.lowerBound)?.tokens else { return nil }
    let start = max(sentence.lowerBound, group.lowerBound - 4)
    let end = max(start, min(sentence.upperBound, group.upperBound + 12))
    return (start..<end).lazy.compactMap { token in
      self.entity(startingAt: token).flatMap { BodyMembers.shared.members(of: $0.entity) }
        ?? (token < group.upperBound ? BodyMembers.shared.members(called: self.word(token)) : nil)
    }.first
  }
}

/// The offices that those who come together hold: "foreign ministers", "leaders", "finance chiefs".
struct Portfolio {
  private let offices: Set<Office>
  /// A word of which one stands in the title of each: "finance".
  private let subjects: [String]

  /// The offices that a plural title stands for; nil where it stands for none of a government's.
  init?(_ title: String) {
    let title = title.lowercased()
    guard let sort = Self.sorts.first(where: { title.contains($0.words) }) else { return nil }
    offices = sort.offices
    subjects = sort.subjects
  }

  /// Whether it is a minister's of one subject, not any leader's.
  var isMinisterial: Bool { offices.isDisjoint(with: TitleReader.leading) }

  func isHeld(by person: PersonDraft) -> Bool {
    person.roles.contains { role in
      guard !role.isFormer else { return false }
      guard subjects.isEmpty else {
        let title = role.title.lowercased()
        return subjects.contains { title.contains($0) }
          && role.office.map { $0 != .spokesperson && $0 != .adviser } ?? true
      }
      return role.office.map(offices.contains) ?? false
    }
  }

  /// Whether readers know that somebody of whom no office is told held one of these in `year`.
  func isKnownToBeHeld(by person: PersonDraft, of country: CountryCode, in year: Int) -> Bool {
    !offices.isEmpty && person.roles.isEmpty
      && OfficeHolders.distance(ofName: person.name, to: year, as: offices, of: country) == 0
  }

  private struct Sort: Sendable {
    var words: String
    var offices: Set<Office> = []
    var subjects: [String] = []
  }

  /// Titles by words in them, the more exact first.
  private static let sorts = [
    Sort(words: "foreign minister", offices: [.foreignMinister]),
    Sort(words: "top diplomats", offices: [.foreignMinister]),
    Sort(words: "defence", offices: [.defenceMinister]),
    Sort(words: "defense", offices: [.defenceMinister]),
    Sort(words: "finance", subjects: ["finance", "treasury", "economy", "exchequer", "bank"]),
    Sort(words: "interior", subjects: ["interior", "home", "internal", "migration"]),
    Sort(words: "trade", subjects: ["trade", "commerce", "economy"]),
    Sort(words: "energy", subjects: ["energy", "oil", "petroleum"]),
    Sort(words: "agriculture", subjects: ["agriculture", "farm"]),
    Sort(words: "environment", subjects: ["environment", "climate"]),
    Sort(words: "health", subjects: ["health"]), Sort(words: "justice", subjects: ["justice"]),
    Sort(words: "leaders", offices: heads), Sort(words: "heads of", offices: heads),
    Sort(words: "presidents", offices: heads), Sort(words: "prime ministers", offices: heads),
    Sort(words: "premiers", offices: heads), Sort(words: "chancellors", offices: heads),
    Sort(
      words: "ministers",
      offices: [.foreignMinister, .defenceMinister, .minister, .deputyHeadOfGovernment]),
  ]

  private static let heads = TitleReader.leading.union([.organizationHead])
}
