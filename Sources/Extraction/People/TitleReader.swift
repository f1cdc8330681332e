import Diplomacy
import Language
import Lexicons

/// Finds whom a title without a name stands for: "the Iraqi president", "the secretary", "the
/// Russian", "his host".
struct TitleReader {
  let reading: Reading
  let words: WordLists
  /// Made at the first question, since most texts ask none.
  private let holders: TitleTables

  init(_ reading: Reading, _ words: WordLists) {
    self.reading = reading
    self.words = words
    holders = TitleTables(reading)
  }

  var peopleOfWord: PhraseTable<[Int]> { holders.byTitle.ofWord }
  var peopleOfOffice: [Office: [Int]] { holders.byTitle.ofOffice }
  var peopleOfCountry: [CountryCode: [Int]] { holders.byTitle.ofCountry }
  var titleWords: [[[String]]] { holders.byTitle.words }
  /// For each person the token at which the text names them first.
  var firstNamed: [Int] { holders.firstNamed }
  /// People by the noun beside their name that is no office: "actor Richard Gere".
  var peopleOfNoun: [Word: [Int]] { holders.peopleOfNoun }

  static func words(of title: String) -> [String] {
    knownTitles.answer(to: title) { $0.lowercased().wordsOfLetters(withHyphens: true) }
  }

  private static let knownTitles = Memo<[String]>()

  /// The person that the words starting at `index` stand for; `number` is that of the title that starts there,
  /// or -1.
  func reference(
    at index: Int, role number: Int, _ discourse: Discourse
  ) -> PersonMention? {
    if let monarch = majesty(at: index, discourse) { return monarch }
    if number >= 0 {
      let role = reading.roles[number]
      if role.isRelative { return counterpart(role, discourse) }
      return bareTitle(role, discourse)
        ?? (role.determiner == "the" ? calling(at: index, discourse) : nil)
    }
    if reading.word(index) == "the" {
      return nationality(at: index, discourse) ?? aged(at: index, discourse)
        ?? holyFather(at: index, discourse) ?? described(at: index, discourse)
        ?? calling(at: index, discourse)
    }
    return nil
  }

  // MARK: - Titles

  func bareTitle(_ role: RolePhrase, _ discourse: Discourse) -> PersonMention? {
    guard role.determiner == "the" || role.affiliation != nil, !role.isPlural,
      role.bossToken == nil, !isBesideName(role), role.determiner != "a", role.determiner != "an"
    else { return nil }
    guard let person = meant(by: role, discourse) else { return nil }
    return PersonMention(person: person, tokens: role.tokens, form: .role)
  }

  private func meant(by role: RolePhrase, _ discourse: Discourse) -> Int? {
    if role.head == "pontiff" { return pope(discourse) }
    if role.determiner == "the", role.affiliation == nil,
      ["monarch", "sovereign"].contains(role.head)
    {
      return monarch(before: role.tokens.lowerBound, .unknown, discourse)
    }
    return holder(of: role, discourse) ?? ranked(role, discourse) ?? topical(role, discourse)
  }

  /// Whether a title stands right beside the name of its holder.
  func isBesideName(_ role: RolePhrase) -> Bool {
    var next = role.tokens.upperBound
    if reading.word(next) == "," { next += 1 }
    while words.isAddress(at: next, reading) { next += 1 }
    if reading.name(startingAt: next) != nil { return true }
    let before = role.tokens.lowerBound - 1
    return [",", "("].contains(reading.word(before)) && before > 0
      && reading.nameOfToken[before - 1] >= 0
  }

