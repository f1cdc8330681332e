import Diplomacy
import Language

// MARK: - Places of the paragraph

extension SceneReader {
  /// The city told last in the paragraph, unless it was told of another day.
  func placeInParagraph(
    before token: Int, _ contact: ContactDraft, on date: PartialDate?
  ) -> Attested<PlaceName>? {
    let status = contact.status
    let start = startOfScene(before: token, contact.block, sentences: 8)
    guard start < token else { return nil }
    for index in places.indices(in: start..<token).suffix(SceneReader.reach).reversed() {
      let location = places.locations[index]
      guard location.kind == .city,
        owners.hasPlace(location.tokens.lowerBound) || location.isScene(reading),
        isOn(date, location),
        !owners.isOfOthers(place: location.tokens.lowerBound, status)
      else { continue }
      // What lies ahead is there if it is soon, or if a journey there is told with its day.
      guard
        status != .planned || isNear(date) || date != nil && leads(to: location)
          || isToldNear(location, to: date)
      else {
        return nil
      }
      return Attested(location.place, reading.evidence(location.tokens))
    }
    return nil
  }

  /// The capital `name` where a sentence says that something was there.
  func city(_ name: String, toldIn sentence: Range<Int>) -> Attested<PlaceName>? {
    for index in sentence.prefix(200) {
      guard let span = reading.entity(startingAt: index), case .capital = span.entity,
        let place = PlaceReader.place(of: span, reading), place.name == name, isLocative(index)
      else { continue }
      return Attested(place, reading.evidence(span.tokens))
    }
    return nil
  }

  /// "in Washington", "arrived from Washington", but not "Washington wants".
  private func isLocative(_ index: Int) -> Bool {
    SceneReader.locatives.contains(reading.word(index - 1))
      || reading.setting.datelineTokens?.contains(index) == true
  }

  private static let locatives: WordSet = [
    "in", "to", "at", "from", "near", "outside", "visited", "visiting", "visit", "reached", "left",
    "for", "into", "via",
  ]

  /// "After Japan, he will go to South Korea to meet the acting president", of a report from Tokyo: the
  /// sentence names the country of one of them, and nobody is of the place's.
  func isAway(_ contact: ContactDraft, from place: PlaceName) -> Bool {
    guard let here = place.country else { return false }
    var sides: Set<CountryCode> = []
    for actor in contact.actors {
      switch actor.identity {
      case .person(let person):
        if let code = reading.people[person].country?.value { sides.insert(code) }
      case .country(let code), .unnamed(_, .country(let code)?): sides.insert(code)
      case .unnamed, .group: continue
      }
    }
    guard sides.count > 1, !sides.contains(here) else { return false }
    return contact.sentence.contains { index in
      guard let span = reading.entity(startingAt: index), case .country(let code) = span.entity,
        sides.contains(code), !isInTitle(index)
      else { return false }
      return ["to", "in", "for", "visit", "visits", "visiting", "tour"].contains(
        reading.word(index - 1))
    }
  }

  /// "the envoy for Syria": a country as a part of somebody's title.
  private func isInTitle(_ index: Int) -> Bool {
    let low = (0..<reading.roles.count).partitioningIndex {
      reading.roles[$0].tokens.upperBound > index
    }
    return low < reading.roles.count && reading.roles[low].tokens.contains(index)
  }

  /// Whether the sentence of `location` tells no other day than `date`.
  private func isOn(_ date: PartialDate?, _ location: Location) -> Bool {
    guard let date, let sentence = reading.sentence(of: location.tokens.lowerBound) else {
      return true
    }
    if date.precision != .day {
      // "met Gorkov in December": long before the story, whose places are its own.
      return isNear(date)
        || reading.dateIndices(in: sentence.tokens).contains {
          meanings[$0]?.isCompatible(with: date) == true
        }
    }
    let told = reading.dateIndices(in: sentence.tokens).compactMap { meanings[$0] }
      .filter { $0.precision == .day || $0.precision == .span }
    if told.isEmpty || told.contains(where: { $0.isCompatible(with: date) }) { return true }
    guard leads(to: location), let day = date.firstDay else { return false }
    return told.contains { start in
      start.firstDay.map { (0...6).contains(day.dayNumber - $0.dayNumber) } ?? false
    }
  }

  /// "will be in Kyiv on 24 and 25 March": where somebody is on that day, or a day from it.
  private func isToldNear(_ location: Location, to date: PartialDate?) -> Bool {
    guard let date, date.precision == .day || date.precision == .span,
      let sentence = reading.sentence(of: location.tokens.lowerBound)
    else { return false }
    return reading.dateIndices(in: sentence.tokens).contains {
      meanings[$0].map { $0.precision != .year && $0.isCompatible(with: date, slack: 1) } ?? false
    }
  }

  /// "arrives in Hanoi on Monday": where somebody is in the days that follow.
  private func leads(to location: Location) -> Bool {
    let start = location.tokens.lowerBound
    return location.isDestination
      || (max(0, start - 4)..<start).contains { PlaceWords.journeys.contains(reading.word($0)) }
  }

  /// "leaves for South Korea, where she is to meet …": a country that is not the story's.
  func goesElsewhere(_ contact: ContactDraft) -> Bool {
    let low = max(contact.sentence.lowerBound, contact.trigger - 16)
    for index in low..<max(low, contact.trigger) {
      guard let span = reading.entity(startingAt: index), case .country(let code) = span.entity,
        code != story.place?.value.country, !isInTitle(index)
      else { continue }
      let before = reading.word(index - 1) == "the" ? index - 2 : index - 1
      if ["to", "in", "for", "visited", "visit", "toured", "reached"].contains(
        reading.word(before)),
        !PlaceWords.elsewhere.contains(reading.word(before - 1))
      {
        return true
      }
    }
    return false
  }
}
