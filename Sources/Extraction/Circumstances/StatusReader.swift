import Diplomacy

/// Reads what became of a contact from the words around its verb or noun.
struct StatusReader {
  let contactWords: ContactWords
  let reading: Reading
  let clause: Clause

  struct Judgement {
    var status: MeetingStatus
    var tokens: Range<Int>
  }

  /// The status of the contact told at `token`.
  func status(of token: Int, in range: Range<Int>) -> Judgement {
    if let found = nearest(before: token) ?? after(token, range) {
      switch found.meaning {
      case .negated: return Judgement(status: .declined, tokens: found.tokens)
      case .cancelled: return Judgement(status: .cancelled, tokens: found.tokens)
      case .planned, .hypothetical: return Judgement(status: .planned, tokens: found.tokens)
      }
    }
    if isInfinitive(token), !governedByPast(token) {
      return Judgement(status: .planned, tokens: token - 1..<token + 1)
    }
    return Judgement(status: .held, tokens: token..<token + 1)
  }

  /// Whether the words tell of no occasion at all: one only hoped for, demanded or imagined, or the
  /// plain fact that two "have not met".
  func tellsOfNone(_ token: Int) -> Bool {
    guard let found = nearest(before: token) else { return false }
    let hasNot =
      ["has", "have", "had"].contains(reading.word(found.tokens.lowerBound - 1))
      && ["not", "n't", "never"].contains(reading.word(found.tokens.lowerBound))
    return found.meaning == .hypothetical || hasNot
  }

  private typealias Found = (meaning: ContactWords.Circumstance, tokens: Range<Int>)

  /// The nearest telling words before the verb, back to its subject or a break.
  private func nearest(before token: Int) -> Found? {
    var position = token - 1
    var steps = 0
    let floor = clause.sentence.lowerBound
    while position >= floor, steps < 9 {
      let word = reading.word(position)
      if ClauseWords.breaks.contains(word), word != "if" { return nil }
      if let found = phrase(endingAt: position, floor) { return found }
      if steps > 0, isSubjectBoundary(position) { return nil }
      position -= 1
      steps += 1
    }
    return nil
  }

  private func phrase(endingAt position: Int, _ floor: Int) -> Found? {
    for (words, meaning) in contactWords.circumstances {
      let start = position - words.count + 1
      guard start >= floor, words.indices.allSatisfy({ reading.word(start + $0) == words[$0] })
      else { continue }
      return (meaning, start..<position + 1)
    }
    return nil
  }

  /// The actors before the verb, past which nothing speaks of it any more.
  private func isSubjectBoundary(_ position: Int) -> Bool {
    reading.nameOfToken[position] >= 0
      || ["he", "she", "they", "who"].contains(reading.word(position))
  }

  /// "the meeting was cancelled", "talks … have been postponed".
  private func after(_ token: Int, _ range: Range<Int>) -> Found? {
    var position = range.upperBound
    let end = min(clause.sentence.upperBound, position + 9)
    while position < end {
      let word = reading.word(position)
      if [";", ".", "but", "and", "who"].contains(word) { return nil }
      if let found = phrase(endingAt: position, range.upperBound),
        found.meaning == .cancelled
          || ["planned", "scheduled", "expected"].contains(word)
      {
        let passive = ["was", "were", "been", "is", "are", "being"]
          .contains(reading.word(found.tokens.lowerBound - 1))
        return passive ? found : nil
      }
      position += 1
    }
    return nil
  }

  private func isInfinitive(_ token: Int) -> Bool {
    reading.word(token - 1) == "to" && contactWords.verbs[reading.word(token)] != nil
  }

  /// "flew to Moscow to meet": after a past journey the meeting took place.
  private func governedByPast(_ token: Int) -> Bool {
    let journeys: Set = [
      "flew", "travelled", "traveled", "came", "went", "arrived", "returned", "visited", "sat",
      "stopped", "paused", "used", "was", "rode", "drove", "crossed", "hurried", "got", "managed",
    ]
    return clause.sentence.contains { $0 < token && journeys.contains(reading.word($0)) }
  }
}
