import Diplomacy
import Language

/// Titles in apposition to a name before them.
extension TitleHolders {
  /// "Abbas Araghchi, the Iranian foreign minister," and "Rubio (Secretary of State)".
  func apposed(_ role: RolePhrase) -> Holder? {
    let mark = start(of: role) - 1
    if let chained = chained(role, mark) { return chained }
    if let holder = onLineBefore(role) { return holder }
    if let holder = unparted(role) { return holder }
    if let holder = behindNoun(role, mark) { return holder }
    guard [",", "(", "–", "—", "-"].contains(reading.word(mark)) else { return nil }
    guard let mention = nameBefore(mark), ends(role) || runsOn(role, behind: mention, mark) else {
      return nil
    }
    if ["–", "—", "-"].contains(reading.word(mark)) {
      let end = skippingNoun(role.tokens.upperBound, until: reading.word(mark))
      guard reading.word(end) == reading.word(mark) || isTail(role) || closesLater(end, mark) else {
        return nil
      }
      // "… at talks with Trump - minister": who says so, in an agency's headline; but "Roman Sklyar - First
      // Deputy Prime Minister;" in a list.
      if isTail(role), role.determiner == nil, role.affiliation == nil,
        mention.form != .fullName || !startsLine(skippedBack(mention.tokens.lowerBound))
      {
        return nil
      }
    }
    return Holder(
      person: mention.person, range: mention.tokens.lowerBound..<role.tokens.upperBound)
  }

  /// "Talal Barrazi - governor of Homs, where … -": a clause before the closing dash.
  private func closesLater(_ end: Int, _ mark: Int) -> Bool {
    guard ["where", "who", "which", "whose"].contains(reading.word(end)) else { return false }
    return (end..<min(end + 14, reading.tokens.count)).contains {
      reading.word($0) == reading.word(mark)
    }
  }

  /// "Ben Cardin, a Maryland Democrat and the ranking member", "Jared Kushner - Trump's son-in-law and
  /// close adviser -": the second noun of an apposition.
  private func behindNoun(_ role: RolePhrase, _ mark: Int) -> Holder? {
    guard reading.word(mark) == "and", !role.isPlural, role.head != "counterpart",
      ends(role)
        || role.determiner != nil
          && SpeechWords.verbs.contains(reading.word(role.tokens.upperBound))
    else { return nil }
    var start = mark - 1
    while start > 0, mark - start < 13, !reading.tokens[start].isMark {
      let word = reading.word(start)
      guard !ClauseWords.isFinite(word), word != "and", word != "who", word != "with",
        word != "met",
        self.role(endingAt: start + 1) == nil
      else { return nil }
      start -= 1
    }
    guard [",", "-", "–", "—"].contains(reading.word(start)), mark - start > 1,
      let mention = index.mention(endingAt: start)
    else { return nil }
    let first = start + 1
    let isNoun =
      ["a", "an", "the", "his", "her"].contains(reading.word(first))
      || reading.name(startingAt: first) != nil
      || reading.entity(startingAt: first) != nil
      || self.role(startingAt: first) != nil
    guard isNoun, reading.wordTraits[mark - 1].isDisjoint(with: [.given]) else { return nil }
    return Holder(
      person: mention.person, range: mention.tokens.lowerBound..<role.tokens.upperBound)
  }

  /// "Aziz Akhannouch leader of the National Rally": the comma left out before a title in small letters
  /// that tells its body.
  private func unparted(_ role: RolePhrase) -> Holder? {
    guard role.determiner == nil, role.affiliation != nil || role.owners[0] != nil,
      let title = role.titles.first, title.lowerBound == role.tokens.lowerBound,
      role.tokens.upperBound > title.upperBound,
      !reading.tokens[title.lowerBound].isCapitalized,
      let mention = index.mention(endingAt: title.lowerBound), mention.form == .fullName
    else { return nil }
    let next = reading.word(role.tokens.upperBound)
    guard [",", ".", "and", "(", "", "who"].contains(next) else { return nil }
    return Holder(
      person: mention.person, range: mention.tokens.lowerBound..<role.tokens.upperBound)
  }

  /// "X, head of the agency and a former ambassador", "once prime minister and later head of the
  /// Commission": a further title in the apposition.
  private func chained(_ role: RolePhrase, _ mark: Int) -> Holder? {
    var mark = mark
    var isFormer = false
    // "served as ambassador to Moscow and later as head of the department"
    let isAs = reading.word(mark) == "as"
    if isAs { mark -= 1 }
    while let isPast = TitleHolders.adverbs[reading.word(mark)], mark > 1 {
      isFormer = isFormer || isPast
      mark -= 1
    }
    guard [",", "and"].contains(reading.word(mark)),
      // "Nunes, a Republican and the chairman of the committee told": the comma is left out.
      ends(role)
        || reading.word(mark) == "and" && role.determiner != nil
          && SpeechWords.verbs.contains(reading.word(role.tokens.upperBound))
    else { return nil }
    var end = mark
    if reading.word(mark) == "and", reading.word(mark - 1) == "," { end -= 1 }
    guard let before = self.role(endingAt: end), let person = found[before.position],
      !before.role.isPlural
    else { return nil }
    if isAs {
      guard reading.word(mark) == "and" else { return nil }
      return Holder(person: person, range: role.tokens, isFormer: isFormer || wasPast(before.role))
    }
    // "was twice president of Chile and then human rights chief"
    if role.tokens.lowerBound - mark > 1, start(of: role) - 1 > mark, reading.word(mark) == "and" {
      return Holder(person: person, range: role.tokens, isFormer: isFormer)
    }
    var name = start(of: before.role)
    while name > 1, TitleHolders.adverbs[reading.word(name - 1)] != nil { name -= 1 }
    guard index.mention(endingAt: name - 1) != nil,
      index.mention(endingAt: name - 1)?.person == person || reading.word(name - 1) != ","
    else { return nil }
    return Holder(person: person, range: role.tokens, isFormer: isFormer)
  }

