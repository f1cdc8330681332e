/// The words that dates are made of, in lower case.
enum DateWords {
  /// January 1 to December 12, with the usual abbreviations.
  static let months = WordTable(monthsByName)

  private static let monthsByName: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var months: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
      months[String(name.prefix(3)) + "."] = index + 1
    }
    for (name, month) in [("sept", 9), ("sept.", 9)] { months[name] = month }
    return months
  }()

  /// Monday 1 to Sunday 7.
  static let weekdays = WordTable(weekdaysByName)

  private static let weekdaysByName = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
  ]

  /// Abbreviated, so that only an exact date after it shows that a day is meant.
  static let shortWeekdays = WordTable(shortWeekdaysByName)

  private static let shortWeekdaysByName = [
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
    "sun": 7,
  ]

  static let numbers: WordTable<Int> = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20,
  ]

  static let ordinals: WordTable<Int> = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
  ]

  /// How many days "three weeks" and the like are; years and months are counted by themselves.
  static let units: WordTable<Int> = [
    "day": 1, "days": 1, "night": 1, "nights": 1, "evening": 1, "evenings": 1, "week": 7,
    "weeks": 7, "fortnight": 14,
  ]

  /// How far "last week" and the like lie from this one.
  static let shifts: WordTable<Int> = ["last": -1, "this": 0, "next": 1]

  static let partsOfDay: WordSet = ["morning", "afternoon", "evening", "night", "day", "lunchtime"]

  /// Words that can open a date and are neither number, month nor weekday.
  static let openers: WordSet = [
    "today", "tonight", "yesterday", "tomorrow", "last", "next", "this", "coming", "past",
    "that", "the", "earlier", "later", "early", "late", "mid", "end", "a", "an", "one", "over",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    "following", "previous", "same", "in", "christmas", "new",
  ]

  /// Words that count occasions, so that "in two weeks" behind them tells how often.
  static let counts: WordSet = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "twice", "time", "times", "meeting", "meetings", "visit", "visits", "call", "calls", "trip",
    "trips", "talks", "round", "summit",
  ]

  /// Every word that can be the first of a date.
  static let first = openers.union(
    WordSet(
      [monthsByName.keys, weekdaysByName.keys, shortWeekdaysByName.keys].joined()
        + shortWeekdaysByName.keys.map { $0 + "." }))

  /// What vouches for a month behind it.
  static let beforeMonths: WordSet = [
    "in", "last", "since", "by", "early", "late", "mid", "this", "next", "until", "of", "during",
    "before", "for",
  ]

  /// What can stand between such a word and the month it belongs to.
  static let monthLeads: WordSet = ["early", "late", "mid", "end", "last", "next", "this"]

  /// What "last Monday" and the like turn on.
  static let turns: WordTable<DateExpression.Turn> = [
    "last": .last, "next": .next, "this": .nearest, "coming": .nearest, "past": .last,
    "early": .nearest, "late": .nearest,
  ]
}
