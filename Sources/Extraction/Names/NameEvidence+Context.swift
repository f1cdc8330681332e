import Language

// What stands around a name.
extension NameEvidence {
  /// "Jamiat Ulema-i-Islam-F chief Maulana Fazlur Rehman": what somebody leads.
  func isLed(_ range: Range<Int>) -> Bool {
    let head = range.upperBound
    guard head + 1 < reading.tokens.count,
      ["chief", "leader", "emir", "chairman", "chairwoman", "commander", "founder"].contains(
        reading.form(head)),
      reading.tokens[head + 1].isCapitalized, !reading.tokens[head + 1].isMark
    else { return false }
    return words.traits[range.lowerBound].isDisjoint(with: [.given, .familyName, .honorific])
  }

  /// "the aircraft carrier Admiral Kuznetsov": a ship, with the title in its name.
  func isVessel(_ name: NameTrimmer.Trimmed, in run: Range<Int>) -> Bool {
    var before = min(run.lowerBound, name.tokens.lowerBound) - 1
    if name.isTitled, before >= 0,
      words.traits[before].contains(.honorific) || words.traits[before].contains(.roleHead)
    {
      before -= 1
    }
    return before >= 0 && NameEvidence.vessels.contains(reading.tokens[before].word)
  }

  private static let vessels: WordSet = [
    "carrier", "frigate", "destroyer", "warship", "cruiser", "submarine", "corvette", "icebreaker",
    "ferry", "tanker", "yacht", "uss", "hms", "battleship", "trawler", "minesweeper", "vessel",
    "flagship", "liner",
  ]

  /// Points for what stands around `name`: verbs of people, relatives, ages; and against it: words
  /// of place.
  func context(_ name: Range<Int>) -> Int {
    max(after(name), 0) + before(name) + (isApposedToRole(name) ? 3 : 0)
  }

  private func after(_ name: Range<Int>) -> Int {
    let next = name.upperBound
    guard next < reading.tokens.count else { return 0 }
    let word = reading.tokens[next].word
    if words.traits[next].contains(.personVerb), !reading.tokens[next].isCapitalized {
      return ["said", "says", "told", "tells", "added"].contains(word) ? 3 : 2
    }
    if reading.tokens[next].isPossessive {
      let owned = next + 1
      return owned < reading.tokens.count && words.traits[owned].contains(.kin) ? 2 : 0
    }
    if word == "," {
      let second = reading.word(next + 1)
      if ["who", "whose", "whom"].contains(second) { return 3 }
      if isAge(next + 1) { return 3 }
      if ["himself", "herself"].contains(second) { return 2 }
    }
    if ["who", "himself", "herself"].contains(word) { return 3 }
    if ["has", "had", "was", "is", "will", "would"].contains(word) { return 1 }
    if word == "of", next + 1 < reading.tokens.count,
      reading.entityOfToken[next + 1] >= 0 || reading.tokens[next + 1].isCapitalized
        || reading.word(next + 1) == "the"
    {
      return name.count > 1 ? 1 : 0
    }
    if ["is", "was", "are", "has"].contains(word),
      ["talking", "meeting", "speaking", "visiting", "expected", "due", "scheduled", "said"]
        .contains(reading.word(next + 1))
    {
      return 2
    }
    // "replace Abdelilah Benkirane as prime minister"
    if word == "as", name.count > 1,
      (next + 1..<min(next + 5, reading.tokens.count)).contains(where: {
        words.traits[$0].contains(.roleHead)
      })
    {
      return 3
    }
    if word == "(", isAge(next + 1), reading.word(next + 2) == ")" { return 2 }
    // "Rubio also met …", "Rubio and Peters met …"
    if next + 1 < reading.tokens.count,
      ["also", "later", "then", "separately"].contains(word),
      words.traits[next + 1].contains(.personVerb)
    {
      return 2
    }
    return ClauseWords.isFinite(word) ? 1 : 0
  }

