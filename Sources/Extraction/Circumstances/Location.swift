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
  /// Told after "to".
  var isAim = false
  /// The word that makes it the place of what is spoken of: "discussed the ceasefire talks in Doha".
  var topic: Int?
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
        if let location = location(at: index, sentence.tokens, after: found) {
          found.append(location)
          found[found.count - 1].topic = topic(of: location, sentence.tokens)
          index = location.tokens.upperBound
        } else {
          index += 1
        }
      }
    }
    return found
  }

  private func location(
    at index: Int, _ sentence: Range<Int>, after found: [Location]
  ) -> Location? {
    guard reading.tokens[index].isCapitalized, reading.word(index) != "there" else {
      guard LocationFinder.isPointer(reading.word(index)) else { return nil }
      return anaphoric(at: index, sentence, after: found)
    }
    if let entity = reading.entity(startingAt: index),
      let city = city(entity, behind: found.last)
    {
      return city
    }
    if let entity = reading.entity(startingAt: index), var location = located(entity, sentence) {
      let isStay = isStay(phraseStart(before: index))
      location.isDestination = !isStay && isDestination(index, sentence)
      location.isAim = !isStay && ["to", "into"].contains(preposition(before: index))
      return location
    }
    return unknown(at: index, sentence)
  }

  // MARK: - Places of the tables

  /// "at State House, Nairobi": the city behind the building.
  private func city(_ span: EntitySpan, behind last: Location?) -> Location? {
    guard let last, case .building = last.kind,
      last.tokens.upperBound == span.tokens.lowerBound - 1,
      reading.word(last.tokens.upperBound) == ",",
      let place = PlaceReader.place(of: span, reading)
    else { return nil }
    switch span.entity {
    case .place, .capital: break
    default: return nil
    }
    guard !isRegion(span), !reading.tokens[span.tokens.upperBound - 1].isPossessive else {
      return nil
    }
    return Location(tokens: span.tokens, place: place, kind: .city)
  }

  private func located(_ span: EntitySpan, _ sentence: Range<Int>) -> Location? {
    guard let place = PlaceReader.place(of: span, reading) else { return nil }
    if case .government(let name, _, let city) = span.entity {
      guard isWithin(span, PlaceWords.atBuildings) else { return nil }
      return Location(
        tokens: span.tokens, place: PlaceName(name, in: place.country),
        kind: .building(city: city))
    }
    if let hotel = hotel(span, place) { return hotel }
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
    guard
      isWithin(span, PlaceWords.prepositions) || modifiesNoun(span)
        || isBeforeWhere(span.tokens.upperBound)
    else { return nil }
    let kind: Location.Kind =
      isBuilding ? .building(city: nil) : isRegion(span) ? .region : .city
    return Location(tokens: span.tokens, place: place, kind: kind)
  }

  /// "at the Shangri-La hotel": a house of that name, while "at a Geneva hotel" is in the city.
  private func hotel(_ span: EntitySpan, _ place: PlaceName) -> Location? {
    let end = span.tokens.upperBound
    guard reading.word(span.tokens.lowerBound - 1) == "the",
      PlaceWords.lodgings.contains(reading.word(end)),
      PlaceWords.atBuildings.contains(preposition(before: span.tokens.lowerBound)),
      case .place = span.entity
    else { return nil }
    let tokens = span.tokens.lowerBound..<end + 1
    return Location(
      tokens: tokens, place: PlaceName(reading.document.text(of: tokens)),
      kind: .building(city: nil))
  }

  private func isRegion(_ span: EntitySpan) -> Bool {
    guard case .place(let name, _) = span.entity else { return false }
    return Places.lookup(name).first?.kind == .region
  }

  /// "from Amman, where", "left Beijing, where": a city is told by what stands behind it.
  private func isBeforeWhere(_ end: Int) -> Bool {
    var index = end
    while index < min(end + 5, reading.tokens.count),
      reading.word(index) == "," || reading.entityOfToken[index] >= 0
    {
      index += 1
    }
    return index > end && reading.word(index) == "where"
  }

  private func isWithin(_ span: EntitySpan, _ prepositions: WordSet) -> Bool {
    let start = phraseStart(before: span.tokens.lowerBound)
    let before = reading.word(start)
    if before == "of" { return PlaceWords.classes.contains(reading.word(start - 1)) }
    if before == "for" {
      return PlaceWords.leaving.contains(reading.word(start - 1))
        || PlaceWords.leaving.contains(reading.word(start - 2))
        || PlaceWords.leaving.contains(reading.word(start - 3))
    }
    guard prepositions.contains(before) else { return false }
    return !belongsElsewhere(start)
  }

  /// "the government in Kyiv", "troops in Sarajevo"; but "as heads of government in Colombo".
  func belongsElsewhere(_ preposition: Int) -> Bool {
    PlaceWords.elsewhere.contains(reading.word(preposition - 1))
      && reading.word(preposition - 2) != "of" && !isHouse(preposition - 1)
  }

  /// The preposition before a place, past articles, adjectives and the country's possessive.
  func preposition(before index: Int) -> Word {
    reading.word(phraseStart(before: index))
  }

  func phraseStart(before index: Int) -> Int {
    var before = index - 1
    if before > 0, reading.tokens[before].isPossessive, reading.entityOfToken[before - 1] >= 0 {
      before = reading.entities[reading.entityOfToken[before - 1]].tokens.lowerBound - 1
    }
    // "in the capital, Naypyitaw"
    if reading.word(before) == ",", PlaceWords.bareClasses.contains(reading.word(before - 1)) {
      before -= 1
    }
    if PlaceWords.bareClasses.contains(reading.word(before)) {
      before -= 1
      // "in Saudi Arabia's capital, Riyadh"
      if before > 0, reading.tokens[before].isPossessive { before -= 1 }
      if before > 0, reading.entityOfToken[before] >= 0 {
        before = reading.entities[reading.entityOfToken[before]].tokens.lowerBound - 1
      }
    }
    while PlaceWords.adjectives.contains(reading.word(before))
      || (before > 0 && reading.tokens[before].shape.contains(.number)
        && reading.lower(before).utf8.count <= 2)
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

  /// "met Lavrov during his visit to Kabul", "on a trip to Kabul": what happens while somebody is there.
  private func isStay(_ preposition: Int) -> Bool {
    guard reading.word(preposition) == "to",
      ["visit", "trip", "tour"].contains(reading.word(preposition - 1))
    else { return false }
    return (preposition - 5..<preposition - 1).contains {
      reading.word($0) == "during"
        || reading.word($0) == "on"
          && ["a", "his", "her", "their", "an"].contains(reading.word($0 + 1))
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
