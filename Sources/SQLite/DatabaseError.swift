import CSQLite

/// A failure that SQLite reports, with the statement it was working on.
public struct DatabaseError: Error, Hashable, Sendable {
  /// The failures a caller acts on; `other` is everything else.
  public enum Kind: String, Hashable, Sendable {
    /// Another connection is writing, and went on for longer than the busy timeout.
    case busy
    /// The file, its folder or the connection can't be written.
    case readOnly
    /// The disk, or the page count allowed, is used up.
    case full
    /// The file's content is damaged.
    case corrupt
    /// The file is no SQLite database.
    case notADatabase
    /// The file can't be opened.
    case cannotOpen
    /// The operating system failed to read or write.
    case inputOutput
    /// A constraint of the schema forbids the change.
    case constraint
    /// The time limit passed.
    case interrupted
    /// The statement does more than read, on a connection that may only read.
    case notAuthorized
    /// A value or a statement is longer than allowed.
    case tooBig
    /// There is no memory left, or none within the limit.
    case outOfMemory
    case other
  }

  /// What failed.
  public let kind: Kind
  /// SQLite's extended result code.
  public let code: Int32
  /// SQLite's message.
  public let message: String
  /// The statement, if there was one.
  public let sql: String?

  init(code: Int32, message: String, sql: String?) {
    self.kind = Kind(code: code)
    self.code = code
    self.message = message
    self.sql = sql
  }
}

extension DatabaseError: CustomStringConvertible {
  /// `SQLite error 19: NOT NULL constraint failed: person.name, in "insert into …"`.
  public var description: String {
    "SQLite error \(code): \(message)" + (sql.map { ", in \"\($0)\"" } ?? "")
  }
}

extension DatabaseError.Kind {
  /// The low byte of an extended result code is the primary code.
  fileprivate init(code: Int32) {
    self =
      switch code & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_READONLY: .readOnly
      case SQLITE_FULL: .full
      case SQLITE_CORRUPT: .corrupt
      case SQLITE_NOTADB: .notADatabase
      case SQLITE_CANTOPEN: .cannotOpen
      case SQLITE_IOERR: .inputOutput
      case SQLITE_CONSTRAINT: .constraint
      case SQLITE_INTERRUPT: .interrupted
      case SQLITE_AUTH: .notAuthorized
      case SQLITE_TOOBIG: .tooBig
      case SQLITE_NOMEM: .outOfMemory
      default: .other
      }
  }
}
