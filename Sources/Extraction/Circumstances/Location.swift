import Diplomacy
import Language

/// A phrase that tells where something took place: "in Geneva", "at the White House", "there".
struct Location {
  /// The words of the place itself.
  var tokens: Range<Int>
  var place: PlaceName
  var kind: Kind
  /// Told as where somebody goes: "flew to Dubai", "left for Beirut".
  var isDestination = false
  /// A part of a bigger city that the tables also know: "Manhattan".
  var isDistrict: Bool {
    guard kind == .city, let found = Places.lookup(place.name).first else { return false }
    return found.kind != .capital && found.thousands == 0
  }

  enum Kind: Hashable {
    case city
    /// A named building, with its city where the tables know it.
    case building(city: String?)
    /// A province or stretch of land, which gives way to any city.
    case region
  }
}

/// Finds the locations of the text in one pass.
struct LocationFinder {
  let reading: Reading

  /// All locations in text order.
  func locations() -> [Location] {
    var found: [Location] = []
    for sentence in reading.document.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if let location = location(at: index, sentence.tokens, last: found.last) {
          found.append(location)
          index = location.tokens.upperBound
        } else {
          index += 1
        }
      }
    }
    return found
  }

  private func location(at index: Int, _ sentence: Range<Int>, last: Location?) -> Location? {
    let token = reading.tokens[index]
    guard token.isCapitalized else { return anaphoric(at: index, sentence, last) }
    if let entity = reading.entity(startingAt: index), var location = located(entity, sentence) {
      location.isDestination = isDestination(index, sentence)
      return location
    }
    return unknown(at: index, sentence)
  }

  // MARK: - Places of the tables

  private func located(_ span: EntitySpan, _ sentence: Range<Int>) -> Location? {
    guard let place = PlaceReader.place(of: span, reading) else { return nil }
    if case .government(let name, _, let city) = span.entity {
      guard isWithin(span, PlaceWords.atBuildings) else { return nil }
      return Location(
        tokens: span.tokens, place: PlaceName(name, in: place.country),
        kind: .building(city: city))
    }
    let isBuilding = PlaceWords.buildings.contains(
      reading.word(span.tokens.upperBound - 1))
    if let longer = buildingEnd(from: span.tokens.upperBound, sentence),
      PlaceWords.atBuildings.contains(preposition(before: span.tokens.lowerBound))
    {
      let tokens = span.tokens.lowerBound..<longer
      return Location(
        tokens: tokens, place: PlaceName(reading.document.text(of: tokens), in: place.country),
        kind: .building(city: isBuilding ? nil : place.name))
    }
    guard isWithin(span, PlaceWords.prepositions) || modifiesNoun(span) else { return nil }
    let kind: Location.Kind =
      isBuilding ? .building(city: nil) : isRegion(span) ? .region : .city
    return Location(tokens: span.tokens, place: place, kind: kind)
  }

  private func isRegion(_ span: EntitySpan) -> Bool {
    guard case .place(let name, _) = span.entity else { return false }
    return Places.lookup(name).first?.kind == .region
  }

  private func isWithin(_ span: EntitySpan, _ prepositions: Set<String>) -> Bool {
    let start = phraseStart(before: span.tokens.lowerBound)
    let before = reading.word(start)
    if before == "of" { return PlaceWords.classes.contains(reading.word(start - 1)) }
    if before == "for" {
      return PlaceWords.leaving.contains(reading.word(start - 1))
        || PlaceWords.leaving.contains(reading.word(start - 2))
        || PlaceWords.leaving.contains(reading.word(start - 3))
    }
    guard prepositions.contains(before) else { return false }
    return !PlaceWords.elsewhere.contains(reading.word(start - 1))
  }

  /// The preposition before a place, past articles, adjectives and the country's possessive.
  private func preposition(before index: Int) -> String {
    reading.word(phraseStart(before: index))
  }

  private func phraseStart(before index: Int) -> Int {
    var before = index - 1
    if before > 0, reading.tokens[before].isPossessive, reading.entityOfToken[before - 1] >= 0 {
      before = reading.entities[reading.entityOfToken[before - 1]].tokens.lowerBound - 1
    }
    while PlaceWords.adjectives.contains(reading.word(before))
      || (before > 0 && reading.tokens[before].shape.contains(.number)
        && reading.word(before).utf8.count <= 2)
    {
      before -= 1
    }
    return before
  }

  /// "a Geneva hotel", "their San Francisco meeting", "the Helsinki summit".
  private func modifiesNoun(_ span: EntitySpan) -> Bool {
    let next = reading.word(span.tokens.upperBound)
    if PlaceWords.lodgings.contains(next) { return true }
    // "the Helsinki summit", "the Munich security conference"
    let second =
      reading.tokens.indices.contains(span.tokens.upperBound)
        && !reading.tokens[span.tokens.upperBound].isMark
      ? reading.word(span.tokens.upperBound + 1) : ""
    guard
      PlaceWords.occasions.contains(next)
        || (second == "conference" || second == "forum") && next != "'s"
    else { return false }
    switch span.entity {
    case .place, .capital: return true
    default: return false
    }
  }

  private func isDestination(_ index: Int, _ sentence: Range<Int>) -> Bool {
    let start = phraseStart(before: index)
    let before = reading.word(start)
    if before == "for" { return true }
    guard before == "to" || before == "into" else { return false }
    return (max(sentence.lowerBound, start - 3)..<max(sentence.lowerBound, start)).contains {
      PlaceWords.motions.contains(reading.word($0))
    }
  }
}

