import Diplomacy

/// What the lines around the body tell: author, address, day of publication.
struct HeaderFacts {
  var author: String?
  var url: String?
  /// The day that a line states.
  var lineDate: PartialDate?
  var dateline: PartialDate?

  init(_ parts: [BlockClassifier.Part]) {
    for part in parts where part.kind == .byline || part.kind == .boilerplate {
      let text = part.line.text
      if author == nil { author = HeaderFacts.author(in: text) }
      if url == nil { url = HeaderFacts.address(in: text) }
    }
    for part in parts where part.kind == .byline && lineDate == nil {
      lineDate = HeaderFacts.date(in: part.line.text).map { .day($0) }
    }
    dateline = parts.prefix(4).compactMap(HeaderFacts.datelineDate).first.map { .day($0) }
  }

  private static func datelineDate(_ part: BlockClassifier.Part) -> CalendarDate? {
    part.kind == .paragraph ? datelineDate(in: part.line.text) : nil
  }

  /// A date with its year before the dash of a dateline: "Pretoria, 3 November 2022 —".
  static func datelineDate(in text: String) -> CalendarDate? {
    // Most have neither a year nor a dash; that is soon told, letters as readers see them are not.
    guard hasYear(text), text.utf8.contains(where: { $0 == 0x2D || $0 == 0xE2 }) else { return nil }
    let head = text.prefix(60)
    guard
      let dash = head.firstIndex(where: { "—–".contains($0) })
        ?? head.firstRange(of: " - ")?.lowerBound
    else { return nil }
    return date(in: String(head[..<dash]))
  }
}

// MARK: - Lines

extension HeaderFacts {
  /// Whether a line is nothing but a date, with or without weekday, time and "Published".
  static func isDateLine(_ text: String) -> Bool {
    guard text.utf8.count <= 240, text.unicodeScalars.count <= 60, date(in: text) != nil else {
      return false
    }
    let words = text.lowercased().split { !$0.isLetter }
    return words.allSatisfy { dateWords.contains(String($0)) || month(String($0)) != nil }
  }

  private static let dateWords: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "wed", "thu", "fri", "sat", "sun", "published", "updated", "posted", "on", "at", "last", "am",
    "pm", "a", "m", "p", "gmt", "utc", "est", "edt", "bst", "cet", "et", "th", "st", "nd", "rd",
    "ist", "cest", "eest", "msk", "pst", "pdt", "cst", "gst", "jst", "kst", "sgt", "hkt", "aest",
    "aedt", "nzst", "nzdt", "wib", "local", "time", "update", "modified", "created", "issued",
    "first", "hrs", "sept", "weds", "tues", "thurs",
  ]

  private static func author(in text: String) -> String? {
    for label in ["Author:", "Written by", "By ", "Reported by"] where text.hasPrefix(label) {
      let name = text.dropFirst(label.count).drop(while: \.isWhitespace)
      return name.isEmpty ? nil : String(name)
    }
    return nil
  }

  private static func address(in text: String) -> String? {
    guard PlainTextReader.holdsLink(text) else { return nil }
    guard let start = text.range(of: "https://") ?? text.range(of: "http://") else { return nil }
    let address = text[start.lowerBound...].prefix { !$0.isWhitespace && !"\"<>".contains($0) }
    return address.count > 12 ? String(address) : nil
  }
}

// MARK: - Written dates

extension HeaderFacts {
  /// The first whole date in `text`: "2 April 2021", "March 17, 2025", "2025-03-20", "27 Feb 2023".
  static func date(in text: String) -> CalendarDate? {
    guard hasYear(text) else { return nil }
    if text.utf8.count(where: { $0 == 0x2E || $0 == 0x2F }) >= 2,
      let date = words(of: text, at: "").lazy.compactMap({ numeric($0) }).first
    {
      return date
    }
    let words = words(of: text, at: ",./()").map(String.init)
    for (index, word) in words.enumerated() {
      if isFigure(word.utf8.first), word.utf8.count >= 10,
        let date = CalendarDate(iso: word.prefix(10))
      {
        return date
      }
      guard let month = month(word.lowercased()) else { continue }
      let before = index > 0 ? day(words[index - 1]) : nil
      let after = index + 1 < words.count ? day(words[index + 1]) : nil
      if let before, index + 1 < words.count, let year = year(words[index + 1]) {
        if let date = CalendarDate(year: year, month: month, day: before) { return date }
      }
      if let after, index + 2 < words.count, let year = year(words[index + 2]) {
        if let date = CalendarDate(year: year, month: month, day: after) { return date }
      }
    }
    return nil
  }

  /// The parts of `text` between white space and `marks`, which are of ASCII. Characters as readers see
  /// them are only looked for where the text is not of ASCII.
  private static func words(of text: String, at marks: String) -> [Substring] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split { marks.contains($0) || $0.isWhitespace }
    }
    return text.utf8.split { byte in
      byte == 0x20 || (0x09...0x0D).contains(byte) || marks.utf8.contains(byte)
    }.map { Substring($0) }
  }

  private static func isFigure(_ byte: UInt8?) -> Bool {
    byte.map { (0x30...0x39).contains($0) } ?? false
  }

  /// Whether four figures stand side by side, as in every whole date.
  static func hasYear(_ text: some StringProtocol) -> Bool {
    var count = 0
    for byte in text.utf8 {
      count = (0x30...0x39).contains(byte) ? count + 1 : 0
      if count == 4 { return true }
    }
    return false
  }

  /// "19.04.2025", "2014/06/08", and "28/06/2022" where no month could be meant by the first figure.
  private static func numeric(_ word: some StringProtocol) -> CalendarDate? {
    guard word.utf8.count(where: { $0 == 0x2E || $0 == 0x2F }) >= 2 else { return nil }
    let parts = word.split { "./".contains($0) }.map { Int($0) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else {
      return nil
    }
    if first > 999 { return CalendarDate(year: first, month: second, day: third) }
    guard third > 999, word.contains(".") || first > 12 else { return nil }
    return CalendarDate(year: third, month: second, day: first)
  }

  private static func day(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    let ending = word.dropFirst(digits.count).lowercased()
    guard digits.count <= 2, ["", "st", "nd", "rd", "th"].contains(ending) else { return nil }
    return Int(digits)
  }

  private static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1000...2999).contains(year) else {
      return nil
    }
    return year
  }

  static func month(_ word: String) -> Int? {
    let length = word.utf8.count
    guard (3...9).contains(length) else { return nil }
    if let index = (length == 3 ? shortMonths : months).firstIndex(of: word) { return index + 1 }
    return word == "sept" ? 9 : nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let shortMonths = months.map { String($0.prefix(3)) }
}

extension String {
  /// The first place where `words` stand.
  fileprivate func range(of words: String) -> Range<String.Index>? {
    firstRange(of: words)
  }
}
