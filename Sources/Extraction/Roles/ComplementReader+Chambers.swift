import Diplomacy
import Language

/// Bodies with "of" in their names, and offices by which an envoy is told.
extension ComplementReader {
  /// "President of the Council of Ministers", "Speaker of the House of Representatives".
  mutating func chamber(at start: Int) -> Int? {
    guard reading.tokens[start].isCapitalized, word(start + 1) == "of", start + 2 < parser.limit,
      reading.tokens[start + 2].isCapitalized,
      ComplementReader.chambers[word(start)]?.contains(word(start + 2)) == true
    else { return nil }
    isInTitle = true
    titleEnd = start + 3
    return titleEnd
  }

  private static let chambers: WordTable<WordSet> = [
    "council": ["ministers", "state", "elders"], "house": ["representatives", "commons", "lords"],
    "chamber": ["deputies", "representatives"], "board": ["governors", "trustees"],
    "assembly": ["experts"],
  ]

  /// "Governor of the Central Bank of Iran": the state's, and no owner of its own.
  mutating func centralBank(at start: Int) -> Int? {
    guard word(start + 1) == "bank", ["central", "reserve", "state"].contains(word(start)),
      start + 2 < parser.limit
    else { return nil }
    let owner = word(start + 2) == "of" ? start + (word(start + 3) == "the" ? 4 : 3) : start
    if owner > start, let entity = reading.entity(startingAt: owner), let code = entity.entity.code
    {
      affiliation = .country(code)
      omitted = [start + 2..<entity.tokens.upperBound]
      isInTitle = true
      titleEnd = start + 2
      return entity.tokens.upperBound
    }
    guard reading.tokens[start + 2].isMark || ClauseWords.isFinite(word(start + 2)) else {
      return nil
    }
    isInTitle = true
    titleEnd = start + 2
    return titleEnd
  }

  /// "Special Representative of the Secretary-General": the envoy's title, and no secretary-general.
  mutating func secretariat(at first: Int) -> Int? {
    var start = first
    if let entity = reading.entity(startingAt: first), entity.entity.code == CountryCode("UN") {
      // "of the UN secretary-general"
      start = entity.tokens.upperBound
    }
    guard start < parser.limit,
      word(start) == "secretary-general" || word(start) == "chairperson-in-office",
      ["representative", "envoy", "adviser", "advisor", "spokesman", "spokesperson", "spokeswoman"]
        .contains(phrase.head)
    else { return nil }
    if word(start) == "secretary-general", phrase.affiliation == nil {
      affiliation = .country(CountryCode("UN"))
    }
    if start > first { omitted.append(first..<start) }
    isInTitle = true
    titleEnd = start + 1
    return titleEnd
  }
}
