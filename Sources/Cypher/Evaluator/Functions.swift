#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Functions of texts. Positions count Unicode scalars.
enum TextFunctions {
  enum Side { case left, right, both }

  static func call(_ function: CypherFunction, _ arguments: [CypherValue]) throws -> CypherValue {
    guard let text = arguments[0].dateText else { throw unfit(function, arguments[0]) }
    switch function {
    case .toLower: return .string(text.lowercased())
    case .toUpper: return .string(text.uppercased())
    case .trim: return .string(trim(text, try characters(function, arguments), .both))
    case .lTrim: return .string(trim(text, try characters(function, arguments), .left))
    case .rTrim: return .string(trim(text, try characters(function, arguments), .right))
    case .replace:
      guard case .string(let old) = arguments[1] else { throw unfit(function, arguments[1]) }
      guard case .string(let new) = arguments[2] else { throw unfit(function, arguments[2]) }
      return .string(old.isEmpty ? text : text.replacing(old, with: new))
    case .split: return try split(text, by: arguments[1])
    default: break
    }
    let scalars = text.unicodeScalars
    let first = try count(function, arguments[1])
    switch function {
    case .left: return .string(String(scalars.prefix(first)))
    case .right: return .string(String(scalars.suffix(first)))
    default:
      let rest = scalars.dropFirst(first)
      guard arguments.count > 2 else { return .string(String(rest)) }
      return .string(String(rest.prefix(try count(function, arguments[2]))))
    }
  }

  private static func count(_ function: CypherFunction, _ value: CypherValue) throws -> Int {
    guard case .integer(let number) = value else { throw unfit(function, value) }
    guard number >= 0 else {
      throw EvaluationFailure(
        "\(function.rawValue) can't take a negative number",
        code: "ArgumentError.NegativeIntegerArgument")
    }
    return Int(min(number, 1 << 40))
  }

  private static func characters(
    _ function: CypherFunction, _ arguments: [CypherValue]
  ) throws -> String {
    guard arguments.count > 1 else { return " \t\n\r\u{B}\u{C}" }
    guard case .string(let text) = arguments[1] else { throw unfit(function, arguments[1]) }
    return text
  }

  static func trim(_ text: String, _ characters: String, _ side: Side) -> String {
    let unwanted = Set(characters.unicodeScalars)
    var rest = Substring(text).unicodeScalars
    if side != .right { rest = rest.drop { unwanted.contains($0) } }
    if side != .left { while let last = rest.last, unwanted.contains(last) { rest.removeLast() } }
    return String(rest)
  }

  private static func split(_ text: String, by separator: CypherValue) throws -> CypherValue {
    switch separator {
    case .string(let separator):
      if separator.isEmpty { return .list(text.unicodeScalars.map { .string(String($0)) }) }
      return .list(parts(text, separator).map { .string($0) })
    case .list(let elements):
      var pieces = [text]
      for case .string(let separator) in elements where !separator.isEmpty {
        pieces = pieces.flatMap { parts($0, separator) }
      }
      return .list(pieces.map { .string($0) })
    default: throw unfit(.split, separator)
    }
  }

  private static func parts(_ text: String, _ separator: String) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

/// Functions of lists, and what nodes, relationships and paths consist of.
enum ListFunctions {
  static func call(_ function: CypherFunction, _ arguments: [CypherValue]) throws -> CypherValue {
    switch (function, arguments[0]) {
    case (.size, .list(let elements)): return .integer(Int64(elements.count))
    case (.size, .string(let text)): return .integer(Int64(text.unicodeScalars.count))
    case (.size, .map(let members)): return .integer(Int64(members.count))
    case (.isEmpty, .list(let elements)): return .boolean(elements.isEmpty)
    case (.isEmpty, .string(let text)): return .boolean(text.isEmpty)
    case (.isEmpty, .map(let members)): return .boolean(members.isEmpty)
    case (.head, .list(let elements)): return elements.first ?? .null
    case (.last, .list(let elements)): return elements.last ?? .null
    case (.tail, .list(let elements)): return .list(Array(elements.dropFirst()))
    case (.reverse, .list(let elements)): return .list(elements.reversed())
    case (.reverse, .string(let text)):
      return .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
    case (.range, _): return try range(arguments)
    case (.keys, let owner):
      guard let members = Access.properties(of: owner) else { throw unfit(function, owner) }
      return .list(members.map { .string($0.name) })
    case (.properties, let owner):
      guard let members = Access.properties(of: owner) else { throw unfit(function, owner) }
      return .map(members)
    case (.labels, .node(let node)): return .list(node.labels.map { .string($0) })
    case (.type, .relationship(let relationship)): return .string(relationship.type)
    case (.id, .node(let node)): return node.id
    case (.id, .relationship(let relationship)): return relationship.id
    case (.elementId, .node(let node)): return .string(text(node.id))
    case (.elementId, .relationship(let relationship)): return .string(text(relationship.id))
    case (.nodes, .path(let path)): return .list(path.nodes.map { .node($0) })
    case (.relationships, .path(let path)):
      return .list(path.relationships.map { .relationship($0) })
    case (.length, .path(let path)): return .integer(Int64(path.relationships.count))
    default: throw unfit(function, arguments[0])
    }
  }

