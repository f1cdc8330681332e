/// The names of days and months, which a unit of several tokens may begin with.
package enum CalendarWords {
  /// In lower case, short forms with their full stop.
  package static let all = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "mon.", "tue.", "tues.", "wed.", "thu.", "thurs.", "fri.", "sat.",
    "sun.", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.",
    "nov.", "dec.",
  ]

  /// Their hashes.
  package static let hashes = AtomSet(all)
}
