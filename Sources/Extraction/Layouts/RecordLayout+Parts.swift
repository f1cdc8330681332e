import Diplomacy
import Language

// MARK: - Parts of a clause

extension RecordLayout {
  func parties(_ range: Range<Int>) -> [Actor] {
    let actors = text.actors(in: range)
    if !actors.isEmpty { return actors }
    let end = trimmed(range.upperBound, from: range.lowerBound)
    guard range.lowerBound < end, end - range.lowerBound <= 8 else { return [] }
    return [text.group(range.lowerBound..<end)]
  }

  /// Where the list of parties ends: at a verb or at what time, place and subject begin with.
  func partiesEnd(_ start: Int, _ clause: Range<Int>) -> Int {
    var index = start
    while index < clause.upperBound {
      let word = reading.word(index)
      if word == "(", let close = bracketed(index, clause.upperBound) {
        index = close + 1
        continue
      }
      if RecordWords.stops.contains(word), text.mention(at: index) == nil, !isInsideRole(index) {
        return index
      }
      if word == "in" || word == "on", index > start, reading.word(index + 1) != "of",
        text.role(at: index) == nil, !isInsideRole(index)
      {
        return index
      }
      index += 1
    }
    return index
  }

  /// Where the bracket closes that opens at `index`, when it holds only a country, a name or a
  /// date: "Payne (Australia)", "Australia (Payne)".
  private func bracketed(_ index: Int, _ limit: Int) -> Int? {
    guard
      let close = (index..<min(index + 6, limit)).first(where: { reading.word($0) == ")" }),
      close > index + 1,
      (index + 1..<close).allSatisfy({
        reading.entityOfToken[$0] >= 0 || reading.nameOfToken[$0] >= 0 || reading.isDate($0)
      })
    else { return nil }
    return close
  }

  func isInsideRole(_ index: Int) -> Bool {
    (max(0, index - 6)..<index).contains { text.role(at: $0)?.tokens.contains(index) ?? false }
  }

  /// The events of a list, each up to the next comma or "and" before another event.
  func events(_ start: Int, _ end: Int) -> [Range<Int>] {
    var cuts: [Int] = []
    for index in start..<max(start, end)
    where reading.word(index) == "and" || reading.word(index) == "," {
      cuts.append(index)
    }
    var events: [Range<Int>] = []
    var first = start
    for cut in cuts + [end] where first < cut {
      let piece = first..<cut
      if piece.contains(where: { isEvent($0) }) {
        events.append(piece)
        first = cut + 1
      } else if let last = events.last, hasEventList(last), !piece.isEmpty {
        events.append(piece)
        first = cut + 1
      } else if piece.isEmpty || ["and", ","].contains(reading.word(piece.lowerBound)) {
        first = cut + 1
      }
    }
    if events.contains(where: { $0.contains { RecordWords.ceremonies.contains(reading.word($0)) } })
    {
      return []
    }
    return merged(events)
  }

  /// "ministerial meetings of the Council, the Commission": a plural that goes on.
  func hasEventList(_ event: Range<Int>) -> Bool {
    event.contains { reading.word($0) == "meetings" } || event.contains { isBody($0) }
  }

  func isBody(_ index: Int) -> Bool {
    ["council", "commission", "committee"].contains(reading.word(index))
  }

  /// "Conference on the Problems of War and Peace" is one: the part after "and" must be an event.
  func merged(_ events: [Range<Int>]) -> [Range<Int>] {
    events.map { event in
      var low = event.lowerBound
      while low < event.upperBound, ["and", ",", "the", "a", "an"].contains(reading.word(low)) {
        low += 1
      }
      return low..<max(low + 1, trimmed(event.upperBound, from: low))
    }.filter { $0.upperBound <= reading.tokens.count }
  }

  func isEvent(_ index: Int) -> Bool { RecordWords.events.contains(reading.word(index)) }

  /// Those who attended an event with the traveller, and the body that held it.
  func participants(_ event: Range<Int>) -> [Actor] {
    let name = reading.document.text(of: event)
    let others = Actor(
      identity: .unnamed(role: "participants", of: .organization(name)), tokens: event)
    for index in event where reading.entityOfToken[index] >= 0 {
      let span = reading.entities[reading.entityOfToken[index]]
      guard case .organization(_, let code?) = span.entity, Countries[code]?.kind == .body else {
        continue
      }
      return [others, Actor(identity: .country(code), tokens: span.tokens)]
    }
    return [others]
  }

  func isOwnSide(_ actor: Actor) -> Bool {
    guard let person = actor.person, let record = reading.setting.record else { return false }
    let own = reading.people[record.traveller].roles.compactMap(\.of)
    let theirs = reading.people[person].roles.compactMap(\.of)
    return theirs.isEmpty ? person == record.traveller : !Set(own).isDisjoint(with: theirs)
  }

  func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start + 1, [",", ".", "and", ";", ")"].contains(reading.word(end - 1)) { end -= 1 }
    return end
  }
}
