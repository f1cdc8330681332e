import SQLite

/// What Cypher defines and SQLite lacks or does otherwise.
enum CypherFunctions {
  /// Begins the message of an error that is the query's own.
  static let failure = "cypher: "

  private struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ message: String) { description = failure + message }
  }

  static func add(to connection: Connection) throws(DatabaseError) {
    // SQLite's own know ASCII only.
    try connection.addFunction("cypher_lower", argumentCount: 1) { text($0[0]) { $0.lowercased() } }
    try connection.addFunction("cypher_upper", argumentCount: 1) { text($0[0]) { $0.uppercased() } }
    try connection.addFunction("cypher_reverse", argumentCount: 1) {
      text($0[0]) { String($0.reversed()) }
    }
    // SQLite answers null to a division by zero.
    try connection.addFunction("cypher_divide", argumentCount: 2) { try divide($0[0], $0[1]) }
    try connection.addFunction("cypher_remainder", argumentCount: 2) {
      try remainder($0[0], $0[1])
    }
    // SQLite reads text that is no number as 0.
    try connection.addFunction("cypher_integer", argumentCount: 1) { arguments in
      guard case .text(let text) = arguments[0] else { return .null }
      if let value = Int64(text) { return .integer(value) }
      return decimal(text).flatMap { Int64(exactly: $0.rounded(.towardZero)) }
        .map { .integer($0) } ?? .null
    }
    try connection.addFunction("cypher_float", argumentCount: 1) { arguments in
      guard case .text(let text) = arguments[0] else { return .null }
      return decimal(text).map { .real($0) } ?? .null
    }
  }

  private static func text(_ value: Value, _ change: (String) -> String) -> Value {
    if case .text(let text) = value { .text(change(text)) } else { .null }
  }

  private static func divide(_ a: Value, _ b: Value) throws -> Value {
    switch (a, b) {
    case (.integer(let a), .integer(let b)):
      if b == 0 { throw Failure("division by zero") }
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      if overflow { throw Failure("a quotient is larger than 64 bits") }
      return .integer(quotient)
    default: return floats(a, b).map { .real($0 / $1) } ?? .null
    }
  }

  private static func remainder(_ a: Value, _ b: Value) throws -> Value {
    switch (a, b) {
    case (.integer(let a), .integer(let b)):
      if b == 0 { throw Failure("division by zero") }
      return .integer(a.remainderReportingOverflow(dividingBy: b).partialValue)
    default:
      return floats(a, b).map { .real($0.truncatingRemainder(dividingBy: $1)) } ?? .null
    }
  }

  private static func floats(_ a: Value, _ b: Value) -> (Double, Double)? {
    func float(_ value: Value) -> Double? {
      switch value {
      case .integer(let number): Double(number)
      case .real(let number): number
      default: nil
      }
    }
    guard let a = float(a), let b = float(b) else { return nil }
    return (a, b)
  }
}

/// The number of a text; nil for what Swift alone would take, such as `nan` and `0x10`.
func decimal(_ text: String) -> Double? {
  text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
    ? Double(text) : nil
}
