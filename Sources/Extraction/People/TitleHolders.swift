import Diplomacy
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
    for position in reading.roles.indices {
      let tokens = reading.roles[position].tokens
      starting[tokens.lowerBound] = Int32(position)
      ending[tokens.upperBound] = Int32(position)
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
    let start = ownStart(of: role)
    guard role.isOneOf, start > 1, reading.word(start - 1) == "of" else { return start }
    return start - 2
  }

  private func ownStart(of role: RolePhrase) -> Int {
    if let served = role.servedStart { return served }
    var start = role.tokens.lowerBound
    guard role.bossToken == start else { return start }
    if let title = self.role(endingAt: start) { return title.role.tokens.lowerBound }
    while start > 0, words.isHonorific(reading.form(start - 1)) { start -= 1 }
    return start
  }

  /// A person, the words that give them the title, and whether the title is said to be past.
  struct Holder {
    var person: Int
    var range: Range<Int>
    var isFormer = false
    /// In a list the country told beside the name: "ministers, among them Italy's Antonio Tajani".
    var home: CountryCode?
  }

  /// The holders of `role`, several for a plural one; `isTold` says whether a person has been given
  /// a role already.
  func holders(of role: RolePhrase, isTold: (Int) -> Bool) -> [Holder] {
    if role.isPlural { return plural(role) }
    // "the Georgian Prime Minister's envoy": the office of whom another serves.
    if reading.tokens.indices.contains(role.tokens.upperBound),
      reading.tokens[role.tokens.upperBound].isPossessive
    {
      return []
    }
    if role.isOpenEnded { return (apposed(role) ?? predicated(role)).map { [$0] } ?? [] }
    if let holders = succession(role) { return holders }
    let next = skippingHonorifics(role.tokens.upperBound)
    // In a list a line ends in the title of whom it starts with: the next line's name has its own.
    if startsLine(role.tokens.upperBound), !startsLine(role.tokens.lowerBound),
      let holder = apposed(role)
    {
      return [holder]
    }
    if let mention = index.mention(startingAt: next), !isOwner(mention, role),
      !endsHeadline(role, before: next)
    {
      return [
        Holder(person: mention.person, range: role.tokens.lowerBound..<mention.tokens.upperBound)
      ]
    }
    if let holder = sharedWithNext(role) { return [holder] }
    let after = named(after: role, next)
    let before = apposed(role)
    if let after, let before {
      // "Vance, the secretary of state, Marco Rubio, and": who has a title of his own needs none.
      let isPronoun = ["his", "her", "their"].contains(role.determiner)
      if let code = code(of: role.affiliation) {
        let names = (reading.people[before.person].name, reading.people[after.person].name)
        let gap =
          NameOrigins(ofName: names.1).likelihood(in: code)
          - NameOrigins(ofName: names.0).likelihood(in: code)
        if gap >= 1 { return [after] }
      }
      return [isPronoun || (isTold(before.person) && role.determiner != nil) ? after : before]
    }
    if let holder = after ?? before ?? predicated(role) ?? announced(role) { return [holder] }
    return []
  }

  /// "… meetings with Russian ambassador", and a name that opens the line below.
  private func endsHeadline(_ role: RolePhrase, before next: Int) -> Bool {
    startsLine(next) && !startsLine(role.tokens.lowerBound)
  }

  /// "the foreign minister Macron's aide" gives Macron no title, "Prime Minister Blair's aide" does.
  private func isOwner(_ mention: PersonMention, _ role: RolePhrase) -> Bool {
    let end = mention.tokens.upperBound
    guard reading.tokens.indices.contains(end), reading.tokens[end].isPossessive else {
      return false
    }
    return role.determiner != nil && role.affiliation == nil
      && !reading.tokens[role.titles[0].lowerBound].isCapitalized
  }

  /// "Iraq's foreign minister, Tariq Aziz,".
  private func named(after role: RolePhrase, _ end: Int) -> Holder? {
    let next = skippingClause(skippingBrackets(skippingNoun(skippingTable(skippingTime(end)))))
    let mark = reading.word(next)
    let isCopula = ["is", "was", "remains"].contains(mark)
    guard [",", "–", "—", ":", "(", "-"].contains(mark) || isCopula else { return nil }
    // "no Japanese prime minister," Deborah Elms said: the quotation ends with the comma.
    if closesQuotation(next + 1) { return nil }
    var start = skippingHonorifics(next + 1)
    // "the facilitator, Kenya's former president Uhuru Kenyatta": another title in between.
    if let further = self.role(startingAt: next + 1), !further.isPlural,
      further.affiliation == nil || role.affiliation == nil
        || further.affiliation == role.affiliation
    {
      if isOther(further, role) || isBare(role) && further.head != role.head { return nil }
      let name = skippingHonorifics(further.tokens.upperBound)
      if index.mention(startingAt: name) != nil { start = name }
    }
    if ["republican", "democrat", "conservative"].contains(reading.word(start)),
      index.mention(startingAt: start + 1) != nil
    {
      // "the chairman of the committee, Republican Devin Nunes,"
      start += 1
    }
    if mark == ",", ["the", "a", "an"].contains(reading.word(next + 1)) {
      start = skippingDescription(next + 1) ?? start
    }
    guard let mention = index.mention(startingAt: start) else { return nil }
    let end = mention.tokens.upperBound
    // "As foreign minister, Gabriel visited Cuba"
    let opensAs =
      mark == "," && role.head != "candidate" && reading.word(role.tokens.lowerBound - 1) == "as"
      && startsLine(role.tokens.lowerBound - 1) && !SpeechWords.verbs.contains(reading.word(end))
    guard role.isDefinite || opensAs || mark == ":" || isBareApposition(role, mention, mark) else {
      return nil
    }
    if mark == ":" {
      let isLabel = role.tokens.lowerBound == 0 || startsLine(role.tokens.lowerBound)
      guard isLabel, reading.word(end) != ":" else { return nil }
    }
    let isClosed =
      opensAs || TitleHolders.closing.contains(reading.word(end))
      || !reading.tokens.indices.contains(end)
      || startsLine(end) || isStray(role, mention, mark)
    guard isClosed else { return nil }
    return Holder(
      person: mention.person, range: role.tokens.lowerBound..<end,
      isFormer: skippingTime(role.tokens.upperBound) > role.tokens.upperBound)
  }

  private func closesQuotation(_ index: Int) -> Bool {
    let form = reading.form(index)
    return form == "”" || form == "\"" && !reading.tokens[index].shape.contains(.afterSpace)
  }

  /// What may follow the name of a holder.
  static let closing: WordSet = [
    ",", ".", ";", "and", ")", "", "who", "whose", ":", "–", "—", "-", "(", "”", "\"", "?", "!",
    "in", "at", "on", "for", "of", "as", "or", "to", "from",
  ]

  /// "the foreign secretary, President Karzai and others": an office of somebody else's.
  private func isOther(_ further: RolePhrase, _ role: RolePhrase) -> Bool {
    guard further.determiner == nil, !further.isFormer, let first = further.titles.first,
      let second = role.titles.first,
      let one = Offices.classify(reading.title(first, of: further), of: further.affiliation),
      let other = Offices.classify(reading.title(second, of: role), of: role.affiliation)
    else { return false }
    return one != other && TitleHolders.single.contains(one) && TitleHolders.single.contains(other)
  }

  /// "the secretary, Foreign Minister Ivanov and": somebody told of before, beside another.
  private func isBare(_ role: RolePhrase) -> Bool {
    role.determiner == "the" && role.tokens.count == 2 && role.affiliation == nil
      && ["secretary", "minister", "president", "chancellor", "general"].contains(role.head)
  }

  private static let single: Set<Office> = [
    .headOfState, .headOfGovernment, .foreignMinister, .defenceMinister,
  ]

  /// Whether a sentence or block begins at `token`.
  func startsLine(_ token: Int) -> Bool {
    guard let sentence = sentence(of: token) else { return true }
    return sentence.lowerBound == token
  }

  /// The tokens of the sentence that holds `token`; found by halving.
  func sentence(of token: Int) -> Range<Int>? {
    reading.sentence(of: token).flatMap { $0.tokens.contains(token) ? $0.tokens : nil }
  }

  func skippingHonorifics(_ start: Int) -> Int {
    var position = start
    // "Chief of Army Staff (COAS) General Asim Munir"
    if reading.isShortName(position + 1) { position += 3 }
    if reading.word(position) == "the", words.isHonorific(reading.form(position + 1)) {
      position += 1
    }
    while words.isAddress(at: position, reading) || reading.word(position) == "\""
      // "Dr. the Hon. Navinchandra Ramgoolam"
      || position > start && reading.word(position) == "the"
        && words.isAddress(at: position + 1, reading),
      index.mention(startingAt: position) == nil
    {
      position += 1
    }
    return position
  }
}
