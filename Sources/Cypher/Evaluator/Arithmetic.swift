#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `+`, `-`, `*`, `/`, `%` and `^` on values; null in, null out.
enum Arithmetic {
  /// Longer lists are refused, so that no query can use up the memory.
  static let longestList = 10_000_000
  /// Longer texts are refused, in bytes.
  private static let longestText = 64 << 20

  private static func joined(
    _ a: [CypherValue], _ b: [CypherValue]
  ) throws(EvaluationFailure) -> CypherValue {
    guard a.count + b.count <= longestList else {
      throw EvaluationFailure(
        "a list would be longer than ten million elements", code: "LimitError.MemoryLimit")
    }
    return .list(a + b)
  }

  private static func joined(_ a: String, _ b: String) throws(EvaluationFailure) -> CypherValue {
    guard a.utf8.count + b.utf8.count <= longestText else {
      throw EvaluationFailure("a text would be longer than 64 MB", code: "LimitError.MemoryLimit")
    }
    return .string(a + b)
  }

  static func add(_ a: CypherValue, _ b: CypherValue) throws(EvaluationFailure) -> CypherValue {
    switch (a, b) {
    case (.list(let x), .list(let y)): return try joined(x, y)
    case (.null, _), (_, .null): return .null
    case (.list(let x), _): return try joined(x, [b])
    case (_, .list(let y)): return try joined([a], y)
    case (.integer(let x), .integer(let y)):
      return try checked(x.addingReportingOverflow(y), "sum")
    case (.string(let x), .string(let y)): return try joined(x, y)
    case (.string(let x), .integer), (.string(let x), .float):
      return .string(x + (b.plainText ?? ""))
    case (.integer, .string(let y)), (.float, .string(let y)):
      return .string((a.plainText ?? "") + y)
    case (.temporal(let x), .temporal(let y)): return .temporal(try sum(x, y))
    case (.string(let x), .temporal(.duration)) where isDateWithoutDay(x): return .null
    case (.temporal(.duration), .string(let y)) where isDateWithoutDay(y): return .null
    case (.string(let x), .boolean), (.string(let x), .temporal):
      return .string(x + (b.plainText ?? ""))
    case (.boolean, .string(let y)), (.temporal, .string(let y)):
      return .string((a.plainText ?? "") + y)
    default: return .float(try floats(a, b, "added") { $0 + $1 })
    }
  }

  /// Whether a text is a date as the graph keeps it of which the day is not told: nobody knows what a
  /// span after it is.
  private static func isDateWithoutDay(_ text: String) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard text.utf8.count == 4 || text.utf8.count == 7 else { return false }
    return text.utf8.enumerated().allSatisfy { place, byte in
      place == 4 ? byte == UInt8(ascii: "-") : digits.contains(byte)
    }
  }

  private static func sum(
    _ a: CypherTemporal, _ b: CypherTemporal
  ) throws(EvaluationFailure) -> CypherTemporal {
    if case .duration(let duration) = b { return a.adding(duration) }
    if case .duration(let duration) = a { return b.adding(duration) }
    throw EvaluationFailure(
      "\(a.typeName) and \(b.typeName) can't be added", code: "TypeError.InvalidArgumentType",
      help: "add a duration, or measure with duration.between(…)")
  }

  static func concatenate(
    _ a: CypherValue, _ b: CypherValue
  ) throws(EvaluationFailure) -> CypherValue {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.string, .string), (.list, .list): return try add(a, b)
    default:
      throw EvaluationFailure(
        "\(a.typeName) and \(b.typeName) can't be joined", code: "TypeError.InvalidArgumentType")
    }
  }

  static func subtract(_ a: CypherValue, _ b: CypherValue) throws(EvaluationFailure) -> CypherValue
  {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.string(let x), .temporal(.duration)) where isDateWithoutDay(x): return .null
    case (.integer(let x), .integer(let y)):
      return try checked(x.subtractingReportingOverflow(y), "difference")
    case (.temporal(let x), .temporal(.duration(let y))): return .temporal(x.adding(-y))
    default: return .float(try floats(a, b, "subtracted") { $0 - $1 })
    }
  }

  static func multiply(_ a: CypherValue, _ b: CypherValue) throws(EvaluationFailure) -> CypherValue
  {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      return try checked(x.multipliedReportingOverflow(by: y), "product")
    case (.temporal(.duration(let x)), _):
      if let factor = b.number { return .temporal(.duration(x.scaled(by: factor))) }
    case (_, .temporal(.duration(let y))):
      if let factor = a.number { return .temporal(.duration(y.scaled(by: factor))) }
    default: break
    }
    return .float(try floats(a, b, "multiplied") { $0 * $1 })
  }

  static func divide(_ a: CypherValue, _ b: CypherValue) throws(EvaluationFailure) -> CypherValue {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      if y == 0 { throw divisionByZero }
      return try checked(x.dividedReportingOverflow(by: y), "quotient")
    case (.temporal(.duration(let x)), _):
      if let divisor = b.number { return .temporal(.duration(x.scaled(by: 1 / divisor))) }
    default: break
    }
    return .float(try floats(a, b, "divided") { $0 / $1 })
  }

  static func remainder(
    _ a: CypherValue, _ b: CypherValue
  ) throws(EvaluationFailure) -> CypherValue {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.integer(let x), .integer(let y)):
      if y == 0 { throw divisionByZero }
      return .integer(x.remainderReportingOverflow(dividingBy: y).partialValue)
    default: return .float(try floats(a, b, "divided") { $0.truncatingRemainder(dividingBy: $1) })
    }
  }

  static func power(_ a: CypherValue, _ b: CypherValue) throws(EvaluationFailure) -> CypherValue {
    if a.isNull || b.isNull { return .null }
    return .float(try floats(a, b, "raised") { pow($0, $1) })
  }

  static func negate(_ value: CypherValue) throws(EvaluationFailure) -> CypherValue {
    switch value {
    case .null: return .null
    case .integer(let number):
      return try checked(Int64(0).subtractingReportingOverflow(number), "negative")
    case .float(let number): return .float(-number)
    case .temporal(.duration(let duration)): return .temporal(.duration(-duration))
    default:
      throw EvaluationFailure(
        "\(value.typeName) has no negative", code: "TypeError.InvalidArgumentType")
    }
  }

  private static let divisionByZero = EvaluationFailure(
    "division by zero", code: "ArithmeticError.DivisionByZero",
    help: "a float divided by 0.0 is infinite; an integer has no such value")

  private static func checked(
    _ result: (partialValue: Int64, overflow: Bool), _ what: String
  ) throws(EvaluationFailure) -> CypherValue {
    if result.overflow {
      throw EvaluationFailure(
        "a \(what) is larger than 64 bits", code: "ArithmeticError.IntegerOverflow",
        help: "convert with toFloat() first")
    }
    return .integer(result.partialValue)
  }

  private static func floats(
    _ a: CypherValue, _ b: CypherValue, _ what: String, _ body: (Double, Double) -> Double
  ) throws(EvaluationFailure) -> Double {
    guard let x = a.number, let y = b.number else {
      throw EvaluationFailure(
        "\(a.typeName) and \(b.typeName) can't be \(what)", code: "TypeError.InvalidArgumentType")
    }
    return body(x, y)
  }
}