// MARK: - Places that stand in no table

extension LocationFinder {
  /// "in Ain el-Tineh", "at Dolmabahce Palace", "at Ataturk Airport".
  private func unknown(at index: Int, _ sentence: Range<Int>) -> Location? {
    let before = preposition(before: index)
    guard PlaceWords.atBuildings.contains(before) || before == "near" || before == "aboard" else {
      return nil
    }
    if let end = buildingEnd(from: index, sentence) {
      let tokens = index..<end
      return Location(
        tokens: tokens, place: PlaceName(reading.document.text(of: tokens)),
        kind: .building(city: nil))
    }
    guard ["in", "near", "aboard"].contains(before),
      !PlaceWords.elsewhere.contains(reading.word(phraseStart(before: index) - 1))
    else { return nil }
    var end = index
    while end < sentence.upperBound, isPlaceLike(end) { end += 1 }
    guard end > index, before == "aboard" || reading.word(index - 1) != "the",
      !reading.tokens[min(end, sentence.upperBound - 1)].isPossessive
    else {
      return nil
    }
    let tokens = index..<end
    var country: CountryCode?
    if reading.word(end) == ",", let entity = reading.entity(startingAt: end + 1) {
      switch entity.entity {
      case .country(let code): country = code
      case .place(_, let code): country = code
      default: break
      }
    }
    // A lone capitalised word is a place only where a country or comma follows or an end.
    let next = end < sentence.upperBound ? reading.tokens[end] : nil
    guard country != nil || next == nil || next?.isMark == true || next?.isCapitalized == false
    else { return nil }
    return Location(
      tokens: tokens, place: PlaceName(reading.document.text(of: tokens), in: country),
      kind: .city)
  }

  private func isPlaceLike(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    guard reading.entityOfToken[index] < 0, reading.nameOfToken[index] < 0, !token.isMark,
      !token.shape.contains(.number), !PlaceWords.noPlaces.contains(token.lower),
      DateWords.months[token.lower] == nil, DateWords.weekdays[token.lower] == nil
    else { return false }
    if token.isCapitalized { return !(token.shape.contains(.allCapitals) && token.text.count < 5) }
    return token.lower.hasPrefix("el-") || token.lower.hasPrefix("al-")
  }

  /// The end of a run of capitalised words that ends in "Palace", "Hotel", "Airport" or the like.
  private func buildingEnd(from start: Int, _ sentence: Range<Int>) -> Int? {
    var index = start
    var end: Int?
    while index < sentence.upperBound, index < start + 6, reading.tokens[index].isCapitalized {
      if PlaceWords.buildings.contains(reading.word(index)) { end = index + 1 }
      index += 1
    }
    guard let end, end > start + 1 || reading.entityOfToken[max(0, start - 1)] >= 0 else {
      return nil
    }
    return end
  }

  // MARK: - Places told before

  /// "here" is where the article was written, "there" the place told last, "the Swiss capital" a
  /// country's.
  private func anaphoric(
    at index: Int, _ sentence: Range<Int>, _ last: Location?
  ) -> Location? {
    switch reading.word(index) {
    case "here":
      guard let dateline = reading.setting.datelinePlace, !isSpoken(index, sentence) else {
        return nil
      }
      return Location(tokens: index..<index + 1, place: dateline.value, kind: .city)
    case "there":
      guard let last,
        !["is", "are", "was", "were", "has", "will", "had", "would", "have"]
          .contains(reading.word(index + 1)), last.kind != .region
      else { return nil }
      return Location(tokens: index..<index + 1, place: last.place, kind: last.kind)
    case "same":
      guard let last, reading.word(index - 1) == "the",
        ["city", "town", "place", "venue", "building", "hotel", "palace"].contains(
          reading.word(index + 1))
      else { return nil }
      return Location(tokens: index..<index + 2, place: last.place, kind: last.kind)
    case "capital":
      guard index > sentence.lowerBound, reading.entityOfToken[index - 1] >= 0 else { return nil }
      let entity = reading.entities[reading.entityOfToken[index - 1]]
      var before = entity.tokens.lowerBound - 1
      if reading.word(before) == "the" { before -= 1 }
      guard case .adjective(let code) = entity.entity,
        PlaceWords.prepositions.contains(reading.word(before)),
        reading.entity(startingAt: index + 1) == nil,
        let capital = Countries[code]?.capital
      else { return nil }
      return Location(
        tokens: index - 1..<index + 1, place: PlaceName(capital, in: code), kind: .city)
    default: return nil
    }
  }

  private func isSpoken(_ index: Int, _ sentence: Range<Int>) -> Bool {
    var marks = 0
    for position in sentence.lowerBound..<index where ["\"", "“"].contains(reading.word(position)) {
      marks += 1
    }
    return marks % 2 == 1
  }
}
