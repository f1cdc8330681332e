import Diplomacy
import Language

/// Finds those of a gathering whom the text only quotes: "G20 finance ministers ended talks in Baden-Baden.
/// … Mnuchin said … Schäuble added".
///
/// Newspapers say that the ministers or leaders of a body met and then let some of them speak. Only those
/// are taken who hold such an office in a member state and whose words are told near the gathering.
struct GatheredMembers {
  let reading: Reading

  /// So many sentences behind the telling somebody's words are of it.
  private static let reach = 24

  /// The contacts, the first gathering among them with those who speak of it.
  func named(in contacts: [ContactDraft]) -> [ContactDraft] {
    var contacts = contacts
    var known: Set<Int> = []
    var sentences = Sentences()
    for index in contacts.indices {
      let contact = contacts[index]
      guard contact.status == .held, contact.kind != .call, !contact.isSpoken,
        let party = gathering(contact),
        contact.people.count < 2, let portfolio = Portfolio(party.role),
        let members = reading.members(ofBodyNear: party.tokens)
      else { continue }
      if contact.sentence != sentences.range { sentences = Sentences(range: contact.sentence) }
      guard !isRecalled(in: &sentences) else { continue }
      let near = named(behind: &sentences, isMinisterial: portfolio.isMinisterial)
      // Whose office only readers know must be quoted on it.
      let quoted = named(behind: &sentences, isMinisterial: false)
      let found = near.filter { person in
        guard !contact.people.contains(person),
          let country = reading.people[person].country?.value, members.contains(country.rawValue)
        else { return false }
        return portfolio.isHeld(by: reading.people[person])
          || quoted.contains(person)
            && reading.setting.published.map {
              portfolio.isKnownToBeHeld(by: reading.people[person], of: country, in: $0.year)
            } ?? false
      }
      // Told of once; what is told of the same gathering again finds the same.
      guard !found.isEmpty, known.isEmpty || !known.isDisjoint(with: found) else { continue }
      known.formUnion(found)
      contacts[index].actors += found.map {
        Actor(identity: .person($0), tokens: party.tokens)
      }
      if contact.kind == .meeting || contact.kind == nil { contacts[index].kind = .summit }
    }
    return contacts
  }

  private func gathering(_ contact: ContactDraft) -> (role: String, tokens: Range<Int>)? {
    for actor in contact.actors where actor.isPlural(reading) {
      if case .unnamed(let role, _) = actor.identity { return (role, actor.tokens) }
    }
    return nil
  }

  /// What a sentence with a gathering, and those behind it, say; asked once for all gatherings in it, since a
  /// sentence may be as long as the text.
  private struct Sentences {
    var range = 0..<0
    var isRecalled: Bool?
    /// Whom they name: of ministers, and of leaders.
    var ministers: [Int]?
    var leaders: [Int]?
  }

  /// "at a summit last year": not what the text is about.
  private func isRecalled(in sentences: inout Sentences) -> Bool {
    if let known = sentences.isRecalled { return known }
    let found = sentences.range.contains { Self.recalling.contains(reading.word($0)) }
    sentences.isRecalled = found
    return found
  }

  private static let recalling: WordSet = ["year", "years", "ago", "month"]

  private func named(behind sentences: inout Sentences, isMinisterial: Bool) -> [Int] {
    if let known = isMinisterial ? sentences.ministers : sentences.leaders { return known }
    let found = named(behind: sentences.range.lowerBound, isMinisterial: isMinisterial)
    if isMinisterial { sentences.ministers = found } else { sentences.leaders = found }
    return found
  }

  /// Whom the sentences behind a telling name, in the order of the text: ministers, who are told of for what
  /// their kind is told to do; of leaders those whose words are reported.
  private func named(behind start: Int, isMinisterial: Bool) -> [Int] {
    let sentences = reading.document.sentences
    let first = (0..<sentences.count).partitioningIndex {
      sentences[$0].tokens.upperBound > start
    }
    var people: [Int] = []
    for sentence in sentences[first..<min(sentences.count, first + Self.reach)] {
      guard !sentence.tokens.contains(where: { Self.absent.contains(reading.word($0)) }) else {
        continue
      }
      for index in reading.mentions.starting(in: sentence.tokens, at: \.tokens.lowerBound) {
        let mention = reading.mentions[index]
        if !mention.isPossessor, !people.contains(mention.person),
          isMinisterial || speaks(mention, in: sentence.tokens)
        {
          people.append(mention.person)
        }
      }
    }
    return people
  }

  /// "Sapin told reporters", "said Schäuble", "Moscovici, the commissioner, said".
  private func speaks(_ mention: PersonMention, in sentence: Range<Int>) -> Bool {
    let end = min(sentence.upperBound, mention.tokens.upperBound + 12)
    for token in mention.tokens.upperBound..<max(end, mention.tokens.upperBound) {
      if reading.nameOfToken[token] >= 0 { break }
      if SpeakerFinder.verbs.contains(reading.word(token)) { return true }
      if ClauseWords.isFinite(reading.word(token)) { break }
    }
    let start = max(sentence.lowerBound, mention.tokens.lowerBound - 8)
    return (start..<mention.tokens.lowerBound).reversed().first { token in
      !reading.tokens[token].isCapitalized
        && reading.wordTraits[token].isDisjoint(with: [.roleHead, .roleWord, .roleEdge])
        && reading.entityOfToken[token] < 0
    }.map { SpeakerFinder.verbs.contains(reading.word($0)) } ?? false
  }

  private static let absent: WordSet = [
    "skipped", "skipping", "absent", "boycotted", "missed", "missing", "absence",
  ]
}
