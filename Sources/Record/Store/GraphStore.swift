public import Diagnostics
public import SQLite

/// A graph file: what articles report, and the record derived from it.
///
///     let store = try GraphStore(path: "memcon.sqlite", mode: .write)
///     try store.ingest(article, reports)
///     try store.derive()
///     let peters = try store.people(matching: "Peters")
///
/// Every failure is a `Diagnostic` that says what is wrong with which file and how to mend it.
public final class GraphStore {
  /// What the store is opened for.
  public enum Mode: Hashable, Sendable {
    /// Only questions, to a graph that exists.
    case read
    /// New articles too; a missing file is made.
    case write
    /// A graph of its own that vanishes with the store; the path is only a name.
    case inMemory
  }

  /// The file, as it was given.
  public let path: String
  let connection: Connection
  let shelf = ShingleShelf()

  /// Opens the graph at `path`.
  ///
  /// A file that is no graph of memcon is left as it is, byte for byte. A record that lacks
  /// reports, because a run was killed between the two, is derived first wherever the file can be
  /// written.
  ///
  /// - Throws: a message for a missing file, a folder, a file that is no database or no graph, a
  ///   graph of a newer memcon, a file or folder that can't be written, a full disk, and a graph
  ///   that another program holds locked.
  public convenience init(path: String, mode: Mode) throws(Diagnostic) {
    switch mode {
    case .read: try self.init(reading: path)
    case .write: try self.init(writing: path)
    case .inMemory: try self.init(inMemory: path)
    }
  }

  /// Whether there is a graph, or something else, at `path`.
  public static func exists(at path: String) -> Bool {
    switch GraphFile(at: path) {
    case .missing, .empty: false
    default: true
    }
  }

  init(_ connection: Connection, path: String) {
    self.connection = connection
    self.path = path
  }

  /// Runs `body` with every failure of the database told as a message about this file.
  func reporting<Result>(_ body: () throws -> Result) throws(Diagnostic) -> Result {
    try GraphStore.reporting(path, body)
  }

  /// A second connection to the same file for queries that users write: it only reads, and values,
  /// statements and patterns are limited in size.
  ///
  /// Give each query a time limit with `Connection.withTimeLimit`.
  public func readOnlyConnection() throws(Diagnostic) -> Connection {
    try reporting {
      let connection = try Connection.forReading(path)
      connection.limit(.valueBytes, to: 64 << 20)
      connection.limit(.statementBytes, to: 1 << 20)
      connection.limit(.likePatternBytes, to: 1_000)
      connection.allowOnlyReading()
      return connection
    }
  }
}