  /// A line with a name, and a line with a title below it.
  private func onLineBefore(_ role: RolePhrase) -> Holder? {
    guard let sentence = sentence(of: role.tokens.lowerBound),
      sentence.lowerBound == role.tokens.lowerBound, sentence.upperBound == role.tokens.upperBound,
      let mention = index.mention(endingAt: sentence.lowerBound)
    else { return nil }
    let line = self.sentence(of: mention.tokens.lowerBound)
    guard line?.lowerBound == skippedBack(mention.tokens.lowerBound) else { return nil }
    return Holder(
      person: mention.person, range: mention.tokens.lowerBound..<role.tokens.upperBound)
  }

  private func skippedBack(_ start: Int) -> Int {
    var start = start
    while start > 0, words.isHonorific(reading.form(start - 1)) { start -= 1 }
    return start
  }

  /// "development expert Elvira Schmieg from the German Institute for International Affairs": the body
  /// told behind the name of who works there.
  func institute(
    behind role: RolePhrase, _ holder: Holder
  ) -> (owner: Affiliation, end: Int)? {
    let start = holder.range.upperBound
    guard RoleLexicon.shared[role.head].contains(.scholar), role.tokens.upperBound < start,
      ["from", "of", "at", "with"].contains(reading.word(start)),
      index.mention(endingAt: start) != nil
    else { return nil }
    var first = start + 1
    if reading.word(first) == "the" { first += 1 }
    var end = first
    var isBody = false
    while end < first + 10, reading.tokens.indices.contains(end), reading.nameOfToken[end] < 0 {
      let token = reading.tokens[end]
      if token.isCapitalized, !token.isMark {
        isBody = isBody || RoleLexicon.shared[token.lower].contains(.organization)
      } else if !["of", "for", "and", "on", "the", "&"].contains(token.word) {
        break
      }
      end += 1
    }
    while end > first, !reading.tokens[end - 1].isCapitalized { end -= 1 }
    guard end > first else { return nil }
    if !isBody {
      guard case .organization? = reading.entity(startingAt: first)?.entity else { return nil }
    }
    return (.organization(reading.document.text(of: first..<end)), end)
  }

  private func isTail(_ role: RolePhrase) -> Bool {
    [".", "", ";"].contains(reading.word(role.tokens.upperBound))
      || startsLine(role.tokens.upperBound)
  }

  /// The name that ends before `mark`, an age, a country or another title in between.
  private func nameBefore(_ mark: Int) -> PersonMention? {
    if let mention = index.mention(endingAt: mark) { return mention }
    if reading.tokens.indices.contains(mark - 1), reading.tokens[mark - 1].shape.contains(.number),
      reading.word(mark - 2) == ","
    {
      return index.mention(endingAt: mark - 2)
    }
    let tag = reading.form(mark - 1) == "." ? mark - 2 : mark - 1
    if reading.word(tag - 1) == ",", reading.tokens.indices.contains(tag),
      OriginStage.isPartyAndState(reading.text(tag))
    {
      // "Bob Corker, R-Tenn., chairman of the committee,"
      return index.mention(endingAt: tag - 1)
    }
    if reading.word(mark - 1) == ")" {
      for open in stride(from: mark - 2, to: max(mark - 8, 0), by: -1)
      where reading.word(open) == "(" {
        return index.mention(endingAt: open)
      }
    }
    if mark > 0, let entity = entity(endingAt: mark), reading.word(entity.lowerBound - 1) == "of" {
      return index.mention(endingAt: entity.lowerBound - 1)
    }
    return nil
  }

  private func entity(endingAt mark: Int) -> Range<Int>? {
    guard reading.entityOfToken[mark - 1] >= 0 else { return nil }
    let tokens = reading.entities[reading.entityOfToken[mark - 1]].tokens
    return tokens.upperBound == mark ? tokens : nil
  }

  /// ", the president said" begins a clause; an apposition ends at a mark or goes on otherwise.
  private func ends(_ role: RolePhrase) -> Bool {
    let end = role.tokens.upperBound
    guard reading.tokens.indices.contains(end) else { return true }
    if role.isOpenEnded { return true }
    if startsLine(end) || reading.tokens[end].isMark { return true }
    let word = reading.word(end)
    // "Reed, a senator and the chairman of the committee told CBS": the second comma is left out.
    if role.titles.count > 1, role.determiner == "a" || role.determiner == "an",
      SpeechWords.verbs.contains(word)
    {
      return true
    }
    return !ClauseWords.isFinite(word) && !word.hasSuffix("ly") && !reading.tokens[end].isPossessive
      && !["not", "never", "also", "again", "now"].contains(word)
  }
}
