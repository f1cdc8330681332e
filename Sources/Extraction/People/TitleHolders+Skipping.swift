import Language

/// What may stand between a title and the name of its holder.
extension TitleHolders {
  /// "his defence minister and coalition partner, Benny Gantz": passes the joined noun.
  func skippingNoun(_ start: Int, until mark: Word = ",") -> Int {
    guard reading.word(start) == "and" else { return start }
    var end = start + 1
    while end < start + 4, reading.tokens.indices.contains(end), !reading.tokens[end].isMark,
      !reading.tokens[end].isCapitalized, !ClauseWords.isFinite(reading.word(end)),
      !ClauseWords.prepositions.contains(reading.word(end))
    {
      end += 1
    }
    return end > start + 1 && reading.word(end) == mark ? end : start
  }

  /// "Italy's lead negotiator at the talks, X": passes where the office is held.
  func skippingTable(_ start: Int) -> Int { skippingAt(TitleHolders.tables, start) }

  /// "Lebanon's prime minister at the time, X": passes when it was.
  func skippingTime(_ start: Int) -> Int { skippingAt(["time"], start) }

  private func skippingAt(_ nouns: WordSet, _ start: Int) -> Int {
    reading.word(start) == "at" && reading.word(start + 1) == "the"
      && nouns.contains(reading.word(start + 2)) && reading.word(start + 3) == ","
      ? start + 3 : start
  }

  private static let tables: WordSet = [
    "talks", "negotiations", "summit", "conference", "table", "meeting",
  ]

  /// "Bangladesh's interim leader, the Nobel laureate Muhammad Yunus,": passes a noun without an office
  /// before the name.
  func skippingDescription(_ article: Int) -> Int? {
    for start in article + 1..<min(article + 6, reading.tokens.count) {
      if index.mention(startingAt: start) != nil { return start > article + 1 ? start : nil }
      guard !reading.tokens[start].isMark, !reading.tokens[start].isPossessive,
        role(startingAt: start) == nil, !ClauseWords.isFinite(reading.word(start)),
        !ClauseWords.prepositions.contains(reading.word(start)), reading.word(start) != "and"
      else { return nil }
    }
    return nil
  }

  /// "Republican Richard Burr".
  func isPartisan(_ mention: PersonMention) -> Bool {
    ["republican", "democrat", "conservative"].contains(
      reading.word(mention.tokens.lowerBound - 1))
  }

  /// "US Secretary of State and former ExxonMobil CEO Rex Tillerson": two titles of the one who is named
  /// behind them.
  func sharedWithNext(_ role: RolePhrase) -> Holder? {
    guard reading.word(role.tokens.upperBound) == "and", role.determiner == nil,
      let next = self.role(startingAt: role.tokens.upperBound + 1), next.determiner == nil,
      next.isFormer, !next.isPlural
    else { return nil }
    // "Italy's foreign minister and former ambassador to Libya, X,"
    let end = next.tokens.upperBound
    let isParted = role.affiliation != nil && reading.word(end) == ","
    guard
      let mention = index.mention(startingAt: skippingHonorifics(isParted ? end + 1 : end)),
      !isParted || TitleHolders.closing.contains(reading.word(mention.tokens.upperBound))
    else { return nil }
    return Holder(
      person: mention.person, range: role.tokens.lowerBound..<mention.tokens.upperBound)
  }

  /// "Speaker of the State Duma (the lower house), Vyacheslav Volodin,": passes what explains the body.
  func skippingBrackets(_ start: Int) -> Int {
    guard reading.word(start) == "(" else { return start }
    for end in start + 1..<min(start + 9, reading.tokens.count) {
      if reading.nameOfToken[end] >= 0 { return start }
      if reading.word(end) == ")" { return reading.word(end + 1) == "," ? end + 1 : start }
    }
    return start
  }

  /// "the prosecutor who indicted him last week, Louise Arbour,": passes a clause that names nobody.
  func skippingClause(_ start: Int) -> Int {
    guard reading.word(start) == "who" else { return start }
    var end = start + 1
    while end < min(start + 14, reading.tokens.count), !reading.tokens[end].isMark {
      if reading.nameOfToken[end] >= 0 || role(startingAt: end) != nil { return start }
      end += 1
    }
    return reading.word(end) == "," && end > start + 1 ? end : start
  }
}