  /// The one person of the article who holds a role, else the one named lately.
  func holder(of role: RolePhrase, _ discourse: Discourse) -> Int? {
    guard var title = role.titles.first else { return nil }
    // "the visiting premier"
    if title.count > 1, reading.word(title.lowerBound) == "visiting" { title = title.dropFirst() }
    // "intelligence chief Abbas Kamel … the spy chief"
    let wanted = title.map {
      reading.word($0) == "spy" ? "intelligence" : reading.tokens[$0].lower
    }
    // "the American official", "the US diplomat": no office, but whoever of that country is spoken of.
    if role.determiner == "the", wanted.count == 1, TitleReader.vague.contains(wanted[0]),
      role.affiliation != nil
    {
      return compatriot(of: role, wanted, discourse)
    }
    let office = Offices.classify(reading.title(title, of: role), of: role.affiliation)
    let isLeader = TitleReader.leaders.contains(role.head) && title.count == 1
    // "the secretary" points back: whom the text names only later cannot be meant.
    let pointsBack = role.determiner == "the" && role.affiliation == nil
    let all = candidates(wanted, office, isLeader)
    let before = all.filter { firstNamed[$0] < role.tokens.lowerBound }
    let fits = (pointsBack && !before.isEmpty ? before : all).filter { person in
      zip(reading.people[person].roles, titleWords[person]).contains { held, words in
        guard !held.isFormer || role.isFormer else { return false }
        if let told = role.affiliation, let of = held.of, told != of, !sameCountry(told, of) {
          return false
        }
        if role.affiliation != nil, isLeader, let office = held.office {
          return TitleReader.leading.contains(office)
        }
        if contains(words, wanted) { return true }
        return office != nil && office == held.office
          && (role.affiliation != nil || TitleReader.classes.contains(wanted))
      }
    }
    // The very title says more than its class: a supreme leader is no president.
    let named = fits.filter { person in
      zip(reading.people[person].roles, titleWords[person]).contains {
        (!$0.isFormer || role.isFormer) && contains($1, wanted)
      }
    }
    // "the Secretary" is the Secretary of State before the General Secretary.
    let first = named.filter { person in
      zip(reading.people[person].roles, titleWords[person]).contains {
        (!$0.isFormer || role.isFormer) && $1.starts(with: wanted)
      }
    }
    if pointsBack, reading.tokens[title.lowerBound].isCapitalized {
      // "The President" is a state's before a party's, and before whom a text names later before a party's.
      let states = first.filter(isOfState)
      if states.count == 1 { return states[0] }
      let later = all.filter { isOfState($0) && !before.contains($0) }
      if wanted == ["president"], states.isEmpty, first.count == 1, later.count == 1 {
        return later[0]
      }
      // "The President" is no party's whom the text calls its president.
      if states.isEmpty, wanted == ["president"], first.count == 1,
        reading.people[first[0]].roles.allSatisfy({ $0.title.first?.isLowercase ?? false })
      {
        return nil
      }
    }
    if first.count == 1, role.affiliation == nil { return first[0] }
    if fits.isEmpty { return compatriot(of: role, wanted, discourse) }
    let last = named.isEmpty ? fits : named
    return one(of: last, discourse) ?? local(last, of: role) ?? most(of: last, discourse)
  }

  private func isOfState(_ person: Int) -> Bool {
    reading.people[person].roles.contains {
      !$0.isFormer && ($0.office.map(TitleReader.stateOffices.contains) ?? false)
    }
  }

  static let stateOffices: Set<Office> = [
    .headOfState, .headOfGovernment, .monarch, .foreignMinister,
  ]

  /// Who can be meant at all, in order; nobody where there are too many to tell.
  func candidates(_ wanted: [String], _ office: Office?, _ isLeader: Bool) -> [Int] {
    var people = wanted.last.flatMap { peopleOfWord[$0] } ?? []
    if let office { people += peopleOfOffice[office] ?? [] }
    if isLeader { for office in TitleReader.leading { people += peopleOfOffice[office] ?? [] } }
    guard people.count <= 200 else { return [] }
    return Set(people).sorted()
  }

  func sameCountry(_ a: Affiliation, _ b: Affiliation) -> Bool {
    guard let first = code(of: a), let second = code(of: b) else { return false }
    return first == second
  }

  /// Whether all `wanted` words stand among those of a title.
  func contains(_ held: [String], _ wanted: [String]) -> Bool {
    // "the minister" is no deputy minister.
    let lowers = TitleReader.lowering
    return wanted.allSatisfy { held.contains($0) }
      && !held.contains { lowers.contains($0) && !wanted.contains($0) }
  }

  /// The only one, else the only one of the sentence or the one before.
  func one(of fits: [Int], _ discourse: Discourse) -> Int? {
    if fits.count == 1 { return fits[0] }
    guard fits.count > 1 else { return nil }
    for distance in 0...1 {
      let near = fits.filter { discourse.sentence - discourse.lastSentence[$0] <= distance }
      if near.count == 1 {
        // Somebody else who fits and was spoken of a moment ago leaves it open.
        let others = fits.filter {
          $0 != near[0] && discourse.sentence - discourse.lastSentence[$0] <= distance + 1
        }
        return others.isEmpty ? near[0] : nil
      }
      if near.count > 1 { return nil }
    }
    return nil
  }
}
