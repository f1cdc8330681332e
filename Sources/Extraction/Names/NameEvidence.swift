import Diplomacy
import Language

/// Weighs what speaks for and against a stretch of capitalised words being a person's name.
struct NameEvidence {
  let reading: Reading
  let words: NameWords
  let runs: NameRuns

  /// What is needed to take a name for one without help from the rest of the text.
  static let enough = 2

  /// Why `name` is a person's, or nil where it cannot be one.
  func reason(for name: NameTrimmer.Trimmed, in run: Range<Int>) -> NameSpan.Reason? {
    guard isPossible(name, in: run) else { return nil }
    // "MBS" is a name where the text has the long form.
    if isAcronym(name.tokens) { return .guess }
    if name.isTitled { return isTitledName(name.tokens) ? .title : .guess }
    if name.hasTitleAfter || isFollowedByRole(name.tokens) {
      return name.tokens.count > 1 || !words.traits[name.tokens.lowerBound].contains(.common)
        ? .title : .guess
    }
    let score =
      name.tokens.count == 1 ? single(name.tokens.lowerBound) : several(name.tokens)
    if score >= 4 || name.tokens.count > 1 && isPlainFullName(name.tokens) { return .givenName }
    return score >= NameEvidence.enough ? .verb : .guess
  }

  // MARK: - What rules a person out

  private func isPossible(_ name: NameTrimmer.Trimmed, in run: Range<Int>) -> Bool {
    let range = name.tokens
    guard let first = range.first, !isVessel(name, in: run) else { return false }
    if range.count(where: { !words.traits[$0].contains(.particle) }) > 6 { return false }
    if range.contains(where: { hasDigit($0) }) || isCredited(range) { return false }
    if range.count == 1 && isCompanyShaped(first) || isForce(range) { return false }
    if range.count == 1, reading.tokens[first].end - reading.tokens[first].start < 2 {
      return false
    }
    if range.allSatisfy({ runs.isInitials($0) || runs.isSuffix($0) }) { return false }
    if isLed(range) { return false }
    // "Jimmy Carter Center", "Hurricane Rita": something named after a person, or like one.
    for index in run.lowerBound..<run.upperBound where index >= range.lowerBound {
      let traits = words.traits[index]
      guard traits.contains(.thing) else { continue }
      if index == range.upperBound - 1, traits.contains(.nameable), article(before: range) == nil,
        !["at", "inside", "outside"].contains(reading.word(range.lowerBound - 1)),
        range.count > 1 && isGivenOrInitial(range.lowerBound)
          || range.count == 1 && name.isTitled
      {
        continue
      }
      return false
    }
    if run.lowerBound < range.lowerBound, !name.isTitled,
      (run.lowerBound..<range.lowerBound).contains(where: { words.traits[$0].contains(.thing) })
    {
      return false
    }
    // "the central province of Hama", "in the area of Palmyra"
    if range.count == 1, !name.isTitled, reading.word(first - 1) == "of",
      NameEvidence.districts.contains(reading.word(first - 2))
    {
      return false
    }
    if ["st", "st.", "saint"].contains(reading.tokens[first].word), range.count <= 2,
      !name.isTitled
    {
      return false
    }
    if (run.lowerBound..<range.lowerBound).contains(where: { words.traits[$0].contains(.lead) }),
      !words.traits[first - 1].contains(.thing)
    {
      return false
    }
    if words.traits[first].contains(.lead), !words.traits[first].contains(.given),
      !(name.isTitled && range.count == 1 && isClosedByTitle(first))
    {
      return false
    }
    if first > 0, words.traits[first - 1].contains(.lead), reading.tokens[first - 1].isCapitalized,
      !words.traits[first - 1].contains(.honorific)
    {
      return false
    }
    return range.count == 1 || !isAcronym(range)
  }

  /// What a place's name stands behind.
  private static let districts: WordSet = [
    "area", "province", "city", "town", "village", "region", "district", "port", "island",
    "outskirts", "suburb", "suburbs", "county", "countryside", "governorate", "state",
    "neighbourhood",
    "neighborhood", "peninsula", "oblast",
  ]

  private func hasDigit(_ index: Int) -> Bool {
    reading.tokens[index].text.utf8.contains { (48...57).contains($0) }
  }

  private func isAcronym(_ range: Range<Int>) -> Bool {
    range.allSatisfy { reading.tokens[$0].shape.contains(.allCapitals) && !runs.isInitials($0) }
  }

  /// "Minister Rubio" is a name, "Minister Responsible" none.
  private func isTitledName(_ range: Range<Int>) -> Bool {
    if range.count == 1, !words.isAlsoLowerCase(range.lowerBound),
      words.traits[range.lowerBound].isDisjoint(with: [
        .personVerb, .thing, .roleWord, .roleHead, .divider, .power, .person,
      ])
    {
      // "President Tubman", "Mr. Waters"
      return words.traits[range.lowerBound - 1].contains(.honorific)
        || !words.traits[range.lowerBound].contains(.common)
        || words.traits[range.lowerBound].contains(.nameable)
        || isClosedByTitle(range.lowerBound)
    }
    return range.contains { index in
      let traits = words.traits[index]
      return !traits.contains(.common)
        || !traits.isDisjoint(with: [.given, .nameable, .familyFirst])
        || !words.isAlsoLowerCase(index) && range.count > 1
    }
  }

