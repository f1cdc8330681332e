import Diplomacy
import Language

/// What a scholar studies, and where.
extension ComplementReader {
  /// "in Southeast Asian studies", "on the world economy": what somebody studies, as a rule before
  /// the place where they do it.
  mutating func subject(from start: Int, _ preposition: Int) -> Int? {
    guard ["in", "on", "of"].contains(word(preposition)) else { return nil }
    var end = start
    while end < min(start + 9, parser.limit), reading.nameOfToken[end] < 0,
      !reading.tokens[end].isMark || reading.form(end) == "-", !ClauseWords.isFinite(word(end)),
      !["at", "with", "from", "who", "for"].contains(word(end))
    {
      end += 1
    }
    guard end > start else { return nil }
    let isPlaced =
      ["at", "with", "from"].contains(word(end))
      && end + 1 < parser.limit
      && (reading.tokens[end + 1].isCapitalized || word(end + 1) == "the")
    let isStudy =
      word(preposition) == "in" && ComplementReader.studies.contains(word(end - 1))
      || word(preposition) == "on"
        && (end == parser.limit || [",", ".", ";", ")"].contains(word(end)))
    guard isPlaced || isStudy else { return nil }
    isInTitle = true
    titleEnd = end
    return end
  }

  static let studies: WordSet = [
    "studies", "relations", "politics", "law", "history", "affairs", "economics", "science",
  ]

  /// "at the Council on Foreign Relations": a run of capitalised words and what joins them.
  mutating func institute(from start: Int) -> Int? {
    var start = start
    // "at Seoul's Institute for Far Eastern Studies"
    if let place = reading.entity(startingAt: start), place.tokens.upperBound + 1 < parser.limit,
      reading.tokens[place.tokens.upperBound].isPossessive
    {
      start = place.tokens.upperBound + 1
      // "Beijing's elite Renmin University"
      while start < place.tokens.upperBound + 3, start + 1 < parser.limit,
        !reading.tokens[start].isCapitalized, !reading.tokens[start].isMark
      {
        start += 1
      }
    }
    guard word(start - 1) != "of" || reading.tokens[start].isCapitalized else { return nil }
    var end = start
    var position = start
    while position < min(start + 12, parser.limit) {
      let token = reading.tokens[position]
      if token.isCapitalized, !token.isMark {
        end = position + 1
      } else if token.isPossessive, position + 1 < parser.limit,
        reading.tokens[position + 1].isCapitalized
      {
        // "the Doha Institute's Arab Centre for Research"
        start = position + 1
      } else if !["of", "on", "for", "and", "the", "-", "–", "&"].contains(token.word)
        || position == start
      {
        break
      }
      position += 1
    }
    guard end > start else { return nil }
    affiliation = .organization(reading.document.text(of: start..<end))
    return end
  }
}
