import Diplomacy
import Language

/// Finds all contacts of the text.
struct ContactStage {
  let words: WordLists
  let contactWords: ContactWords

  func run(_ reading: inout Reading) { reading.contacts = contacts(of: reading) }

  private func contacts(of reading: Reading) -> [ContactDraft] {
    var occasions = OpenOccasions(reading: reading, told: reading.contacts)
    let groups = GroupResolver(reading: reading)
    let counted = CountedMembers(reading: reading, groups: groups)
    var topic: Actor?
    let company = Company()
    var called: Actor?
    var previous: ContactFinder?
    var teams = LedTeams()
    let mentions = MentionCounts(reading)
    for graph in reading.graphs {
      let finder = ContactFinder(
        contactWords: contactWords, graph: graph, groups: groups, topic: topic,
        company: company, called: called,
        focus: focus(of: graph, after: previous, topic, reading))
      let tellings = finder.contacts() + finder.contacts(after: previous)
      previous = finder
      defer { teams.note(graph) }
      if let copy = finder.likewise(occasions.drafts.last) { occasions.add(copy) }
      for telling in tellings {
        let resolved = counted.named(in: resolved(telling, groups, occasions, teams))
        guard let contact = occasions.placed(resolved) else { continue }
        for contact in apart(contact, telling, reading) {
          occasions.add(contact)
          guard isPlausible(contact, reading) else { continue }
          topic = self.topic(of: contact, mentions) ?? topic
          let named = contact.actors.filter { $0.person != nil }
          if contact.kind == .call, named.count == 2 { called = named.last }
          for actor in named where named.count > 1 {
            company.told[actor.identity] = named.filter { $0.identity != actor.identity }
          }
        }
      }
      if occasions.isAwaited { for outcome in finder.outcomes() { occasions.settle(outcome) } }
    }
    let told = reading.contacts.count
    var found = GatheredMembers(reading: reading).named(in: Array(occasions.drafts[told...]))
      .filter { isPlausible($0, reading) }
    if found.contains(where: \.isBareVisit) { dropVisits(&found, besides: reading.contacts) }
    return reading.contacts + dropNested(found, reading)
  }

  /// Of whom the sentence right before is, in the same paragraph, unless it tells of the topic too, which then goes on
  /// (Grosz, Joshi and Weinstein, Centering, Computational Linguistics 21, 1995).
  private func focus(
    of graph: ClauseGraph, after last: ContactFinder?, _ topic: Actor?, _ reading: Reading
  ) -> [Actor] {
    let start = graph.sentence.tokens.lowerBound
    guard start > 0, let last, let before = reading.sentence(of: start - 1)?.tokens,
      last.graph.sentence.tokens == before,
      reading.blockIndex(of: before.lowerBound) == reading.blockIndex(of: start)
    else { return [] }
    let subjects = last.subjects
    let isTold = reading.mentions.starting(in: before, at: \.tokens.lowerBound)
      .contains { reading.mentions[$0].person == topic?.person }
    return isTold && !subjects.contains { $0.identity == topic?.identity } ? [] : subjects
  }

  /// Who is spoken of next: the one told of most.
  private func topic(of contact: ContactDraft, _ mentions: MentionCounts) -> Actor? {
    contact.actors.lazy.compactMap { actor in actor.person.map { (actor, mentions[$0]) } }
      .max { $0.1 < $1.1 }?.0
  }

  /// How often each person is told of: counted once, since every contact asks it of each of its people.
  private struct MentionCounts {
    private var counts: [Int]

    init(_ reading: Reading) {
      counts = Array(repeating: 0, count: reading.people.count)
      for mention in reading.mentions { counts[mention.person] += 1 }
    }

    subscript(person: Int) -> Int { counts[person] }
  }

  /// A visit to a country is a contact of the article only where nothing else is told of who made it.
  private func dropVisits(_ found: inout [ContactDraft], besides told: [ContactDraft]) {
    let others = (told + found).filter { !$0.isBareVisit }
    guard !others.isEmpty else { return }
    let met = Set(others.flatMap(\.people))
    found.removeAll { visit in
      visit.isBareVisit && (visit.kind == .visit || visit.people.contains(where: met.contains))
    }
  }

  /// With the people that "they" and "the two leaders" stand for.
  private func resolved(
    _ telling: ContactDraft, _ groups: GroupResolver, _ occasions: OpenOccasions, _ teams: LedTeams
  ) -> ContactDraft {
    var contact = telling
    contact.actors = telling.actors.flatMap { actor -> [Actor] in
      if let holder = groups.holder(of: actor) ?? groups.namedLater(actor) { return [holder] }
      let leaders = teams.leaders(meantBy: actor, in: telling, groups.reading)
      return leaders.isEmpty ? [actor] : leaders
    }
    guard telling.actors.contains(where: { $0.isGroup }) else { return contact }
    let others = Set(contact.people)
    contact.actors = contact.actors.flatMap { actor -> [Actor] in
      guard case .group(let token) = actor.identity else { return [actor] }
      let people = groups.people(
        at: token, in: actor.tokens, besides: others, after: occasions)
      if people.isEmpty, ["they", "them"].contains(groups.reading.word(token)),
        case let led = teams.leaders(rightBefore: contact), !led.isEmpty
      {
        return led.map { Actor(identity: $0.identity, tokens: actor.tokens) }
      }
      let states = people.isEmpty ? states(meantBy: actor, at: token, groups.reading) : []
      if !states.isEmpty {
        return states.map { Actor(identity: .country($0), tokens: actor.tokens) }
      }
      if people.isEmpty, isParty(token, groups.reading) || isOffice(token, actor, groups.reading) {
        let text = groups.reading.document.text(of: actor.tokens)
        return [Actor(identity: .unnamed(role: text, of: nil), tokens: actor.tokens)]
      }
      return people.map { Actor(identity: .person($0), tokens: actor.tokens) }
    }
    return contact
  }

