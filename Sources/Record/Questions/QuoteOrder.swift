import Diplomacy

/// Puts what articles say of one meeting in the order in which people want to read it.
///
/// Words that tell what the meeting came to stand before its announcement; then articles go by
/// their day, and of one article's words those that name the most of the participants stand first.
struct QuoteOrder {
  private let status: MeetingStatus
  private let names: [Set<Substring>]

  /// The order for a meeting that came to `status`, of `participants`.
  init(status: MeetingStatus, participants: [PersonSummary]) {
    self.status = status
    names = participants.map { QuoteOrder.words(of: $0.name) }
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
          -participantsNamed(in: told.quote.text), index
        )
      )
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.quote)
  }

  private func participantsNamed(in text: String) -> Int {
    let words = QuoteOrder.words(of: text)
    return names.count { !$0.isDisjoint(with: words) }
  }

  private static func words(of text: String) -> Set<Substring> {
    Set(text.split { !$0.isLetter })
  }
}
