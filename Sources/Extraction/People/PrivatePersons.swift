import Diplomacy
import Language

/// Tells those whom an article names as private persons: "a protester, Jaob", "actor Jean Reno",
/// "Avi Issacharoff, an Israeli journalist". Who has no office, no country and met nobody is left
/// out of the reports where the article calls them so.
struct PrivatePersons {
  let reading: Reading

  /// Whether the first mention that a noun stands beside calls the person by a private calling.
  func contains(_ mentions: [PersonMention]) -> Bool {
    mentions.prefix(4).contains { mention in
      mention.form != .pronoun && mention.form != .role
        && (isNamed(before: mention.tokens.lowerBound) || isApposed(at: mention.tokens.upperBound)
          || isVictim(mention.tokens))
    }
  }

  /// "actresses Kristen Scott Thomas", "protester, Jaob,".
  private func isNamed(before start: Int) -> Bool {
    var end = start
    if reading.word(end - 1) == "," { end -= 1 }
    return end > 0 && PrivatePersons.callings.contains(reading.word(end - 1))
  }

  /// "the murder of Kim Jong-nam", "Kim Jong-nam's killing": of whom only a crime is told.
  private func isVictim(_ name: Range<Int>) -> Bool {
    if reading.word(name.lowerBound - 1) == "of",
      PrivatePersons.crimes.contains(reading.word(name.lowerBound - 2))
    {
      return true
    }
    let end = name.upperBound
    guard reading.tokens.indices.contains(end) else { return false }
    return PrivatePersons.crimes.contains(
      reading.word(reading.tokens[end].isPossessive ? end + 1 : end))
  }

  private static let crimes: WordSet = [
    "murder", "killing", "murders", "killings", "rape", "kidnapping", "abduction", "poisoning",
    "disappearance",
  ]

  /// ", an Israeli journalist,", ", a 31-year-old teacher from Ohio": the noun of the apposition.
  private func isApposed(at comma: Int) -> Bool {
    guard reading.word(comma) == ",", ["a", "an", "the"].contains(reading.word(comma + 1)) else {
      return false
    }
    for index in comma + 2..<min(comma + 7, reading.tokens.count) {
      if reading.tokens[index].isMark && reading.form(index) != "-" { return false }
      if PrivatePersons.callings.contains(reading.word(index)) { return true }
      if ClauseWords.prepositions.contains(reading.word(index)) { return false }
    }
    return false
  }

  private static let callings: WordSet = [
    "actor", "actors", "actress", "actresses", "singer", "singers", "comedian", "model", "designer",
    "journalist", "journalists", "reporter", "reporters", "correspondent", "photographer",
    "blogger", "filmmaker", "anchor", "presenter",
    "protester", "protesters", "demonstrator", "resident", "residents", "teacher",
    "pensioner", "shopkeeper", "farmer", "driver", "nurse", "worker", "waiter",
    "tourist",
    "refugee", "voter", "housewife", "engineer", "musician", "footballer", "golfer", "boxer",
    "terrorist", "gunman", "attacker", "attackers", "suspect", "suspects", "murderer", "killer",
    "assassin", "hacker", "victim", "victims", "national", "nationals", "editor", "student",
    "rapper", "chef", "hairdresser", "bystander", "onlooker", "witness", "neighbour", "neighbor",
  ]
}
