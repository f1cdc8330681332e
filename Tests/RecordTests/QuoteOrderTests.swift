import Diplomacy
import Record
import TestSupport
import Testing

struct `The quotes of a meeting` {
  @Test func `tell what it came to before its announcement`() throws {
    let meetings = try GraphStore.of(.announcement, .washington).meetings()
    let meeting = try #require(meetings.first { $0.quotes.count == 2 })
    #expect(meeting.quotes.map(\.status) == [.held, .planned])
  }

  @Test func `begin with the words that name most of the participants`() throws {
    var telling = Telling("Talks with Xi ended well. Macron and Xi met in Paris.", id: "talks")
    let macron = telling.person("Macron")
    let xi = telling.person("Xi")
    telling.meeting([macron, xi], "Talks with Xi", otherQuotes: ["Macron and Xi met"])
    let quotes = try GraphStore.of(telling).meetings().flatMap(\.quotes).map(\.quote.text)
    #expect(quotes == ["Macron and Xi met", "Talks with Xi"])
  }
}
