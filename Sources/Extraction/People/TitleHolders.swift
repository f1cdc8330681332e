import Language

/// Finds whose a title is: the name after it, the one it stands in apposition to, the subject of
/// "is", "who has been" or "was appointed".
struct TitleHolders {
  let words: WordLists
  let reading: Reading
  let index: MentionIndex
  /// For each token the title that begins there, and the one that ends there, or -1.
  private let roleStarting: [Int32]
  private let roleEnding: [Int32]
  /// Who was found to hold each title so far.
  private(set) var found: [Int: Int] = [:]

  init(words: WordLists, reading: Reading, index: MentionIndex) {
    self.words = words
    self.reading = reading
    self.index = index
    var starting = [Int32](repeating: -1, count: reading.tokens.count + 1)
    var ending = starting
    for (position, role) in reading.roles.enumerated() {
      starting[role.tokens.lowerBound] = Int32(position)
      ending[role.tokens.upperBound] = Int32(position)
    }
    roleStarting = starting
    roleEnding = ending
  }

  /// Remembers the holder of the title at `position` of the list.
  mutating func note(_ holder: Int, of position: Int) { found[position] = holder }

  func role(startingAt token: Int) -> RolePhrase? {
    guard roleStarting.indices.contains(token), roleStarting[token] >= 0 else { return nil }
    return reading.roles[Int(roleStarting[token])]
  }

  func role(endingAt token: Int) -> (role: RolePhrase, position: Int)? {
    guard roleEnding.indices.contains(token), roleEnding[token] >= 0 else { return nil }
    let position = Int(roleEnding[token])
    return (reading.roles[position], position)
  }

  /// Where `role` begins, with the title of its boss: "US President Donald Trump's envoy".
  func start(of role: RolePhrase) -> Int {
    var start = role.tokens.lowerBound
    guard role.bossToken == start else { return start }
    if let title = self.role(endingAt: start) { return title.role.tokens.lowerBound }
    while start > 0, words.isHonorific(reading.text(start - 1)) { start -= 1 }
    return start
  }

  /// A person, the words that give them the title, and whether the title is said to be past.
  struct Holder {
    var person: Int
    var range: Range<Int>
    var isFormer = false
  }

  /// The holders of `role`: several for a plural one.
  /// - Parameter isTold: whether a person has been given a role already.
  func holders(of role: RolePhrase, isTold: (Int) -> Bool) -> [Holder] {
    if role.isPlural { return plural(role) }
    if role.isOpenEnded { return (apposed(role) ?? predicated(role)).map { [$0] } ?? [] }
    let next = skippingHonorifics(role.tokens.upperBound)
    if let mention = index.mention(startingAt: next), !isOwner(mention, role) {
      return [
        Holder(person: mention.person, range: role.tokens.lowerBound..<mention.tokens.upperBound)
      ]
    }
    let after = named(after: role, next)
    let before = apposed(role)
    if let after, let before {
      // "Vance, the secretary of state, Marco Rubio, and": who has a title of his own needs none.
      let isPronoun = ["his", "her", "their"].contains(role.determiner)
      return [isPronoun || (isTold(before.person) && role.determiner != nil) ? after : before]
    }
    if let holder = after ?? before ?? predicated(role) { return [holder] }
    return []
  }

  /// "the foreign minister Macron's aide" gives Macron no title, "Prime Minister Blair's aide" does.
  private func isOwner(_ mention: PersonMention, _ role: RolePhrase) -> Bool {
    let end = mention.tokens.upperBound
    guard reading.tokens.indices.contains(end), reading.tokens[end].isPossessive else {
      return false
    }
    return role.determiner != nil && !reading.tokens[role.titles[0].lowerBound].isCapitalized
  }

  /// "Iraq's foreign minister, Tariq Aziz,".
  private func named(after role: RolePhrase, _ next: Int) -> Holder? {
    let mark = reading.word(next)
    let isCopula = ["is", "was", "remains"].contains(mark)
    guard [",", "–", "—", ":", "(", "-"].contains(mark) || isCopula else { return nil }
    var start = skippingHonorifics(next + 1)
    // "the facilitator, Kenya's former president Uhuru Kenyatta": another title in between.
    if let further = self.role(startingAt: next + 1), !further.isPlural,
      further.affiliation == nil || role.affiliation == nil
        || further.affiliation == role.affiliation
    {
      let name = skippingHonorifics(further.tokens.upperBound)
      if index.mention(startingAt: name) != nil { start = name }
    }
    guard let mention = index.mention(startingAt: start) else { return nil }
    let end = mention.tokens.upperBound
    guard role.isDefinite || mark == ":" else { return nil }
    if mark == ":" {
      let isLabel = role.tokens.lowerBound == 0 || startsLine(role.tokens.lowerBound)
      guard isLabel, reading.word(end) != ":" else { return nil }
    }
    let closing: Set = [
      ",", ".", ";", "and", ")", "", "who", "whose", ":", "–", "—", "-", "(", "”", "\"", "?", "!",
      "in", "at", "on", "for", "of", "as", "or", "to", "from",
    ]
    let isClosed =
      closing.contains(reading.word(end)) || !reading.tokens.indices.contains(end)
      || startsLine(end)
    guard isClosed else { return nil }
    return Holder(person: mention.person, range: role.tokens.lowerBound..<end)
  }

