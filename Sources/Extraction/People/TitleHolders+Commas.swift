import Diplomacy
import Language

/// Names between or behind commas that stand there without need.
extension TitleHolders {
  /// "led by economic minister, Brigitte Zypries, and": a title of several words without an article,
  /// behind "by" or "with", and a full name between commas.
  func isBareApposition(
    _ role: RolePhrase, _ mention: PersonMention, _ mark: Word
  ) -> Bool {
    guard mark == ",", mention.tokens.count > 1, (role.titles.first?.count ?? 0) > 1,
      ["by", "with", "and", "from"].contains(reading.word(role.tokens.lowerBound - 1))
        || role.isFormer || isPartisan(mention) || opensInCapitals(role)
    else { return false }
    return [",", ".", ";"].contains(reading.word(mention.tokens.upperBound))
  }

  /// "Minister of Finance, Mrs Zainab Ahmed, said": a title in capitals that opens the sentence, as papers in
  /// Africa and South Asia print it.
  private func opensInCapitals(_ role: RolePhrase) -> Bool {
    startsLine(role.tokens.lowerBound)
      && role.titles.first.map {
        reading.tokens[$0.lowerBound].isCapitalized
          && reading.tokens[$0.upperBound - 1].isCapitalized
      } == true
  }

  /// "US Defense Secretary, James Mattis said": a comma too many before a full name that speaks.
  func isStray(_ role: RolePhrase, _ mention: PersonMention, _ mark: Word) -> Bool {
    let before = role.tokens.lowerBound - 1
    if mark == ",", role.determiner == "the", role.affiliation != nil, reading.word(before) == ",",
      mention.form == .fullName, index.mention(endingAt: before) == nil,
      SpeechWords.verbs.contains(reading.word(mention.tokens.upperBound))
    {
      // "in the area of Palmyra, the Russian ambassador to Syria, Alexander Kinshchak told TASS"
      return true
    }
    guard mark == ",", role.affiliation != nil, mention.tokens.count > 1,
      role.determiner == nil
        || role.determiner == "the"
          && (startsLine(before + 1) || [",", "\"", "”"].contains(reading.word(before))),
      mention.form == .fullName, let title = role.titles.first,
      reading.tokens[title.lowerBound].isCapitalized || title.count > 1 && role.determiner == nil
    else { return false }
    return SpeechWords.verbs.contains(reading.word(mention.tokens.upperBound))
      || ClauseWords.isFinite(reading.word(mention.tokens.upperBound))
  }

  /// "Sir Tim Barrow, Britain's permanent representative to the EU left": the comma behind an
  /// apposition left out, where the name opens the sentence or clause and so is the verb's subject.
  func runsOn(_ role: RolePhrase, behind mention: PersonMention, _ mark: Int) -> Bool {
    guard reading.word(mark) == ",", mention.form == .fullName, !role.isPlural,
      role.determiner == nil, role.affiliation != nil || role.owners[0] != nil,
      let title = role.titles.first, !reading.tokens[title.lowerBound].isCapitalized,
      ClauseWords.isFinite(reading.word(role.tokens.upperBound))
    else { return false }
    var start = mention.tokens.lowerBound
    while start > 0, words.isHonorific(reading.form(start - 1)) { start -= 1 }
    return startsLine(start) || reading.word(start - 1) == ","
  }
}
