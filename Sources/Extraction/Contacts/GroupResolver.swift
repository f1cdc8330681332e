import Diplomacy

/// Finds whom "they", "the pair" and "the two leaders" stand for: the last two who were told to be in
/// contact and fit the noun, else the last two people named.
struct GroupResolver {
  let reading: Reading

  /// The people behind the group whose noun is at `token`, given the contacts told before it.
  func people(at token: Int, after contacts: [ContactDraft]) -> [Int] {
    let word = reading.word(token)
    let noun = word == "their" ? "they" : word
    for contact in contacts.reversed() {
      let people = contact.people
      guard people.count >= 2 else { continue }
      if people.count == 2 || noun == "they" || noun == "them" {
        if people.allSatisfy({ fits($0, noun) }) { return people }
      } else {
        let fitting = people.filter { fits($0, noun) && holdsOffice(of: noun, $0) }
        if fitting.count == 2 { return fitting }
      }
    }
    guard noun != "they", noun != "them" else { return [] }
    return lastNamed(noun, before: token)
  }

  private func lastNamed(_ noun: String, before token: Int) -> [Int] {
    var people: [Int] = []
    for mention in reading.mentions.reversed()
    where mention.tokens.upperBound <= token && !mention.isPossessor
      && !people.contains(mention.person) && fits(mention.person, noun)
    {
      people.append(mention.person)
      if people.count == 2 { return people.reversed() }
    }
    return []
  }

  /// Whether nothing known of a person speaks against the noun.
  private func fits(_ person: Int, _ noun: String) -> Bool {
    let draft = reading.people[person]
    switch noun {
    case "men": return draft.gender != .female
    case "women": return draft.gender != .male
    default:
      guard let offices = GroupResolver.offices[noun] else { return true }
      let held = draft.roles.compactMap(\.office)
      return held.isEmpty || held.contains(where: offices.contains)
    }
  }

  private func holdsOffice(of noun: String, _ person: Int) -> Bool {
    guard let offices = GroupResolver.offices[noun] else { return false }
    return reading.people[person].roles.contains { $0.office.map(offices.contains) ?? false }
  }

  private static let heads: Set<Office> = [.headOfState, .headOfGovernment, .monarch]

  private static let offices: [String: Set<Office>] = [
    "leaders": heads, "presidents": [.headOfState, .organizationHead],
    "premiers": [.headOfGovernment], "chancellors": [.headOfGovernment],
    "ministers": [
      .foreignMinister, .defenceMinister, .minister, .headOfGovernment, .deputyMinister,
    ],
  ]
}
