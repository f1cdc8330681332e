import Diplomacy
import Language

extension RoleParser {
  /// Reads "of State", "of Iran", "for the Middle East", "to the United Nations".
  func readComplement(_ position: inout Int, _ phrase: inout RolePhrase) {
    while position + 1 < limit, ["of", "for", "to", "on", "in"].contains(reading.word(position)) {
      let preposition = reading.word(position)
      guard let complement = complement(after: position, preposition) else { return }
      if preposition == "of", let affiliation = complement.affiliation {
        if complement.all.count > 1 { phrase.listed = complement.all }
        phrase.affiliation = affiliation
      } else if preposition == "in" {
        return
      } else {
        let last = phrase.titles.count - 1
        phrase.titles[last] = phrase.titles[last].lowerBound..<complement.end
      }
      position = complement.end
    }
  }

  private struct Complement {
    var end: Int
    var affiliation: Affiliation?
    var all: [Affiliation] = []
  }

  private func complement(after preposition: Int, _ word: String) -> Complement? {
    var position = preposition + 1
    while ["the", "his", "its", "republic"].contains(reading.word(position)) { position += 1 }
    if let entity = reading.entity(startingAt: position) {
      var end = entity.tokens.upperBound
      if case .adjective = entity.entity, word == "of" { return nil }
      if case .place = entity.entity, word == "of" { return nil }
      var all = entity.entity.affiliation.map { [$0] } ?? []
      if word == "of" {
        end = readList(from: end, into: &all)
      } else {
        end = portfolioEnd(from: end)
      }
      return Complement(end: end, affiliation: entity.entity.affiliation, all: all)
    }
    let end = portfolioEnd(from: position)
    return end > position ? Complement(end: end, affiliation: nil) : nil
  }

  /// Further countries of a list: ", Qatar and Saudi Arabia".
  private func readList(from start: Int, into all: inout [Affiliation]) -> Int {
    var end = start
    while end + 1 < limit, [",", "and"].contains(reading.word(end)) {
      var next = end + 1
      while ["and", "the"].contains(reading.word(next)) { next += 1 }
      guard let entity = reading.entity(startingAt: next), case .country = entity.entity,
        let affiliation = entity.entity.affiliation
      else { break }
      all.append(affiliation)
      end = entity.tokens.upperBound
    }
    return end
  }

  /// Words of a portfolio: capitalised ones, entities and the lower-case words of titles.
  private func portfolioEnd(from start: Int) -> Int {
    var end = start
    var position = start
    while position < limit, position < start + 10 {
      let token = reading.tokens[position]
      if reading.nameOfToken[position] >= 0 { break }
      let belongs =
        (token.isCapitalized && !token.isMark && !words.isHonorific(token.text))
        || reading.entityOfToken[position] >= 0 || words.roleModifiers.contains(token.lower)
        || RoleParser.portfolioWords.contains(token.lower)
      if belongs {
        end = position + 1
      } else if !["and", "the", "of", ",", "for"].contains(token.lower) || position == start {
        break
      } else if !continuesPortfolio(position + 1) {
        break
      }
      position += 1
    }
    return end
  }

  private func continuesPortfolio(_ index: Int) -> Bool {
    guard index < limit, reading.nameOfToken[index] < 0 else { return false }
    let word = reading.word(index)
    guard !words.roleHeads.contains(word), core(at: index) == nil else { return false }
    return reading.tokens[index].isCapitalized || word == "the" || word == "and"
      || words.roleModifiers.contains(word) || RoleParser.portfolioWords.contains(word)
  }

  private static let portfolioWords: Set<String> = [
    "affairs", "cooperation", "relations", "inspectors", "nations", "issues", "mission", "offices",
    "office", "ministry", "delegation", "matters", "region", "government", "reconciliation",
    "investment", "migration", "enlargement", "neighbourhood", "arms", "control", "disarmament",
  ]
}
