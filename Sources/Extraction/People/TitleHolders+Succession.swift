import Language

/// Offices that pass from one to another: "Merkel's successor as chancellor, Olaf Scholz".
extension TitleHolders {
  /// Who has the office that `role` names behind "as", and who had it before; nil where the words
  /// around do not tell of a change.
  func succession(_ role: RolePhrase) -> [Holder]? {
    let mark = start(of: role) - 1
    let floor = sentence(of: role.tokens.lowerBound)?.lowerBound ?? 0
    guard mark > floor, reading.word(mark) == "as", !role.isPlural else { return nil }
    let word = reading.word(mark - 1)
    switch word {
    case "successor", "predecessor": return related(role, mark - 1)
    case "replaced", "succeeded", "followed":
      // "Truss was replaced as foreign secretary by Cleverly"
      guard reading.word(role.tokens.upperBound) == "by",
        let former = subject(before: passive(before: mark - 1), floor),
        let next = index.mention(startingAt: skippingHonorifics(role.tokens.upperBound + 1))
      else { return nil }
      return pair(next, former, role)
    case "over":
      // "Starmer took over as prime minister from Sunak"
      guard TitleHolders.taking.contains(reading.word(mark - 2)),
        let next = subject(before: auxiliary(before: mark - 2), floor)
      else { return nil }
      let name = skippingHonorifics(role.tokens.upperBound + 1)
      guard reading.word(role.tokens.upperBound) == "from",
        let former = index.mention(startingAt: name)
      else {
        return [Holder(person: next.person, range: next.tokens.lowerBound..<role.tokens.upperBound)]
      }
      return pair(next, former, role)
    default: return active(role, mark, floor)
    }
  }

  /// "Hun Manet, who followed his father, Hun Sen, as prime minister".
  private func active(_ role: RolePhrase, _ mark: Int, _ floor: Int) -> [Holder]? {
    let end = reading.word(mark - 1) == "," ? mark - 1 : mark
    guard let former = index.mention(endingAt: end) else { return nil }
    var verb = former.tokens.lowerBound - 1
    while verb > floor, verb > former.tokens.lowerBound - 6,
      words.isHonorific(reading.form(verb)) || [",", "his", "her"].contains(reading.word(verb))
        || reading.wordTraits[verb].contains(.kin)
    {
      verb -= 1
    }
    guard TitleHolders.following.contains(reading.word(verb)),
      let next = subject(before: auxiliary(before: verb), floor), next.person != former.person
    else { return nil }
    return pair(next, former, role)
  }

  /// "her predecessor as foreign minister, Heiko Maas,".
  private func related(_ role: RolePhrase, _ noun: Int) -> [Holder]? {
    let isSuccessor = reading.word(noun) == "successor"
    var name = role.tokens.upperBound
    if reading.word(name) == "," { name += 1 }
    guard let named = index.mention(startingAt: skippingHonorifics(name)) else { return nil }
    let other: Int?
    if reading.tokens[noun - 1].isPossessive {
      other = index.mention(endingAt: noun - 1)?.person
    } else if ["his", "her"].contains(reading.word(noun - 1)) {
      other = BossFinder(reading: reading, index: index).antecedent(
        of: noun - 1, reading.word(noun - 1) == "his" ? .male : .female, except: named.person)
    } else {
      other = nil
    }
    let range = noun..<named.tokens.upperBound
    let one = Holder(person: named.person, range: range, isFormer: !isSuccessor)
    guard let other, other != named.person else { return [one] }
    return [one, Holder(person: other, range: range, isFormer: isSuccessor)]
  }

