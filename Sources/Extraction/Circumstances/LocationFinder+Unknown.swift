import Diplomacy
import Language

// MARK: - Places that stand in no table

extension LocationFinder {
  /// "in Ain el-Tineh", "at Dolmabahce Palace", "at Ataturk Airport".
  func unknown(at index: Int, _ sentence: Range<Int>) -> Location? {
    let before = preposition(before: index)
    if before == "of" { return classed(at: index, sentence) }
    guard PlaceWords.atBuildings.contains(before) || before == "near" || before == "aboard" else {
      return nil
    }
    if let end = buildingEnd(from: index, sentence) {
      let tokens = index..<end
      return Location(
        tokens: tokens, place: PlaceName(reading.document.text(of: tokens)),
        kind: .building(city: nil))
    }
    // "the Ladies in White", "Doctors Without Borders in Action": inside a name.
    let noun = phraseStart(before: index) - 1
    if before == "in", noun >= sentence.lowerBound, noun == index - 2,
      reading.tokens[noun].isCapitalized, reading.entityOfToken[noun] < 0,
      reading.nameOfToken[noun] < 0, reading.tokens[noun].text.hasSuffix("s")
    {
      return nil
    }
    if before == "at" { return house(at: index, sentence) }
    guard ["in", "near", "aboard"].contains(before),
      !belongsElsewhere(phraseStart(before: index))
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

  /// "at the Gono Bhaban", "at Pipitea Marae": a house by a name that tells nothing else.
  private func house(at index: Int, _ sentence: Range<Int>) -> Location? {
    var end = index
    while end < min(index + 4, sentence.upperBound), isPlaceLike(end),
      !isOrdinaryName(end)
    {
      end += 1
    }
    guard end > index, end == sentence.upperBound || !reading.tokens[end].isCapitalized,
      end == sentence.upperBound || !reading.tokens[end].isPossessive,
      reading.tokens[index].isCapitalized
    else { return nil }
    let tokens = index..<end
    return Location(
      tokens: tokens, place: PlaceName(reading.document.text(of: tokens)),
      kind: .building(city: nil))
  }

  /// A word of bodies and occasions: "at the Cabinet", "at the Forum".
  private func isOrdinaryName(_ index: Int) -> Bool {
    let word = reading.word(index)
    return !RoleLexicon.shared[reading.lower(index)].isEmpty
      || ContactWords.shared.nouns[word] != nil
      || PlaceWords.occasions.contains(word)
      || reading.wordTraits[index].contains(.thing) || reading.wordTraits[index].contains(.common)
  }

  /// "in the Finnish town of Naantali": a place said to be one.
  private func classed(at index: Int, _ sentence: Range<Int>) -> Location? {
    let noun = phraseStart(before: index) - 1
    guard noun > sentence.lowerBound, noun == index - 2,
      PlaceWords.bareClasses.contains(reading.word(noun))
    else { return nil }
    var country: CountryCode?
    var start = noun - 1
    while start > sentence.lowerBound, noun - start < 6 {
      if reading.entityOfToken[start] >= 0 {
        let span = reading.entities[reading.entityOfToken[start]]
        country = country ?? span.entity.code
        start = span.tokens.lowerBound - 1
      } else if PlaceWords.prepositions.contains(reading.word(start)) {
        break
      } else {
        guard !reading.tokens[start].isMark else { return nil }
        start -= 1
      }
    }
    guard PlaceWords.prepositions.contains(reading.word(start)), !belongsElsewhere(start) else {
      return nil
    }
    var end = index
    while end < sentence.upperBound, isPlaceLike(end) { end += 1 }
    guard end > index else { return nil }
    let tokens = index..<end
    return Location(
      tokens: tokens, place: PlaceName(reading.document.text(of: tokens), in: country), kind: .city)
  }

  private func isPlaceLike(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    guard reading.entityOfToken[index] < 0, reading.nameOfToken[index] < 0, !token.isMark,
      !token.shape.contains(.number), !PlaceWords.noPlaces.contains(token.word),
      DateWords.months[token.word] == nil, DateWords.weekdays[token.word] == nil
    else { return false }
    // "US-China talks", "Warsaw-was" spoilt
    if token.text.contains("-"),
      token.text.split(separator: "-").contains(where: {
        Countries.lookup(String($0)) != nil || Places.lookup(String($0)).first?.kind == .capital
      })
    {
      return false
    }
    if token.isCapitalized { return !(token.shape.contains(.allCapitals) && token.text.count < 5) }
    return token.lower.hasPrefix("el-") || token.lower.hasPrefix("al-")
  }

  /// The end of a run of capitalised words that ends in "Palace", "Hotel", "Airport" or the like.
  func buildingEnd(from start: Int, _ sentence: Range<Int>) -> Int? {
    if let end = buildingNamedBehind(start, sentence) { return end }
    var index = start
    var end: Int?
    while index < sentence.upperBound, index < start + 6, reading.tokens[index].isCapitalized {
      if PlaceWords.buildings.contains(reading.word(index)) { end = index + 1 }
      index += 1
    }
    // "at the Beau Rivage hotel", "at Qasr Al Watan palace": only the name has capitals.
    if end == nil, index > start, index < sentence.upperBound,
      PlaceWords.namedBuildings.contains(reading.word(index)),
      !(start..<index).contains(where: { reading.entityOfToken[$0] >= 0 })
    {
      end = index + 1
    }
    // "Silk Road Forum" is no road.
    if let last = end, last < index, ["road", "street"].contains(reading.word(last - 1)) {
      return nil
    }
    guard let end, end > start + 1 || reading.entityOfToken[max(0, start - 1)] >= 0 else {
      return nil
    }
    return end
  }

  /// "Chateau de Benouville", "Camp Bondsteel": the end of a name whose first word tells what it is.
  private func buildingNamedBehind(_ start: Int, _ sentence: Range<Int>) -> Int? {
    guard PlaceWords.buildingLeads.contains(reading.word(start)),
      reading.tokens[start].isCapitalized
    else { return nil }
    var index = start + 1
    while index < sentence.upperBound, index < start + 5 {
      let token = reading.tokens[index]
      let isParticle =
        ["de", "du", "la", "le", "des", "del", "della", "d'", "of"].contains(token.word)
        && index + 1 < sentence.upperBound && reading.tokens[index + 1].isCapitalized
      guard token.isCapitalized && !token.isMark || isParticle else { break }
      index += 1
    }
    return index > start + 1 ? index : nil
  }
}