  /// Whether a sentence or block begins at `token`.
  func startsLine(_ token: Int) -> Bool {
    guard let sentence = sentence(of: token) else { return true }
    return sentence.lowerBound == token
  }

  /// The tokens of the sentence that holds `token`; found by halving.
  func sentence(of token: Int) -> Range<Int>? {
    let sentences = reading.document.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    guard low < sentences.count, sentences[low].tokens.contains(token) else { return nil }
    return sentences[low].tokens
  }

  func skippingHonorifics(_ start: Int) -> Int {
    var position = start
    if reading.word(position) == "the", words.isHonorific(reading.text(position + 1)) {
      position += 1
    }
    while words.isHonorific(reading.text(position)) || reading.word(position) == "\"",
      index.mention(startingAt: position) == nil
    {
      position += 1
    }
    return position
  }
}

// MARK: - Apposition

extension TitleHolders {
  /// "Abbas Araghchi, the Iranian foreign minister," and "Rubio (Secretary of State)".
  private func apposed(_ role: RolePhrase) -> Holder? {
    let mark = start(of: role) - 1
    if let chained = chained(role, mark) { return chained }
    if let holder = onLineBefore(role) { return holder }
    guard [",", "(", "–", "—", "-"].contains(reading.word(mark)) else { return nil }
    guard let mention = nameBefore(mark), ends(role) else { return nil }
    if ["–", "—", "-"].contains(reading.word(mark)) {
      guard reading.word(role.tokens.upperBound) == reading.word(mark) || isTail(role) else {
        return nil
      }
    }
    return Holder(
      person: mention.person, range: mention.tokens.lowerBound..<role.tokens.upperBound)
  }

  /// "X, head of the agency and a former ambassador": a further title in the apposition.
  private func chained(_ role: RolePhrase, _ mark: Int) -> Holder? {
    guard [",", "and"].contains(reading.word(mark)), ends(role) else { return nil }
    var end = mark
    if reading.word(mark) == "and", reading.word(mark - 1) == "," { end -= 1 }
    guard let before = self.role(endingAt: end), let person = found[before.position],
      !before.role.isPlural
    else { return nil }
    guard index.mention(endingAt: before.role.tokens.lowerBound - 1)?.person == person
      || reading.word(before.role.tokens.lowerBound - 1) != ","
    else { return nil }
    guard index.mention(endingAt: before.role.tokens.lowerBound - 1) != nil else { return nil }
    return Holder(person: person, range: role.tokens)
  }

  /// A line with a name, and a line with a title below it.
  private func onLineBefore(_ role: RolePhrase) -> Holder? {
    guard let sentence = sentence(of: role.tokens.lowerBound),
      sentence.lowerBound == role.tokens.lowerBound, sentence.upperBound == role.tokens.upperBound,
      let mention = index.mention(endingAt: sentence.lowerBound)
    else { return nil }
    let line = self.sentence(of: mention.tokens.lowerBound)
    guard line?.lowerBound == skippedBack(mention.tokens.lowerBound) else { return nil }
    return Holder(
      person: mention.person, range: mention.tokens.lowerBound..<role.tokens.upperBound)
  }

  private func skippedBack(_ start: Int) -> Int {
    var start = start
    while start > 0, words.isHonorific(reading.text(start - 1)) { start -= 1 }
    return start
  }

  private func isTail(_ role: RolePhrase) -> Bool {
    [".", "", ";"].contains(reading.word(role.tokens.upperBound))
      || startsLine(role.tokens.upperBound)
  }

  /// The name that ends before `mark`, an age, a country or another title in between.
  private func nameBefore(_ mark: Int) -> PersonMention? {
    if let mention = index.mention(endingAt: mark) { return mention }
    if reading.tokens.indices.contains(mark - 1), reading.tokens[mark - 1].shape.contains(.number),
      reading.word(mark - 2) == ","
    {
      return index.mention(endingAt: mark - 2)
    }
    if reading.word(mark - 1) == ")" {
      for open in stride(from: mark - 2, to: max(mark - 8, 0), by: -1)
      where reading.word(open) == "(" {
        return index.mention(endingAt: open)
      }
    }
    if mark > 0, let entity = entity(endingAt: mark), reading.word(entity.lowerBound - 1) == "of" {
      return index.mention(endingAt: entity.lowerBound - 1)
    }
    return nil
  }

  private func entity(endingAt mark: Int) -> Range<Int>? {
    guard reading.entityOfToken[mark - 1] >= 0 else { return nil }
    let tokens = reading.entities[reading.entityOfToken[mark - 1]].tokens
    return tokens.upperBound == mark ? tokens : nil
  }

