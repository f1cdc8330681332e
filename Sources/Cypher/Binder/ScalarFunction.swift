/// A function of one row; its name as it is documented.
enum ScalarFunction: String, Hashable, CaseIterable {
  // Nodes and relationships
  case id, elementId, labels, type
  // Text
  case toLower, toUpper, trim, lTrim, rTrim, substring, left, right, replace, reverse
  // Lists and text
  case size, head, last
  // Numbers
  case abs, sign, ceil, floor, round, sqrt
  // Conversion
  case toString, toInteger, toFloat, date
  case coalesce

  /// The function of any spelling of its name.
  init?(spelled name: String) {
    let lowered = name.lowercased()
    let aliases: [String: ScalarFunction] = [
      "char_length": .size, "character_length": .size, "lower": .toLower, "upper": .toUpper,
      "ceiling": .ceil,
    ]
    guard
      let function = aliases[lowered]
        ?? ScalarFunction.allCases.first(where: { $0.rawValue.lowercased() == lowered })
    else { return nil }
    self = function
  }

  /// How many arguments it takes.
  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .substring: 2...3
    case .left, .right: 2...2
    case .replace: 3...3
    case .coalesce: 1...20
    default: 1...1
    }
  }

  /// What its first argument may be, and how messages say so; nil for the functions that the
  /// binder looks at one by one.
  var accepts: (what: String, fits: (CypherType) -> Bool)? {
    switch self {
    case .toLower, .toUpper, .trim, .lTrim, .rTrim, .substring, .left, .right, .replace, .reverse:
      ("a string", \.isText)
    case .size:
      (
        "a list or a string",
        { type in
          if case .list = type { true } else { type.isText }
        }
      )
    case .head, .last:
      (
        "a list",
        { type in
          if case .list = type { true } else { false }
        }
      )
    case .abs, .sign, .ceil, .floor, .round, .sqrt: ("a number", \.isNumeric)
    case .toString: ("a number, a string, a date or a boolean", { !$0.isStructured })
    case .toInteger, .toFloat: ("a number or a string", { $0.isNumeric || $0.isText })
    case .date: ("a string", \.isText)
    case .id, .elementId, .labels, .type, .coalesce: nil
    }
  }

  /// The type of its result, from that of its first argument.
  func result(of argument: CypherType) -> CypherType {
    switch self {
    case .elementId, .type, .toLower, .toUpper, .trim, .lTrim, .rTrim, .substring, .left, .right,
      .replace, .reverse, .toString:
      .string
    case .labels: .list(.string)
    case .size, .sign, .toInteger: .integer
    case .ceil, .floor, .round, .sqrt, .toFloat: .float
    case .date: .date
    case .head, .last: if case .list(let element) = argument { element } else { .null }
    case .id, .abs, .coalesce: argument
    }
  }
}
