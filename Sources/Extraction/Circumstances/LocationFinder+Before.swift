import Diplomacy
import Language

// MARK: - Places told before

extension LocationFinder {
  /// "here" is where the article was written, "there" the place told last, "the Swiss capital" a
  /// country's.
  func anaphoric(
    at index: Int, _ sentence: Range<Int>, after found: [Location]
  ) -> Location? {
    let last = found.last
    switch reading.word(index) {
    case "here":
      guard let dateline = reading.setting.datelinePlace, !isSpoken(index, sentence) else {
        return nil
      }
      return Location(tokens: index..<index + 1, place: dateline.value, kind: .city)
    case "there":
      // "there was no meeting" tells no place.
      guard !LocationFinder.existentials.contains(reading.word(index + 1)) else { return nil }
      // "flew to Austin, Texas, on Sunday and met the governor there"
      if let city = found.last(where: { $0.kind == .city }),
        city.tokens.lowerBound >= sentence.lowerBound
      {
        return Location(tokens: index..<index + 1, place: city.place, kind: .city)
      }
      if let city = cityTold(before: sentence.lowerBound) {
        return Location(tokens: index..<index + 1, place: city, kind: .city)
      }
      guard let last, last.kind != .region else { return nil }
      return Location(tokens: index..<index + 1, place: last.place, kind: last.kind)
    case "same":
      guard let last, reading.word(index - 1) == "the",
        ["city", "town", "place", "venue", "building", "hotel", "palace"].contains(
          reading.word(index + 1))
      else { return nil }
      return Location(tokens: index..<index + 2, place: last.place, kind: last.kind)
    case "capital":
      // "in Oman's capital"
      let isOwned = index > sentence.lowerBound && reading.tokens[index - 1].isPossessive
      let owner = isOwned ? index - 2 : index - 1
      guard owner >= sentence.lowerBound, reading.entityOfToken[owner] >= 0 else { return nil }
      let entity = reading.entities[reading.entityOfToken[owner]]
      var before = entity.tokens.lowerBound - 1
      if reading.word(before) == "the" { before -= 1 }
      guard let code = country(of: entity.entity, isOwned),
        PlaceWords.prepositions.contains(reading.word(before)),
        reading.entity(startingAt: index + 1) == nil,
        let capital = Countries[code]?.capital
      else { return nil }
      return Location(
        tokens: entity.tokens.lowerBound..<index + 1, place: PlaceName(capital, in: code),
        kind: .city)
    default: return nil
    }
  }

  /// The country of "Omani" before "capital", of "Oman" before "'s capital".
  private func country(of entity: Entity, _ isOwned: Bool) -> CountryCode? {
    switch entity {
    case .adjective(let code) where !isOwned: code
    case .country(let code) where isOwned: code
    default: nil
    }
  }

  /// Whether a word can stand for a place told elsewhere.
  static func isPointer(_ word: Word) -> Bool {
    word == "here" || word == "there" || word == "same" || word == "capital"
  }

  private static let existentials: WordSet = [
    "is", "are", "was", "were", "has", "will", "had", "would", "have", "'s", "’s", "can", "could",
    "may", "must", "should", "seems", "appears",
  ]

  /// "Her next stop will be Cairo. She will be received there …": the city told last in the sentence
  /// right before, however it is told.
  private func cityTold(before start: Int) -> PlaceName? {
    guard start > 0, let sentence = reading.sentence(of: start - 1),
      reading.blockIndex(of: start) - reading.blockIndex(of: start - 1) <= 1
    else { return nil }
    for index in sentence.tokens.suffix(32).reversed() {
      guard let span = reading.entity(startingAt: index) else { continue }
      switch span.entity {
      case .capital, .place: break
      // "flew from Istanbul to Kuwait"
      case .country(let code) where ["to", "into"].contains(reading.word(index - 1)):
        return PlaceName(reading.document.text(of: span.tokens), in: code)
      default: continue
      }
      if belongsElsewhere(phraseStart(before: index)) { continue }
      // "Beijing said": the government.
      let next = reading.word(span.tokens.upperBound)
      if SpeechWords.verbs.contains(next) || next == "'s" || next == "’s" { continue }
      return PlaceReader.place(of: span, reading)
    }
    return nil
  }

  private func isSpoken(_ index: Int, _ sentence: Range<Int>) -> Bool {
    var marks = 0
    for position in sentence.lowerBound..<index where ["\"", "“"].contains(reading.word(position)) {
      marks += 1
    }
    return marks % 2 == 1
  }

  /// "at the Chinese consulate in Sydney": where somebody was, while "told the embassy in Moscow" is where it stands.
  func isHouse(_ noun: Int) -> Bool {
    guard ["embassy", "consulate", "mission"].contains(reading.word(noun)) else { return false }
    var index = noun - 1
    while index > 0, noun - index < 5,
      reading.entityOfToken[index] >= 0 || reading.tokens[index].isPossessive
        || ["the", "his", "her", "their", "country"].contains(reading.word(index))
    {
      index -= 1
    }
    return ["at", "in", "inside", "inaugurated", "opened"].contains(reading.word(index))
  }
}
