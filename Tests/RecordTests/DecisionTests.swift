import Diagnostics
import Diplomacy
import Record
import SQLite
import TestSupport
import Testing

private func spelled(_ name: String, id: String) -> Telling {
  var telling = Telling("\(name) met Rishi Sunak.", id: id, published: "2022-10-26")
  let people = [telling.person(name, country: "UA"), telling.person("Rishi Sunak", country: "GB")]
  telling.meeting(people, "met", date: "2022-10-25")
  return telling
}

struct `A decision` {
  private let store: GraphStore

  init() throws {
    store = try GraphStore(path: "graph", mode: .inMemory)
    try store.ingest([
      spelled("Volodymyr Zelenskyy", id: "a"), spelled("Ze President", id: "b"),
    ])
  }

  @discardableResult
  private func merge() throws -> Decision {
    try store.merge(
      "ze-president", into: "volodymyr-zelenskyy", author: "desk", reason: "nickname")
  }

  @Test func `makes two people one, under the name of the target`() throws {
    #expect(try store.statistics().people == 3)
    let decision = try merge()
    #expect(decision.number == 1)
    #expect(try store.statistics().people == 2)
    #expect(try store.profile(of: "volodymyr-zelenskyy")?.aliases == ["Ze President"])
    #expect(try store.people(matching: "Ze President").map(\.id) == ["volodymyr-zelenskyy"])
    #expect(try store.meetings(MeetingFilter(people: ["rishi-sunak"])).count == 1)
    #expect(try store.verify().isEmpty)
  }

  @Test func `names itself as the rule of what it joined`() throws {
    try merge()
    let rules = try store.why("volodymyr-zelenskyy")?.reports.map { "\($0.article): \($0.rule)" }
    #expect(rules == ["a: full name", "b: decision 1"])
  }

  @Test func `undone leaves no trace`() throws {
    let before = try exported(store)
    try merge()
    #expect(try exported(store) != before)
    _ = try store.undo(1)
    #expect(try exported(store) == before)
  }

  @Test func `holds when further articles come`() throws {
    try merge()
    try store.ingest([spelled("Ze President", id: "c")])
    #expect(try store.statistics().people == 2)
    #expect(try store.decisions().map(\.author) == ["desk"])
  }

  @Test func `about somebody unknown is refused`() throws {
    #expect(throws: Diagnostic.self) {
      try store.merge("nobody", into: "rishi-sunak", author: "desk")
    }
    #expect(throws: Diagnostic.self) {
      try store.merge("rishi-sunak", into: "rishi-sunak", author: "desk")
    }
    #expect(throws: Diagnostic.self) { try store.undo(7) }
    #expect(try store.decisions().isEmpty)
  }
}

struct `Decisions of each kind` {
  /// What a decision does to the record of the Washington articles, and that it leaves no trace.
  private func trace(
    _ decide: (GraphStore) throws -> Decision, _ expect: (GraphStore) throws -> Void
  ) throws {
    let tellings: [Telling] = [.washington, .announcement, .familyNames, .call]
    let store = try GraphStore.of(tellings)
    let before = try exported(store)
    let decision = try decide(store)
    try expect(store)
    #expect(try store.verify().isEmpty)
    let decided = try exported(store)
    #expect(decided != before)
    try store.rebuild()
    try expectEqual(try exported(store), decided)
    for telling in tellings.reversed() {
      try store.forget(telling.article.id ?? "")
      try store.ingest([telling])
    }
    try expectEqual(try exported(store), decided)
    _ = try store.undo(decision.number)
    #expect(try exported(store) == before)
  }

  @Test func `merge two meetings`() throws {
    try trace { store in
      try store.merge("2025-03-19-peters-waltz", into: "2025-03-19-peters-rubio", author: "desk")
    } _: { (store: GraphStore) throws in
      let meetings = try store.meetings(MeetingFilter(people: ["mike-waltz"]))
      #expect(meetings.map(\.participants.count) == [3])
    }
  }

