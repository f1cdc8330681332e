/// Tells a hyphen that joins the parts of one word from one that stands for a dash or a space:
/// "Hammond-said", "who-served", "leader-Gerry Adams" where a page lost its spaces.
enum LooseDash {
  /// Whether the small words `first` and `second`, the two halves of what a hyphen joins, are words of
  /// their own; the capitals tell how each is written.
  static func parts(_ first: String, _ second: String, _ capitals: (first: Bool, second: Bool))
    -> Bool
  {
    if capitals.second {
      return capitals.first ? address.contains(Word(first)) : before.contains(Word(first))
    }
    return capitals.first && after.contains(Word(second)) || first == "who" && second.utf8.count > 3
  }

  /// What goes on behind a name: no Korean syllable and no second half of a compound.
  private static let after: Set<Word> = [
    "said", "says", "has", "had", "was", "were", "will", "would", "the", "and", "who", "which",
    "that", "also", "met", "told", "added", "from", "with", "for", "but", "visited", "called",
    "announced", "insisted", "denied", "confirmed", "claimed", "signed", "warned", "urged", "own",
    "continued", "accused", "agreed", "reported", "declared", "pledged", "vowed", "praised",
    "wrote",
    "spoke", "arrived", "argued", "stressed", "noted", "tweeted", "later", "then",
    "have", "are", "could", "should", "did", "does", "when", "after", "before", "is",
  ]
  private static let address: Set<Word> = ["mr", "mrs", "ms", "the", "under", "but", "and"]
  /// What stands before a name without being a part of it.
  private static let before: Set<Word> = [
    "the", "under", "from", "with", "and", "that", "said", "when", "including", "against",
    "between",
    "after", "told", "meeting", "leader", "minister", "president", "chancellor", "secretary",
    "spokesman", "spokeswoman", "ambassador", "candidate", "representative",
  ]
}
