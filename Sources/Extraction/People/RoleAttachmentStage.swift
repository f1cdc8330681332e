import Diplomacy
import Language

/// Gives people the roles that stand beside their names, and their country.
struct RoleAttachmentStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    attachTitles(&reading)
    attachOrigins(&reading)
    resolveBosses(&reading)
    HomeStage().run(&reading)
    RoleUnifier().run(&reading)
  }

  private func attachTitles(_ reading: inout Reading) {
    let mentions = Dictionary(
      reading.mentions.filter { $0.form != .pronoun }.map { ($0.tokens.lowerBound, $0.person) },
      uniquingKeysWith: { first, _ in first })
    for index in reading.roles.indices {
      let role = reading.roles[index]
      if let boss = role.bossToken { markPossessor(boss, &reading) }
      if let holder = holder(of: role, mentions, reading) {
        add(role, to: holder.person, evidence: holder.range, &reading)
        if role.isPlural { attachPlural(role, mentions, &reading) }
      }
    }
  }

  /// The person a title belongs to, and the stretch that says so.
  private func holder(
    of role: RolePhrase, _ mentions: [Int: Int], _ reading: Reading
  ) -> (person: Int, range: Range<Int>)? {
    var next = role.tokens.upperBound
    while words.isHonorific(reading.text(next)) { next += 1 }
    if let person = mentions[next], !isPossessed(next, reading) || role.determiner == nil {
      return (person, role.tokens.lowerBound..<nameEnd(next, reading))
    }
    if reading.word(next) == ",", let person = mentions[skippingHonorifics(next + 1, reading)],
      role.determiner != nil || role.affiliation != nil || role.bossToken != nil, !role.isPlural
    {
      let start = skippingHonorifics(next + 1, reading)
      let after = reading.word(nameEnd(start, reading))
      if [",", ".", ";", "and", ")", ""].contains(after) {
        return (person, role.tokens.lowerBound..<nameEnd(start, reading))
      }
    }
    return holderBefore(role, reading)
  }

  /// "Abbas Araghchi, the Iranian foreign minister" and "Rubio, who is … top diplomat".
  private func holderBefore(
    _ role: RolePhrase, _ reading: Reading
  ) -> (person: Int, range: Range<Int>)? {
    // "who is President Trump's top diplomat": the boss's own title stands in between.
    let ownTitle = reading.roles.last { $0.tokens.upperBound == role.tokens.lowerBound }
    var before =
      (role.bossToken == nil ? role.tokens : ownTitle?.tokens ?? role.tokens).lowerBound - 1
    let copulas: Set = ["is", "was", "became", "as", "remains"]
    if copulas.contains(reading.word(before)), reading.word(before - 1) == "who" {
      before -= 2
      if reading.word(before) != "," { before += 1 }
    }
    guard reading.word(before) == "," || reading.word(before) == "(" else { return nil }
    guard let mention = reading.mentions.last(where: { $0.tokens.upperBound == before }),
      !role.isPlural
    else { return nil }
    let after = reading.word(role.tokens.upperBound)
    // ", the president said" begins a clause; an apposition ends at a mark or goes on with "who".
    let ends = [",", ".", ";", ")", ":", "who", "and", "–", "—", "", "of", "at", "in", "”", "\""]
    guard ends.contains(after) else { return nil }
    return (mention.person, mention.tokens.lowerBound..<role.tokens.upperBound)
  }

  /// "Presidents Santos and Chávez", "the foreign ministers, A, B and C": all of the list.
  private func attachPlural(
    _ role: RolePhrase, _ mentions: [Int: Int], _ reading: inout Reading
  ) {
    var next = skippingHonorifics(role.tokens.upperBound, reading)
    while mentions[next] != nil {
      let end = nameEnd(next, reading)
      var following = end
      while [",", "and"].contains(reading.word(following)) { following += 1 }
      following = skippingHonorifics(following, reading)
      guard following > end, let person = mentions[following] else { return }
      add(
        role, to: person, evidence: role.tokens.lowerBound..<nameEnd(following, reading), &reading)
      next = following
    }
  }

  private func add(
    _ role: RolePhrase, to person: Int, evidence: Range<Int>, _ reading: inout Reading
  ) {
    if role.head.hasPrefix("counterpart") || role.head == "opposite" {
      addCounterpart(role, to: person, evidence: evidence, &reading)
      return
    }
    for title in role.titles {
      var text = reading.document.text(of: title)
      if role.isPlural, text.hasSuffix("s") { text = String(text.dropLast()) }
      var report = RoleReport(
        title: text, of: role.affiliation, isFormer: role.isFormer,
        evidence: reading.evidence(evidence))
      if let boss = role.bossToken,
        let index = reading.mentions.first(where: {
          $0.tokens.lowerBound == boss
        })?.person, index != person
      {
        report.serves = index
      }
      reading.people[person].roles.append(report)
      reading.people[person].isSure = true
    }
  }

  /// "his Turkish counterpart, X": X has the other person's office.
  private func addCounterpart(
    _ role: RolePhrase, to person: Int, evidence: Range<Int>, _ reading: inout Reading
  ) {
    let other = reading.mentions.last {
      $0.tokens.upperBound <= role.tokens.lowerBound && $0.person != person && !$0.isPossessor
        && reading.people[$0.person].roles.contains { !$0.isFormer }
    }
    guard let other, let held = reading.people[other.person].roles.first(where: { !$0.isFormer })
    else { return }
    reading.people[person].roles.append(
      RoleReport(
        title: held.title, of: role.affiliation, evidence: reading.evidence(evidence)))
    reading.people[person].isSure = true
  }

  private func markPossessor(_ token: Int, _ reading: inout Reading) {
    for index in reading.mentions.indices where reading.mentions[index].tokens.lowerBound == token {
      reading.mentions[index].isPossessor = true
    }
  }

  private func nameEnd(_ start: Int, _ reading: Reading) -> Int {
    reading.name(startingAt: start)?.tokens.upperBound ?? start + 1
  }

  private func isPossessed(_ start: Int, _ reading: Reading) -> Bool {
    let end = nameEnd(start, reading)
    return reading.tokens.indices.contains(end) && reading.tokens[end].isPossessive
  }

  private func skippingHonorifics(_ start: Int, _ reading: Reading) -> Int {
    var index = start
    while words.isHonorific(reading.text(index)) { index += 1 }
    return index
  }
}

