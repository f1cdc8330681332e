import Diagnostics
@testable import Record
import SQLite
import TestSupport
import Testing

struct `Opening a graph` {
  @Test func `that is missing says how to make one`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: Diagnostic.self) {
      try GraphStore(path: folder.path("none.sqlite"), mode: .read)
    }
    #expect(error?.summary == "there is no graph at \(folder.path("none.sqlite"))")
    #expect(error?.help.first?.contains("memcon ingest") == true)
    #expect(try folder.names.isEmpty)
  }

  @Test func `in a missing folder is refused`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: Diagnostic.self) {
      try GraphStore(path: folder.path("none/graph.sqlite"), mode: .write)
    }
    #expect(error?.summary == "can't open \(folder.path("none/graph.sqlite"))")
  }

  @Test(arguments: [GraphStore.Mode.read, .write])
  func `that is a folder is refused`(_ mode: GraphStore.Mode) throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: Diagnostic.self) {
      try GraphStore(path: folder.path("."), mode: mode)
    }
    #expect(error?.summary == "\(folder.path(".")) is a folder")
  }

  @Test(arguments: [GraphStore.Mode.read, .write])
  func `that is no database leaves the file as it is`(_ mode: GraphStore.Mode) throws {
    let folder = try TemporaryFolder()
    try folder.write("Dear diary", to: "diary.txt")
    let error = #expect(throws: Diagnostic.self) {
      try GraphStore(path: folder.path("diary.txt"), mode: mode)
    }
    #expect(error?.summary == "\(folder.path("diary.txt")) is not a database")
    #expect(try folder.bytes(of: "diary.txt") == Array("Dear diary".utf8))
  }

  @Test(arguments: [GraphStore.Mode.read, .write])
  func `of another program leaves its database as it is`(_ mode: GraphStore.Mode) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("history.sqlite")
    try Connection(path: path, mode: .create).executeScript(
      "pragma journal_mode = wal; create table page (url text); pragma user_version = 1")
    let before = try folder.bytes(of: "history.sqlite")
    let error = #expect(throws: Diagnostic.self) { try GraphStore(path: path, mode: mode) }
    #expect(error?.summary == "\(path) is a database of another program, not a memcon graph")
    #expect(try folder.bytes(of: "history.sqlite") == before)
    #expect(try folder.names == ["history.sqlite"])
  }

  @Test func `of a newer memcon is refused`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.sqlite")
    _ = try GraphStore(path: path, mode: .write)
    try Connection(path: path, mode: .readWrite).executeScript("pragma user_version = 99")
    let error = #expect(throws: Diagnostic.self) { try GraphStore(path: path, mode: .read) }
    #expect(error?.summary == "\(path) was made by a newer memcon")
  }

  @Test func `leaves one file behind`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.sqlite")
    try GraphStore(path: path, mode: .write).ingest([.washington])
    #expect(try GraphStore(path: path, mode: .read).meetings().count == 3)
    #expect(try folder.names == ["graph.sqlite"])
  }

  @Test func `completes the record of a run that was killed`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.sqlite")
    let telling = Telling.washington
    try GraphStore(path: path, mode: .write).ingest(telling.article, telling.reports)
    #expect(try GraphStore(path: path, mode: .read).meetings().count == 3)
  }

  @Test func `whose record lacks articles knows it`() throws {
    let store = try GraphStore(path: "graph", mode: .inMemory)
    let telling = Telling.washington
    try store.ingest(telling.article, telling.reports)
    #expect(try store.needsDerivation())
    try store.derive()
    #expect(try !store.needsDerivation())
  }

  @Test func `that another program is writing waits and then says so`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.sqlite")
    let store = try GraphStore(path: path, mode: .write)
    store.connection.waitForLocks(atMost: .milliseconds(1))
    let other = try Connection(path: path, mode: .readWrite)
    try other.executeScript("begin immediate")
    let telling = Telling.call
    let error = #expect(throws: Diagnostic.self) {
      try store.ingest(telling.article, telling.reports)
    }
    #expect(error?.summary == "\(path) is in use by another program")
    try other.executeScript("rollback")
    #expect(try store.ingest(telling.article, telling.reports) == .added(id: "call"))
  }

  @Test func `on a full disk keeps what was there`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.sqlite")
    let store = try GraphStore(path: path, mode: .write)
    try store.ingest([.washington])
    let pages = try store.connection.integer("pragma page_count") ?? 0
    try store.connection.executeScript("pragma max_page_count = \(pages)")
    let long = Telling(String(repeating: "Nobody met anybody. ", count: 10_000), id: "long")
    let error = #expect(throws: Diagnostic.self) { try store.ingest(long.article, long.reports) }
    #expect(error?.summary == "there is no space left to write \(path)")
    #expect(try store.statistics().articles == 1)
    #expect(try store.verify().isEmpty)
  }
}
