import CSQLite

extension Connection {
  /// Runs `body`; a statement still running after `limit` fails as `.interrupted`, and one for which
  /// SQLite takes `memory` more bytes than it held before fails as `.outOfMemory`.
  ///
  /// SQLite counts the memory of all connections together, so that others may use up some of it.
  public func withTimeLimit<Result>(
    _ limit: Duration, memory: Int = .max, _ body: () throws -> Result
  ) throws -> Result {
    deadline = ContinuousClock.now + limit
    let held = sqlite3_memory_used()
    mostMemory = held + min(Int64(memory), .max - held)
    hasUsedUpMemory = false
    installProgressHandler()
    defer {
      sqlite3_progress_handler(handle, 0, nil, nil)
      deadline = nil
    }
    return try body()
  }

  /// Lets SQLite go without counting its memory in this process, which takes a lock at each allocation; then no limit
  /// of memory is noticed. It has to be said before the first connection, and means nothing later.
  public static func leaveMemoryUncounted() { _ = memcon_sqlite_uncounted() }

  /// Lets statements compiled from now on only read: every other action is `.notAuthorized`.
  ///
  /// For statements made from what a user wrote. Reading is a `select` with functions, recursion
  /// and full-text search; loading of extensions is refused.
  public func allowOnlyReading() {
    sqlite3_set_authorizer(handle, authorizeReading, nil)
  }

  /// The sizes that can be limited.
  public enum Limit: Sendable {
    /// Bytes of one text or blob, and of one row.
    case valueBytes
    /// Bytes of one statement.
    case statementBytes
    /// Depth of the tree of one expression.
    case expressionDepth
    /// Bytes of the pattern of a `like`.
    case likePatternBytes

    fileprivate var code: Int32 {
      switch self {
      case .valueBytes: SQLITE_LIMIT_LENGTH
      case .statementBytes: SQLITE_LIMIT_SQL_LENGTH
      case .expressionDepth: SQLITE_LIMIT_EXPR_DEPTH
      case .likePatternBytes: SQLITE_LIMIT_LIKE_PATTERN_LENGTH
      }
    }
  }

  /// Refuses anything larger than `size` as `.tooBig` or as an error of syntax.
  public func limit(_ limit: Limit, to size: Int) {
    sqlite3_limit(handle, limit.code, Int32(size))
  }

  /// SQLite asks after this many steps of its virtual machine: often enough for milliseconds,
  /// seldom enough not to be felt.
  private static let stepsBetweenChecks: Int32 = 2_000

  private func installProgressHandler() {
    sqlite3_progress_handler(
      handle, Connection.stepsBetweenChecks,
      { context in
        guard let context else { return 0 }
        let connection = Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
        guard let deadline = connection.deadline else { return 0 }
        connection.hasUsedUpMemory = sqlite3_memory_used() > connection.mostMemory
        return ContinuousClock.now < deadline && !connection.hasUsedUpMemory ? 0 : 1
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}

/// SQLite's callback: which action, and up to four names that say on what.
private func authorizeReading(
  _: UnsafeMutableRawPointer?, action: Int32, first: UnsafePointer<CChar>?,
  second: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?
) -> Int32 {
  switch action {
  case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: SQLITE_OK
  case SQLITE_FUNCTION:
    second.map { String(cString: $0) } == "load_extension" ? SQLITE_DENY : SQLITE_OK
  // A virtual table declares its columns in these words when it is first used. The table itself
  // stays safe: SQLite lets nobody change it without `pragma writable_schema`.
  case SQLITE_UPDATE:
    first.map { String(cString: $0) } == "sqlite_master" ? SQLITE_OK : SQLITE_DENY
  // Full-text search asks itself whether the database has changed.
  case SQLITE_PRAGMA:
    first.map { String(cString: $0) } == "data_version" ? SQLITE_OK : SQLITE_DENY
  default: SQLITE_DENY
  }
}
