import Diplomacy
@testable import Record
import SQLite
import TestSupport
import Testing

struct `Who met whom` {
  @Test func `counts held meetings only`() throws {
    var planned = Telling(
      "Winston Peters will meet Penny Wong.", id: "wong", published: "2025-05-01")
    let people = [planned.person("Winston Peters"), planned.person("Penny Wong")]
    planned.meeting(people, "will meet", status: .planned)
    let store = try GraphStore.of(.washington, planned)
    #expect(
      try store.counterparts(of: "winston-peters").map(\.person.name) == [
        "Marco Rubio", "Mike Waltz", "Morgan Ortagus",
      ])
    #expect(
      try store.counterparts(of: "winston-peters", MeetingFilter(status: .planned))
        .map(\.person.id) == ["penny-wong"])
    #expect(try store.why("winston-peters", "penny-wong").verdict == .planned)
  }

  @Test func `is narrowed by day, country and kind`() throws {
    let store = try GraphStore.of(.washington, .call)
    let day = CalendarDate(iso: "2025-03-18")
    #expect(
      try store.meetings(MeetingFilter(until: day)).map(\.id) == ["2025-03-18-lavrov-rubio-call"])
    #expect(try store.meetings(MeetingFilter(since: CalendarDate(iso: "2025-03-20"))).isEmpty)
    #expect(try store.meetings(MeetingFilter(country: CountryCode("RU"))).count == 1)
    #expect(try store.meetings(MeetingFilter(kind: .meal)).map(\.participants.count) == [2])
  }

  @Test(arguments: [1, 2, 3]) func `is the same however many are looked up at once`(
    page: Int
  ) throws {
    let store = try GraphStore.of(.washington, .call, .announcement)
    let all = try store.meetings()
    #expect(all.count > 3 && all.allSatisfy { !$0.quotes.isEmpty })
    #expect(try store.meetings(MeetingFilter(), page: page) == all)
  }

  @Test func `shows everything told of a meeting`() throws {
    let meeting = try #require(
      try GraphStore.of(.washington).meetings(MeetingFilter(people: ["marco-rubio"])).first)
    #expect(meeting.title == "Meeting of Marco Rubio and Winston Peters")
    #expect(meeting.place == "Washington")
    #expect(meeting.countries == [CountryCode("NZ"), CountryCode("US")])
    #expect(meeting.topics == ["trade"])
    #expect(meeting.participants.map(\.titles) == [["Secretary of State"], ["Foreign Minister"]])
    #expect(meeting.quotes.map(\.quote.range) == [TextRange(22, 87)])
  }

  @Test(
    arguments: [
      ("marco-rubio", PairVerdict.met), ("donald-trump", .namedTogether),
      ("steve-witkoff", .namedTogether), ("sergei-lavrov", .unrelated),
    ])
  func `has a verdict for every pair`(_ other: String, _ verdict: PairVerdict) throws {
    let store = try GraphStore.of(.washington, .call)
    #expect(try store.why("winston-peters", other).verdict == verdict)
    #expect(try store.why(other, "winston-peters").verdict == verdict)
  }

  @Test func `says why two did not meet`() throws {
    let why = try GraphStore.of(.washington).why("winston-peters", "steve-witkoff")
    #expect(why.separations.map(\.reason) == [.relativeClause])
    #expect(why.separations.map(\.quote.text) == ["who works with Steve Witkoff"])
  }

  @Test func `is drawn with each pair once`() throws {
    let network = try GraphStore.of(.washington, .familyNames, .call).network()
    #expect(
      network.contacts.map { "\($0.person) \($0.other)" } == [
        "marco-rubio sergei-lavrov", "marco-rubio winston-peters", "mike-waltz winston-peters",
        "morgan-ortagus winston-peters",
      ])
    #expect(network.people.count == 5)
  }

  @Test func `profiles a person`() throws {
    let profile = try #require(try GraphStore.of(.washington).profile(of: "mike-waltz"))
    #expect(profile.roles.map(\.title) == ["National Security Advisor"])
    #expect(profile.roles.first?.quotes.map(\.text) == ["National Security Advisor"])
    #expect(profile.serves.map(\.name) == ["Donald Trump"])
    #expect(try GraphStore.of(.washington).profile(of: "nobody") == nil)
  }
}

struct `The views for readers` {
  @Test(
    arguments: [
      (
        "select person, other, meetings, first from met where person = 'Winston Peters'",
        [
          "Winston Peters|Marco Rubio|1|2025-03-19", "Winston Peters|Mike Waltz|1|2025-03-19",
          "Winston Peters|Morgan Ortagus|1|2025-03-19",
        ]
      ),
      (
        "select person, other, reason, article from not_met order by 2",
        [
          "Winston Peters|Donald Trump|possessor|washington",
          "Winston Peters|Steve Witkoff|relativeClause|washington",
        ]
      ),
      (
        "select id, who, countries, place, articles from meeting_overview where place is not null",
        ["2025-03-19-peters-rubio|Marco Rubio, Winston Peters|NZ, US|Washington|1"]
      ),
      (
        "select roles, meetings, met, articles from person_overview where id = 'winston-peters'",
        ["Foreign Minister (NZ)|3|3|1"]
      ),
      ("select id, meetings, people from article_overview", ["washington|3|6"]),
      (
        "select id, name, country, round(latitude), round(longitude) from place",
        ["washington-us|Washington|US|39.0|-77.0"]
      ),
      ("select count(*) from unproven", ["0"]),
    ])
  func `show rows with plain names`(_ query: String, _ rows: [String]) throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.path("graph.sqlite"), mode: .write)
    try store.ingest([.washington])
    let found = try store.readOnlyConnection().rows(.init(raw: query)) { row in
      (0..<row.columnCount).map { row.text(at: $0) }.joined(separator: "|")
    }
    #expect(found == rows)
  }

  @Test func `find words of articles without diacritics`() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.path("graph.sqlite"), mode: .write)
    try store.ingest([Telling("Visite à Genève.", id: "geneve")])
    let found = try store.readOnlyConnection().integer(
      "select count(*) from articleSearch where articleSearch match \("geneve")")
    #expect(found == 1)
  }
}
