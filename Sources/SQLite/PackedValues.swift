import CSQLite

/// Values for many runs of a statement, their texts one after the other in one piece of memory.
///
/// SQLite reads the texts where they lie: a row of short texts costs no allocation of its own, neither here nor there.
public struct PackedValues {
  private enum Cell {
    case null
    case integer(Int64)
    case real(Double)
    case text(start: Int, count: Int)
    case blob(start: Int, count: Int)
  }

  private var cells: [Cell] = []
  private(set) var bytes: [UInt8] = []

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
  @inlinable public mutating func append(_ value: some Bindable) { value.append(to: &self) }

  /// The same for a value of whatever sort.
  mutating func append(stored value: Value) {
    switch value {
    case .null: appendNull()
    case .integer(let number): append(integer: number)
    case .real(let number): cells.append(.real(number))
    case .text(let text): append(text: text)
    case .blob(let blob):
      let start = bytes.count
      bytes.append(contentsOf: blob)
      cells.append(.blob(start: start, count: blob.count))
    }
  }

  /// One more text behind the others.
  public mutating func append(text: String) {
    let start = bytes.count
    if text.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
      bytes.append(contentsOf: text.utf8)
    }
    cells.append(.text(start: start, count: bytes.count - start))
  }

  /// One more number behind the others.
  public mutating func append(integer number: Int64) { cells.append(.integer(number)) }

  /// NULL behind the others.
  public mutating func appendNull() { cells.append(.null) }

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