  /// ", the president said" begins a clause; an apposition ends at a mark or goes on otherwise.
  private func ends(_ role: RolePhrase) -> Bool {
    let end = role.tokens.upperBound
    guard reading.tokens.indices.contains(end) else { return true }
    if role.isOpenEnded { return true }
    if startsLine(end) || reading.tokens[end].isMark { return true }
    let word = reading.word(end)
    return !ClauseWords.isFinite(word) && !word.hasSuffix("ly") && !reading.tokens[end].isPossessive
      && !["not", "never", "also", "again", "now"].contains(word)
  }
}

// MARK: - Predicates

extension TitleHolders {
  /// "who has been foreign minister", "X is the foreign minister", "was named foreign minister".
  private func predicated(_ role: RolePhrase) -> Holder? {
    let start = start(of: role)
    var position = start - 1
    let floor = sentence(of: role.tokens.lowerBound)?.lowerBound ?? 0
    var isLinked = false
    var isFormer = false
    var isGiven = false
    while position >= floor, start - position < 8 {
      let word = reading.word(position)
      if TitleHolders.giving.contains(word) {
        isGiven = true
        isLinked = true
      } else if TitleHolders.ending.contains(word) {
        isLinked = true
        isFormer = true
      } else if let mention = index.mention(endingAt: position + 1),
        reading.word(mention.tokens.lowerBound - 1) == "by"
      {
        position = mention.tokens.lowerBound - 1
      } else if TitleHolders.links.contains(word) {
        isLinked = true
        isFormer = isFormer || word == "was" || word == "had" || word == "served" || word == "once"
      } else if ["now", "then", "still", "currently", "formerly", "previously"].contains(word) {
        isLinked = true
        isFormer = isFormer || ["then", "formerly", "previously"].contains(word)
      } else if !TitleHolders.fillers.contains(word) {
        break
      }
      position -= 1
    }
    let end = position + 1
    if let holder = namedDirectly(role, end) { return holder }
    guard isLinked || reading.word(end) == "now" else { return nil }
    guard let mention = subject(before: end, floor) else { return nil }
    let range = mention.tokens.lowerBound..<role.tokens.upperBound
    return Holder(person: mention.person, range: range, isFormer: isFormer && !isGiven)
  }

  /// The name before "who has been", "has been" or ", appointed".
  private func subject(before end: Int, _ floor: Int) -> PersonMention? {
    var end = end
    if reading.word(end - 1) == "who" || reading.word(end - 1) == "himself" { end -= 1 }
    if let mention = index.mention(endingAt: end) { return mention }
    // "Aso, a former prime minister who is vice president": the title's holder.
    if let before = role(endingAt: end), found[before.position] != nil {
      let mention = index.mention(endingAt: before.role.tokens.lowerBound - 1)
        ?? index.mention(startingAt: before.role.tokens.upperBound)
      if let mention { return mention }
    }
    guard reading.word(end - 1) == "," else { return nil }
    if let mention = index.mention(endingAt: end - 1) { return mention }
    // "Yassine Jaber, a Berri pick, as finance minister": the name stands before the comma pair.
    for comma in stride(from: end - 2, to: max(floor, end - 10), by: -1)
    where reading.word(comma) == "," {
      return index.mention(endingAt: comma)
    }
    return nil
  }

  /// "appointed Lavrov foreign minister".
  private func namedDirectly(_ role: RolePhrase, _ end: Int) -> Holder? {
    guard end == start(of: role), role.determiner == nil,
      let mention = index.mention(endingAt: end)
    else { return nil }
    var before = mention.tokens.lowerBound - 1
    while words.isHonorific(reading.text(before)) { before -= 1 }
    guard TitleHolders.giving.contains(reading.word(before)) else { return nil }
    return Holder(
      person: mention.person, range: mention.tokens.lowerBound..<role.tokens.upperBound)
  }

  private static let giving: Set<String> = [
    "named", "appointed", "elected", "re-elected", "nominated", "chosen", "tapped", "sworn",
    "installed", "made", "picked", "reappointed", "becomes", "became", "becoming", "remains",
    "names", "appoints", "elects", "appointing", "naming", "selected", "designated", "confirmed",
    "succeeded", "proclaimed", "declared", "crowned",
  ]
  /// Verbs after which the title is past.
  private static let ending: Set<String> = [
    "dismissed", "sacked", "ousted", "fired", "removed", "resigned", "replaced", "deposed",
    "suspended", "resigning",
  ]
  private static let links: Set<String> = [
    "is", "was", "be", "been", "being", "as", "has", "had", "have", "served", "serves", "serving",
    "works", "worked", "acts", "acting", "once", "remained", "'s",
  ]
  private static let fillers: Set<String> = [
    "now", "then", "also", "currently", "in", "still", "himself", "herself", "later", "previously",
    "will", "would", "briefly", "both", "long", "recently", "to", "not", "only", "already",
    "until", "today", "effect", "just", "once", "again", "only", "yet", "newly", "first", "took",
    "up", "over", "his", "her", "post", "job", "role", "office", "position", "assumed", "duties",
    "by", "is", "become", "begin", "began", "begins",
  ]
}
