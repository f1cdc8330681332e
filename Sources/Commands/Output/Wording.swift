import Diagnostics
import Diplomacy
import Record

/// `1 meeting`, `2 meetings`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// The words of an article between quotation marks, on one line, with nothing in them that steers
/// the terminal.
func quotation(_ words: String) -> String {
  "“\(printable(words.split(whereSeparator: \.isNewline).joined(separator: " ")))”"
}

extension PersonSummary {
  /// `Winston Peters (NZ), Foreign Minister`.
  var line: String {
    let country = country.map { " (\($0))" } ?? ""
    return printable("\(name)\(country)\(titles.first.map { ", \($0)" } ?? "")")
  }
}

extension MeetingSummary {
  /// `2025-03-19, meeting in Washington, held`.
  var circumstances: String {
    let place = place.map { " in \($0)" } ?? ""
    return printable("\(date?.description ?? "no date"), \(kind)\(place), \(status)")
  }

  /// Everybody who took part: people by name, then groups as told.
  var parties: String {
    printable((participants.map(\.name) + unnamed).joined(separator: ", "))
  }

  /// The quotes with their sources, two lines each. Words that tell another status than the one
  /// the meeting came to, such as its announcement, say which.
  var quoteLines: [String] {
    quotes.flatMap { told in
      let other = told.status == status ? "" : ", there \(told.status)"
      return [quotation(told.quote.text), "  \(told.quote.source)\(other)"]
    }
  }
}

extension Quote {
  /// The words, and under them where they stand.
  var lines: [String] { [quotation(text), "  \(source)"] }

  /// `The Post, 2025-03-20, article rubio-peters, 210–268`.
  var source: String {
    let known = [publisher, published?.description, "article \(article)"].compactMap { $0 }
    return printable(known.joined(separator: ", ")) + ", \(range.start)–\(range.end)"
  }
}

/// `lines`, each moved right by `columns`.
func indented(_ lines: [String], by columns: Int = 2) -> [String] {
  lines.map { String(repeating: " ", count: columns) + $0 }
}
