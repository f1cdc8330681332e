import Diplomacy

extension MeetingSummary {
  /// The same meeting with its best quotes first.
  ///
  /// Words that tell what the meeting came to stand before its announcement; then articles go by
  /// their day, and of one article's words those that name the most participants stand first.
  func bestQuotesFirst() -> MeetingSummary {
    guard hasChoice else { return sortingQuotes { _ in 0 } }
    let names = participants.map { words(of: $0.name) }
    return sortingQuotes { text in
      let told = words(of: text)
      return names.count { !$0.isDisjoint(with: told) }
    }
  }

  /// The same meeting with those quotes first that tell best of two of its participants.
  ///
  /// "Blinken joined the meeting" says more about Biden and Blinken than "Biden met Xi": where no
  /// words name both, those count that name the one who is named more seldom.
  func bestQuotesFirst(about person: String, and other: String) -> MeetingSummary {
    guard hasChoice else { return self }
    let told = quotes.map { words(of: $0.quote.text) }
    let names = participants.filter { $0.id == person || $0.id == other }
      .map { words(of: $0.name) }
      .map { name in (name, times: told.count { !$0.isDisjoint(with: name) }) }
      .sorted { $0.times > $1.times }
      .map(\.0)
    return sortingQuotes { text in
      let told = words(of: text)
      return names.enumerated().reduce(0) {
        $0 + ($1.element.isDisjoint(with: told) ? 0 : $1.offset + 1)
      }
    }
  }

  /// Whether an article has several quotes, of which some may be better than others, also for one participant
  /// than for another.
  public var hasChoice: Bool {
    if quotes.count < 2 { return false }
    if quotes.count > 8 { return Set(quotes.lazy.map(\.quote.article)).count < quotes.count }
    return quotes.indices.dropFirst().contains { index in
      quotes[..<index].contains { $0.quote.article == quotes[index].quote.article }
    }
  }

  private func sortingQuotes(by score: (String) -> Int) -> MeetingSummary {
    guard quotes.count > 1 else { return self }
    var articles: [String: Int] = [:]
    for told in quotes where articles[told.quote.article] == nil {
      articles[told.quote.article] = articles.count
    }
    let ranked = quotes.enumerated().map { index, told in
      let article = articles[told.quote.article] ?? 0
      let isOther = told.status == status ? 0 : 1
      return (told, rank: (isOther, article, -score(told.quote.text), index))
    }
    var meeting = self
    meeting.quotes = ranked.sorted { $0.rank < $1.rank }.map(\.0)
    return meeting
  }
}

private func words(of text: String) -> Set<Substring> {
  Set(text.split { !$0.isLetter })
}
