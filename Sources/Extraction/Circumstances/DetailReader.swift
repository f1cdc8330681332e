import Diplomacy
import Language

/// Finds where and when an occasion was in the sentence that follows its telling: "The meeting is set for 13
/// April.", "It will take place in Helsinki.", "The talks were held at a downtown hotel on Friday."
///
/// Newspapers tell in the first sentence who met and in the next one the circumstances, of an occasion that
/// they name by its noun or by "it".
struct DetailReader {
  let reading: Reading
  let dates: DateReader
  let places: PlaceReader
  /// The sentences in which contacts of their own are told, by their first token.
  let telling: [Int: Int]

  init(reading: Reading, dates: DateReader, places: PlaceReader) {
    self.reading = reading
    self.dates = dates
    self.places = places
    var telling: [Int: Int] = [:]
    for contact in reading.contacts {
      telling[contact.sentence.lowerBound] = max(
        telling[contact.sentence.lowerBound] ?? 0, contact.trigger)
    }
    self.telling = telling
  }

  /// The sentence that follows `contact`'s and goes on telling of it: the next one, or the one after it where
  /// nothing else is told between.
  func details(of contact: ContactDraft) -> Range<Int>? {
    // Of several contacts of a sentence, what follows is said of the last.
    guard telling[contact.sentence.lowerBound] == contact.trigger else { return nil }
    var next = contact.sentence.upperBound
    for _ in 0..<2 {
      guard next < reading.tokens.count, let sentence = reading.sentence(of: next)?.tokens,
        sentence.lowerBound == next, telling[next] == nil
      else { return nil }
      if let noun = dated(sentence) {
        return fits(noun, contact) ? sentence.lowerBound..<end(of: sentence, noun) : nil
      }
      if let verb = verb(of: sentence) {
        guard !isAhead(sentence, verb, contact) else { return nil }
        return sentence.lowerBound..<end(of: sentence, verb)
      }
      next = sentence.upperBound
    }
    return nil
  }

  /// "Thursday's meeting was the first since December", "Monday's talks focused on": the noun of a sentence
  /// that opens with the occasion and its day.
  private func dated(_ sentence: Range<Int>) -> Int? {
    let start =
      reading.word(sentence.lowerBound) == "the" ? sentence.lowerBound + 1 : sentence.lowerBound
    guard
      let date = reading.date(startingAt: start) ?? reading.date(startingAt: sentence.lowerBound),
      date.tellsDay, !date.isAnaphoric
    else { return nil }
    let end = date.tokens.upperBound
    guard end < sentence.upperBound else { return nil }
    let first = reading.tokens[end].isPossessive ? end + 1 : end
    guard first > end || start > sentence.lowerBound else { return nil }
    return (first..<min(first + 3, sentence.upperBound)).first {
      DetailReader.occasions.contains(reading.word($0))
    }
  }

  /// Whether `noun` can name what `contact` tells of: a call is no dinner.
  private func fits(_ noun: Int, _ contact: ContactDraft) -> Bool {
    switch reading.word(noun) {
    case "call", "conversation": contact.kind == .call
    case "dinner", "lunch", "breakfast", "meal": contact.kind == .meal
    case "conference", "summit", "session", "gathering":
      contact.kind == .summit || reading.word(contact.trigger) == reading.word(noun)
    default: contact.kind != .call || reading.word(noun) == "discussion"
    }
  }

  /// "met Sybiha and said Italy will host the conference. The conference will be held in Rome": what is to
  /// come is not what was held.
  private func isAhead(_ sentence: Range<Int>, _ verb: Int, _ contact: ContactDraft) -> Bool {
    contact.status == .held
      && (sentence.lowerBound..<verb).contains { index in
        let word = reading.word(index)
        return ["will", "shall", "'ll"].contains(word)
          || ["is", "are"].contains(word)
            && ["to", "due", "set", "scheduled", "expected", "planned", "slated"].contains(
              reading.word(index + 1))
      }
  }

  /// The index of the date that the sentence gives the occasion.
  func date(in sentence: Range<Int>) -> Int? {
    if let noun = dated(sentence) {
      return reading.dateIndices(in: sentence.lowerBound..<noun).first
    }
    return reading.dateIndices(in: sentence).first { index in
      let start = reading.dates[index].tokens.lowerBound
      return !dates.isNobodys(index) && dates.regions.region(start) == region(of: sentence)
        && !isOfSaying(index, sentence)
    }
  }

  /// The place that the sentence gives the occasion, a city before a building.
  func location(in sentence: Range<Int>) -> Location? {
    let told = places.indices(in: sentence).map { places.locations[$0] }.filter {
      places.regions.region($0.tokens.lowerBound) == region(of: sentence) && !$0.isDestination
    }
    return told.first { $0.kind == .city } ?? told.first { $0.kind != .region } ?? told.first
  }

  private func region(of sentence: Range<Int>) -> Int {
    dates.regions.region(sentence.lowerBound)
  }

  /// "The talks on Friday, officials said on Saturday, lasted": the day of a saying.
  private func isOfSaying(_ index: Int, _ sentence: Range<Int>) -> Bool {
    let start = reading.dates[index].tokens.lowerBound
    return (max(sentence.lowerBound, start - 4)..<start).contains {
      SpeechWords.verbs.contains(reading.word($0))
    }
  }

  /// Where the part of the sentence ends that tells of the occasion itself: "The talks took place in Rome as
  /// envoys in Geneva", "The visit lasted until Friday, after which".
  private func end(of sentence: Range<Int>, _ verb: Int) -> Int {
    (verb + 1..<sentence.upperBound).first {
      DetailReader.enders.contains(reading.word($0))
    } ?? sentence.upperBound
  }

  private static let enders: WordSet = [
    "as", "after", "before", "ahead", "while", "when", "because", "where", "which", "who", "since",
    "amid", "following", "but", "until", "said", "says", "according",
  ]

  /// The word by which a sentence that opens with the occasion's noun or "it" says that it takes place or
  /// lasts.
  private func verb(of sentence: Range<Int>) -> Int? {
    let start = sentence.lowerBound
    var verb = start + 1
    if reading.word(start) != "it" {
      guard DetailReader.determiners.contains(reading.word(start)) else { return nil }
      let noun = (start + 1..<min(start + 6, sentence.upperBound)).first {
        DetailReader.occasions.contains(reading.word($0))
      }
      guard let noun,
        !(start + 1..<noun).contains(where: { DetailReader.others.contains(reading.word($0)) })
      else { return nil }
      verb = noun + 1
    }
    return (verb..<max(verb, min(verb + 9, sentence.upperBound))).first {
      DetailReader.happenings.contains(reading.word($0))
    }
  }

  private static let determiners: WordSet = ["the", "their", "this", "that", "both", "these"]

  private static let occasions: WordSet = [
    "meeting", "talks", "summit", "conversation", "encounter", "session", "visit", "discussions",
    "negotiations", "gathering", "dinner", "lunch", "breakfast", "trip", "call", "discussion",
    "consultations", "reception", "audience", "conference", "meal",
  ]

  /// "The next session is on Friday": words by which another occasion is meant.
  private static let others: WordSet = [
    "next", "first", "last", "second", "third", "previous", "other", "earlier", "later", "new",
    "follow-up", "another",
  ]

  private static let happenings: WordSet = [
    "place", "set", "scheduled", "held", "due", "planned", "lasted", "lasts", "began", "begins",
    "begin", "opened", "started", "starts", "slated", "arranged", "ended", "happened", "occurred",
  ]
}