// MARK: - Countries

extension RoleAttachmentStage {
  /// "Rwanda's Paul Kagame", "Félix Tshisekedi of Congo", "Annalena Baerbock (Germany)".
  private func attachOrigins(_ reading: inout Reading) {
    for mention in reading.mentions where reading.people[mention.person].country == nil {
      let start = mention.tokens.lowerBound
      let end = mention.tokens.upperBound
      if start >= 2, reading.tokens[start - 1].isPossessive, reading.entityOfToken[start - 2] >= 0 {
        let entity = reading.entities[reading.entityOfToken[start - 2]]
        set(entity, on: mention, through: entity.tokens.lowerBound..<end, &reading)
      } else if ["of", "("].contains(reading.word(end)) {
        let next = reading.word(end + 1) == "the" ? end + 2 : end + 1
        if let entity = reading.entity(startingAt: next) {
          if case .adjective = entity.entity { continue }
          if reading.word(end) == "(", reading.word(entity.tokens.upperBound) != ")" { continue }
          set(entity, on: mention, through: start..<entity.tokens.upperBound, &reading)
        }
      }
    }
  }

  private func set(
    _ entity: EntitySpan, on mention: PersonMention, through range: Range<Int>,
    _ reading: inout Reading
  ) {
    guard let code = entity.entity.code else { return }
    reading.people[mention.person].country = Attested(code, reading.evidence(range))
    reading.people[mention.person].isSure = true
  }

  /// Who serves somebody serves the same country, whichever of the two it is told of.
  private func resolveBosses(_ reading: inout Reading) {
    for index in reading.people.indices {
      for role in reading.people[index].roles {
        guard let boss = role.serves, let served = home(of: reading.people[index]) else { continue }
        for held in reading.people[boss].roles.indices
        where home(of: reading.people[boss]) == nil && reading.people[boss].roles[held].of == nil {
          reading.people[boss].roles[held].of = served
        }
      }
    }
    for index in reading.people.indices {
      for role in reading.people[index].roles.indices
      where reading.people[index].roles[role].of == nil {
        guard let boss = reading.people[index].roles[role].serves else { continue }
        reading.people[index].roles[role].of = home(of: reading.people[boss])
      }
    }
  }

  /// What a person's present roles belong to, else the country told of them or implied by a title.
  private func home(of person: PersonDraft) -> Affiliation? {
    person.roles.first { $0.of != nil && !$0.isFormer }?.of
      ?? person.country.map { .country($0.value) }
      ?? person.roles.lazy.compactMap { Offices.country(impliedBy: $0.title) }.first.map {
        .country($0)
      }
  }
}
