/// A type as a query asks for it: `x IS :: LIST<INTEGER NOT NULL> | STRING`.
///
/// The names are those of GQL (ISO/IEC 39075:2024, 4.12), and null is of every type that is not `NOT NULL`.
indirect enum ValueType: Hashable, Sendable {
  case kind(Kind)
  case list(ValueType)
  case notNull(ValueType)
  case either(ValueType, ValueType)

  enum Kind: String, Hashable, CaseIterable, Sendable {
    case any = "ANY", null = "NULL", nothing = "NOTHING", propertyValue = "PROPERTY VALUE"
    case boolean = "BOOLEAN", integer = "INTEGER", float = "FLOAT", string = "STRING"
    case date = "DATE", localTime = "LOCAL TIME", time = "ZONED TIME"
    case localDateTime = "LOCAL DATETIME", dateTime = "ZONED DATETIME", duration = "DURATION"
    case map = "MAP", node = "NODE", relationship = "RELATIONSHIP", path = "PATH"

    /// The type of any of its names, each word in capitals.
    init?(spelled words: String) {
      guard let kind = Kind(rawValue: words) ?? Self.aliases[words] else { return nil }
      self = kind
    }

    private static let aliases: [String: Kind] = [
      "ANY VALUE": .any, "ANY PROPERTY VALUE": .propertyValue, "BOOL": .boolean, "INT": .integer,
      "SIGNED INTEGER": .integer, "VARCHAR": .string, "TIME WITHOUT TIMEZONE": .localTime,
      "TIME WITH TIMEZONE": .time, "TIMESTAMP WITHOUT TIMEZONE": .localDateTime,
      "TIMESTAMP WITH TIMEZONE": .dateTime, "ANY MAP": .map, "ANY NODE": .node, "VERTEX": .node,
      "ANY VERTEX": .node, "ANY RELATIONSHIP": .relationship, "EDGE": .relationship,
      "ANY EDGE": .relationship,
    ]

    /// All names, for proposals.
    static let names = allCases.map(\.rawValue) + ["LIST"] + aliases.keys.sorted()
  }

  /// Whether `value` is of the type; a text counts as a date where the graph keeps dates as texts.
  func holds(_ value: CypherValue, datesAreTexts: Bool = false) -> Bool {
    switch self {
    case .notNull(let inner):
      return !value.isNull && inner.holds(value, datesAreTexts: datesAreTexts)
    case .either(let first, let second):
      return first.holds(value, datesAreTexts: datesAreTexts)
        || second.holds(value, datesAreTexts: datesAreTexts)
    case .list(let element):
      guard case .list(let elements) = value else { return value.isNull }
      return elements.allSatisfy { element.holds($0, datesAreTexts: datesAreTexts) }
    case .kind(.nothing): return false
    case .kind(let kind):
      if value.isNull { return true }
      if kind == .any { return true }
      let isDate = datesAreTexts && Kind(of: value) == .string
      if kind == .propertyValue { return value.canBeProperty }
      return (isDate ? .date : Kind(of: value)) == kind
    }
  }
}

extension ValueType.Kind {
  /// The type of a value that is no list.
  fileprivate init?(of value: CypherValue) {
    switch value {
    case .null: self = .null
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .float: self = .float
    case .string: self = .string
    case .list: return nil
    case .map: self = .map
    case .node: self = .node
    case .relationship: self = .relationship
    case .path: self = .path
    case .temporal(let temporal):
      switch temporal {
      case .date: self = .date
      case .localTime: self = .localTime
      case .time: self = .time
      case .localDateTime: self = .localDateTime
      case .dateTime: self = .dateTime
      case .duration: self = .duration
      }
    }
  }
}

extension CypherValue {
  /// Whether a node could hold it: neither a part of the graph, nor a map, nor a list with such in it.
  fileprivate var canBeProperty: Bool {
    switch self {
    case .map, .node, .relationship, .path: false
    case .list(let elements):
      elements.allSatisfy { element in
        if case .list = element { return false }
        return element.canBeProperty && !element.isNull
      }
    default: true
    }
  }
}
