import Diplomacy
import Record
import TestSupport
import Testing

/// Meetings as rows: who, when, what sort, and of which article's first meeting it is a part.
private func press(_ rows: [(day: String, names: [String], kind: MeetingKind)]) throws -> GraphStore
{
  try GraphStore.of(
    rows.enumerated().map { number, row in
      var telling = Telling(
        row.names.joined(separator: " and ") + " met (\(number)).", id: "a\(number)",
        published: row.day)
      let people = row.names.map { telling.person($0) }
      telling.meeting(people, "met", kind: row.kind, date: row.day)
      return telling
    })
}

struct `The history of two people` {
  @Test func `tells first, last and the longest gap`() throws {
    let store = try press([
      ("2014-03-06", ["John Kerry", "Sergei Lavrov"], .meeting),
      ("2014-03-14", ["John Kerry", "Sergei Lavrov"], .meeting),
      ("2015-05-12", ["John Kerry", "Sergei Lavrov"], .visit),
      ("2015-06-01", ["John Kerry", "Wang Yi"], .meeting),
    ])
    let history = try store.history(of: "john-kerry", with: "sergei-lavrov")
    #expect(history.meetings.count == 3)
    #expect(history.first?.date?.description == "2014-03-06")
    #expect(history.last?.date?.description == "2015-05-12")
    #expect(history.longestGap?.days == 424)
    let since = try store.history(
      of: "john-kerry", with: "sergei-lavrov",
      MeetingFilter(since: CalendarDate(iso: "2014-03-10")))
    #expect(since.first?.date?.description == "2014-03-14", "the first since")
    #expect(try store.basis().articles == 4)
    #expect(try store.basis().span == "2014-03-06"..."2015-06-01")
  }

  @Test func `counts under which titles`() throws {
    var articles: [Telling] = []
    for (number, title) in ["Prime Minister", "President", "President"].enumerated() {
      var telling = Telling(
        "\(title) Vladimir Putin met Tony Blair (\(number)).", id: "a\(number)",
        published: "200\(number)-02-01"
      )
      let people = [
        telling.person("Vladimir Putin", country: "RU", title: title), telling.person("Tony Blair"),
      ]
      telling.meeting(people, "met", date: "200\(number)-01-31")
      articles.append(telling)
    }
    let history = try GraphStore.of(articles).history(of: "vladimir-putin", with: "tony-blair")
    #expect(history.roles.map(\.first) == ["President", "Prime Minister"])
    #expect(history.roles.map(\.meetings) == [2, 1])
  }
}

struct `A courier` {
  private func store() throws -> GraphStore {
    try press([
      ("2025-03-01", ["Marco Rubio", "Winston Peters"], .meeting),
      ("2025-03-01", ["Marco Rubio", "Wang Yi"], .meeting),
      ("2025-03-05", ["Wang Yi", "Sergei Lavrov"], .meeting),
      ("2025-02-20", ["Winston Peters", "Sergei Lavrov"], .meeting),
      ("2025-03-09", ["Marco Rubio", "Wang Yi"], .call),
      ("2025-03-12", ["Wang Yi", "Sergei Lavrov"], .call),
    ])
  }

  @Test func `goes forward in time only, and not twice on one day`() throws {
    let steps = try store().courier(
      from: "winston-peters", to: "sergei-lavrov", since: CalendarDate(iso: "2025-02-21"))
    #expect(steps?.map(\.to.name) == ["Marco Rubio", "Wang Yi", "Sergei Lavrov"])
    #expect(
      steps?.map { $0.meeting.date?.description ?? "" }
        == ["2025-03-01", "2025-03-09", "2025-03-12"])
  }

  @Test func `takes the earliest way, and none that comes too late`() throws {
    let direct = try store().courier(from: "winston-peters", to: "sergei-lavrov")
    #expect(direct?.map(\.from.name) == ["Winston Peters"])
    let late = try store().courier(
      from: "winston-peters", to: "sergei-lavrov", since: CalendarDate(iso: "2025-02-21"),
      until: CalendarDate(iso: "2025-03-11"))
    #expect(late == nil)
  }
}

