import Language

/// Takes titles and forms of address off a stretch of capitalised words, so that the name is left.
struct NameTrimmer {
  let reading: Reading
  let words: NameWords
  let lists: WordLists

  /// A name without what stands around it.
  struct Trimmed {
    var tokens: Range<Int>
    var titleStart: Int
    var gender = Gender.unknown
    /// Whether a title or form of address stands right before it.
    var isTitled = false
    var isRoyal = false
    /// Whether a title in capitals stands right after it: "Antony Blinken, Secretary" in a list.
    var hasTitleAfter = false
  }

  /// The names in `run`, as a rule one: "Antony Blinken Secretary of State" has its title behind.
  func names(in run: Range<Int>, opensSentence: Bool) -> [Trimmed] {
    var found: [Trimmed] = []
    var rest = run
    if run.count == 2, reading.word(run.lowerBound + 1) == "lama" {
      // "the Dalai Lama": known by the title alone.
      return [Trimmed(tokens: run, titleStart: run.lowerBound)]
    }
    if let head = titleBehindName(in: run) {
      found.append(
        Trimmed(tokens: run.lowerBound..<head, titleStart: run.lowerBound, hasTitleAfter: true))
      rest = head..<run.upperBound
    }
    if let name = trimmed(rest, opensSentence: opensSentence && found.isEmpty) {
      found.append(name)
    }
    return found
  }

  private func trimmed(_ run: Range<Int>, opensSentence: Bool) -> Trimmed? {
    var name = Trimmed(tokens: run, titleStart: run.lowerBound)
    var start = run.lowerBound
    if let title = lastTitle(in: run) {
      name.isTitled = true
      for index in run.lowerBound...title {
        if let told = lists.honorifics[reading.text(index)], told != .unknown { name.gender = told }
      }
      name.isRoyal = words.traits[title].contains(.royal)
      start = title + 1
    } else if completesTitle(start) {
      // "Secretary of State Marco Rubio": what the title is of stands before the name.
      while start < run.upperBound, isPortfolio(start) { start += 1 }
      start = nameStart(behindBody: start, in: run) ?? givenName(behind: start, in: run)
      name.isTitled = start > run.lowerBound || reading.entityOfToken[start - 1] >= 0
    } else if opensSentence || startsClause(start) {
      // "Yesterday Rubio …": the capital of the first word says nothing.
      while start < run.upperBound - 1, isOrdinary(start) { start += 1 }
    }
    while start < run.upperBound, isEdge(start, in: run) { start += 1 }
    // "Protester Jaob told …": a noun with the capital of the sentence.
    if opensSentence, start == run.lowerBound, run.count > 1, words.traits[start].contains(.person),
      words.traits[start].isDisjoint(with: [.given, .nameable, .roleHead])
    {
      start += 1
    }
    var end = run.upperBound
    while end > start, !reading.tokens[end - 1].isCapitalized,
      !words.traits[end - 1].contains(.articled)
    {
      end -= 1
    }
    // "Wang Yi Meets with …": a headline writes its verb with a capital.
    if end - start > 2, NameTrimmer.headlineVerbs.contains(reading.word(end - 1)) { end -= 1 }
    guard start < end else { return nil }
    // "the PM House", "the President Secretariat"
    if name.isTitled, end == start + 1, NameTrimmer.buildings.contains(reading.word(start)),
      run.lowerBound > 0, reading.word(run.lowerBound - 1) == "the"
    {
      return nil
    }
    if !name.isTitled { name.titleStart = start }
    name.tokens = start..<end
    // "foreign minister Tariq Aziz": the title is written small.
    if !name.isTitled, start == run.lowerBound { followSmallTitle(&name) }
    return name
  }

  /// The last token of titles at the start of `run`, however many words they have.
  private func lastTitle(in run: Range<Int>) -> Int? {
    var found: Int?
    for index in run {
      let traits = words.traits[index]
      // "Zayed bin Sultan": after a small word of names no title follows.
      if index > run.lowerBound, !reading.tokens[index - 1].isCapitalized { break }
      guard traits.contains(.honorific) || traits.contains(.roleHead) else { continue }
      // "M." is Monsieur only at the start; in "Richard M. Nixon" it is an initial.
      if isInitial(index), index > run.lowerBound { continue }
      // "MK Benny Gantz", but "MK Stalin"
      if reading.word(index) == "mk", run.upperBound - index < 3 { continue }
      if index == run.upperBound - 1, isFamilyName(index, in: run) { break }
      if isGivenName(index, in: run) || endsTitledName(index, in: run) { break }
      found = index
    }
    guard let found, found < run.upperBound - 1 else {
      // A title without a name behind it.
      return found == nil ? nil : run.upperBound - 1
    }
    return found
  }

