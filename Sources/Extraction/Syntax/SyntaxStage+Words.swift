import Language

/// Words by which tags are corrected.
extension SyntaxStage {
  static let behindVerb: WordSet = [
    "the", "a", "an", "his", "her", "their", "its", "him", "them", "it", "that", "with", "to", "on",
    "in", "at", "over", "about", "for", "by", "from", "into", "alongside", "both", "all", "two",
  ]

  static let adverbs: WordSet = [
    "last", "first", "also", "then", "later", "earlier", "recently", "again", "separately",
    "briefly", "already", "twice", "previously", "secretly", "quietly", "personally", "yesterday",
    "today", "subsequently", "afterwards", "eventually", "finally", "publicly", "privately",
    "formally", "warmly", "jointly", "immediately", "promptly", "repeatedly", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  static let holdings: WordSet = [
    "held", "hold", "holds", "holding", "had", "have", "has", "having",
  ]

  /// What travellers do, read as nouns in the plural.
  static let journeys: WordSet = [
    "lands", "returns", "heads", "travels", "visits", "stops", "tours", "hosts", "calls", "sets",
  ]

  static let spans: WordSet = ["weeks", "hours", "days", "months", "minutes"]

  static let dayAdverbs: WordSet = ["tomorrow", "today", "yesterday", "tonight"]

  static let jointVerbs: WordSet = ["co-hosted", "co-chaired", "co-led", "co-convened"]

  /// Past tenses that treebanks hardly know.
  static let rarePasts: WordSet = [
    "bade", "swore", "strode", "rode", "threw", "sped", "slid", "swung", "lent", "wove", "strove",
    "forsook", "beseeched", "besought", "buttonholed", "woke", "shook", "overrode", "withdrew",
    "undertook", "hosted", "feted", "fêted", "co-hosted", "co-chaired", "helicoptered", "jetted",
  ]

  static let haves: WordSet = ["has", "have", "had", "having"]

  static let alwaysVerbs: WordSet = [
    "met", "spoke", "spoken", "saw", "held", "hosted", "greeted", "phoned", "telephoned", "rang",
    "received", "welcomed", "conferred", "dined", "discussed", "attended", "met", "negotiated",
  ]

  static let beforeMeeting: WordSet = [
    "admitted", "admits", "admit", "denied", "denies", "recalled", "recalls", "remembers",
    "remembered", "after", "before", "since", "without", "acknowledged", "acknowledges",
    "mentioned",
    "described", "describes", "confirmed", "avoid", "avoided",
  ]

  static let behindMeeting: WordSet = [
    "in", "at", "on", "behind", "for", "late", "early", "yesterday", "with", "over", "after",
  ]
}