  /// "The two sides", "both delegations" of whom nobody is named: the states told last.
  private func states(meantBy group: Actor, at noun: Int, _ reading: Reading) -> [CountryCode] {
    guard isParty(noun, reading) || reading.word(noun) == "governments",
      ["both", "two"].contains(where: { sign in
        group.tokens.contains { reading.word($0) == sign }
      })
    else { return [] }
    return reading.statesToldLast(before: group.tokens.lowerBound, count: 2)
  }

  /// "met the ministers": who they are the text leaves open.
  private func isOffice(_ noun: Int, _ group: Actor, _ reading: Reading) -> Bool {
    group.tokens.count == 2 && reading.word(group.tokens.lowerBound) == "the"
      && RoleLexicon.shared[reading.lower(noun)].contains(.plural)
  }

  /// "met both delegations": parties even where the text names nobody of them.
  private func isParty(_ noun: Int, _ reading: Reading) -> Bool {
    ["delegations", "sides", "parties", "teams"].contains(reading.word(noun))
  }

  /// "had seen each man separately": an occasion with each of those the word stands for.
  private func apart(
    _ contact: ContactDraft, _ telling: ContactDraft, _ reading: Reading
  ) -> [ContactDraft] {
    guard
      let each = telling.actors.first(where: {
        $0.isGroup
          && (reading.word($0.tokens.lowerBound) == "each" || isEach($0, telling, reading)
            || isSeparately($0, contact, reading))
      })?.tokens
    else { return [contact] }
    let several = contact.actors.filter { $0.tokens == each }
    return several.map { one in
      var single = contact
      single.actors = contact.actors.filter { $0.tokens != each } + [one]
      return single
    }
  }

  /// "had first seen the two men separately", "spoke separately to both leaders"
  private func isSeparately(
    _ group: Actor, _ contact: ContactDraft, _ reading: Reading
  ) -> Bool {
    guard group.tokens.count > 1 else { return false }
    let verb = contact.trigger
    return [group.tokens.upperBound, verb + 1, verb - 1].contains {
      ["separately", "individually"].contains(reading.word($0))
    }
  }

  /// "They each had a word with the host": an occasion for each of them.
  private func isEach(_ group: Actor, _ telling: ContactDraft, _ reading: Reading) -> Bool {
    let next = group.tokens.upperBound
    return reading.word(next) == "each" && reading.word(next + 1) != "other"
      && telling.trigger > next
  }

  /// At least two different parties take part, and one of them is named or a government.
  private func isPlausible(_ contact: ContactDraft, _ reading: Reading) -> Bool {
    let people = contact.people.count
    // That somebody did not meet nobody in particular is no report.
    if contact.status == .declined, people < 2 { return false }
    if people > 0 {
      return contact.actors.dropFirst().contains { $0.identity != contact.actors[0].identity }
    }
    let countries = Set(
      contact.actors.compactMap { actor -> String? in
        switch actor.identity {
        case .country(let code): code.rawValue
        case .unnamed(_, let of): of?.text
        case .person, .group: nil
        }
      })
    guard countries.count < 2 else { return isOfGovernments(contact, reading) }
    return countries.count == 1 && isOfBody(contact, reading)
  }

  /// "NATO defence ministers will meet", "the Security Council held consultations": those of a body of
  /// many states by themselves.
  private func isOfBody(_ contact: ContactDraft, _ reading: Reading) -> Bool {
    contact.kind != .call && contact.kind != .visit
      && contact.actors.allSatisfy { actor in
        guard case .unnamed(let role, .country(let code)?) = actor.identity else { return false }
        return ["EU", "NATO", "UN"].contains(code.rawValue)
          && (role == "council" || actor.isPlural(reading) && Portfolio(role) != nil)
      }
  }

  /// Whether two governments of which nobody is named met: a word that says so beyond doubt, and is not
  /// told by the way ("During negotiations, the EU and Ireland must").
  private func isOfGovernments(_ contact: ContactDraft, _ reading: Reading) -> Bool {
    guard contact.kind != .visit else { return false }
    // Governments speak on the telephone by those who are told of.
    if contact.kind == .call || contact.isSpoken {
      return contact.actors.allSatisfy {
        if case .unnamed = $0.identity { return true }
        return false
      }
    }
    let before = max(contact.sentence.lowerBound, contact.trigger - 3)..<contact.trigger
    return !before.contains { reading.word($0) == "during" }
  }
}

/// Whom each was told last to be in contact with; shared by the finders of all sentences, which would each keep a copy.
final class Company {
  var told: [Actor.Identity: [Actor]] = [:]
}
