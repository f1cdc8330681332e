import Language

/// Titles of one among several: ranks in a committee, "one of his advisers".
extension RoleParser {
  /// "one of his advisers", "one of President Trump's advisers".
  func isOneOf(_ phrase: RolePhrase) -> Bool {
    var start = phrase.tokens.lowerBound
    while start > 2, phrase.bossToken != nil, reading.word(start - 1) != "of",
      phrase.tokens.lowerBound - start < 4,
      words.isHonorific(reading.form(start - 1)) || !traits[start - 1].isEmpty
        || reading.entityOfToken[start - 1] >= 0
    {
      start -= 1
    }
    return start > 1 && reading.word(start - 1) == "of" && reading.word(start - 2) == "one"
  }

  /// "the top Democrat on the House Intelligence Committee" has an office, "the Democrat" none.
  func isRanked(_ phrase: RolePhrase, _ core: Core) -> Bool {
    core.title.count > 1 && RoleParser.rankings.contains(reading.word(core.title.lowerBound))
      && (phrase.owners[0] != nil || (phrase.titles.first?.upperBound ?? 0) > core.title.upperBound)
  }

  static let partisans: WordSet = ["democrat", "republican"]

  /// "sat opposite Rubio" tells where, "her opposite in Ankara" of whom.
  func isPreposition(_ index: Int) -> Bool {
    guard reading.word(index) == "opposite" else { return false }
    return index == 0
      || !RoleParser.owning.contains(reading.word(index - 1))
        && !["'s", "’s"].contains(reading.lower(index - 1))
  }

  private static let owning: WordSet = [
    "his", "her", "their", "its", "my", "your", "our", "whose",
  ]

  static let rankings: WordSet = ["top", "ranking", "senior", "leading", "lead"]

  /// "General", "Field Marshal": nothing but a rank or dignity.
  func isOnlyRank(_ title: Range<Int>) -> Bool {
    traits[title.upperBound - 1].contains(.rank)
      && title.allSatisfy {
        traits[$0].contains(.rank) || RoleUnifier.rankModifiers.contains(reading.lower($0)[...])
      }
  }

  /// "Crown Prince Sheikh": a rank beside an office is left out.
  func dropRanks(_ phrase: inout RolePhrase, _ ranks: Int) {
    guard ranks > 0, ranks < phrase.titles.count else { return }
    phrase.titles.removeAll {
      $0.count == 1 && traits[$0.lowerBound].contains(.rank)
    }
    if let title = phrase.titles.first,
      let head = title.last(where: { traits[$0].contains(.head) })
    {
      phrase.head = reading.lower(head)
    }
  }

  /// How an office is held or how high it is: "acting", "deputy", "senior".
  func holdsOffice(_ index: Int) -> Bool {
    traits[index].contains(.state) || RoleParser.grades.contains(reading.word(index))
  }

  static let grades: WordSet = [
    "deputy", "senior", "chief", "top", "principal", "assistant", "lead",
  ]

  /// "General" before a name is a rank; after "secretary" it is part of the office.
  func isTitle(_ index: Int) -> Bool {
    traits[index].contains(.rank) && reading.tokens[index].isCapitalized
      && !reading.tokens[index - 1].isCapitalized
  }

  /// "a senior Lebanese official", "the most senior American diplomat": how high the office is, before the
  /// country right before `title`. Returns where the grade begins.
  func readGrade(before owner: Int, _ title: Int, _ phrase: inout RolePhrase) -> Int? {
    guard owner > floor, owner < title, phrase.titles.first?.lowerBound == title,
      !reading.tokens[title].isCapitalized, !reading.tokens[owner - 1].isCapitalized,
      RoleParser.standings.contains(reading.word(owner - 1))
    else { return nil }
    phrase.titles[0] = owner - 1..<phrase.titles[0].upperBound
    phrase.omitted.append(owner..<title)
    let isMost = owner - 1 > floor && reading.word(owner - 2) == "most"
    return isMost ? owner - 2 : owner - 1
  }

  private static let standings: WordSet = [
    "senior", "top", "leading", "high-ranking", "lead", "principal", "chief", "mid-level",
  ]
}
