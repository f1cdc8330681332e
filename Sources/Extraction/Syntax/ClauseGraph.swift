import Diplomacy
import Language

/// A sentence as a tree of units, with the questions that finding contacts asks of it.
///
/// Units are known by their index. Everything here is read off the Universal Dependencies tree; what
/// the words mean is the business of those who ask.
final class ClauseGraph {
  let reading: Reading
  let sentence: Document.Sentence
  let units: [SentenceUnit]
  let tree: SyntaxTree
  /// For each unit the units that hang on it, in text order.
  let children: SyntaxTree.Children
  /// For each unit the preposition before it, of several words joined; empty for most.
  private let prepositions: [Word]
  /// Each of them once: most sentences have few.
  let ownPrepositions: [Word]
  /// For each unit what was found when it was asked about first: nearly every unit of weight is asked about
  /// again and again.
  @exclusivity(unchecked) private var actorsOfUnit: [[Actor]?]
  @exclusivity(unchecked) private var subjectsOfUnit: [[Int]?]

  init(
    reading: Reading, sentence: Document.Sentence, units: [SentenceUnit],
    parsed: [SyntaxTree.Unit], edges: SyntaxTree.Edges
  ) {
    self.reading = reading
    self.sentence = sentence
    self.units = units
    var repair = TreeRepair(reading: reading, units: units, parsed: parsed, edges: edges)
    repair.repair()
    let tree = SyntaxTree(units: parsed, heads: repair.heads, relations: repair.relations)
    self.tree = tree
    children = tree.children
    prepositions = Self.prepositions(reading, units, tree)
    var own: [Word] = []
    for word in prepositions where !word.isEmpty && !own.contains(word) { own.append(word) }
    ownPrepositions = own
    actorsOfUnit = Array(repeating: nil, count: units.count)
    subjectsOfUnit = Array(repeating: nil, count: units.count)
  }

  // MARK: - Words

  /// The lower-case word by which a unit is known.
  func word(_ unit: Int) -> Word {
    units.indices.contains(unit) ? reading.word(units[unit].head) : ""
  }

  /// The lower-case word by which a unit is known, with its letters.
  func lower(_ unit: Int) -> String {
    units.indices.contains(unit) ? reading.lower(units[unit].head) : ""
  }

  func tag(_ unit: Int) -> Tag { tree.units[unit].tag }

  func relation(_ unit: Int) -> Relation { tree.relations[unit] }

  func head(_ unit: Int) -> Int? {
    let head = tree.heads[unit]
    return head >= 0 ? head : nil
  }

  func children(of unit: Int, by relation: Relation) -> [Int] {
    children[unit].filter { tree.relations[$0] == relation }
  }

  func children(of unit: Int, by first: Relation, _ second: Relation) -> [Int] {
    children[unit].filter { tree.relations[$0] == first || tree.relations[$0] == second }
  }

  func children(of unit: Int, by relations: Relation...) -> [Int] {
    children[unit].filter { relations.contains(tree.relations[$0]) }
  }

  func isVerb(_ unit: Int) -> Bool { tag(unit).universal == .verb }

  /// Whether a unit heads a clause: a verb, or a predicate with a copula.
  func isPredicate(_ unit: Int) -> Bool {
    isVerb(unit) || tag(unit).universal == .auxiliary
      || children[unit].contains { tree.relations[$0] == .cop }
  }

  /// The preposition before a noun, of several words joined: "next to".
  func preposition(of unit: Int) -> Word { prepositions[unit] }

  // MARK: - Who stands at a unit

  /// Those who stand at a unit, with all that is listed with them.
  func actors(at unit: Int) -> [Actor] {
    if let known = actorsOfUnit[unit] { return known }
    var found: [Actor] = []
    collect(unit, into: &found, depth: 0)
    actorsOfUnit[unit] = found
    return found
  }

  /// The units that are a verb's subject, its own or by control: "Rubio flew to Rome to meet Meloni".
  func subjects(of verb: Int) -> [Int] {
    if let known = subjectsOfUnit[verb] { return known }
    let found = foundSubjects(of: verb)
    subjectsOfUnit[verb] = found
    return found
  }

