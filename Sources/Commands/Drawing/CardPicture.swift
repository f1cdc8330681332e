import Diagrams
import Diplomacy
import Record

extension MeetingCard {
  /// One meeting with its parties, roles, circumstances and sources.
  init(_ meeting: MeetingSummary) {
    let countries = Set(meeting.countries + meeting.participants.compactMap(\.country)).sorted()
    var parties = countries.map { country in
      Party(
        group: NetworkDiagram.Group(country),
        people: meeting.participants.filter { $0.country == country }.map(NetworkDiagram.Node.init))
    }
    let others = meeting.participants.filter { $0.country == nil }
    if !others.isEmpty {
      parties.append(
        Party(
          group: .init(id: "other", label: "Country not told"),
          people: others.map(NetworkDiagram.Node.init)))
    }
    var facts = [
      Fact("Form", meeting.kind.rawValue), Fact("Date", meeting.date?.words ?? "not told"),
    ]
    if let place = meeting.place { facts.append(Fact("Place", place)) }
    if !meeting.unnamed.isEmpty {
      facts.append(Fact("Also there", meeting.unnamed.joined(separator: "; ")))
    }
    if !meeting.topics.isEmpty {
      facts.append(Fact("Topics", meeting.topics.joined(separator: "; ")))
    }
    if let whole = meeting.partOf { facts.append(Fact("Part of", whole)) }
    if !meeting.disputed.isEmpty {
      facts.append(
        Fact(
          "Disputed",
          "articles disagree on \(meeting.disputed.map(\.rawValue).joined(separator: ", "))"))
    }
    let shown = 12
    let articles = Set(meeting.quotes.map(\.quote.article)).count
    var caption =
      "Source: \(printed(articles, "article")), \(counted(meeting.quotes.count, "quote"))."
    if meeting.quotes.count > shown { caption += " The first \(shown) quotes are printed." }
    self.init(
      text: DiagramText(
        title: meeting.title, subtitle: meeting.date?.words ?? "",
        caption: [caption],
        notes: meeting.quotes.prefix(shown).map { told in
          DiagramText.Note(
            about: meeting.id,
            what: [told.status.rawValue, told.date?.words, told.place].compactMap { $0 }
              .joined(separator: ", "), quote: quotation(told.quote.text),
            source: told.quote.sourceWords, address: told.quote.url)
        }),
      status: .init(meeting.status), parties: parties, facts: facts)
  }
}