  private func before(_ name: Range<Int>) -> Int {
    let previous = name.lowerBound - 1
    guard previous >= 0 else { return 0 }
    let token = reading.tokens[previous]
    let traits = words.traits[previous]
    if traits.contains(.person), !token.isCapitalized { return 3 }
    if traits.contains(.personVerb), !token.isCapitalized {
      return ["said", "says", "told", "met", "meet"].contains(token.word) ? 2 : 1
    }
    if token.isPossessive, previous > 0, reading.entityOfToken[previous - 1] >= 0 {
      return name.count > 1 ? 2 : 1
    }
    switch token.word {
    case "saw", "see", "seeing", "asked", "ask", "telling", "asking", "thank", "greeting",
      "telephoning":
      return 2
    case "with", "by", "between", "alongside", "and", "among", "including", "meeting", "named",
      "called", "quoted", "them", "talking":
      return 1
    case "to"
    where ["talking", "spoke", "speaking", "talked", "listened", "wrote"].contains(
      reading.word(previous - 1)):
      return 2
    case "in", "at", "near", "from", "across", "around", "via", "through", "outside", "into":
      return words.traits[name.lowerBound].contains(.given) ? -2 : -3
    // "Mohamed Hamdan Daglo, also known as Hemetti"
    case "as" where reading.word(previous - 1) == "known": return 3
    default: return 0
    }
  }

  /// "Japan's chief negotiator, Kenichiro Sasae,": a title or noun of people, a comma, and a mark
  /// after the name.
  private func isApposedToRole(_ name: Range<Int>) -> Bool {
    let comma = name.lowerBound - 1
    guard comma > 1, reading.tokens[comma].form == ",",
      [",", ".", ";", ")", "and", "–", "—", ":", ""].contains(reading.word(name.upperBound))
    else { return false }
    var index = comma - 1
    while index >= 0, index > comma - 8, !reading.tokens[index].isMark {
      if !words.traits[index].isDisjoint(with: [.roleHead, .person]) {
        return hasDeterminer(before: index)
      }
      if reading.nameOfToken[index] >= 0 { return false }
      index -= 1
    }
    return false
  }

  /// Whether "the", "his" or a possessive opens the phrase that ends at `index`.
  private func hasDeterminer(before index: Int) -> Bool {
    for position in stride(from: index - 1, to: max(index - 8, -1), by: -1) {
      let token = reading.tokens[position]
      if token.isPossessive { return true }
      if ["the", "his", "her", "their", "its", "a", "an", "my", "our"].contains(token.word) {
        return true
      }
      if token.isMark { return false }
      if reading.entityOfToken[position] >= 0 { return true }
    }
    return false
  }

  /// A person's age stands alone between marks: ", 54,".
  private func isAge(_ index: Int) -> Bool {
    guard index < reading.tokens.count, reading.tokens[index].shape.contains(.number),
      let age = Int(reading.tokens[index].text), (10...110).contains(age)
    else { return false }
    return [",", ".", ")", "–", "—"].contains(reading.word(index + 1))
  }

  /// ", the Iranian foreign minister": a comma and then a title within a few words.
  func isFollowedByRole(_ name: Range<Int>) -> Bool {
    let index = name.upperBound
    guard reading.word(index) == "," || reading.word(index) == "(" else { return false }
    var next = index + 1
    let opens = ["a", "an", "the", "his", "her", "their"].contains(reading.word(next))
    if name.count > 1, let owned = afterOwner(next) { next = owned }
    while next < min(index + 9, reading.tokens.count) {
      if reading.tokens[next].isMark { return false }
      let traits = words.traits[next]
      if traits.contains(.roleHead) { return isTitleEnd(next + 1) }
      if opens, traits.contains(.person), !reading.tokens[next].isCapitalized, name.count > 1 {
        return isTitleEnd(next + 1)
      }
      let known =
        ["the", "a", "an", "'s", "his", "her", "its", "their", "then", "and"].contains(
          reading.tokens[next].lower)
        || reading.entityOfToken[next] >= 0
        || !traits.isDisjoint(with: [.roleWord, .roleEdge])
        || opens && reading.tokens[next].isCapitalized && next < index + 6
      if !known { return false }
      next += 1
    }
    return false
  }

  /// The token behind "Trump's" or "Donald Trump's".
  private func afterOwner(_ start: Int) -> Int? {
    var end = start
    while end < min(start + 4, reading.tokens.count), reading.tokens[end].isCapitalized,
      !reading.tokens[end].isMark
    {
      end += 1
    }
    guard end > start, end < reading.tokens.count, reading.tokens[end].isPossessive else {
      return nil
    }
    return end + 1
  }

  /// "Paris, the president said": a title with a verb behind it is a subject of its own.
  private func isTitleEnd(_ index: Int) -> Bool {
    guard index < reading.tokens.count else { return true }
    return !(words.traits[index].contains(.personVerb) && !reading.tokens[index].isCapitalized)
  }
}
