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

/// Every row of the tables that derivation writes.
private func recordRows(_ folder: TemporaryFolder) throws -> [String] {
  let connection = try Connection(path: folder.path("graph.sqlite"), mode: .readOnly)
  let tables = [
    "person", "personName", "personIdentity", "meeting", "meetingIdentity", "attended", "holds",
    "metPair", "mentions", "decision",
  ]
  return try tables.flatMap { table in
    try connection.rows(
      "select * from \(raw: table) order by 1, 2",
      { row in
        (0..<row.columnCount).map { row.optionalText(at: $0) ?? "-" }.joined(separator: "|")
      }
    ).map { "\(table): \($0)" }
  }
}

struct `A decision` {
  private let folder: TemporaryFolder
  private let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore(path: folder.path("graph.sqlite"), mode: .write)
    try store.ingest([
      spelled("Volodymyr Zelenskyy", id: "a"), spelled("Volodymyr Zelensky", id: "b"),
    ])
  }

  @discardableResult
  private func merge() throws -> Decision {
    try store.merge(
      "volodymyr-zelensky", into: "volodymyr-zelenskyy", author: "desk", reason: "spelling")
  }

  @Test func `makes two people one, under the name of the target`() throws {
    #expect(try store.statistics().people == 3)
    let decision = try merge()
    #expect(decision.number == 1)
    #expect(try store.statistics().people == 2)
    #expect(try store.profile(of: "volodymyr-zelenskyy")?.aliases == ["Volodymyr Zelensky"])
    #expect(try store.people(matching: "Volodymyr Zelensky").map(\.id) == ["volodymyr-zelenskyy"])
    #expect(try store.meetings(MeetingFilter(people: ["rishi-sunak"])).count == 1)
    #expect(try store.verify().isEmpty)
  }

  @Test func `names itself as the rule of what it joined`() throws {
    try merge()
    #expect(
      try recordRows(folder).filter { $0.hasPrefix("personIdentity") } == [
        "personIdentity: a|0|volodymyr-zelenskyy|full name",
        "personIdentity: a|1|rishi-sunak|full name",
        "personIdentity: b|0|volodymyr-zelenskyy|decision 1",
        "personIdentity: b|1|rishi-sunak|full name",
      ])
  }

  @Test func `undone leaves no trace`() throws {
    let before = try recordRows(folder)
    try merge()
    #expect(try recordRows(folder) != before)
    _ = try store.undo(1)
    #expect(try recordRows(folder) == before)
  }

  @Test func `holds when further articles come`() throws {
    try merge()
    try store.ingest([spelled("Volodymyr Zelensky", id: "c")])
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
