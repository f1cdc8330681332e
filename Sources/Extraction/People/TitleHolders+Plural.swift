import Diplomacy
import Language

/// Titles of several people.
extension TitleHolders {
  /// "Presidents Santos and Chávez", "the foreign ministers, A, B and C", "A and B, the foreign
  /// ministers of Egypt and Qatar".
  func plural(_ role: RolePhrase) -> [Holder] {
    let after = list(from: role.tokens.upperBound, role)
    if !after.isEmpty { return after }
    // "A and B, both former prime ministers"
    let isBoth = ["both", "all"].contains(reading.word(role.tokens.lowerBound - 1))
    let mark = role.tokens.lowerBound - (isBoth ? 2 : 1)
    let isTold = [",", "(", "–", "—"].contains(reading.word(mark))
    let isCopula = ["are", "were", "as"].contains(reading.word(mark))
    guard isTold && !SpeechWords.verbs.contains(reading.word(role.tokens.upperBound)) || isCopula
    else { return [] }
    let end = isCopula && reading.word(mark - 1) == "who" ? mark - 1 : mark
    return listBefore(reading.word(end - 1) == "," ? end - 1 : end, role)
  }

  /// The names after a plural title, right there or after a comma, dash or "among them".
  private func list(from start: Int, _ role: RolePhrase) -> [Holder] {
    var position = partStart(from: start) ?? start
    // "the foreign ministers of the four: Saudi Arabia's Adel al-Jubeir, …"
    if reading.word(position) == "of", reading.word(position + 1) == "the",
      reading.word(position + 3) == ":"
    {
      position += 3
    }
    var isApposed = false
    if [",", "–", "—", ":", "-"].contains(reading.word(position)) {
      position += 1
      isApposed = true
    }
    var isPart = false
    if ["including", "among", "like"].contains(reading.word(position)) {
      position += reading.word(position + 1) == "them" ? 2 : 1
      isPart = true
    } else if reading.word(position) == "such", reading.word(position + 1) == "as" {
      position += 2
      isPart = true
    }
    var found: [Holder] = []
    while true {
      let (name, origin) = skippingOrigin(skippingHonorifics(skippingKin(position)))
      guard let mention = index.mention(startingAt: name) else { break }
      let (country, home) = skippingCountry(mention.tokens.upperBound)
      found.append(
        Holder(
          person: mention.person, range: role.tokens.lowerBound..<mention.tokens.upperBound,
          home: origin ?? home))
      let end = skippingField(skippingParty(country))
      var next = end
      while [",", "and", "&", ";"].contains(reading.word(next)) { next += 1 }
      guard next > end else { break }
      position = next
    }
    // "the ministers, Lavrov said": one name after a comma is another's clause.
    if isApposed, found.count < 2, !isPart { return [] }
    return found
  }

  /// "senators from both parties, among them X and Y", "Five presidents attended the ceremony: X, Y and Z": where
  /// the names begin after more words.
  private func partStart(from start: Int) -> Int? {
    guard let end = sentence(of: start)?.upperBound else { return nil }
    var isFinite = false
    for position in start..<min(start + 12, end) {
      if index.mention(startingAt: position) != nil || role(startingAt: position) != nil {
        return nil
      }
      let word = reading.word(position)
      if word == "among", reading.word(position + 1) == "them" { return position }
      if word == ":", isFinite { return position }
      if word == "including", !isFinite { return position }
      isFinite = isFinite || ClauseWords.isFinite(word)
    }
    return nil
  }

  /// "Annalena Baerbock of Germany" and "Baerbock (Germany)": passes the country.
  private func skippingCountry(_ start: Int) -> (end: Int, home: CountryCode?) {
    guard ["of", "("].contains(reading.word(start)) else { return (start, nil) }
    let next = reading.word(start + 1) == "the" ? start + 2 : start + 1
    guard let entity = reading.entity(startingAt: next) else { return (start, nil) }
    let end = entity.tokens.upperBound
    let isClosed = reading.word(start) == "(" && reading.word(end) == ")"
    return (isClosed ? end + 1 : end, entity.entity.code)
  }

  /// "his son-in-law Jared Kushner and daughter Ivanka Trump": passes what relatives are called.
  private func skippingKin(_ start: Int) -> Int {
    var end = ["his", "her", "their"].contains(reading.word(start)) ? start + 1 : start
    let first = end
    while end < first + 2, reading.wordTraits.indices.contains(end),
      !reading.tokens[end].isCapitalized, reading.wordTraits[end].contains(.kin)
    {
      end += 1
    }
    return end > first ? end : start
  }

  /// "Graham, R-S.C., and", "Graham (R-S.C.)": passes the party and state of a member of Congress.
  private func skippingParty(_ start: Int) -> Int {
    guard [",", "("].contains(reading.word(start)), reading.tokens.indices.contains(start + 1),
      OriginStage.isPartyAndState(reading.text(start + 1))
    else { return start }
    let end = start + 2
    return reading.word(start) == "(" && reading.word(end) == ")" ? end + 1 : end
  }

  /// "Amina Mohamed (Foreign Affairs), Raychelle Omamo (Defence) and": passes what each is in charge of.
  private func skippingField(_ start: Int) -> Int {
    guard reading.word(start) == "(",
      let close = (start + 1..<min(start + 7, reading.tokens.count)).first(where: {
        reading.word($0) == ")"
      }), close > start + 1, (start + 1..<close).allSatisfy({ reading.nameOfToken[$0] < 0 })
    else { return start }
    return close + 1
  }

  /// "Italy's" before a name of the list.
  private func skippingOrigin(_ start: Int) -> (name: Int, home: CountryCode?) {
    let first = reading.word(start) == "the" ? start + 1 : start
    guard let entity = reading.entity(startingAt: first) else { return (start, nil) }
    let end = entity.tokens.upperBound
    guard reading.tokens.indices.contains(end) else { return (start, nil) }
    // "the presidents of Congo, A, and Rwanda, B"
    let isParted = reading.word(end) == "," && reading.word(start - 1) == "and"
    let name = skippingHonorifics(reading.tokens[end].isPossessive || isParted ? end + 1 : end)
    return index.mention(startingAt: name) == nil ? (start, nil) : (name, entity.entity.code)
  }

  /// The names that end before a plural title in apposition, as many as it lists.
  private func listBefore(_ end: Int, _ role: RolePhrase) -> [Holder] {
    guard let last = index.mention(endingAt: end) else { return [] }
    var found = [last]
    var position = last.tokens.lowerBound
    while found.count < max(role.listed.count, 8) {
      var before = position
      while before > 0, words.isHonorific(reading.form(before - 1)) { before -= 1 }
      if before > 1, reading.tokens[before - 1].isPossessive, reading.entityOfToken[before - 2] >= 0
      {
        // "Norway's Espen Barth Eide and Denmark's Lars Løkke Rasmussen"
        before = reading.entities[reading.entityOfToken[before - 2]].tokens.lowerBound
      }
      var next = before
      while next > 0, [",", "and", "&"].contains(reading.word(next - 1)) { next -= 1 }
      guard next < before, let mention = index.mention(endingAt: next) else { break }
      found.insert(mention, at: 0)
      position = mention.tokens.lowerBound
    }
    guard found.count > 1 else { return [] }
    if role.listed.count > 1 { found = found.suffix(role.listed.count) }
    return found.map {
      Holder(person: $0.person, range: $0.tokens.lowerBound..<role.tokens.upperBound)
    }
  }
}
