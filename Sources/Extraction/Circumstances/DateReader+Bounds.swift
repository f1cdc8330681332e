import Diplomacy
import Language

/// Dates that bound something or belong to another noun.
extension DateReader {
  /// "(on 7 July)".
  func isBracketed(_ date: DateExpression) -> Bool {
    let start = date.tokens.lowerBound
    return reading.word(start - 1) == "(" || reading.word(start - 2) == "("
  }

  /// "Friday's", "the June 12", "a December": before the noun it belongs to.
  func isAttributive(_ date: DateExpression) -> Bool {
    let end = date.tokens.upperBound
    guard end < reading.tokens.count else { return false }
    if reading.tokens[end].isPossessive { return true }
    let before = reading.word(date.tokens.lowerBound - 1)
    return ["the", "a", "an", "their", "his", "her", "its", "this"].contains(before)
      && !reading.tokens[end].isMark && !reading.tokens[end].isCapitalized
      && !DateReader.linkWords.contains(reading.word(end))
  }

  /// Whether the date bounds something or belongs to another noun, so that nothing is on it.
  func isNobodys(_ index: Int) -> Bool {
    isBound(index) || isWithinSince(index)
      || isAttributive(reading.dates[index]) && !isOfProgramme(reading.dates[index])
  }

  /// "The next day's programme": what is told behind it was on that day.
  func isOfProgramme(_ date: DateExpression) -> Bool {
    let end = date.tokens.upperBound
    return end < reading.tokens.count && reading.tokens[end].isPossessive
      && ["programme", "program", "schedule", "agenda", "events", "engagements", "stop", "leg"]
        .contains(reading.word(end + 1))
  }

  func belongsElsewhere(_ index: Int, _ contact: ContactDraft) -> Bool {
    let date = reading.dates[index]
    guard isAttributive(date) else { return false }
    if isOfOccasion(date) || isOfPicture(date) || isOfForm(date, contact) { return false }
    let reach = date.tokens.upperBound...date.tokens.upperBound + 3
    return !reach.contains(contact.trigger)
  }

  /// "at last week's G20 summit": the day of the occasion at which somebody was met.
  private func isOfOccasion(_ date: DateExpression) -> Bool {
    var before = date.tokens.lowerBound - 1
    if ["his", "her", "their", "the", "a"].contains(reading.word(before)) { before -= 1 }
    guard ["at", "during"].contains(reading.word(before)) else { return false }
    let end = date.tokens.upperBound
    return (end..<min(end + 5, reading.tokens.count)).contains {
      PlaceWords.occasions.contains(reading.word($0))
    }
  }

  /// "In a January 23 phone call they discussed": the day of the occasion that the verb tells of.
  private func isOfForm(_ date: DateExpression, _ contact: ContactDraft) -> Bool {
    let end = date.tokens.upperBound
    let start = date.tokens.lowerBound
    return ["in", "during", "over", "by"].contains(reading.word(start - 2))
      && regions.region(start) == regions.region(contact.trigger)
      && (end..<min(end + 3, reading.tokens.count)).contains {
        ContactWords.shared.nouns[reading.word($0)] != nil
      }
  }

  /// "In this June 17, 2013 file photo, …": the day of what the picture shows.
  private func isOfPicture(_ date: DateExpression) -> Bool {
    let end = date.tokens.upperBound
    return (end..<min(end + 3, reading.tokens.count)).contains {
      CaptionTags.pictures.contains(reading.word($0))
    }
  }

  /// "since June", "until Friday", "before the 20th".
  func isBound(_ index: Int) -> Bool {
    var before = reading.dates[index].tokens.lowerBound - 1
    if reading.word(before) == "the" { before -= 1 }
    // "before Christmas" is in its weeks.
    if reading.word(before + 1) == "christmas" { return false }
    return ["since", "until", "till", "before", "after", "than"].contains(reading.word(before))
  }

  /// "since his election in January", "since rebels captured Goma in January": within what the bound says.
  func isWithinSince(_ index: Int) -> Bool {
    let start = reading.dates[index].tokens.lowerBound
    switch reading.dates[index].meaning {
    case .fixed, .monthOnly, .dayOfMonth, .months, .years: break
    default: return false
    }
    guard start > 2, let sentence = reading.sentence(of: start)?.tokens else { return false }
    let words = max(sentence.lowerBound, start - 7)..<start
    guard let since = words.last(where: { reading.word($0) == "since" }),
      since + 1 < start,
      !(since..<start).contains(where: {
        reading.tokens[$0].isMark && !reading.tokens[$0].isPossessive
          || ContactWords.shared.nouns[reading.word($0)] != nil
      })
    else { return false }
    return !contacts.hasAny(inSentenceAt: sentence.lowerBound, between: since, and: start)
  }

  /// "announced for 4 March": when something held was first to be.
  func isPlanOnly(_ index: Int) -> Bool {
    let start = reading.dates[index].tokens.lowerBound
    return reading.word(start - 1) == "for"
      && ["announced", "planned", "scheduled", "set", "slated"].contains(reading.word(start - 2))
  }

  private static let linkWords: WordSet = [
    "and", "at", "in", "with", "to", "when", "where", "after", "before", "for", "on", "by", "but",
    "as", "of", "from", "during", "that", "amid", "over", "while", "who",
  ]
}