  /// "met President Fox and", "Foreign Secretary Home.": a word of the language as a name, between a title
  /// in capitals that running text stands before, and the end of the phrase.
  private func isClosedByTitle(_ index: Int) -> Bool {
    var title = index - 1
    guard title > 0, words.traits[title].contains(.roleHead), reading.tokens[title].isCapitalized,
      [",", ".", ";", ")", "and", "", "on", "in", "at", "to", "for", "during", "who"].contains(
        reading.word(index + 1))
    else { return false }
    while title > 0, reading.tokens[title - 1].isCapitalized,
      !words.traits[title - 1].isDisjoint(with: [.roleHead, .roleWord, .roleEdge])
        || reading.entityOfToken[title - 1] >= 0
    {
      title -= 1
    }
    guard title > 0 else { return false }
    let before = reading.tokens[title - 1]
    return ["and", "with", "by", ",", "met", "to", "told", "between"].contains(before.form)
  }

  private func article(before range: Range<Int>) -> Word? {
    let word = reading.word(range.lowerBound - 1)
    return ["the", "a", "an"].contains(word) ? word : nil
  }

  private func isGivenOrInitial(_ index: Int) -> Bool {
    words.traits[index].contains(.given) || runs.isInitials(index)
  }

  /// A given name and a family name that no dictionary has.
  private func isPlainFullName(_ range: Range<Int>) -> Bool {
    let first = words.traits[range.lowerBound]
    let last = words.traits[lastCore(of: range)]
    return first.contains(.given) && !first.contains(.common) && article(before: range) == nil
      && (last.isDisjoint(with: [.common, .thing]) || last.contains(.nameable))
      && !range.allSatisfy { words.isAlsoLowerCase($0) }
  }

  // MARK: - Points

  private func single(_ index: Int) -> Int {
    let traits = words.traits[index]
    let token = reading.tokens[index]
    if token.shape.contains(.allCapitals) || words.isAlsoLowerCase(index) { return 0 }
    if article(before: index..<index + 1) != nil { return 0 }
    let spoken = context(index..<index + 1)
    if traits.contains(.common) {
      return traits.contains(.nameable) && spoken >= 2 ? NameEvidence.enough : 0
    }
    var score = spoken
    if !traits.isDisjoint(with: [.given, .familyName]), !traits.contains(.particle),
      Places.lookup(token.text).isEmpty
    {
      score += 2
    }
    if traits.contains(.surnameShaped) { score += 1 }
    if traits.contains(.articled) { score += 1 }
    return score
  }

  private func several(_ range: Range<Int>) -> Int {
    let first = range.lowerBound
    let last = lastCore(of: range)
    if article(before: range) != nil, reading.word(last) != "lama" { return 0 }
    if range.allSatisfy({ words.traits[$0].contains(.common) && words.isAlsoLowerCase($0) }) {
      return 0
    }
    var score = 0
    let firstTraits = words.traits[first]
    let lastTraits = words.traits[last]
    let lastIsOrdinary =
      lastTraits.contains(.common) && !lastTraits.contains(.nameable)
      && lastTraits.isDisjoint(with: [.given, .familyFirst, .surnameShaped])
    let strange = range.filter { words.traits[$0].isDisjoint(with: [.common, .thing]) }.count
    let isArticle = ["Le", "La", "El", "Il", "Der", "Die", "Das", "De", "Al", "Los"].contains(
      reading.text(first))
    if isArticle, range.count == 2 {
      // "Le Monde", "Der Spiegel": a family name only where the text gives it in full.
      score -= 3
    }
    if firstTraits.contains(.given) || runs.isInitials(first) && strange > 0 {
      score += firstTraits.contains(.common) && lastIsOrdinary ? 1 : lastIsOrdinary ? 2 : 4
    } else if firstTraits.contains(.familyFirst), range.count <= 3,
      words.traits[first + 1].isDisjoint(with: [.thing, .personVerb, .roleHead]),
      !words.traits[first + 1].contains(.common)
        || firstTraits.contains(.familyFirst) && !firstTraits.contains(.common)
          && reading.tokens[first + 1].end - reading.tokens[first + 1].start <= 5
          && !words.isAlsoLowerCase(first + 1)
    {
      score += firstTraits.contains(.common) ? 3 : 4
    } else if firstTraits.contains(.common), !firstTraits.contains(.nameable) {
      score -= 2
    }
    if range.dropFirst().contains(where: { runs.isInitials($0) }), strange > 1 { score += 3 }
    if range.contains(where: { runs.isSuffix($0) }) { score += 2 }
    if hasParticle(range), !firstTraits.contains(.common) { score += 3 }
    if strange == range.count { score += 1 }
    if !lastTraits.isDisjoint(with: [.surnameShaped, .familyName]) { score += 2 }
    if ["bin", "ibn"].contains(reading.tokens[first].word), range.count == 2 { score += 2 }
    if range.dropFirst().contains(where: {
      words.traits[$0].contains(.given) && !words.traits[$0].contains(.common)
    }) {
      score += 1
    }
    if isTwoLetters(first), strange > 1 { score += 1 }
    return score + context(range)
  }

  private func hasParticle(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let traits = words.traits[index]
      return traits.contains(.articled)
        || traits.contains(.particle) && !reading.tokens[index].isCapitalized
        || ["Al", "Ben", "Bin", "Ibn", "Abu", "Abd", "El", "Ould"].contains(reading.form(index))
          && index > range.lowerBound
    }
  }

  private func lastCore(of range: Range<Int>) -> Int {
    var last = range.upperBound - 1
    while last > range.lowerBound, runs.isSuffix(last) || reading.tokens[last].isMark { last -= 1 }
    return last
  }
}
