/// Words that are written with a full stop which does not end the sentence.
enum Abbreviations {
  /// Without the stop, in lower case. Grouped by what they shorten.
  static let all = WordHashes(
    titleWords + [
      // Months and days
      "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
      "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
      // Organisations and places
      "inc", "co", "corp", "ltd", "dept", "univ", "ave", "blvd", "mt", "ft", "bros", "assn", "natl",
      "calif", "conn", "fla", "ga", "ill", "mass", "mich", "minn", "pa", "tenn", "va", "wash",
      // Others
      "no", "nos", "vs", "etc", "approx", "est", "ext", "assoc", "jr", "sr", "art", "para", "vol",
      "pp", "cf", "al",
    ])

  /// Those that are also words, which a stop may follow: abbreviations only with a capital.
  static let alsoWords: WordHashes = [
    "ill", "mass", "wash", "pa", "va", "art", "det", "sec", "sat", "sun", "mar", "may", "al", "est",
    "hon", "gen", "col", "rep", "fr", "ave", "conn", "mon", "wed", "ms", "pres",
  ]

  /// Those that stand before a name, so that the sentence always goes on.
  static let titles = WordHashes(titleWords)

  private static let titleWords: [Word] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "rev", "fr", "hon", "gen", "lt", "col", "maj", "capt",
    "cmdr", "cdr", "adm", "brig", "sgt", "cpl", "pvt", "drs", "sen", "sens", "rep", "reps", "gov",
    "govs",
    "pres", "amb", "msgr", "mgr", "h.em", "h.e", "h.h", "h.r.h", "h.m", "rt", "fr", "smt", "engr",
    "bp", "abp",
    "sec", "messrs", "mme", "mlle", "supt", "insp", "det", "ald", "atty", "asst",
    "vs",
  ]
}
