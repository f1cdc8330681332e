import CSQLite

/// A compiled statement and, while it is stepped through, its current row.
///
///     let statement = try connection.prepare("select name from person where country = ?")
///     try statement.bind("NZ", at: 1)
///     while try statement.step() { print(statement.text(at: 0)) }
///
/// Parameters count from 1 and columns from 0, as in SQLite. When the value is let go of, the
/// connection keeps the compiled statement for the next `prepare` of the same text.
public final class Statement {
  /// The text it was compiled from.
  public let sql: String
  private let connection: Connection
  private let handle: OpaquePointer
  /// Nil for a statement that nobody keeps.
  private let kept: StatementCache.Entry?

  init(
    _ handle: OpaquePointer, kept: StatementCache.Entry?, sql: String, connection: Connection
  ) {
    self.handle = handle
    self.kept = kept
    self.sql = sql
    self.connection = connection
  }

  deinit {
    guard let kept else {
      sqlite3_finalize(handle)
      return
    }
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    kept.isBusy = false
  }

  /// Binds `value` to the parameter at `index`, from 1. Bindings outlive a `reset`.
  public func bind(_ value: some Bindable, at index: Int) throws(DatabaseError) {
    try bind(stored: value.databaseValue, at: index)
  }

  /// Binds `text` to the parameter at `index`, from 1.
  public func bind(_ text: String, at index: Int) throws(DatabaseError) {
    let code = bind(text: text, at: Int32(index))
    guard code == SQLITE_OK else { throw connection.error(code, sql: sql) }
  }

  /// Binds `number` to the parameter at `index`, from 1.
  public func bind(_ number: Int, at index: Int) throws(DatabaseError) {
    let code = sqlite3_bind_int64(handle, Int32(index), Int64(number))
    guard code == SQLITE_OK else { throw connection.error(code, sql: sql) }
  }

  private func bind(stored value: Value, at index: Int) throws(DatabaseError) {
    let index = Int32(index)
    let code =
      switch value {
      case .null: sqlite3_bind_null(handle, index)
      case .integer(let number): sqlite3_bind_int64(handle, index, number)
      case .real(let number): sqlite3_bind_double(handle, index, number)
      case .text(let text): bind(text: text, at: index)
      case .blob(let bytes): bind(blob: bytes, at: index)
      }
    guard code == SQLITE_OK else { throw connection.error(code, sql: sql) }
  }

  /// Binds the values to the parameters 1, 2, 3, …
  public func bind(_ values: [Value]) throws(DatabaseError) {
    for (offset, value) in values.enumerated() { try bind(stored: value, at: offset + 1) }
  }

  /// Moves to the next row.
  ///
  /// - Returns: whether there is one; after the last the statement is ready for new bindings and
  ///   the next run.
  public func step() throws(DatabaseError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code:
      let error = connection.error(code, sql: sql)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Back to before the first row, so that the statement can run again.
  public func reset() {
    sqlite3_reset(handle)
  }

  /// Runs the statement with `values` to its end; rows it returns are dropped.
  public func run(_ values: [Value] = []) throws(DatabaseError) {
    try bind(values)
    while try step() {}
  }

  /// Runs the statement with the values at `places` to its end; rows it returns are dropped.
  public func run(_ values: PackedValues, _ places: Range<Int>) throws(DatabaseError) {
    try values.bytes.withUnsafeBufferPointer { memory throws(DatabaseError) in
      // Nothing may point to what is gone afterwards.
      defer { sqlite3_clear_bindings(handle) }
      let code = values.bind(places, to: handle, memory)
      guard code == SQLITE_OK else { throw connection.error(code, sql: sql) }
      while try step() {}
    }
  }
}

// MARK: - Columns of the current row

extension Statement {
  /// How many columns a row has; 0 for a statement that returns no rows.
  public var columnCount: Int { Int(sqlite3_column_count(handle)) }

  /// The columns' names, in order.
  public var columnNames: [String] {
    (0..<columnCount).map { index in
      sqlite3_column_name(handle, Int32(index)).map { String(cString: $0) } ?? ""
    }
  }

  /// Whether the statement leaves the database as it is.
  public var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

  /// The value at `column`, from 0.
  public func value(at column: Int) -> Value {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, Int32(column)))
    case SQLITE_FLOAT: .real(sqlite3_column_double(handle, Int32(column)))
    case SQLITE_TEXT: .text(text(at: column))
    case SQLITE_BLOB: .blob(blob(at: column))
    default: .null
    }
  }

  /// The number at `column`; 0 for NULL and for text that is no number.
  public func integer(at column: Int) -> Int {
    Int(sqlite3_column_int64(handle, Int32(column)))
  }

  /// The text at `column`, which may hold NUL; empty for NULL.
  public func text(at column: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The text at `column`; nil for NULL.
  public func optionalText(at column: Int) -> String? {
    isNull(at: column) ? nil : text(at: column)
  }

  /// The number at `column`; nil for NULL.
  public func optionalInteger(at column: Int) -> Int? {
    isNull(at: column) ? nil : integer(at: column)
  }

  /// Whether the value at `column` is NULL.
  public func isNull(at column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// The bytes of the text or blob at `column`; 0 for other values.
  public func byteCount(at column: Int) -> Int {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_TEXT, SQLITE_BLOB: Int(sqlite3_column_bytes(handle, Int32(column)))
    default: 0
    }
  }

  private func blob(at column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}

// MARK: - Binding bytes

extension Statement {
  /// The length goes with the bytes, so that a NUL inside is kept.
  private func bind(text: String, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      // An empty string's buffer may have no address, and a null address binds NULL.
      guard let start = bytes.baseAddress else {
        return sqlite3_bind_text(handle, index, "", 0, memcon_sqlite_transient())
      }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        sqlite3_bind_text64(
          handle, index, $0, UInt64(bytes.count), memcon_sqlite_transient(), UInt8(SQLITE_UTF8))
      }
    }
  }

  private func bind(blob bytes: [UInt8], at index: Int32) -> Int32 {
    guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
    return bytes.withUnsafeBytes {
      sqlite3_bind_blob64(
        handle, index, $0.baseAddress, UInt64($0.count), memcon_sqlite_transient())
    }
  }
}
