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