  /// "Before becoming secretary of state, John Kerry", "the job of foreign minister went to Gideon Sa'ar":
  /// an office told before the name of who has it.
  func announced(_ role: RolePhrase) -> Holder? {
    let end = role.tokens.upperBound
    if ["went", "goes", "passed", "fell", "passes"].contains(reading.word(end)),
      reading.word(end + 1) == "to",
      let mention = index.mention(startingAt: skippingHonorifics(end + 2))
    {
      return Holder(
        person: mention.person, range: role.tokens.lowerBound..<mention.tokens.upperBound)
    }
    if let holder = reversed(role) { return holder }
    let verb = start(of: role) - 1
    if reading.word(end) == ",", reading.word(verb) == "as", isOpening(verb),
      role.isFormer || role.affiliation != nil
        || ["role", "capacity", "time", "job", "post"].contains(reading.word(verb - 1)),
      let mention = index.mention(startingAt: skippingHonorifics(end + 1))
    {
      // "As a former economy minister, Gabriel received Putin three times"
      return Holder(
        person: mention.person, range: role.tokens.lowerBound..<mention.tokens.upperBound)
    }
    guard reading.word(end) == ",", TitleHolders.beginning.contains(reading.word(verb)),
      ["before", "after", "since"].contains(reading.word(verb - 1)), startsLine(verb - 1),
      let mention = index.mention(startingAt: skippingHonorifics(end + 1))
    else { return nil }
    return Holder(
      person: mention.person, range: role.tokens.lowerBound..<mention.tokens.upperBound)
  }

  /// "The last secretary of state to visit was Blinken", "The president at the time was Barre".
  private func reversed(_ role: RolePhrase) -> Holder? {
    let end = role.tokens.upperBound
    guard ["to", "at", "then"].contains(reading.word(end)) else { return nil }
    for place in end + 1...end + 10 {
      let word = reading.word(place)
      if word == "was" || word == "is" || word == "been" {
        let name = skippingHonorifics(place + 1)
        return index.mention(startingAt: name).map {
          Holder(
            person: $0.person, range: role.tokens.lowerBound..<$0.tokens.upperBound,
            isFormer: word != "is" && reading.word(end) != "to")
        }
      }
      guard reading.tokens.indices.contains(place), !reading.tokens[place].isMark,
        reading.nameOfToken[place] < 0, word != "who"
      else { return nil }
    }
    return nil
  }

  /// Whether nobody is named, and no clause told, before the word at `index` in its sentence.
  private func isOpening(_ index: Int) -> Bool {
    guard let start = sentence(of: index)?.lowerBound, index - start < 12 else { return false }
    return (start..<index).allSatisfy {
      reading.nameOfToken[$0] < 0 && !reading.tokens[$0].isMark
        && !ClauseWords.isFinite(reading.word($0)) && role(startingAt: $0) == nil
    }
  }

  private static let beginning: WordSet = ["becoming", "being"]

  private func pair(
    _ next: PersonMention, _ former: PersonMention, _ role: RolePhrase
  ) -> [Holder] {
    let start = min(next.tokens.lowerBound, former.tokens.lowerBound)
    let end = max(next.tokens.upperBound, former.tokens.upperBound, role.tokens.upperBound)
    return [
      Holder(person: next.person, range: start..<end),
      Holder(person: former.person, range: start..<end, isFormer: true),
    ]
  }

  /// Where "was" or "has been" begins before the participle at `verb`.
  private func passive(before verb: Int) -> Int {
    var start = verb
    while ["was", "is", "were", "been", "being", "has", "had", "be", "will", "later", "to"]
      .contains(
        reading.word(start - 1))
    {
      start -= 1
    }
    return start
  }

  private func auxiliary(before verb: Int) -> Int {
    var start = verb
    while ["has", "had", "will", "later", "recently", "would", "then", "who", "to"].contains(
      reading.word(start - 1))
    {
      if reading.word(start - 1) == "who" { return start }
      start -= 1
    }
    return start
  }

  private static let taking: WordSet = ["took", "takes", "taking", "take", "taken"]
  private static let following: WordSet = [
    "succeeded", "succeeds", "succeeding", "succeed", "replaced", "replaces", "replacing",
    "replace", "followed", "follows",
  ]
}