struct `Meetings that only such a record can tell` {
  @Test func `are those announced and never reported`() throws {
    var later = Telling("Angela Merkel spoke.", id: "later", published: "2025-03-30")
    later.person("Angela Merkel")
    var plan = Telling(
      "Marco Rubio will meet Wang Yi.", id: "plan", published: "2025-03-01")
    let people = [plan.person("Marco Rubio"), plan.person("Wang Yi")]
    plan.meeting(people, "will meet", status: .planned, date: "2025-03-10")
    let store = try GraphStore.of(.announcement, .washington, plan, later)
    #expect(
      try store.announcedAndNotReported().map(\.title) == ["Meeting of Marco Rubio and Wang Yi"])
  }

  @Test func `are those on sidelines alone, by what articles tell or by day, place and people`()
    throws
  {
    var summit = Telling(
      "Emmanuel Macron, Olaf Scholz and Joe Biden attended the summit in Hiroshima.", id: "summit",
      published: "2023-05-22")
    let leaders = ["Emmanuel Macron", "Olaf Scholz", "Joe Biden"].map { summit.person($0) }
    let hiroshima = PlaceName("Hiroshima", in: CountryCode("JP"))
    summit.meeting(
      leaders, "summit", kind: .summit, date: "2023-05-19/2023-05-21", place: hiroshima)
    var talks = Telling("Emmanuel Macron met Joe Biden.", id: "talks", published: "2023-05-22")
    let two = [talks.person("Emmanuel Macron"), talks.person("Joe Biden")]
    talks.meeting(two, "met", date: "2023-05-20", place: hiroshima)
    let store = try GraphStore.of(summit, talks)
    let meetings = try store.meetings(MeetingFilter(kind: .meeting))
    #expect(meetings.map(\.partOf) == ["2023-05-19-biden-macron-scholz-summit"])
    // They also met at the summit itself, which is part of nothing.
    #expect(try store.metOnlyOnSidelines().isEmpty)
  }

  @Test func `are talks during a visit to their country`() throws {
    var visit = Telling("Winston Peters visited Washington.", id: "visit", published: "2025-03-21")
    let peters = visit.person("Winston Peters", country: "NZ")
    visit.meeting(
      [peters], "visited", kind: .visit, date: "2025-03-16/2025-03-20",
      place: PlaceName("Washington", in: CountryCode("US")), countries: ["US"])
    let store = try GraphStore.of(visit, .washington)
    let rubio = try store.meetings(MeetingFilter(people: ["marco-rubio"]))
    #expect(rubio.map(\.partOf) == ["2025-03-16-peters-nz-us-visit"])
    #expect(
      try store.metOnlyOnSidelines("marco-rubio").map(\.other.name) == ["Winston Peters"])
    try store.forget("visit")
    #expect(try store.meetings().allSatisfy { $0.partOf == nil })
    #expect(try store.verify().isEmpty)
  }
}

struct `Disagreement` {
  @Test func `is shown with who says what`() throws {
    func telling(_ id: String, _ day: String, _ place: String) -> Telling {
      var telling = Telling(
        "John Kerry met Sergei Lavrov, says \(id).", id: id, published: "2014-03-09")
      let people = [telling.person("John Kerry"), telling.person("Sergei Lavrov")]
      telling.meeting(people, "met", date: day, place: PlaceName(place, in: CountryCode("CH")))
      return telling
    }
    let store = try GraphStore.of(
      telling("a", "2014-03-06", "Geneva"), telling("b", "2014-03-07", "Geneva"),
      telling("c", "2014-03-06", "Zurich"))
    var filter = MeetingFilter()
    filter.isDisputed = true
    let meeting = try #require(try store.meetings(filter).first)
    #expect(meeting.date?.description == "2014-03-06", "two of three articles say so")
    #expect(meeting.place == "Geneva")
    #expect(meeting.disputed == [.date, .place])
    #expect(meeting.quotes.compactMap(\.place) == ["Geneva", "Geneva", "Zurich"])
    try store.forget("b")
    try store.forget("c")
    #expect(try store.meetings(filter).isEmpty)
  }
}
