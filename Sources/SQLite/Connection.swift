import CSQLite

/// An open database.
///
///     let connection = try Connection(path: "memcon.sqlite", mode: .readOnly)
///     let names = try connection.rows("select name from person where country = \(code)") {
///       $0.text(at: 0)
///     }
///
/// A connection belongs to one task at a time: it is not `Sendable`, and SQLite's own locks for
/// threads are off.
public final class Connection {
  /// What the connection may do, and whether a missing file is made.
  public enum Mode: Hashable, Sendable {
    /// Only read a file that exists, beside others that may write it.
    case readOnly
    /// Only read a file that exists and that nobody writes meanwhile: works in a folder that can't
    /// be written, where the files that readers and writers share can't be made.
    case immutable
    /// Read and write a file that exists.
    case readWrite
    /// Read and write, making the file if it is missing.
    case create
    /// A database of its own in memory; the path is not looked at.
    case inMemory
  }

  let handle: OpaquePointer
  private var statements = StatementCache()
  /// Whether rows must refer to rows that are there, and go with them: see `transaction`.
  public private(set) var checksReferences = true
  /// Whether the running transaction looks references up only at its end.
  private var defersReferences = false
  /// When the running statement is to be interrupted.
  var deadline: ContinuousClock.Instant?
  /// How many bytes SQLite may hold meanwhile, and whether it was interrupted for holding more.
  var mostMemory = Int64.max
  var hasUsedUpMemory = false

  /// Opens the database at `path`.
  ///
  /// SQLite reads the file only at the first statement: that is where a file that is no database
  /// is noticed.
  public init(path: String, mode: Mode) throws(DatabaseError) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(mode.name(of: path), &handle, mode.flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(handle)
      throw DatabaseError(code: code, message: message, sql: nil)
    }
    self.handle = handle
    sqlite3_extended_result_codes(handle, 1)
    memcon_sqlite_lookaside(handle, 500)
    waitForLocks(atMost: .seconds(5))
    try executeScript(mode.pragmas)
  }

  deinit {
    statements.close()
    sqlite3_close_v2(handle)
  }

  /// How long a statement waits for another connection's lock before it fails as `.busy`; five
  /// seconds unless set.
  public func waitForLocks(atMost limit: Duration) {
    let (seconds, attoseconds) = limit.components
    sqlite3_busy_timeout(handle, Int32(seconds * 1_000 + attoseconds / 1_000_000_000_000_000))
  }

  /// Writes what the write-ahead log holds into the database itself at the end of each transaction after which it has
  /// at least so many pages.
  public func checkpoint(everyPages count: Int) {
    sqlite3_wal_autocheckpoint(handle, Int32(count))
  }

  /// Compiles one statement, or takes it from those compiled before.
  ///
  /// Anything after the first statement of `sql` is an error rather than left out silently.
  public func prepare(_ sql: String) throws(DatabaseError) -> Statement {
    if let entry = statements.take(sql) {
      return Statement(entry.handle, kept: entry, sql: sql, connection: self)
    }
    var statement: OpaquePointer?
    var hasMore = false
    let code = sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v3(
        handle, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, &tail)
      hasMore = tail.map { !isBlank($0) } ?? false
      return code
    }
    guard code == SQLITE_OK else { throw error(code, sql: sql) }
    guard let statement, !hasMore else {
      sqlite3_finalize(statement)
      throw DatabaseError(code: SQLITE_MISUSE, message: "not exactly one statement", sql: sql)
    }
    return Statement(
      statement, kept: statements.keep(statement, for: sql), sql: sql, connection: self)
  }

  /// Compiles a statement and binds its values.
  public func prepare(_ sql: SQL) throws(DatabaseError) -> Statement {
    let statement = try prepare(sql.text)
    try statement.bind(sql.bindings)
    return statement
  }

  func error(_ code: Int32, sql: String?) -> DatabaseError {
    if code & 0xFF == SQLITE_INTERRUPT, hasUsedUpMemory {
      return DatabaseError(code: SQLITE_NOMEM, message: "over the limit of memory", sql: sql)
    }
    return DatabaseError(code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql)
  }
}