  /// Whether a word that is a dignity elsewhere is a given name, as behind a title: "Foreign Minister
  /// Amir Khan Muttaqi", "Hassan Sheikh Mohamud".
  private func isGivenName(_ index: Int, in run: Range<Int>) -> Bool {
    guard index + 1 < run.upperBound else { return false }
    let word = reading.word(index)
    let before = index > 0 ? words.traits[index - 1] : []
    // "Sultan bin Saad"
    if word == "sultan", ["bin", "ibn", "al"].contains(reading.word(index + 1)) { return true }
    // "Najib Tun Razak"
    if word == "tun", index > run.lowerBound, before.contains(.given) { return true }
    let isBehindName =
      before.contains(.given) && before.isDisjoint(with: [.roleHead, .roleWord, .honorific])
    if word == "sheikh" || word == "prince", index > run.lowerBound { return isBehindName }
    if word == "shah" || word == "amir", index > run.lowerBound, isBehindName { return true }
    guard word == "amir" || word == "sultan" || word == "shah",
      !words.traits[index + 1].contains(.honorific)
    else { return false }
    if before.contains(.roleHead) || ["dr", "dr.", "mr", "mr."].contains(reading.word(index - 1)) {
      return true
    }
    // "The Speaker of the Knesset, Amir Ohana", but "the Amir", "His Highness the Deputy Amir", "Kuwaiti Amir"
    return word == "amir" && (index == 0 || reading.entityOfToken[index - 1] < 0)
      && !["the", "highness", "hh", "h.h.", "his", "former", "deputy", "late"]
        .contains(reading.word(index - 1))
  }

  /// "Prime Minister Major", "Prime Minister Hun Sen": a rank elsewhere, here the name.
  private func endsTitledName(_ index: Int, in run: Range<Int>) -> Bool {
    guard index == run.upperBound - 1, index > run.lowerBound else { return false }
    let isBehindTitle = words.traits[index - 1].contains(.roleHead)
    switch reading.form(index) {
    case "Major", "King", "Dean", "Bishop", "Marshal", "Judge": return isBehindTitle
    case "Sen": return !isBehindTitle
    default: return false
    }
  }

  /// Whether a word that can be a title ends a name: "Julie Bishop", "Amit Shah", "Dalai Lama".
  private func isFamilyName(_ index: Int, in run: Range<Int>) -> Bool {
    guard index > run.lowerBound else { return false }
    let before = words.traits[index - 1]
    let word = reading.word(index)
    return (words.traits[index].contains(.nameable) || word == "lama" || word == "khan")
      && (before.contains(.given) || isInitial(index - 1))
      && before.isDisjoint(with: [.roleHead, .roleWord, .honorific])
  }

  /// The first word of a title that follows a full name in the same stretch.
  private func titleBehindName(in run: Range<Int>) -> Int? {
    guard run.count >= 3 else { return nil }
    for index in run.lowerBound + 2..<run.upperBound
    where !words.traits[index].isDisjoint(with: [.roleHead, .roleWord]) {
      let isTitle = words.traits[index].contains(.roleHead) || hasHead(index + 1, run)
      guard isTitle, !isFamilyName(index, in: run) else { continue }
      let name = run.lowerBound..<index
      guard words.traits[run.lowerBound].contains(.given),
        name.allSatisfy({
          words.traits[$0].isDisjoint(with: [.roleHead, .roleWord, .honorific, .thing, .common])
            || words.traits[$0].contains(.nameable)
        })
      else { return nil }
      return index
    }
    return nil
  }

  private func hasHead(_ index: Int, _ run: Range<Int>) -> Bool {
    index < run.upperBound && words.traits[index].contains(.roleHead)
  }

  private func isInitial(_ index: Int) -> Bool { reading.tokens[index].shape.contains(.initial) }

  /// A word of titles that stands before the name without being one: "Former", "-elect".
  private func isEdge(_ index: Int, in run: Range<Int>) -> Bool {
    let traits = words.traits[index]
    if traits.contains(.given), index + 1 < run.upperBound { return false }
    if run.count == 1, traits.contains(.nameable) { return false }
    return !traits.isDisjoint(with: [.roleWord, .roleEdge])
      && !(traits.contains(.nameable) && index > run.lowerBound)
  }

  /// A common word that is no name.
  private func isOrdinary(_ index: Int) -> Bool {
    let traits = words.traits[index]
    return traits.contains(.common) && traits.isDisjoint(with: [.given, .familyFirst, .honorific])
  }

  private static let buildings: WordSet = [
    "house", "office", "palace", "secretariat", "residence", "hall", "lodge", "mansion",
  ]
  private static let headlineVerbs: WordSet = [
    "meets", "holds", "speaks", "talks", "visits", "receives", "hosts", "attends", "greets",
    "welcomes", "arrives", "discusses", "says", "delivers", "addresses", "chairs", "travels",
    "congratulates", "sends", "met", "spoke", "held", "calls", "signs", "joins",
  ]

  private func startsClause(_ index: Int) -> Bool {
    index > 0
      && ["“", "\"", ":", "‘", "—", "–", "•", "-", "*", "…"].contains(
        reading.tokens[index - 1].form)
  }

  private func followSmallTitle(_ name: inout Trimmed) {
    let before = name.tokens.lowerBound - 1
    guard before >= 0, reading.tokens[name.tokens.lowerBound].shape.contains(.afterSpace),
      !reading.tokens[before].isCapitalized
    else { return }
    let traits = words.traits[before]
    if traits.contains(.roleHead), reading.word(before) != "head",
      !reading.word(before).hasSuffix("s") || reading.word(before - 1) != "the"
    {
      name.isTitled = true
    } else if reading.word(before) == "elect" || reading.word(before) == "designate" {
      name.isTitled = true
    }
  }
}
