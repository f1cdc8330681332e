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
      && (phrase.titles.first?.upperBound ?? 0) > core.title.upperBound
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
}
