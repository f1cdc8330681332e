import Diplomacy
import Language

/// Gives the office that a verb tells: "Burns, who heads the CIA", "the junta led by Assimi Goïta",
/// "the committee, chaired by Raymond Zondo".
///
/// Only bodies that last make an office of it; who leads a delegation, talks or a government in
/// passing holds none by that.
struct HeadingStage {
  let words: WordLists
  let index: MentionIndex

  func run(_ reading: inout Reading) {
    var traits: [RoleTraits] = []
    var given: [(person: Int, role: RoleReport)] = []
    for sentence in reading.document.sentences {
      for verb in sentence.tokens {
        guard let told = HeadingStage.verbs[reading.tokens[verb].word] else { continue }
        if traits.isEmpty { traits = RoleLexicon.shared.traits(of: reading.tokens) }
        let parser = RoleParser(
          words: words, reading: reading, traits: traits, floor: sentence.tokens.lowerBound,
          limit: sentence.tokens.upperBound)
        let found =
          reading.word(verb + 1) == "by"
          ? passive(at: verb, told, parser, reading) : active(at: verb, told, parser, reading)
        if let found { given.append(found) }
      }
    }
    for (person, role) in given where !holds(reading.people[person], role) {
      reading.people[person].roles.append(role)
      reading.people[person].isSure = true
    }
  }

  private func holds(_ person: PersonDraft, _ role: RoleReport) -> Bool {
    person.roles.contains { $0.of == role.of && (role.of != nil || $0.title == role.title) }
  }

  /// "X, who now heads the International Atomic Energy Agency".
  private func active(
    at verb: Int, _ told: Verb, _ parser: RoleParser, _ reading: Reading
  ) -> (person: Int, role: RoleReport)? {
    var start = verb
    while start > parser.floor, HeadingStage.adverbs.contains(reading.word(start - 1)) {
      start -= 1
    }
    guard
      reading.word(start - 1) == "who" || reading.word(start - 1) == "he"
        || reading.word(start - 1) == "she" || told.isPresent
    else { return nil }
    var name = start
    if reading.word(name - 1) == "who" { name -= 1 }
    if reading.word(name - 1) == "," { name -= 1 }
    guard let mention = index.mention(endingAt: name) ?? held(endingAt: name, reading) else {
      return nil
    }
    var phrase = RolePhrase(tokens: verb..<verb + 1, titles: [], head: told.title)
    phrase.determiner = "the"
    var reader = ComplementReader(parser: parser, phrase: phrase, isOwner: true)
    guard let end = reader.read(from: verb + 1), reader.bossToken == nil else { return nil }
    let noun = reading.word(end - 1)
    if reader.isInTitle, told.title == "chair", ["committee", "subcommittee"].contains(noun) {
      // "who chairs the Commons foreign affairs committee"
      let body = reading.document.text(of: verb + 1..<end)
      return (
        mention.person,
        RoleReport(
          title: "chair of \(body)", of: reader.affiliation, isFormer: !told.isPresent,
          evidence: reading.evidence(mention.tokens.lowerBound..<end))
      )
    }
    guard case .organization(let body)? = reader.affiliation, lasts(body),
      !reader.isInTitle
    else { return nil }
    return (
      mention.person,
      RoleReport(
        title: told.title, of: reader.affiliation, isFormer: !told.isPresent,
        evidence: reading.evidence(mention.tokens.lowerBound..<end))
    )
  }

  /// The name before an apposition that ends at `token`: "Burns, a former ambassador to Moscow who".
  private func held(endingAt token: Int, _ reading: Reading) -> PersonMention? {
    let end = (0..<reading.roles.count).partitioningIndex {
      reading.roles[$0].tokens.lowerBound >= token
    }
    guard end > 0, reading.roles[end - 1].tokens.upperBound == token,
      reading.word(reading.roles[end - 1].tokens.lowerBound - 1) == ","
    else { return nil }
    return index.mention(endingAt: reading.roles[end - 1].tokens.lowerBound - 1)
  }

  /// "the junta led by Assimi Goïta".
  private func passive(
    at verb: Int, _ told: Verb, _ parser: RoleParser, _ reading: Reading
  ) -> (person: Int, role: RoleReport)? {
    var name = verb + 2
    // "headed by President Mahmoud Abbas": the office is told.
    let titled = (0..<reading.roles.count).partitioningIndex {
      reading.roles[$0].tokens.lowerBound >= name
    }
    if titled < reading.roles.count, reading.roles[titled].isHeld,
      reading.roles[titled].tokens.lowerBound == name
    {
      return nil
    }
    while words.isHonorific(reading.form(name)), index.mention(startingAt: name) == nil {
      name += 1
    }
    guard let mention = index.mention(startingAt: name),
      !reading.tokens.indices.contains(mention.tokens.upperBound)
        || !reading.tokens[mention.tokens.upperBound].isPossessive
    else { return nil }
    let end = reading.word(verb - 1) == "," ? verb - 1 : verb
    guard end > parser.floor else { return nil }
    var start: Int
    if reading.entityOfToken[end - 1] >= 0 {
      let entity = reading.entities[reading.entityOfToken[end - 1]]
      guard case .organization(let name, _) = entity.entity,
        Organizations.lookup(name).map({ $0.kind != .forum && $0.kind != .media }) ?? true
      else { return nil }
      start = entity.tokens.lowerBound
    } else {
      guard HeadingStage.bodies.contains(reading.word(end - 1)) else { return nil }
      start = end - 1
    }
    if reading.word(start) == "the", start + 1 < end { start += 1 }
    let body = reading.document.text(of: start..<end)
    return (
      mention.person,
      RoleReport(
        title: told.title, of: .organization(body),
        evidence: reading.evidence(start..<mention.tokens.upperBound))
    )
  }

  private func lasts(_ body: String) -> Bool {
    if let known = Organizations.lookup(body) {
      return known.kind != .forum && known.kind != .media
    }
    let words = body.lowercased().split(separator: " ").map(String.init)
    return words.contains { RoleLexicon.shared[$0].contains(.organization) }
      && !words.contains { HeadingStage.passing.contains($0) }
  }

  /// A verb's office, and whether the verb tells a present one.
  private struct Verb: Sendable {
    var title: String
    var isPresent = false
  }

  private static let verbs = WordTable<Verb>([
    "heads": Verb(title: "head", isPresent: true), "headed": Verb(title: "head"),
    "leads": Verb(title: "leader", isPresent: true), "led": Verb(title: "leader"),
    "chairs": Verb(title: "chair", isPresent: true), "chaired": Verb(title: "chair"),
    "runs": Verb(title: "head", isPresent: true), "run": Verb(title: "head"),
    "commands": Verb(title: "commander", isPresent: true), "commanded": Verb(title: "commander"),
    "founded": Verb(title: "founder"),
    "coordinates": Verb(title: "coordinator", isPresent: true),
  ])
  private static let adverbs: WordSet = [
    "now", "also", "currently", "then", "still", "previously", "once", "formerly", "has", "later",
  ]
  private static let bodies: WordSet = [
    "junta", "party", "movement", "militia", "commission", "committee", "faction", "foundation",
    "alliance", "bloc", "think-tank", "institute",
  ]
  private static let passing: WordSet = [
    "delegation", "team", "mission", "coalition", "group", "government", "fund",
  ]
}
