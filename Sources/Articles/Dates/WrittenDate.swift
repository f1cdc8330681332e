import Diplomacy

/// Reads days of publication as machines write them: in metadata, addresses and names of files.
///
/// Whatever the time and its zone, the day is the one that is written: the publisher's.
enum WrittenDate {
  /// The date of a field: ISO 8601 and its shortened forms, RFC 5322 as in mail and RSS, a count of
  /// seconds or milliseconds since 1970, or a date in English.
  static func inField(_ text: String) -> PartialDate? {
    let text = text.drop(while: \.isWhitespace)
    if let date = iso(text) { return date }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if digits.count == text.count, digits.count == 8 { return compact(digits) }
    if digits.count == text.count, digits.count == 10 || digits.count == 13,
      let count = Int(digits)
    {
      let seconds = digits.count == 13 ? count / 1000 : count
      return CalendarDate(dayNumber: seconds / 86_400).map { .day($0) }
    }
    if digits.count == 14, let date = compact(digits.prefix(8)) { return date }
    return HeaderFacts.date(in: String(text.prefix(80))).map { .day($0) } ?? month(in: text)
  }

  /// `2025-03-20T10:00:00Z`, `2025-03-20 10:00`, `2025-3-20`, `2025-03`, `2025`.
  private static func iso(_ text: Substring) -> PartialDate? {
    let head = text.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
    let next = text.dropFirst(head.count).first
    guard next == nil || next == "T" || next == "t" || next == " " || next == "Z" || next == "+"
    else { return nil }
    let parts = head.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, let year = Int(parts[0]), (1000...2999).contains(year) else {
      return nil
    }
    switch parts.count {
    case 1: return text.count == 4 ? .year(year) : nil
    case 2:
      guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
      return .month(year: year, month: month)
    default:
      guard let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
      return CalendarDate(year: year, month: month, day: day).map { .day($0) }
    }
  }

  private static func compact(_ digits: Substring) -> PartialDate? {
    guard let number = Int(digits), digits.utf8.count == 8 else { return nil }
    let year = number / 10_000
    guard (1900...2100).contains(year) else { return nil }
    return CalendarDate(year: year, month: number / 100 % 100, day: number % 100).map { .day($0) }
  }

  /// "March 2025".
  private static func month(in text: Substring) -> PartialDate? {
    let words = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    guard words.count == 2, words[1].utf8.count == 4, let year = Int(words[1]),
      let month = HeaderFacts.month(words[0].lowercased())
    else { return nil }
    return .month(year: year, month: month)
  }

  /// The date in the address of a page: `/2025/03/20/`, `/2025-03-20`, `/20250320/`, `/2025/mar/20/`;
  /// of `/2025/03/` the month.
  static func inAddress(_ address: String) -> PartialDate? {
    let path = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    return inPath(path.drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" })
  }

  /// The date in a path of folders and files: `archive/2025/03/20/talks.html`, `20250320_talks.txt`.
  static func inPath(_ path: some StringProtocol) -> PartialDate? {
    // Most names have no year.
    guard HeaderFacts.hasYear(path) else { return nil }
    let parts = path.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    for index in parts.indices.dropLast(2) {
      if let (year, month) = monthOfYear(parts, at: index), parts[index + 2].utf8.count <= 2,
        let day = Int(parts[index + 2]),
        let date = CalendarDate(year: year, month: month, day: day)
      {
        return .day(date)
      }
    }
    for part in parts where part.utf8.count == 8 {
      if let date = compact(Substring(part)) { return date }
    }
    // A year and a month are told only by folders of their own: "2025-03" may be any number.
    let folders = path.split(separator: "/")
    for index in folders.indices.dropLast() {
      let pair = [String(folders[index]), String(folders[index + 1])]
      if pair[1].utf8.count == 2, Int(pair[1]) != nil, let (year, month) = monthOfYear(pair, at: 0)
      {
        return .month(year: year, month: month)
      }
    }
    return nil
  }

  private static func monthOfYear(
    _ parts: [some StringProtocol], at index: Int
  ) -> (year: Int, month: Int)? {
    guard index + 1 < parts.count, parts[index].utf8.count == 4, let year = Int(parts[index]),
      (1900...2100).contains(year)
    else { return nil }
    let word = parts[index + 1]
    guard let month = word.utf8.count <= 2 ? Int(word) : HeaderFacts.month(word.lowercased()),
      (1...12).contains(month)
    else { return nil }
    return (year, month)
  }
}
