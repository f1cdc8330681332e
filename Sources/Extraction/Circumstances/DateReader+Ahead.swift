import Diplomacy
import Language

// MARK: - What lies ahead

extension DateReader {
  /// Whether the words beside a date show that something to come is dated.
  func looksAhead(_ date: DateExpression) -> Bool {
    // "last December" is past, whatever became of it.
    if reading.word(date.tokens.lowerBound) == "last" { return false }
    let start = date.tokens.lowerBound
    // "The big date is Thursday."
    if case .weekday = date.meaning, ["is", "are"].contains(reading.word(start - 1)) {
      return true
    }
    let region = regions.region(start)
    return (max(0, start - 30)..<start).contains { index in
      guard regions.region(index) == region else { return false }
      if reading.word(index) == "to" {
        return ["is", "are"].contains(reading.word(index - 1)) || reading.word(index + 1) == "be"
      }
      return DateReader.futureSigns.contains(reading.word(index))
    }
  }

  private static let futureSigns: WordSet = [
    "will", "'ll", "scheduled", "planned", "expected", "due", "slated", "plans", "upcoming",
    "until", "arrives", "travels", "flies", "heads", "leaves", "departs", "begins",
  ]

  /// "in two weeks": a time to come, on which nothing was held.
  func isAhead(_ index: Int) -> Bool {
    let date = reading.dates[index]
    guard case .days(let days) = date.meaning, days > 1 else { return false }
    return reading.word(date.tokens.lowerBound) == "in"
  }
}
