/// What a value is known to be before the query runs.
public indirect enum CypherType: Hashable, Sendable {
  /// Nothing but null.
  case null
  case boolean
  case integer
  case float
  /// An integer or a float.
  case number
  case string
  /// ISO text, possibly a year or a month only.
  case date
  /// A date, time or duration that a function makes.
  case temporal
  case path
  /// Nothing is known before the query runs.
  case any
  case list(CypherType)
  case map
  /// A node with one of these labels.
  case node([String])
  /// A relationship of one of these types.
  case relationship([String])

  /// The type as messages name it.
  public var name: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .float: "a float"
    case .number: "a number"
    case .string: "a string"
    case .date: "a date"
    case .temporal: "a temporal value"
    case .path: "a path"
    case .any: "a value"
    case .list: "a list"
    case .map: "a map"
    case .node(let labels): labels.count == 1 ? withArticle(labels[0]) : "a node"
    case .relationship: "a relationship"
    }
  }

  init(_ kind: Property.Kind) {
    switch kind {
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .float: self = .float
    case .string: self = .string
    case .date: self = .date
    case .list: self = .list(.string)
    }
  }
}

/// A noun after "a" or "an".
func withArticle(_ noun: String) -> String {
  let isVowel = noun.first.map { "AEIOUaeiou".contains($0) } ?? false
  return "\(isVowel ? "an" : "a") \(noun)"
}

// MARK: - Relations between types

extension CypherType {
  /// Whether it tells with what a value compares.
  var isKnown: Bool {
    switch self {
    case .any, .null, .temporal: false
    default: true
    }
  }

  var isNumeric: Bool { self == .integer || self == .float || self == .number }
  var isText: Bool { self == .string || self == .date }

  /// Whether it is written as JSON inside SQL.
  var isStructured: Bool {
    switch self {
    case .list, .map, .node, .relationship: true
    default: false
    }
  }

  /// The type that holds values of both; nil where there is none yet.
  func joined(with other: CypherType) -> CypherType? {
    if self == other || other == .null { return self }
    if self == .null { return other }
    if self == .any || other == .any { return .any }
    if isNumeric, other.isNumeric { return .number }
    if isText, other.isText { return .string }
    switch (self, other) {
    case (.list(let a), .list(let b)): return a.joined(with: b).map(CypherType.list)
    case (.node(let a), .node(let b)): return .node(a + b.filter { !a.contains($0) })
    case (.relationship(let a), .relationship(let b)):
      return .relationship(a + b.filter { !a.contains($0) })
    default: return nil
    }
  }

  /// Whether values of both can be equal, or one before the other.
  func isComparable(with other: CypherType) -> Bool {
    switch (self, other) {
    case (.node, .node), (.relationship, .relationship): true
    case (.list, .list), (.map, .map): true
    default: self == other || (isNumeric && other.isNumeric) || (isText && other.isText)
    }
  }
}
