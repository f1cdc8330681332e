import Diplomacy
import Language

/// What stands before a name and owns it: a country, a ministry, a firm.
extension ActorParser {
  /// "Rwanda's" before "Paul Kagame".
  func origin(at start: Int) -> Int? {
    let first = reading.word(start) == "the" ? start + 1 : start
    guard let entity = reading.entity(startingAt: first) else { return company(at: start) }
    var end = entity.tokens.upperBound
    // "the Russian foreign ministry's Anatoly Antonov"
    while end + 2 < limit, end < entity.tokens.upperBound + 3, !reading.tokens[end].isMark,
      !reading.tokens[end].isPossessive, !reading.tokens[end].isCapitalized,
      reading.wordTraits[end].isDisjoint(with: [.person])
    {
      end += 1
    }
    guard end + 1 < limit, reading.tokens[end].isPossessive, mentionAt[end + 1] != nil,
      end == entity.tokens.upperBound || ActorParser.offices.contains(reading.word(end - 1))
    else { return nil }
    return end + 1
  }

  /// "Blackstone's" before "Stephen Schwarzman": a firm that no table lists.
  private func company(at start: Int) -> Int? {
    var end = start
    while end < min(start + 3, limit - 2), reading.tokens[end].isCapitalized,
      !reading.tokens[end].isMark, reading.nameOfToken[end] < 0, role(at: end) == nil
    {
      end += 1
    }
    guard end > start, reading.tokens[end].isPossessive, mentionAt[end + 1] != nil,
      [",", "and", "by", "with", "included"].contains(reading.word(start - 1))
    else { return nil }
    return end + 1
  }

  /// Bodies by which somebody is told: "the German chancellery's Jens Plötner".
  private static let offices: WordSet = [
    "ministry", "government", "chancellery", "presidency", "embassy", "department", "cabinet",
    "parliament", "delegation", "administration", "office", "council",
  ]
}
