import Diplomacy

/// Puts what articles say of one meeting in the order in which people want to read it.
///
/// Words that tell what the meeting came to stand before its announcement; then articles go by
/// their day, and of one article's words those that name the most of the people asked for stand
/// first.
private struct QuoteOrder {
  private let status: MeetingStatus
  private let names: [Set<Substring>]

  init(status: MeetingStatus, people: [PersonSummary]) {
    self.status = status
    names = people.map { QuoteOrder.words(of: $0.name) }
  }

  /// `quotes`, which come in the order of their articles, with the best first.
  func sorted(_ quotes: [MeetingQuote]) -> [MeetingQuote] {
    var articles: [String: Int] = [:]
    for quote in quotes where articles[quote.quote.article] == nil {
      articles[quote.quote.article] = articles.count
    }
    let ranked = quotes.enumerated().map { index, told in
      (
        quote: told,
        rank: (
          told.status == status ? 0 : 1, articles[told.quote.article] ?? 0,
          -peopleNamed(in: told.quote.text), index
        )
      )
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.quote)
  }

  private func peopleNamed(in text: String) -> Int {
    let words = QuoteOrder.words(of: text)
    return names.count { !$0.isDisjoint(with: words) }
  }

  private static func words(of text: String) -> Set<Substring> {
    Set(text.split { !$0.isLetter })
  }
}

extension MeetingSummary {
  /// The same meeting with its best quotes first: those that name the most of its participants, or
  /// only of those with the identifiers `chosen`.
  func bestQuotesFirst(naming chosen: Set<String>? = nil) -> MeetingSummary {
    let people = participants.filter { chosen?.contains($0.id) ?? true }
    var meeting = self
    meeting.quotes = QuoteOrder(status: status, people: people).sorted(quotes)
    return meeting
  }
}
