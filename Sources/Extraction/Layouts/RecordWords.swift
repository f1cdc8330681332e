/// The words of travel records, in lower case.
enum RecordWords {
  /// Verbs of contact.
  static let contacts: WordSet = [
    "met", "discussed", "conferred", "consulted", "negotiated", "talked", "spoke", "dined",
    "lunched", "received", "held", "reviewed", "explored", "briefed",
  ]

  /// Every verb that starts a clause.
  static let verbs = contacts.union([
    "attended", "accompanied", "visited", "addressed", "delivered", "inspected", "toured", "signed",
    "participated", "departed", "returned", "left", "traveled", "travelled", "arrived", "stopped",
    "hosted", "convened", "chaired", "laid", "dedicated", "opened", "observed", "overflew",
    "disembarked", "vacationed", "rested", "spent", "joined", "celebrated", "spoke", "gave", "paid",
    "assessed", "presented",
  ])

  /// What is attended by others too.
  static let events: WordSet = [
    "conference", "conferences", "summit", "summits", "meeting", "meetings", "session", "sessions",
    "ministerial", "assembly", "council", "commission", "forum", "talks", "congress", "convention",
    "luncheon", "dinner", "lunch", "breakfast", "audience", "consultations", "negotiations",
    "consultation", "discussions", "conversations",
  ]

  /// Words before a "with" that goes on.
  static let links: WordSet = ["and", ",", "also", "then", "later", "afterwards", "separately"]

  /// Occasions only with somebody.
  static let visits: WordSet = ["visit", "visits", "reception", "interview"]

  static let meals: WordSet = ["luncheon", "dinner", "lunch", "breakfast"]

  /// What is attended without meeting anybody.
  static let ceremonies: WordSet = [
    "funeral", "memorial", "service", "ceremony", "ceremonies", "inauguration", "wedding",
    "coronation", "mass", "wreath-laying", "burial", "celebration", "celebrations", "parade",
  ]

  /// What ends a list of parties.
  static let stops: WordSet = [
    "while", "during", "regarding", "concerning", "at", "en", "before", "after", "about", "for",
    "prior", "following", "to", "from", "aboard", "who", "(",
  ]
}