  @Test func `keep two people apart`() throws {
    // The family name alone was counted as the full name's.
    let split = try GraphStore.of(.washington, .familyNames)
    #expect(try split.people(matching: "Peters").count == 1)
    try trace { store in
      try store.split("winston-peters", articles: ["family-names"], author: "desk")
    } _: { (store: GraphStore) throws in
      #expect(try store.people(matching: "Peters").map(\.id) == ["peters"])
      #expect(try store.counterparts(of: "peters").map(\.person.id) == ["marco-rubio"])
    }
  }

  @Test func `rename a person, whose identifier stays`() throws {
    try trace { store in
      try store.rename("mike-waltz", to: "Michael Waltz", author: "desk")
    } _: { (store: GraphStore) throws in
      let profile = try store.profile(of: "mike-waltz")
      #expect(profile?.person.name == "Michael Waltz")
      #expect(profile?.aliases == ["Mike Waltz"])
      #expect(
        try store.meetings(MeetingFilter(people: ["mike-waltz"])).map(\.title)
          == ["Meeting of Michael Waltz and Winston Peters"])
    }
  }

  @Test func `set a meeting aside`() throws {
    try trace { store in
      try store.reject("2025-03-18-lavrov-rubio-call", author: "desk")
    } _: { (store: GraphStore) throws in
      #expect(try store.counterparts(of: "sergei-lavrov").isEmpty)
    }
  }

  @Test func `set a person aside`() throws {
    try trace { store in
      try store.reject("morgan-ortagus", author: "desk")
    } _: { (store: GraphStore) throws in
      #expect(try store.people(matching: "Ortagus").isEmpty)
    }
  }

  @Test func `take a register's names, and its years for telling who an office was`() throws {
    var former = Telling(
      "Secretary Baker met Eduard Shevardnadze.", id: "x", published: "1990-02-10")
    let people = [
      former.person("Baker", country: "US", title: "Secretary", office: .foreignMinister),
      former.person("Eduard Shevardnadze"),
    ]
    former.meeting(people, "met", date: "1990-02-09")
    let store = try GraphStore.of(former)
    let before = try exported(store)
    let baker = RegisteredPerson(
      name: "James Baker", aliases: ["James A. Baker III"], country: CountryCode("US"),
      roles: [.init(title: "Secretary of State", since: "1989-01-25", until: "1992-08-23")])
    let other = RegisteredPerson(
      name: "Newton Baker", country: CountryCode("US"),
      roles: [.init(title: "Secretary of War", since: "1916", until: "1921")])
    #expect(try store.importPeople([baker, other, baker], author: "desk") == 2)
    #expect(try store.people(matching: "James Baker").map(\.id) == ["james-baker"])
    #expect(
      try store.why("james-baker")?.reports.map(\.evidence) == ["foreign minister of US in 1990"])
    #expect(try store.people(matching: "Newton Baker").isEmpty, "no article names him")
    for decision in try store.decisions() { _ = try store.undo(decision.number) }
    try expectEqual(try exported(store), before)
  }

  @Test func `propose what stays open, and never again what was rejected`() throws {
    var full = ["Bill Clinton", "Hillary Clinton"].map { name in
      var telling = Telling("\(name) spoke.", id: name, published: "2009-05-01")
      telling.person(name, country: "US")
      return telling
    }
    var bare = Telling("Clinton spoke.", id: "bare", published: "2009-05-02")
    bare.person("Clinton", country: "US")
    full.append(bare)
    let store = try GraphStore.of(full)
    let pairs = try store.candidates().map { [$0.subject, $0.object] }
    #expect(pairs == [["clinton-us", "bill-clinton"], ["clinton-us", "hillary-clinton"]])
    _ = try store.keepApart("clinton-us", "bill-clinton", author: "desk")
    // With one of them ruled out, the name is the other's.
    #expect(try store.people(matching: "Clinton").map(\.id) == ["hillary-clinton"])
    let rules = try store.why("hillary-clinton")?.reports.map(\.rule)
    #expect(rules == ["full name", "family name"])
  }
}