  private func collect(_ unit: Int, into found: inout [Actor], depth: Int) {
    guard depth < 40 else { return }
    var own = ownActors(unit)
    for child in children[unit] {
      switch tree.relations[child] {
      case .appos:
        // Titles in apposition are part of their unit, so that a name in apposition to a name is
        // a list that was read wrongly, and one to a group says who the group is.
        // "met Fidan, not Lavrov"
        let named = word(child - 1) == "not" ? [] : actors(at: child).filter { $0.person != nil }
        guard !named.isEmpty else { continue }
        if own.contains(where: { $0.person != nil }) || own.isEmpty {
          own += named
        } else {
          own = named
        }
      case .flat where child > unit && own.isEmpty:
        // "Patriots owner Robert Kraft": a calling that no table lists.
        own += ownActors(child).filter { $0.person != nil }
      default: continue
      }
    }
    // "the foreign ministers of the four: al-Jubeir, …": those of the number are the ministers.
    if own.count == 1, own[0].person == nil, own[0].isPlural(reading),
      let number = children(of: unit, by: .nmod).first(where: { tag($0).universal == .numeral }),
      preposition(of: number) == "of",
      case let named = actors(at: number).filter({ $0.person != nil }),
      named.count > 1
    {
      own = named
    }
    if isNamedBehind(unit) { own.removeAll { $0.person == nil } }
    if own.contains(where: { $0.person == nil }) {
      let members = members(of: unit)
      // "the leaders of France and Poland - Macron and Tusk -": behind a dash stand all of them.
      if members.count >= max(2, own.count), isSetOff(members) { own = [] }
      own += members
    }
    if own.isEmpty, tag(unit).penn == .nns { own = included(in: unit) }
    found += own
    for child in children[unit] where tree.relations[child] == .conj && child > unit {
      guard !isPredicate(child) || units[child].actors != nil else { continue }
      // A preposition of its own makes it an occasion of its own: "with Waltz and with Gorka".
      let own = preposition(of: child)
      if own.isEmpty || own != preposition(of: unit) && own == "with" || own == "from" {
        collect(child, into: &found, depth: depth + 1)
      }
    }
  }

  /// "The four foreign ministers, Lavrov, Steinmeier, Fabius and Klimkin": the names behind the comma
  /// say who the group is.
  private func isNamedBehind(_ unit: Int) -> Bool {
    guard let group = units[unit].actors, group.actors.contains(where: { $0.isPlural(reading) }),
      unit + 2 < units.count, word(unit + 1) == ",", let first = units[unit + 2].actors,
      first.actors.contains(where: { $0.person != nil })
    else { return false }
    return tree.heads[unit + 2] == unit
  }

  private func isSetOff(_ members: [Actor]) -> Bool {
    let first = members.map(\.tokens.lowerBound).min() ?? 0
    return (max(0, first - 10)..<first).contains {
      ["–", "—", "-", ":"].contains(reading.word($0))
    }
  }

  /// "11 leaders, including Boric and Petro": those of a group who are named.
  private func members(of unit: Int) -> [Actor] {
    children[unit].filter { child in
      children[child].contains {
        tree.relations[$0] == .case
          && ["including", "them", "as", "–", "—", "-", ":"].contains(word($0))
      }
    }
    .flatMap(actors(at:)).filter { $0.person != nil }
  }

  /// "key figures including Tusk and Juncker": those named of people without a title.
  private func included(in unit: Int) -> [Actor] {
    let named = members(of: unit)
    if !named.isEmpty { return named }
    return children[unit].filter { word($0) == "including" && $0 > unit }
      .flatMap { children(of: $0, by: .obj) }.flatMap(actors(at:)).filter { $0.person != nil }
  }

  private func ownActors(_ unit: Int) -> [Actor] {
    if let group = units[unit].actors {
      if group.actors.count == 1, group.actors[0].isGroup {
        let states = reading.states(meantBy: group.tokens)
        if !states.isEmpty {
          return states.map { Actor(identity: .country($0), tokens: group.tokens) }
        }
      }
      guard group.actors.count == 1 else { return group.actors }
      let parties = sides(of: group.actors[0], unit)
      guard group.actors[0].isPlural(reading), group.actors[0].person == nil,
        let leaders = leader(ofMembers: unit)
      else { return parties }
      return parties + leaders
    }
    if word(unit) == "their" {
      return [Actor(identity: .group(units[unit].head), tokens: units[unit].tokens)]
    }
    if word(unit) == "our", let told = reading.group(startingAt: units[unit].head) {
      return told.people.map { Actor(identity: .person($0), tokens: told.tokens) }
    }
    // "Leaders of the Visegrad countries", of which the title took the first words.
    if ["countries", "states", "nations", "group"].contains(word(unit)),
      let group = children(of: unit, by: .compound).last(where: {
        units[$0].actors?.actors.contains { $0.isPlural(reading) } == true
      })
    {
      return units[group].actors?.actors ?? []
    }
    if let leader = leader(of: unit) { return leader }
    if let party = unnamedParty(unit) {
      // "a group of senators led by Shelby"
      return sides(of: party, unit) + (leader(ofMembers: unit) ?? [])
    }
    if let entity = reading.entity(startingAt: units[unit].tokens.lowerBound),
      let code = entity.actingCode, entity.tokens == units[unit].tokens
    {
      return [Actor(identity: .country(code), tokens: entity.tokens)]
    }
    if let government = government(at: unit) { return [government] }
    // "the Contact Group chaired by Tagliavini"
    return body(at: unit).map { leader(ofMembers: unit) ?? [$0] } ?? []
  }
}
