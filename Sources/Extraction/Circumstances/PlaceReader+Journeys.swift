import Diplomacy
import Language

// MARK: - Places that journeys tell

extension PlaceReader {
  /// "Oslo summoned the Russian ambassador": who is summoned comes to the capital that does it.
  func summoner(of contact: ContactDraft) -> Location? {
    guard ["summoned", "summons"].contains(reading.word(contact.trigger)), contact.trigger > 0,
      reading.entityOfToken[contact.trigger - 1] >= 0
    else { return nil }
    let span = reading.entities[reading.entityOfToken[contact.trigger - 1]]
    guard case .capital = span.entity, let place = PlaceReader.place(of: span, reading) else {
      return nil
    }
    return Location(tokens: span.tokens, place: place, kind: .city)
  }

  /// "To Lam, who began a three-day visit to Jakarta on Sunday, met": where a visit told inside the
  /// sentence led.
  func visited(by contact: ContactDraft) -> Location? {
    let region = regions.region(contact.trigger)
    let before = indices(
      in: contact.window.lowerBound..<max(contact.window.lowerBound, contact.trigger))
    return before.last { index in
      let location = locations[index]
      let start = location.tokens.lowerBound
      guard location.kind == .city, regions.parent(regions.region(start)) == region else {
        return false
      }
      let words = max(contact.window.lowerBound, start - 5)..<start
      return words.contains { PlaceWords.arrivals.contains(reading.word($0)) }
        && !words.contains {
          // "After arriving in Doha, he met": there and then.
          PlaceWords.otherwise.contains(reading.word($0))
            && !(reading.word($0) == "after" && isArrival(behind: $0))
        }
    }.map { locations[$0] }
  }

  private func isArrival(behind after: Int) -> Bool {
    (after + 1...after + 2).contains { PlaceWords.arrivals.contains(reading.word($0)) }
  }

  /// "flew in from Tokyo after talks with Keizo Obuchi": where the journey came from.
  func origin(of contact: ContactDraft) -> Location? {
    let before = contact.window.lowerBound..<contact.trigger
    guard
      let after = before.last(where: { ["after", "following"].contains(reading.word($0)) }),
      contact.trigger - after < 10,
      let from = (before.lowerBound..<after).last(where: { reading.word($0) == "from" }),
      after - from < 8, let span = reading.entity(startingAt: from + 1),
      let place = PlaceReader.place(of: span, reading)
    else { return nil }
    return Location(tokens: span.tokens, place: place, kind: .city)
  }

  /// "in Hanoi in February and in Singapore in June", "on 3 March in Hanoi and on 6 June in Singapore": which place
  /// the day of a further time has; negative for none, nil where the words leave it open.
  func rankOfRepeat(_ location: Location, _ contact: ContactDraft) -> Int? {
    let start = location.tokens.lowerBound
    if contacts.hasOther(than: contact, between: start, and: contact.trigger) { return -1 }
    var end = contact.trigger + 1
    while end < contact.sentence.upperBound, reading.isDate(end) { end += 1 }
    let isBehind = reading.isDate(contact.trigger) && ["in", "at"].contains(reading.word(end))
    guard contact.trigger - location.tokens.upperBound < 4 else { return isBehind ? -1 : nil }
    return isBehind ? -1 : 1
  }
}
