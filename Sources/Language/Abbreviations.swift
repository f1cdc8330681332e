/// Words that are written with a full stop which does not end the sentence.
enum Abbreviations {
  /// Without the stop, in lower case. Grouped by what they shorten.
  static let all: Set<String> = [
    // Forms of address and ranks
    "mr", "mrs", "ms", "dr", "prof", "st", "rev", "fr", "sr", "jr", "hon", "gen", "lt", "col",
    "maj", "capt", "cmdr", "adm", "brig", "sgt", "sen", "rep", "gov", "pres", "amb", "sec",
    // Months and days
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
    // Organisations and places
    "inc", "co", "corp", "ltd", "dept", "univ", "ave", "blvd", "mt", "ft",
    // Others
    "no", "vs", "etc", "approx", "est",
  ]

  /// Those that may stand at a sentence's end, so that a capital after them can start a new one.
  static let mayEndSentence: Set<String> = [
    "etc.", "inc.", "co.", "corp.", "ltd.", "a.m.", "p.m.", "u.s.", "u.k.", "u.n.", "e.u.", "d.c.",
    "jr.", "sr.", "no.",
  ]
}
