import Diagnostics
import SQLite
import Schema

extension GraphStore {
  convenience init(reading path: String) throws(Diagnostic) {
    let file = GraphFile(at: path)
    if let refusal = file.refusal(path: path, canCreate: false) { throw refusal }
    if file != .graph(version: GraphFile.newestVersion) { _ = try GraphStore(writing: path) }
    let connection = try GraphStore.reporting(path) { try Connection.forReading(path) }
    self.init(connection, path: path)
    if try needsDerivation() {
      // A graph on a medium that can't be written is still good for questions to what it holds.
      _ = try? GraphStore(writing: path)
    }
  }

  convenience init(writing path: String) throws(Diagnostic) {
    let file = GraphFile(at: path)
    if let refusal = file.refusal(path: path, canCreate: true) { throw refusal }
    let connection = try GraphStore.reporting(path) {
      let connection = try Connection(path: path, mode: .create)
      // Of a file that is there already, the pages stay as they are. A row finds its place in fewer pages the larger
      // they are, and an article's rows are spread over all tables anyway.
      try connection.executeScript("pragma page_size = 8192")
      try connection.migrate()
      // Another ingest may be deriving a large batch: that is waited for.
      connection.waitForLocks(atMost: .seconds(120))
      // Only now is it known to be ours, and only now is the file's mode changed.
      // An article touches a page of many tables: with a cache for most of a batch's pages few of them are read
      // and written again and again.
      try connection.executeScript("pragma journal_mode = wal; pragma cache_size = -163840")
      return connection
    }
    self.init(connection, path: path)
    try derive()
  }

  convenience init(inMemory name: String) throws(Diagnostic) {
    let connection = try GraphStore.reporting(name) {
      let connection = try Connection(path: "", mode: .inMemory)
      try connection.migrate()
      return connection
    }
    self.init(connection, path: name)
    try derive()
  }

  static func reporting<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws(Diagnostic) -> Result {
    do {
      return try body()
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch let error as DatabaseError {
      throw Diagnostic(error, path: path)
    } catch {
      throw Diagnostic("\(path): \(error)")
    }
  }
}

extension Connection {
  /// A connection that only reads the graph at `path`, also where its folder can't be written.
  static func forReading(_ path: String) throws(DatabaseError) -> Connection {
    let connection = try Connection(path: path, mode: .readOnly)
    do {
      _ = try connection.integer("pragma schema_version")
      // Pages are read where the system keeps them, without a copy and a call for each. The file never shrinks
      // while it is a graph, which is what a mapping can't stand.
      try connection.executeScript("pragma mmap_size = 2147418112")
      return connection
    } catch  where error.kind == .cannotOpen || error.kind == .readOnly {
      return try Connection(path: path, mode: .immutable)
    }
  }

  /// Applies the migrations that the file lacks, all or none.
  fileprivate func migrate() throws {
    guard try integer("pragma user_version") != GraphFile.newestVersion else { return }
    try transaction {
      // Another program may have been faster to the lock.
      let present = try integer("pragma user_version") ?? 0
      for number in present..<max(present, GraphFile.newestVersion) {
        let migration = schemaMigration(Int32(number + 1))
        let bytes = UnsafeBufferPointer(start: migration.sql, count: migration.count)
        try executeScript(String(decoding: bytes, as: UTF8.self))
      }
      try executeScript(
        """
        pragma application_id = \(GraphFile.applicationID);
        pragma user_version = \(GraphFile.newestVersion);
        """)
    }
  }
}

// MARK: - Failures of the database as messages

extension Diagnostic {
  init(_ error: DatabaseError, path: String) {
    self =
      switch error.kind {
      case .busy:
        Diagnostic(
          "\(path) is in use by another program", help: ["try again when it has finished"])
      case .readOnly:
        Diagnostic(
          "\(path) can't be written", help: ["check the permissions of the file and its folder"])
      case .full:
        Diagnostic(
          "there is no space left to write \(path)",
          notes: ["the graph is as it was before this article"],
          help: ["free some space on the disk and run the command again"])
      case .corrupt:
        Diagnostic(
          "\(path) is damaged", notes: [error.message],
          help: ["restore it from a copy, or ingest the articles into a new graph"])
      case .notADatabase: Diagnostic("\(path) is not a database")
      case .cannotOpen:
        Diagnostic(
          "can't open \(path)", notes: [error.message],
          help: ["check that its folder exists and can be written"])
      case .inputOutput:
        Diagnostic("can't read or write \(path)", notes: [error.message])
      case .interrupted: Diagnostic("the query took too long", help: ["narrow it down"])
      case .notAuthorized: Diagnostic("a query can only read", notes: [error.message])
      case .tooBig: Diagnostic("a value is too big for the graph", notes: [error.message])
      case .outOfMemory: Diagnostic("there is not enough memory to read \(path)")
      case .constraint, .other: Diagnostic("\(path): \(error)")
      }
  }
}
