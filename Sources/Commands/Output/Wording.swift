import Diagnostics
import Diplomacy
import Record

/// `1 meeting`, `2 meetings`; `plural` where that takes more than an s.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// The words of an article between quotation marks, on one line, with nothing in them that steers
/// the terminal.
func quotation(_ words: String) -> String {
  // Every end of a line is one of these bytes, or begins with one.
  let hasLines = words.utf8.contains { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }
  let line = hasLines ? words.split(whereSeparator: \.isNewline).joined(separator: " ") : words
  return "“\(printable(line))”"
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
    let doubt =
      disputed.isEmpty
      ? "" : "; articles disagree on \(disputed.map(\.rawValue).joined(separator: ", "))"
    return printable("\(date?.description ?? "no date"), \(kind)\(place), \(status)\(doubt)")
  }

  /// Everybody who took part: people by name, then groups as told.
  var parties: String {
    printable((participants.map(\.name) + unnamed).joined(separator: ", "))
  }

  /// The quotes with their articles.
  var quoteLines: [String] { lines(of: quotes) }

  /// The best quotes with their articles: one of each article, of the first few articles.
  var bestQuoteLines: [String] { lines(of: bestQuotes) }

  /// How many quotes `bestQuoteLines` leaves out.
  var hiddenQuoteCount: Int { quotes.count - bestQuotes.count }

  private var bestQuotes: [MeetingQuote] {
    var articles: Set<String> = []
    return Array(quotes.filter { articles.insert($0.quote.article).inserted }.prefix(3))
  }

  /// Words that tell another status than the one the meeting came to, such as its announcement,
  /// say which; so do those that tell another day, place or kind where articles disagree on it.
  private func lines(of quotes: [MeetingQuote]) -> [String] {
    Commands.quoteLines(
      quotes.map { told in
        var others = told.status == status ? [] : [told.status.rawValue]
        if disputed.contains(.date), told.date != date {
          others += [told.date?.description ?? "undated"]
        }
        if disputed.contains(.place), let there = told.place, there != place {
          others += ["in \(there)"]
        }
        if disputed.contains(.kind), told.kind != kind { others += [told.kind.rawValue] }
        return (told.quote, others.isEmpty ? "" : ", there \(others.joined(separator: ", "))")
      })
  }
}

/// Quotes for people, a line each with its remark; below the last of an article the article.
///
///     “Peters and Rubio met” [210–230]
///     “held talks” [310–320]
///       — Talks in Washington, The Post, 2025-03-20, article talks-in-washington-a1b2c3
func quoteLines(_ quotes: [(quote: Quote, remark: String)]) -> [String] {
  quotes.enumerated().flatMap { index, told in
    let line = told.quote.words + told.remark
    let next = index + 1 < quotes.count ? quotes[index + 1].quote.article : nil
    return next == told.quote.article ? [line] : [line, "  — \(told.quote.source)"]
  }
}

extension Quote {
  /// The words and their place in the article: `“Peters and Rubio met” [210–230]`.
  fileprivate var words: String { "\(quotation(text)) [\(range.start)–\(range.end)]" }

  /// `Talks in Washington, The Post, 2025-03-20, article talks-in-washington-a1b2c3`.
  fileprivate var source: String {
    let known = [articleTitle, publisher, published?.description, "article \(article)"]
    return printable(known.compactMap { $0 }.joined(separator: ", "))
  }
}

/// `lines`, each moved right by `columns`.
func indented(_ lines: [String], by columns: Int = 2) -> [String] {
  lines.map { String(repeating: " ", count: columns) + $0 }
}
