import Diplomacy
import Record
import SQLite
import TestSupport
import Testing

struct `A person` {
  @Test func `keeps one identity through case and diacritics`() throws {
    var first = Telling("Sinéad O’Brien spoke.", id: "a")
    first.person("Sinéad O’Brien", country: "IE")
    var second = Telling("SINEAD O'BRIEN spoke.", id: "b")
    second.person("SINEAD O'BRIEN", country: "IE")
    let store = try GraphStore.of(first, second)
    #expect(try store.people(matching: "sinead obrien").map(\.name) == ["Sinéad O’Brien"])
  }

  @Test func `is found by family name alone when it is the only one`() throws {
    let store = try GraphStore.of(.washington, .familyNames)
    #expect(try store.people(matching: "PETERS").map(\.id) == ["winston-peters"])
    #expect(try store.profile(of: "winston-peters")?.aliases == ["Peters"])
  }

  @Test func `of a family name that two people have stays apart`() throws {
    var hillary = Telling("Hillary Clinton spoke.", id: "a")
    hillary.person("Hillary Clinton", country: "US")
    var bill = Telling("Bill Clinton spoke.", id: "b")
    bill.person("Bill Clinton", country: "US")
    var bare = Telling("Clinton spoke.", id: "c")
    bare.person("Clinton", country: "US")
    let store = try GraphStore.of(hillary, bill, bare)
    #expect(
      try store.people(matching: "Clinton").map(\.id) == ["clinton-us"],
      "the bare name fits best, and joins neither")
    #expect(try store.statistics().people == 3)
  }

  @Test func `of another country is another person`() throws {
    var full = Telling("Winston Peters spoke.", id: "a")
    full.person("Winston Peters", country: "NZ")
    var bare = Telling("Peters of Germany spoke.", id: "b")
    bare.person("Peters", country: "DE")
    #expect(try GraphStore.of(full, bare).statistics().people == 2)
  }

  @Test func `told apart by one article stays apart`() throws {
    var telling = Telling("Winston Peters spoke. So did Peters.", id: "a")
    telling.person("Winston Peters")
    telling.person("Peters")
    #expect(try GraphStore.of(telling).statistics().people == 2)
  }

  @Test func `that is mistyped is proposed`() throws {
    let store = try GraphStore.of(.washington)
    #expect(try store.people(matching: "Pieters").isEmpty)
    #expect(try store.peopleNamedLike("Pieters").map(\.name) == ["Winston Peters"])
    #expect(try store.peopleNamedLike("Xyzzy").isEmpty)
  }
}

struct `A meeting` {
  @Test func `that was planned and then held is one with both reports`() throws {
    let store = try GraphStore.of(.announcement, .washington)
    let meetings = try store.meetings(MeetingFilter(people: ["marco-rubio"]))
    #expect(meetings.map(\.id) == ["2025-03-19-peters-rubio"])
    #expect(meetings.first?.status == .held)
    #expect(meetings.first?.quotes.map(\.status) == [.held, .planned])
  }

  @Test func `that another article dates a day later is the same`() throws {
    let store = try GraphStore.of(.washington, .familyNames)
    #expect(try store.meetings(MeetingFilter(people: ["marco-rubio"])).count == 1)
  }

  @Test func `of which one article names fewer people is the same`() throws {
    var three = Telling(
      "Angela Merkel, Emmanuel Macron and Mark Rutte met.", id: "a", published: "2024-05-02")
    let people = [
      three.person("Angela Merkel"), three.person("Emmanuel Macron"), three.person("Mark Rutte"),
    ]
    three.meeting(people, "met", date: "2024-05-01")
    var two = Telling("Angela Merkel met Mark Rutte.", id: "b", published: "2024-05-02")
    let fewer = [two.person("Angela Merkel"), two.person("Mark Rutte")]
    two.meeting(fewer, "met", date: "2024-05-01")
    let meetings = try GraphStore.of(three, two).meetings()
    #expect(meetings.map(\.participants.count) == [3])
  }

  @Test(
    arguments: [
      Difference("another week", date: "2025-03-26"),
      Difference("another country", place: PlaceName("Wellington", in: CountryCode("NZ"))),
      Difference("a call", kind: .call),
      Difference("a denial", status: .declined),
      Difference("only the year", date: "2025"),
    ])
  func `that differs stays another`(_ difference: Difference) throws {
    var telling = Telling("Marco Rubio met Winston Peters.", id: "x", published: "2025-03-27")
    let people = [
      telling.person("Marco Rubio", country: "US"), telling.person("Winston Peters", country: "NZ"),
    ]
    telling.meeting(
      people, "met", kind: difference.kind, status: difference.status, date: difference.date,
      place: difference.place)
    let store = try GraphStore.of(.washington, telling)
    #expect(try store.meetings(MeetingFilter(people: ["marco-rubio"])).count == 2)
  }

  @Test func `lies in the whole it is part of`() throws {
    var telling = Telling(
      "Angela Merkel and Emmanuel Macron met at the summit of Mark Rutte and Angela Merkel.",
      id: "a")
    let people = [
      telling.person("Angela Merkel"), telling.person("Emmanuel Macron"),
      telling.person("Mark Rutte"),
    ]
    let summit = telling.meeting([people[0], people[2]], "summit", kind: .summit, date: "2024-05")
    telling.meeting([people[0], people[1]], "met", date: "2024-05-03", partOf: summit)
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.path("g.sqlite"), mode: .write)
    try store.ingest([telling])
    let connection = try store.readOnlyConnection()
    #expect(
      try connection.rows("select id, partOf from meeting where partOf is not null") {
        [$0.text(at: 0), $0.text(at: 1)]
      } == [["2024-05-03-macron-merkel", "2024-05-merkel-rutte-summit"]])
  }
}

struct Difference: CustomTestStringConvertible, Sendable {
  let testDescription: String
  var kind = MeetingKind.meeting
  var status = MeetingStatus.held
  var date = "2025-03-19"
  var place: PlaceName?

  init(
    _ description: String, kind: MeetingKind = .meeting, status: MeetingStatus = .held,
    date: String = "2025-03-19", place: PlaceName? = nil
  ) {
    self.testDescription = description
    self.kind = kind
    self.status = status
    self.date = date
    self.place = place
  }
}
