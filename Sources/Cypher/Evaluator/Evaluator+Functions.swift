#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Diagnostics

extension Evaluator {
  /// A function of values; most give null for null.
  func call(_ function: CypherFunction, _ arguments: [CypherValue]) throws -> CypherValue {
    switch function {
    case .e: return .float(M_E)
    case .pi: return .float(.pi)
    case .rand: return .float(Double.random(in: 0..<1))
    case .timestamp:
      return .integer(Int64(statementTime.seconds * 1_000 + statementTime.nanoseconds / 1_000_000))
    case .randomUUID: return .string(randomUUID())
    case .coalesce: return arguments.first { !$0.isNull } ?? .null
    case .nullIf: return arguments[0].equals(arguments[1]) == true ? .null : arguments[0]
    case .exists: return .boolean(!arguments[0].isNull)
    case .valueType: return .string(TypeNames.name(arguments[0]))
    case .toStringOrNull, .toIntegerOrNull, .toFloatOrNull, .toBooleanOrNull, .toStringList,
      .toIntegerList, .toFloatList, .toBooleanList:
      return try Conversion.lenient(function, arguments[0])
    default: break
    }
    if arguments.contains(where: \.isNull) { return .null }
    switch function {
    case .toString, .toInteger, .toFloat, .toBoolean:
      return try Conversion.strict(function, arguments[0])
    case .toLower, .toUpper, .trim, .lTrim, .rTrim, .substring, .left, .right, .replace, .split:
      return try TextFunctions.call(function, arguments)
    case .size, .head, .last, .tail, .range, .isEmpty, .reverse, .keys, .properties, .labels, .type,
      .id, .elementId, .nodes, .relationships, .length:
      return try ListFunctions.call(function, arguments)
    case .startNode, .endNode:
      guard case .relationship(let relationship) = arguments[0] else {
        throw unfit(function, arguments[0])
      }
      let end = function == .startNode ? relationship.source : relationship.target
      return .node(try graph.node(end))
    default: return try NumberFunctions.call(function, arguments)
    }
  }

  private func randomUUID() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += byte < 16 ? "0\(String(byte, radix: 16))" : String(byte, radix: 16)
    }
    return text
  }
}

/// The failure of a function that can't take a value.
func unfit(_ function: CypherFunction, _ value: CypherValue) -> EvaluationFailure {
  EvaluationFailure(
    "\(function.rawValue) can't take \(value.typeName)", code: "TypeError.InvalidArgumentValue")
}

/// Names of types as GQL writes them.
enum TypeNames {
  static func name(_ value: CypherValue) -> String {
    switch value {
    case .null: "NULL"
    case .boolean: "BOOLEAN NOT NULL"
    case .integer: "INTEGER NOT NULL"
    case .float: "FLOAT NOT NULL"
    case .string: "STRING NOT NULL"
    case .list: "LIST<ANY> NOT NULL"
    case .map: "MAP NOT NULL"
    case .node: "NODE NOT NULL"
    case .relationship: "RELATIONSHIP NOT NULL"
    case .path: "PATH NOT NULL"
    case .temporal(let temporal):
      switch temporal {
      case .date: "DATE NOT NULL"
      case .localTime: "LOCAL TIME NOT NULL"
      case .time: "ZONED TIME NOT NULL"
      case .localDateTime: "LOCAL DATETIME NOT NULL"
      case .dateTime: "ZONED DATETIME NOT NULL"
      case .duration: "DURATION NOT NULL"
      }
    }
  }
}

/// toString, toInteger, toFloat and toBoolean.
enum Conversion {
  static func strict(_ function: CypherFunction, _ value: CypherValue) throws -> CypherValue {
    switch (function, value) {
    case (_, .null): return .null
    case (.toString, _):
      guard let text = value.plainText else { throw unfit(function, value) }
      return .string(text)
    case (.toInteger, .integer): return value
    case (.toInteger, .float(let number)): return integer(number)
    case (.toInteger, .boolean(let flag)): return .integer(flag ? 1 : 0)
    case (.toInteger, .string(let text)):
      let trimmed = trimmed(text)
      if let number = Int64(trimmed) { return .integer(number) }
      return decimal(trimmed).map { integer($0) } ?? .null
    case (.toFloat, .float): return value
    case (.toFloat, .integer(let number)): return .float(Double(number))
    case (.toFloat, .string(let text)): return decimal(trimmed(text)).map { .float($0) } ?? .null
    case (.toBoolean, .boolean): return value
    case (.toBoolean, .integer(let number)): return .boolean(number != 0)
    case (.toBoolean, .string(let text)):
      switch trimmed(text).lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return .null
      }
    default: throw unfit(function, value)
    }
  }

  private static func trimmed(_ text: String) -> String {
    TextFunctions.trim(text, " \t\n\r", .both)
  }

  private static func integer(_ number: Double) -> CypherValue {
    Int64(exactly: number.rounded(.towardZero)).map { .integer($0) } ?? .null
  }

  static func lenient(_ function: CypherFunction, _ value: CypherValue) throws -> CypherValue {
    let plain: CypherFunction =
      switch function {
      case .toStringOrNull, .toStringList: .toString
      case .toIntegerOrNull, .toIntegerList: .toInteger
      case .toFloatOrNull, .toFloatList: .toFloat
      default: .toBoolean
      }
    let isList = [.toStringList, .toIntegerList, .toFloatList, .toBooleanList].contains(function)
    guard isList else { return (try? strict(plain, value)) ?? .null }
    switch value {
    case .null: return .null
    case .list(let elements): return .list(elements.map { (try? strict(plain, $0)) ?? .null })
    default: throw unfit(function, value)
    }
  }
}