  private static func text(_ id: CypherValue) -> String {
    if case .list(let parts) = id { return parts.map(text).joined(separator: ":") }
    return id.plainText ?? ""
  }

  private static func range(_ arguments: [CypherValue]) throws -> CypherValue {
    let numbers = try arguments.map { value -> Int64 in
      guard case .integer(let number) = value else {
        throw EvaluationFailure(
          "range needs integers, this is \(value.typeName)",
          code: "ArgumentError.InvalidArgumentType")
      }
      return number
    }
    let step = numbers.count > 2 ? numbers[2] : 1
    guard step != 0 else {
      throw EvaluationFailure(
        "the step of range can't be 0", code: "ArgumentError.NumberOutOfRange")
    }
    let (distance, overflow) = numbers[1].subtractingReportingOverflow(numbers[0])
    guard !overflow, distance.magnitude / step.magnitude <= UInt64(Arithmetic.longestList) else {
      throw EvaluationFailure(
        "range would be longer than ten million elements", code: "ArgumentError.NumberOutOfRange")
    }
    return .list(
      stride(from: numbers[0], through: numbers[1], by: Int(step)).map { .integer($0) })
  }
}

/// Functions of numbers.
enum NumberFunctions {
  static func call(_ function: CypherFunction, _ arguments: [CypherValue]) throws -> CypherValue {
    if case .integer(let number) = arguments[0] {
      if function == .abs {
        if number == .min {
          throw EvaluationFailure(
            "a number is larger than 64 bits", code: "ArithmeticError.IntegerOverflow")
        }
        return .integer(abs(number))
      }
      if function == .sign { return .integer(number.signum()) }
      if function == .isNaN { return .boolean(false) }
    }
    guard let number = arguments[0].number else { throw unfit(function, arguments[0]) }
    switch function {
    case .abs: return .float(abs(number))
    case .sign: return .integer(number > 0 ? 1 : number < 0 ? -1 : 0)
    case .isNaN: return .boolean(number.isNaN)
    case .ceil: return .float(number.rounded(.up))
    case .floor: return .float(number.rounded(.down))
    case .round: return try round(number, arguments)
    case .atan2:
      guard let other = arguments[1].number else { throw unfit(function, arguments[1]) }
      return .float(atan2(number, other))
    default: return .float(plain(function, number))
    }
  }

  private static func plain(_ function: CypherFunction, _ number: Double) -> Double {
    switch function {
    case .sqrt: number.squareRoot()
    case .exp: exp(number)
    case .log: log(number)
    case .log10: log10(number)
    case .sin: sin(number)
    case .cos: cos(number)
    case .tan: tan(number)
    case .cot: 1 / tan(number)
    case .asin: asin(number)
    case .acos: acos(number)
    case .atan: atan(number)
    case .degrees: number * 180 / .pi
    case .radians: number * .pi / 180
    case .haversin: (1 - cos(number)) / 2
    case .sinh: sinh(number)
    case .cosh: cosh(number)
    case .tanh: tanh(number)
    case .coth: 1 / tanh(number)
    default: number
    }
  }

  /// Halves go up, as openCypher has it, unless a mode is given.
  private static func round(_ number: Double, _ arguments: [CypherValue]) throws -> CypherValue {
    guard arguments.count > 1 else { return .float((number + 0.5).rounded(.down)) }
    guard case .integer(let digits) = arguments[1], (0...15).contains(digits) else {
      throw unfit(.round, arguments[1])
    }
    var rule = FloatingPointRoundingRule.toNearestOrAwayFromZero
    if arguments.count > 2 {
      guard case .string(let mode) = arguments[2] else { throw unfit(.round, arguments[2]) }
      switch mode.uppercased() {
      case "UP": rule = .awayFromZero
      case "DOWN": rule = .towardZero
      case "CEILING": rule = .up
      case "FLOOR": rule = .down
      case "HALF_EVEN": rule = .toNearestOrEven
      case "HALF_UP": break
      default: throw unfit(.round, arguments[2])
      }
    }
    let factor = pow(10, Double(digits))
    return .float((number * factor).rounded(rule) / factor)
  }
}
