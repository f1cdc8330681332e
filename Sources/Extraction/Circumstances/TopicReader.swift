import Diplomacy
import Language

/// Reads what was talked about: the object of "discuss", what follows "on" or "about".
struct TopicReader {
  let reading: Reading

  func topics(of contact: ContactDraft) -> [Attested<String>] {
    let limit = contact.sentence.upperBound
    var start: Int?
    if reading.lower(contact.trigger).hasPrefix("discuss") {
      start = contact.trigger + 1
      if reading.word(contact.trigger + 1) == "with" { start = nil }
    }
    if start == nil {
      let rest = contact.trigger + 1..<max(contact.trigger + 1, limit)
      start = rest.prefix(30).first { index in
        isTopicPreposition(index) && reading.date(startingAt: index + 1) == nil
      }.map { $0 + 1 }
    }
    guard let start, start < limit else { return [] }
    return phrases(from: start, limit: limit).map {
      Attested(reading.document.text(of: $0), reading.evidence($0))
    }
  }

  private func isTopicPreposition(_ index: Int) -> Bool {
    let word = reading.word(index)
    guard TopicReader.openers.contains(word) else { return false }
    switch word {
    case "about":
      return index + 1 < reading.tokens.count && !reading.tokens[index + 1].shape.contains(.number)
    case "on":
      return !isMargin(index) && !TopicReader.adverbial.contains(reading.word(index + 1))
        && reading.entity(startingAt: index + 1).map { !isPlace($0) } ?? true
    default: return true
    }
  }

  /// Words that what was talked about follows.
  private static let openers: WordSet = [
    "about", "regarding", "concerning", "on", "discuss", "discussed", "covered", "discussing",
  ]

  /// "on Capitol Hill" tells where.
  private func isPlace(_ span: EntitySpan) -> Bool {
    if case .government = span.entity { return true }
    return false
  }

  /// What follows "on" where it tells no subject: "on arrival", "on his way", "on behalf of".
  private static let adverbial: WordSet = [
    "his", "her", "their", "its", "arrival", "board", "behalf", "stage", "camera", "condition", "x",
    "x.", "instagram", "telegram", "linkedin", "weibo",
    "twitter", "facebook", "sidelines", "a", "air", "television", "hand", "top", "foot", "time",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private func isMargin(_ index: Int) -> Bool {
    TopicReader.margins.contains(reading.word(index + 2))
  }

  private static let margins: WordSet = [
    "sidelines", "margins", "phone", "telephone", "sideline", "fringes", "eve", "way", "same",
  ]

  /// Noun phrases of a list, up to five, cut at "with", a verb or a clause.
  private func phrases(from start: Int, limit: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var first = start
    var position = start
    func close(_ end: Int) {
      var low = first
      var high = end
      while low < high, isTrimmed(low) { low += 1 }
      while high > low, isTrimmed(high - 1) { high -= 1 }
      if low < high, high - low <= 12, !reading.isDate(low) { found.append(low..<high) }
    }
    while position < limit, found.count < 5 {
      let word = reading.word(position)
      if TopicReader.stops.contains(word) { break }
      if ["on", "in"].contains(word), reading.date(startingAt: position + 1) != nil { break }
      if word == "," || (word == "and" && first < position && reading.word(position - 1) == ",") {
        close(position)
        first = position + 1
      }
      position += 1
    }
    close(position)
    return Array(found.prefix(5))
  }

  private func isTrimmed(_ index: Int) -> Bool {
    reading.tokens[index].isMark || ["the", "a", "an", "and", "both"].contains(reading.word(index))
  }

  /// Words at which the subjects end.
  private static let stops: WordSet = [
    "with", "when", "who", "which", "that", "after", "before", "during", "at", "while", "said",
    "according", "as", ";", "(", "but", "where", "noting", "saying", "has", "had", "is", "was",
    ".", "?", "!",
  ]
}