// MARK: - Running statements

extension Connection {
  /// Runs a statement to its end; rows it returns are dropped.
  public func execute(_ sql: SQL) throws(DatabaseError) {
    let statement = try prepare(sql)
    while try statement.step() {}
  }

  /// Runs the statements of a script one after the other, without values.
  public func executeScript(_ script: String) throws(DatabaseError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, sql: script) }
  }

  /// What `read` makes of each row.
  public func rows<Element>(
    _ sql: SQL, _ read: (Statement) throws -> Element
  ) throws -> [Element] {
    let statement = try prepare(sql)
    var elements: [Element] = []
    while try statement.step() { elements.append(try read(statement)) }
    return elements
  }

  /// What `read` makes of the first row; nil if there is none.
  public func first<Element>(
    _ sql: SQL, _ read: (Statement) throws -> Element
  ) throws -> Element? {
    let statement = try prepare(sql)
    return try statement.step() ? try read(statement) : nil
  }

  /// The number in the first column of the first row; nil if there is none.
  public func integer(_ sql: SQL) throws(DatabaseError) -> Int? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.optionalInteger(at: 0) : nil
  }

  /// The row id of the row inserted last.
  public var lastInsertedRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// Runs `body` in a transaction that holds the write lock from the start.
  ///
  /// Everything `body` did is undone if it throws, or if the transaction can't be committed. Without
  /// `checkingReferences` SQLite does not look up for each row whether the rows are there that it refers to, nor deletes
  /// those that refer to a deleted one, nor whether each value is one that its column allows; going from one sort of transaction to the other makes it compile every
  /// statement anew.
  public func transaction<Result>(
    checkingReferences: Bool = true, _ body: () throws -> Result
  ) throws -> Result {
    if checkingReferences != checksReferences {
      try executeScript(
        """
        pragma foreign_keys = \(checkingReferences ? "on" : "off");
        pragma ignore_check_constraints = \(checkingReferences ? "off" : "on")
        """)
      checksReferences = checkingReferences
    }
    try execute("begin immediate")
    // SQLite takes it back with every transaction.
    defer { defersReferences = false }
    do {
      let result = try body()
      try execute("commit")
      return result
    } catch {
      // SQLite may have rolled back already, as it does when the disk is full.
      if sqlite3_get_autocommit(handle) == 0 { try? execute("rollback") }
      throw error
    }
  }
}

extension Connection {
  /// Looks up what rows refer to only when the transaction ends, from now on.
  ///
  /// The change makes SQLite compile every statement anew: ask for it where it is needed.
  public func deferReferenceChecks() throws(DatabaseError) {
    guard !defersReferences else { return }
    try executeScript("pragma defer_foreign_keys = on")
    defersReferences = true
  }
}

// MARK: - Modes

extension Connection.Mode {
  fileprivate func name(of path: String) -> String {
    switch self {
    case .inMemory: ":memory:"
    case .immutable: "file:\(percentEncoded(path))?immutable=1"
    case .readOnly, .readWrite, .create: path
    }
  }

  /// A reader opens for writing too, if it may: only so is the file of shared memory, which a
  /// database with a write-ahead log needs, cleared away again by the last to close.
  fileprivate var flags: Int32 {
    switch self {
    case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    case .readOnly, .readWrite: SQLITE_OPEN_READWRITE
    case .create, .inMemory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
  }

  /// None of these touches the file: a foreign database must stay as it is until its owner is known.
  fileprivate var pragmas: String {
    switch self {
    case .readOnly, .immutable: "pragma query_only = on; pragma trusted_schema = off"
    case .readWrite, .create, .inMemory: "pragma foreign_keys = on; pragma synchronous = normal"
    }
  }
}

/// `path` as part of a `file:` address.
private func percentEncoded(_ path: String) -> String {
  path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
}

/// Whether only white space and semicolons follow.
private func isBlank(_ text: UnsafePointer<CChar>) -> Bool {
  var rest = text
  while rest.pointee != 0 {
    guard [0x09, 0x0A, 0x0D, 0x20, 0x3B].contains(rest.pointee) else { return false }
    rest += 1
  }
  return true
}
