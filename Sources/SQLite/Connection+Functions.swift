import CSQLite

extension Connection {
  /// Lets statements call `name` with `argumentCount` arguments; its result depends on them alone.
  ///
  /// An error thrown by `body` fails the statement, with the error's description as the message.
  public func addFunction(
    _ name: String, argumentCount: Int, _ body: @escaping ([Value]) throws -> Value
  ) throws(DatabaseError) {
    let box = Unmanaged.passRetained(FunctionBody(body)).toOpaque()
    let code = sqlite3_create_function_v2(
      handle, name, Int32(argumentCount), SQLITE_UTF8 | SQLITE_DETERMINISTIC, box, callFunction,
      nil,
      nil, { box in if let box { Unmanaged<FunctionBody>.fromOpaque(box).release() } })
    guard code == SQLITE_OK else { throw error(code, sql: nil) }
  }
}

/// A closure in an object, so that SQLite can hold on to it.
private final class FunctionBody {
  let body: ([Value]) throws -> Value

  init(_ body: @escaping ([Value]) throws -> Value) {
    self.body = body
  }
}

/// SQLite's callback for all functions.
private func callFunction(
  context: OpaquePointer?, count: Int32, arguments: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let box = sqlite3_user_data(context) else { return }
  let function = Unmanaged<FunctionBody>.fromOpaque(box).takeUnretainedValue()
  let values = (0..<Int(count)).map { value(arguments?[$0]) }
  do {
    setResult(try function.body(values), of: context)
  } catch {
    sqlite3_result_error(context, "\(error)", -1)
  }
}

private func value(_ argument: OpaquePointer?) -> Value {
  switch sqlite3_value_type(argument) {
  case SQLITE_INTEGER: return .integer(sqlite3_value_int64(argument))
  case SQLITE_FLOAT: return .real(sqlite3_value_double(argument))
  case SQLITE_TEXT:
    guard let start = sqlite3_value_text(argument) else { return .null }
    let count = Int(sqlite3_value_bytes(argument))
    return .text(
      String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
  case SQLITE_BLOB:
    guard let start = sqlite3_value_blob(argument) else { return .blob([]) }
    let count = Int(sqlite3_value_bytes(argument))
    return .blob(Array(UnsafeRawBufferPointer(start: start, count: count)))
  default: return .null
  }
}

private func setResult(_ value: Value, of context: OpaquePointer?) {
  switch value {
  case .null: sqlite3_result_null(context)
  case .integer(let number): sqlite3_result_int64(context, number)
  case .real(let number): sqlite3_result_double(context, number)
  case .text(let text):
    var text = text
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else {
        return sqlite3_result_text(context, "", 0, memcon_sqlite_transient())
      }
      start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        sqlite3_result_text(context, $0, Int32(bytes.count), memcon_sqlite_transient())
      }
    }
  case .blob(let bytes):
    bytes.withUnsafeBytes {
      sqlite3_result_blob(context, $0.baseAddress, Int32($0.count), memcon_sqlite_transient())
    }
  }
}
