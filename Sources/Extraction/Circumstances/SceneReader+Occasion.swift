import Diplomacy
import Language

// MARK: - Occasions told before

extension SceneReader {
  /// "had met on that occasion", "On that trip he saw": the date told last, of whatever precision.
  ///
  /// It is the telling's own, which keeps it apart from what the story is about.
  func dateOfOccasion(_ contact: ContactDraft) -> Attested<PartialDate>? {
    let points = contact.sentence.contains { index in
      reading.word(index) == "that" && ["on", "during", "at"].contains(reading.word(index - 1))
        && SceneReader.occasions.contains(reading.word(index + 1))
    }
    let start = reading.firstToken(ofBlock: contact.block)
    guard contact.status == .held, points, start < contact.sentence.lowerBound else { return nil }
    let before = reading.dateIndices(in: start..<contact.sentence.lowerBound)
    for index in before.suffix(SceneReader.reach).reversed() {
      guard let meaning = meanings[index] else { continue }
      return Attested(meaning, reading.evidence(reading.dates[index].tokens))
    }
    return nil
  }

  private static let occasions: WordSet = [
    "occasion", "trip", "visit", "meeting", "summit", "journey", "tour", "conference",
  ]

  /// "misled Pence about his conversations with the ambassador", "referring to Flynn's call", "downplayed a
  /// meeting between": contacts as what is spoken of, by a noun behind words of speaking.
  func isSpokenOf(_ contact: ContactDraft) -> Bool {
    let low = max(contact.sentence.lowerBound, contact.trigger - 7)
    var index = contact.trigger - 1
    var words = 0
    while index >= low {
      let word = reading.word(index)
      if reading.nameOfToken[index] >= 0 || reading.tokens[index].isPossessive
        || reading.entityOfToken[index] >= 0 || SceneReader.determiners.contains(word)
      {
        index -= 1
        continue
      }
      if SceneReader.topical.contains(word) {
        return index < contact.trigger - 1 || SceneReader.disclosing.contains(word)
      }
      if word == "to" {
        return ["referring", "referred", "refers"].contains(reading.word(index - 1))
      }
      if word == "on" {
        return reading.word(index - 1) == "based" || reading.word(index - 1) == "light"
      }
      // An adjective or two: "about his private conversations".
      guard words < 2, !ClauseWords.prepositions.contains(word), !reading.tokens[index].isMark,
        !ClauseWords.isFinite(word)
      else { return false }
      words += 1
      index -= 1
    }
    return false
  }

  private static let determiners: WordSet = [
    "his", "her", "their", "own", "the", "a", "an", "any", "those", "these", "such", "some", "all",
    "several", "two", "that", "this", "whose", "mr", "mr.", "ms", "mrs",
  ]
  private static let topical: WordSet = [
    "about", "over", "regarding", "concerning", "disclose", "disclosed", "disclosing", "admitted",
    "mention", "mentioned", "downplayed", "dismissed", "recalled", "remembered", "defended",
    "investigating", "probing", "denied", "acknowledged", "discloses", "disclosures", "alleged",
    "criticised", "criticized", "condemned", "characterization", "characterisation", "questioned",
    "details", "allegations", "revelations", "explain", "explained", "describe", "described",
  ]
  private static let disclosing: WordSet = ["disclose", "disclosed", "discloses", "alleged"]
}

// MARK: - Counted from what stands behind

extension SceneReader {
  /// "The call came a day after Trump spoke with Putin on Tuesday": so far from the day told behind.
  func dateCounted(_ contact: ContactDraft) -> Attested<PartialDate>? {
    let behind = contact.trigger..<max(contact.trigger, contact.window.upperBound)
    for index in reading.dateIndices(in: behind) {
      let start = reading.dates[index].tokens.lowerBound
      guard let interval = dates.intervals.interval(behind: contact, before: start) else {
        continue
      }
      guard let days = interval.days, let base = meanings[index], base.precision == .day,
        let day = base.firstDay?.adding(days: days)
      else { return nil }
      return Attested(.day(day), reading.evidence(interval.tokens))
    }
    return nil
  }
}

// MARK: - What stands behind

extension SceneReader {
  /// "… in the Oval Office. 2/20/85.": a sentence that is nothing but place and date, as captions
  /// end.
  func dateBehind(_ contact: ContactDraft) -> Attested<PartialDate>? {
    let end = reading.firstToken(ofBlock: contact.block + 1)
    let start = contact.sentence.upperBound
    guard start < end, end - start <= 12, isBare(start..<end) else { return nil }
    for index in reading.dateIndices(in: start..<end) {
      guard let meaning = meanings[index], reading.dates[index].tellsDay else { continue }
      return Attested(meaning, reading.evidence(reading.dates[index].tokens))
    }
    return nil
  }

  /// "… during the anniversary. New York, New York. 10/24/85."
  func placeBehind(_ contact: ContactDraft) -> Attested<PlaceName>? {
    let start = contact.sentence.upperBound
    guard start < reading.tokens.count, reading.blockIndex(of: start) == contact.block,
      let span = reading.entity(startingAt: start),
      [",", "."].contains(reading.word(span.tokens.upperBound)),
      let next = reading.sentence(of: start), next.tokens.count <= 12, isBare(next.tokens),
      let place = PlaceReader.place(of: span, reading)
    else { return nil }
    return Attested(place, reading.evidence(span.tokens))
  }

  /// Whether nothing but names, dates and marks stands in `tokens`: "Moscow, meanwhile, denied it" tells more.
  private func isBare(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy {
      reading.tokens[$0].isMark || reading.tokens[$0].shape.contains(.number)
        || reading.entityOfToken[$0] >= 0 || reading.tokens[$0].isCapitalized || reading.isDate($0)
    }
  }
}
