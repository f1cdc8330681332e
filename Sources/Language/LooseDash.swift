/// Tells a hyphen that joins the parts of one word from one that stands for a dash or a space:
/// "Hammond-said", "who-served", "leader-Gerry Adams" where a page lost its spaces.
enum LooseDash {
  /// Whether the small words `first` and `second`, the two halves of what a hyphen joins, are words of
  /// their own; the capitals tell how each is written.
  static func parts(_ first: String, _ second: String, _ capitals: (first: Bool, second: Bool))
    -> Bool
  {
    if capitals.second {
      if states.contains(Word(first)) { return offices.contains(Word(second)) }
      // "Ex-Pakistani prime minister", but "ex-President"
      if first == "ex" || first == "then" { return !offices.contains(Word(second)) }
      return capitals.first ? address.contains(Word(first)) : before.contains(Word(first))
    }
    if first == "who" { return second.utf8.count > 3 }
    let next = Word(second)
    return capitals.first
      ? after.contains(next) : officers.contains(Word(first)) && behindOfficer.contains(next)
  }

  /// What goes on behind a name: no Korean syllable and no second half of a compound.
  private static let after: Set<Word> = [
    "said", "says", "has", "had", "was", "were", "will", "would", "the", "and", "who", "which",
    "that", "also", "met", "told", "added", "from", "with", "for", "but", "visited", "called",
    "announced", "insisted", "denied", "confirmed", "claimed", "signed", "warned", "urged", "own",
    "continued", "accused", "agreed", "reported", "declared", "pledged", "vowed", "praised",
    "wrote",
    "spoke", "arrived", "argued", "stressed", "noted", "tweeted", "later", "then",
    "to", "of", "they", "his", "her", "their", "these", "not", "been", "might", "must", "took",
    "gave", "went", "failed", "expressed", "described", "welcomed", "criticised", "criticized",
    "condemned", "discussed", "stated", "suggested", "tried", "sought", "refused", "rejected",
    "replied", "responded", "resigned", "remains", "remained", "became", "began", "wants",
    "wanted", "asked", "appeared", "attended", "addressed", "returned", "thanked", "voted", "hopes",
    "hoped", "believes", "believed", "thinks", "served", "once", "still", "while", "where", "whose",
    "complained", "remarked", "recalled", "promised", "appealed", "signalled",
    "have", "are", "could", "should", "did", "does", "when", "after", "before", "is",
  ]
  private static let address: Set<Word> = ["mr", "mrs", "ms", "the", "under", "but", "and"]
  /// What stands before a name without being a part of it.
  private static let before: Set<Word> = [
    "of", "by", "for", "to", "in", "as", "than", "where", "former", "because",
    "the", "under", "from", "with", "and", "that", "said", "when", "including", "against",
    "between",
    "after", "told", "meeting", "leader", "minister", "president", "chancellor", "secretary",
    "spokesman", "spokeswoman", "ambassador", "candidate", "representative",
  ]
  /// "US-President Donald Trump", as newspapers of Germany write.
  private static let states: Set<Word> = ["us", "eu", "un", "uk"]
  private static let offices: Set<Word> = [
    "president", "secretary", "ambassador", "vice", "senator", "envoy", "general", "minister",
    "commissioner", "chief", "foreign", "defense", "defence", "special", "congressman",
  ]
  /// "a correspondent-for the paper".
  private static let officers: Set<Word> = [
    "minister", "president", "leader", "correspondent", "spokesman", "spokeswoman", "director",
    "editor", "secretary", "ambassador", "chancellor", "chairman", "envoy", "politician",
  ]
  private static let behindOfficer: Set<Word> = [
    "for", "of", "to", "who", "and", "said", "has", "told", "from", "with", "was",
  ]
}

extension Tokenizer {
  /// Whether the hyphen at `place` stands for a space that a page lost: "Hariri,-the negotiator",
  /// "over.-She", "Amnesty's-director". Nobody writes one behind a mark.
  func isLostSpace(_ place: Int, _ range: Range<Int>) -> Bool {
    guard place > range.lowerBound, place + 1 < range.upperBound else { return false }
    let next = scalars[place + 1]
    switch scalars[place - 1] {
    case ",", ";": return next.isLetter || next == "\"" || next == "\u{201C}"
    case ".":
      return place > range.lowerBound + 1 && scalars[place - 2].isLetter
        && !scalars[place - 2].isCapital && (next.isCapital || next.isSpace || next == "\"")
    case "s":
      return next.isLetter && place > range.lowerBound + 2 && scalars[place - 2].isApostrophe
    default: return false
    }
  }
}
