import Diplomacy
import Language
import Lexicons

extension GroupResolver {
  /// The one person of the article who holds the office of a party without a name: "the presidents
  /// of Guyana and Venezuela".
  func holder(of actor: Actor) -> Actor? {
    guard case .unnamed(let title, let body?) = actor.identity else { return nil }
    // "the first meeting with a U.S. president in years": any of them.
    let article = actor.tokens.lowerBound
    if ["a", "an"].contains(reading.word(article)), reading.word(article - 1) != "," { return nil }
    let role = title.lowercased()
    let offices = offices(of: role, body)
    let isPlural = role.hasSuffix("s")
    let singular = String(role.dropLast())
    let holders = reading.people.indices.filter { person in
      if case .country(let code) = body, reading.people[person].country?.value != code {
        return false
      }
      return reading.people[person].roles.contains { held in
        guard !held.isFormer else { return false }
        if held.office.map(offices.contains) == true { return isOf(body, held) }
        // A house has one heir.
        if role == "crown prince", role.isSameTitle(as: held.title) { return true }
        // "the leaders of Germany and France", whom the next sentence names.
        if isPlural, singular.isSameTitle(as: held.title) { return held.of == body }
        guard case .organization = body else { return false }
        return held.title.isSameTitle(as: role) && isOf(body, held)
      }
    }
    if holders.isEmpty, isPlural, !offices.isEmpty, let told = onlyOne(of: body, behind: actor) {
      return told
    }
    guard holders.count == 1 else { return nil }
    return Actor(identity: .person(holders[0]), tokens: actor.tokens)
  }

  /// "The foreign ministers of Russia and Ukraine met. … Ukraine's Andriy Deshchytsia said": who is told by no more than the
  /// country, the only one in the sentences behind.
  private func onlyOne(of body: Affiliation, behind actor: Actor) -> Actor? {
    guard case .country(let code) = body else { return nil }
    let start = actor.tokens.upperBound
    let near = reading.mentions.starting(in: start..<start + 160, at: \.tokens.lowerBound)
    var found: [Int] = []
    for index in near {
      let mention = reading.mentions[index]
      guard mention.form == .fullName || mention.form == .partialName, !mention.isPossessor,
        !found.contains(mention.person), mention.tokens.lowerBound > 1,
        reading.people[mention.person].roles.isEmpty,
        reading.tokens[mention.tokens.lowerBound - 1].isPossessive,
        case let owner = reading.entityOfToken[mention.tokens.lowerBound - 2], owner >= 0,
        reading.entities[Int(owner)].entity.code == code
      else { continue }
      found.append(mention.person)
    }
    return found.count == 1
      ? Actor(identity: .person(found[0]), tokens: actor.tokens) : nil
  }

  /// "met a Russian lawyer. … The lawyer, Natalia Veselnitskaya, is known": the one person of whom the sentences behind
  /// tell what was told of somebody without a name.
  func namedLater(_ actor: Actor) -> Actor? {
    guard case .unnamed(let title, _) = actor.identity,
      ["a", "an"].contains(reading.word(actor.tokens.lowerBound)),
      let noun = title.lowercased().split(separator: " ").last
    else { return nil }
    let opening = "the \(noun), "
    let end = reading.tokens[actor.tokens.upperBound - 1].end
    let found = reading.people.indices.filter { person in
      reading.people[person].roles.contains { held in
        !held.isFormer && held.evidence.range.start > end
          && held.evidence.range.start - end < GroupResolver.cataphora
          && held.title.lowercased().hasSuffix(noun)
          && held.evidence.quote.prefix(opening.count).lowercased() == opening
      }
    }
    guard found.count == 1 else { return nil }
    return Actor(identity: .person(found[0]), tokens: actor.tokens)
  }

  /// So many bytes behind somebody without a name the name is looked for.
  private static let cataphora = 1_200

  /// "Li landed in Berlin. Over dinner Scholz pressed his guest": the only other person whom the sentence
  /// before names.
  func lastNamed(before token: Int, besides others: Set<Int>) -> [Int] {
    guard var sentence = reading.sentence(of: token) else { return [] }
    var people: [Int] = []
    // "It was his first trip in a decade" names nobody, but goes on about him.
    for _ in 0..<2 where people.isEmpty && sentence.tokens.lowerBound > 0 {
      guard let before = reading.sentence(of: sentence.tokens.lowerBound - 1),
        before.origin == sentence.origin || sentence.tokens.contains(token)
      else { break }
      for index in reading.mentions.starting(in: before.tokens, at: \.tokens.lowerBound) {
        let mention = reading.mentions[index]
        if !mention.isPossessor, !others.contains(mention.person), !people.contains(mention.person)
        {
          people.append(mention.person)
        }
      }
      sentence = before
    }
    // A guest is no countryman of the host.
    let homes = Set(others.compactMap { reading.people[$0].country?.value })
    people.removeAll { reading.people[$0].country.map { homes.contains($0.value) } ?? false }
    return people.count == 1 ? people : []
  }

  /// The last so many people whom the sentence names before a token.
  func lastNamed(before token: Int, count: Int) -> [Int] {
    guard let sentence = reading.sentence(of: token) else { return [] }
    var people: [Int] = []
    for index in reading.mentions.starting(
      in: sentence.tokens.lowerBound..<token, at: \.tokens.lowerBound
    ).reversed() {
      let mention = reading.mentions[index]
      if mention.isPossessor || people.contains(mention.person) { continue }
      people.append(mention.person)
      if people.count == count { return people.reversed() }
    }
    return []
  }

  /// "The two will hold their first talks": whom the same sentence has called a group before.
  func groupBefore(_ token: Int) -> [Int]? {
    guard let sentence = reading.sentence(of: token) else { return nil }
    let low = (0..<reading.groups.count).partitioningIndex {
      reading.groups[$0].tokens.lowerBound >= token
    }
    guard low > 0, reading.groups[low - 1].tokens.lowerBound >= sentence.tokens.lowerBound else {
      return nil
    }
    return reading.groups[low - 1].people
  }

  /// Whether a role is one of `body`. Of countries that is told by the person's.
  private func isOf(_ body: Affiliation, _ role: RoleReport) -> Bool {
    guard case .organization(let name) = body else { return true }
    return role.of?.text.lowercased() == name.lowercased()
  }

  /// The offices of which a country or body has one holder, by a title in the singular or plural.
  private func offices(of role: String, _ body: Affiliation) -> Set<Office> {
    let title = role.hasSuffix("s") ? String(role.dropLast()) : role
    if case .country = body, title == "leader" { return TitleReader.leading }
    if title == "chief", ["UN", "NATO", "Arab League", "African Union"].contains(body.text) {
      return [.secretaryGeneral]
    }
    guard let office = Offices.classify(title, of: body) else { return [] }
    return GroupResolver.single.contains(office) ? [office] : []
  }

  private static let single: Set<Office> = [
    .headOfState, .headOfGovernment, .foreignMinister, .defenceMinister, .monarch,
    .secretaryGeneral, .ambassador,
  ]

  /// "had seen the two men separately": told at once of one after the other, who are not the two meant next.
  func isOneOfSeveral(_ contact: ContactDraft, _ contacts: ArraySlice<ContactDraft>) -> Bool {
    contact.isSeparate
      && contacts.contains { $0.trigger == contact.trigger && $0.people != contact.people }
  }
}
