/// A function of one row; its name as it is documented.
enum CypherFunction: String, Hashable, CaseIterable {
  // Nodes, relationships and paths
  case id, elementId, labels, type, properties, keys, startNode, endNode, nodes, relationships
  case length
  // Text
  case toLower, toUpper, trim, lTrim, rTrim, substring, left, right, replace, split, reverse
  // Lists and text
  case size, head, last, tail, range, isEmpty
  // Numbers
  case abs, sign, ceil, floor, round, sqrt, exp, log, log10, e, pi, rand
  case sin, cos, tan, cot, asin, acos, atan, atan2, degrees, radians, haversin, isNaN
  case sinh, cosh, tanh, coth
  // Conversion
  case toString, toInteger, toFloat, toBoolean
  case toStringOrNull, toIntegerOrNull, toFloatOrNull, toBooleanOrNull
  case toStringList, toIntegerList, toFloatList, toBooleanList
  case coalesce, nullIf, exists, valueType, timestamp, randomUUID

  private static let aliases: [String: CypherFunction] = [
    "char_length": .size, "character_length": .size, "lower": .toLower, "upper": .toUpper,
    "ceiling": .ceil, "ln": .log, "rels": .relationships, "btrim": .trim, "toint": .toInteger,
    "element_id": .elementId, "path_length": .length,
  ]

  private static let names = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })

  /// The function of any spelling of its name.
  init?(spelled name: String) {
    let lowered = name.lowercased()
    guard let function = Self.names[lowered] ?? Self.aliases[lowered] else { return nil }
    self = function
  }

  /// How many arguments it takes.
  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .e, .pi, .rand, .timestamp, .randomUUID: 0...0
    case .substring, .range: 2...3
    case .left, .right, .split, .atan2, .nullIf: 2...2
    case .replace: 3...3
    case .coalesce: 1...100
    case .round: 1...3
    case .trim, .lTrim, .rTrim: 1...2
    default: 1...1
    }
  }

  /// The type of its result, as far as it is known.
  func result(of argument: CypherType?) -> CypherType {
    switch self {
    case .elementId, .type, .toLower, .toUpper, .trim, .lTrim, .rTrim, .substring, .left, .right,
      .replace, .toString, .toStringOrNull, .valueType, .randomUUID:
      .string
    case .labels, .keys, .split, .toStringList: .list(.string)
    case .nodes: .list(.node([]))
    case .relationships: .list(.relationship([]))
    case .startNode, .endNode: .node([])
    case .properties: .map
    case .length, .size, .toInteger, .toIntegerOrNull, .timestamp, .sign: .integer
    case .toIntegerList, .range: .list(.integer)
    case .toFloatList: .list(.float)
    case .toBooleanList: .list(.boolean)
    case .ceil, .floor, .round, .sqrt, .exp, .log, .log10, .e, .pi, .rand, .toFloat,
      .toFloatOrNull, .sin, .cos, .tan, .cot, .asin, .acos, .atan, .atan2, .degrees, .radians,
      .haversin, .sinh, .cosh, .tanh, .coth:
      .float
    case .exists, .isEmpty, .isNaN, .toBoolean, .toBooleanOrNull: .boolean
    case .head, .last: if case .list(let element)? = argument { element } else { .any }
    case .tail, .reverse: argument ?? .any
    case .id, .abs, .coalesce, .nullIf: .any
    }
  }

  /// What a value of a known type makes wrong already before the query runs.
  func refuses(_ type: CypherType) -> Bool {
    switch (self, type) {
    case (_, .any), (_, .null): false
    case (.length, .path): false
    case (.length, _): true
    case (.size, .list), (.size, .string), (.size, .date), (.size, .map): false
    case (.size, _): true
    case (.labels, .node): false
    case (.labels, _): true
    case (.type, .relationship): false
    case (.type, _): true
    case (.nodes, .path), (.relationships, .path): false
    case (.nodes, _), (.relationships, _): true
    case (.startNode, .relationship), (.endNode, .relationship): false
    case (.startNode, _), (.endNode, _): true
    case (.properties, .node), (.properties, .relationship), (.properties, .map): false
    case (.properties, _): true
    case (.keys, .node), (.keys, .relationship), (.keys, .map): false
    case (.keys, _): true
    case (.id, .node), (.id, .relationship), (.elementId, .node), (.elementId, .relationship): false
    case (.id, _), (.elementId, _): true
    default: false
    }
  }
}

/// A function that makes or measures dates and times.
enum TemporalCall: Hashable {
  /// `date('2025-03-18')`, `date()`; clocks as in `date.statement()` are all the statement's.
  case make(TemporalKind)
  case truncate(TemporalKind)
  case span(SpanUnits)
  case fromEpoch
  case fromEpochMillis

  init?(spelled name: String) {
    let parts = name.lowercased().split(separator: ".").map(String.init)
    guard let first = parts.first, let kind = TemporalKind(rawValue: first), parts.count <= 2
    else { return nil }
    guard parts.count == 2 else {
      self = .make(kind)
      return
    }
    switch (kind, parts[1]) {
    case (.duration, let name):
      guard let units = SpanUnits(rawValue: name) else { return nil }
      self = .span(units)
    case (_, "transaction"), (_, "statement"), (_, "realtime"): self = .make(kind)
    case (_, "truncate"): self = .truncate(kind)
    case (.dateTime, "fromepoch"): self = .fromEpoch
    case (.dateTime, "fromepochmillis"): self = .fromEpochMillis
    default: return nil
    }
  }

  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .make(let kind): kind == .duration ? 1...1 : 0...1
    case .truncate: 1...3
    case .span, .fromEpoch: 2...2
    case .fromEpochMillis: 1...1
    }
  }

  /// The names of all, for proposals.
  static let names = [
    "date", "localtime", "time", "localdatetime", "datetime", "duration", "date.truncate",
    "duration.between", "duration.inMonths", "duration.inDays", "duration.inSeconds",
    "datetime.fromepoch", "datetime.fromepochmillis",
  ]
}
