import Record
import SQLite
import TestSupport
import Testing

struct `Verification` {
  @Test func `passes on what was ingested`() throws {
    let store = try GraphStore.of(.washington, .announcement, .familyNames, .call)
    #expect(try store.verify().isEmpty)
  }

  @Test(
    arguments: [
      ("update article set text = replace(text, 'Rubio', 'Kerry')", Check.hash),
      ("update article set text = replace(text, 'Rubio', 'Kerry')", .quote),
      ("update participationReport set start = start + 1, \"end\" = \"end\" + 1", .quote),
      ("pragma foreign_keys = off; delete from meeting", .references),
      ("update testimony set cluster = null", .provenance),
      ("update meeting set status = 'cancelled'", .provenance),
      ("insert into person values ('nobody', 'Nobody', null, '[]', null)", .provenance),
    ])
  func `notices what was changed by hand`(_ change: String, _ check: Check) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.sqlite")
    try GraphStore(path: path, mode: .write).ingest([.washington])
    try Connection(path: path, mode: .readWrite).executeScript(change)
    let failures = try GraphStore(path: path, mode: .read).verify()
    #expect(failures.contains { $0.check == check })
  }

  typealias Check = VerificationFailure.Check
}
