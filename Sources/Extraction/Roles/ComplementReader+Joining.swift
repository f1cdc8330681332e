import Diplomacy
import Language

/// Whether the words after a title's preposition go on behind "and", "of" or a comma.
extension ComplementReader {
  /// Whether a phrase goes on after "and", "of" or a comma.
  func continues(_ joiner: Int) -> Bool {
    var next = joiner + 1
    while ["the", "of", "and"].contains(word(next)) { next += 1 }
    guard next < parser.limit, reading.nameOfToken[next] < 0 else { return false }
    if parser.words.isHonorific(reading.form(next)), !parser.traits[next].contains(.portfolio) {
      return false
    }
    let isOf = word(joiner) == "of"
    if let entity = reading.entity(startingAt: next) {
      if case .adjective = entity.entity {
        // "Foreign Affairs, African Cooperation and Moroccan Expatriates"
        let end = entity.tokens.upperBound
        return isOf
          || (word(joiner) == "and" || word(joiner) == "," && hasAnd(after: next))
            && end < parser.limit && reading.tokens[end].isCapitalized
            && parser.traits[end].contains(.portfolio) && !startsTitle(end)
      }
      // "of Foreign Affairs of Ukraine" begins a complement of its own; "Foreign, Commonwealth and
      // Development Affairs" goes on.
      guard case .organization = entity.entity, !isOf else { return false }
      return word(joiner) == "and" || hasAnd(after: next)
    }
    if parser.canBeHead(next) { return false }
    if word(joiner) == ",", !hasAnd(after: next) { return false }
    if ["and", "&", ","].contains(word(joiner)), startsTitle(next) { return false }
    let token = reading.tokens[next]
    return token.isCapitalized
      || !parser.traits[next].isDisjoint(with: [.portfolio, .body, .organization])
      || parser.traits[next].contains(.modifier) && isOf
      || parser.traits[next].contains(.modifier) && !startsTitle(next)
  }

  /// Whether modifiers lead to a head: "and Foreign Minister".
  private func startsTitle(_ start: Int) -> Bool {
    var index = start
    while index < min(start + 5, parser.limit), reading.nameOfToken[index] < 0 {
      if parser.canBeOffice(index) { return true }
      guard !parser.traits[index].isDisjoint(with: [.modifier, .body, .state]) else { return false }
      index += 1
    }
    return false
  }

  /// "Foreign, Commonwealth and Development Affairs": the list ends with "and".
  private func hasAnd(after start: Int) -> Bool {
    for index in start..<min(start + 4, parser.limit) {
      if word(index) == "and" { return !startsTitle(index + 1) }
      if !reading.tokens[index].isCapitalized, word(index) != "," { return false }
    }
    return false
  }

  /// "for Iran", "to the EU", "in Washington", "to President Bush".
  mutating func target(at position: Int) -> Int? {
    if let entity = reading.entity(startingAt: position) {
      if case .adjective = entity.entity { return nil }
      var end = entity.tokens.upperBound
      if end < parser.limit, reading.tokens[end].isPossessive { return nil }
      if let next = reading.entity(startingAt: end + 1), ["and", "&"].contains(word(end)) {
        end = next.tokens.upperBound
      }
      if speaks, case .organization(let name, nil) = entity.entity,
        [.movement, .company, .intergovernmental].contains(Organizations.lookup(name)?.kind)
      {
        // "spokesman for the High Negotiations Committee"
        affiliation = parser.affiliation(of: entity.entity)
        return end
      }
      let isPhrase =
        end < parser.limit && reading.nameOfToken[end] < 0
        && (reading.tokens[end].isCapitalized && reading.entityOfToken[end] < 0
          && !parser.canBeHead(end)
          || !parser.traits[end].isDisjoint(with: [.portfolio, .body]))
      if isPhrase { return nil }
      isInTitle = true
      titleEnd = end
      return end
    }
    return nil
  }

  /// "10th", "82nd".
  func isOrdinal(_ token: Token) -> Bool {
    let text = token.lower
    return ["st", "nd", "rd", "th"].contains { text.hasSuffix($0) }
      && text.dropLast(2).allSatisfy(\.isNumber)
  }

  /// "Special Assistant to the Prime Minister Tariq Fatemi met": with capitals and no article, where no name
  /// stands before, the name behind is the assistant's.
  func hasOwnName(behind start: Int) -> Bool {
    var first = phrase.tokens.lowerBound
    while first > 0, reading.tokens[first - 1].isCapitalized, reading.nameOfToken[first - 1] < 0 {
      first -= 1
    }
    guard word(start - 1) == "the", phrase.determiner == nil, reading.tokens[first].isCapitalized,
      reading.tokens[start].isCapitalized,
      ["adviser", "advisor", "assistant", "secretary", "aide"].contains(phrase.head)
    else { return false }
    let before = first > 1 && word(first - 1) == "," ? first - 2 : first - 1
    return before < 0 || reading.nameOfToken[before] < 0
  }

  /// "adviser to the president", "candidate for vice president": no name follows.
  func headsComplement(_ index: Int) -> Bool {
    hasOwnName || !reading.nameOfToken.indices.contains(index + 1)
      || reading.nameOfToken[index + 1] < 0
  }
}
