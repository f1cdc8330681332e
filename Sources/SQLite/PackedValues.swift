import CSQLite

/// Values for many runs of a statement, their texts one after the other in one piece of memory.
///
/// SQLite reads the texts where they lie: a row of short texts costs no allocation of its own, neither here nor there.
public struct PackedValues {
  @usableFromInline enum Cell {
    case null
    case integer(Int64)
    case real(Double)
    case text(start: Int, count: Int)
    case blob(start: Int, count: Int)
  }

  @usableFromInline var cells: [Cell] = []
  @usableFromInline var bytes: [UInt8] = []

  /// No values.
  public init() {}

  /// How many values there are.
  public var count: Int { cells.count }

  /// Drops all values, and keeps the memory for the next.
  public mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// One more value behind the others.
  @inlinable public mutating func append(_ value: some Bindable) {
    let start = bytes.count
    switch value.databaseValue {
    case .null: cells.append(.null)
    case .integer(let number): cells.append(.integer(number))
    case .real(let number): cells.append(.real(number))
    case .text(var text):
      text.withUTF8 { bytes.append(contentsOf: $0) }
      cells.append(.text(start: start, count: bytes.count - start))
    case .blob(let blob):
      bytes.append(contentsOf: blob)
      cells.append(.blob(start: start, count: blob.count))
    }
  }

  /// Binds the values at `places` to the parameters 1, 2, 3, … of a statement; `memory` holds `bytes` for as long as
  /// they are bound.
  func bind(
    _ places: Range<Int>, to statement: OpaquePointer, _ memory: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    for (offset, cell) in cells[places].enumerated() {
      let code = bind(cell, to: statement, Int32(offset + 1), memory)
      guard code == SQLITE_OK else { return code }
    }
    return SQLITE_OK
  }

  private func bind(
    _ cell: Cell, to statement: OpaquePointer, _ index: Int32, _ memory: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    switch cell {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .real(let number): return sqlite3_bind_double(statement, index, number)
    case .text(_, 0): return sqlite3_bind_text(statement, index, "", 0, memcon_sqlite_transient())
    case .blob(_, 0): return sqlite3_bind_zeroblob(statement, index, 0)
    case .text(let start, let count):
      let text = UnsafeRawPointer(memory.baseAddress)?.advanced(by: start)
      return sqlite3_bind_text64(
        statement, index, text?.assumingMemoryBound(to: CChar.self), UInt64(count), nil,
        UInt8(SQLITE_UTF8))
    case .blob(let start, let count):
      return sqlite3_bind_blob64(
        statement, index, memory.baseAddress?.advanced(by: start), UInt64(count), nil)
    }
  }
}
