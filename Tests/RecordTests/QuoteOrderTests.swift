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

  @Test func `that two people had with others begin with the words that name the two`() throws {
    var telling = Telling("Macron, Xi and Scholz met. Wang joined Macron and Xi.", id: "talks")
    let macron = telling.person("Macron")
    let xi = telling.person("Xi")
    let scholz = telling.person("Scholz")
    let wang = telling.person("Wang")
    telling.meeting(
      [macron, xi, scholz, wang], "Macron, Xi and Scholz met",
      otherQuotes: ["Wang joined Macron and Xi"])
    let store = try GraphStore.of(telling)
    let wangs = try store.counterparts(of: "macron").first { $0.person.id == "wang" }
    #expect(wangs?.meetings.first?.quotes.first?.quote.text == "Wang joined Macron and Xi")
    #expect(
      try store.why("xi", "wang").meetings.first?.quotes.first?.quote.text
        == "Wang joined Macron and Xi")
    #expect(
      try store.why("xi", "scholz").meetings.first?.quotes.first?.quote.text
        == "Macron, Xi and Scholz met")
  }

  @Test func `name at least the one who is named more seldom`() throws {
    var telling = Telling("Biden met Xi. Blinken joined the talks.", id: "talks")
    let people = ["Biden", "Xi", "Blinken"].map { telling.person($0) }
    telling.meeting(people, "Biden met Xi", otherQuotes: ["Blinken joined the talks"])
    let store = try GraphStore.of(telling)
    for (person, other, expected) in [
      ("biden", "blinken", "Blinken joined the talks"), ("biden", "xi", "Biden met Xi"),
    ] {
      let meeting = try store.why(person, other).meetings.first
      #expect(meeting?.quotes.first?.quote.text == expected)
    }
  }
}
