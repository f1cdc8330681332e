package import Cypher

/// A value of the naive evaluator, which shares no code with the product.
package indirect enum NaiveValue: Hashable {
  case null
  case integer(Int64)
  case boolean(Bool)
  case string(String)
  case list([NaiveValue])

  /// What the product gave; nil for what no random query makes.
  package init?(_ value: CypherValue) {
    switch value {
    case .null: self = .null
    case .integer(let number): self = .integer(number)
    case .boolean(let flag): self = .boolean(flag)
    case .string(let text): self = .string(text)
    case .list(let elements):
      var values: [NaiveValue] = []
      for element in elements {
        guard let value = NaiveValue(element) else { return nil }
        values.append(value)
      }
      self = .list(values)
    default: return nil
    }
  }

  var truth: Bool? { if case .boolean(let flag) = self { flag } else { nil } }
  var number: Int64? { if case .integer(let number) = self { number } else { nil } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var elements: [NaiveValue]? { if case .list(let elements) = self { elements } else { nil } }

  init(_ truth: Bool?) { self = truth.map { .boolean($0) } ?? .null }
  init(_ number: Int64?) { self = number.map { .integer($0) } ?? .null }
  init(_ text: String?) { self = text.map { .string($0) } ?? .null }
  init(_ elements: [NaiveValue]?) { self = elements.map { .list($0) } ?? .null }

  /// Whether two values of one type are equal; nil if unknown.
  static func equal(_ a: NaiveValue, _ b: NaiveValue) -> Bool? {
    a == .null || b == .null ? nil : a == b
  }

  /// The order of ORDER BY among values of one type: null is last.
  static func isBefore(_ a: NaiveValue, _ b: NaiveValue) -> Bool {
    switch (a, b) {
    case (.null, _): return false
    case (_, .null): return true
    case (.integer(let x), .integer(let y)): return x < y
    case (.boolean(let x), .boolean(let y)): return !x && y
    case (.string(let x), .string(let y)): return x < y
    case (.list(let x), .list(let y)): return x.lexicographicallyPrecedes(y, by: isBefore)
    default: return false
    }
  }

  /// Three-valued AND.
  static func and(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == false || b == false { return false }
    return a == nil || b == nil ? nil : true
  }

  /// Three-valued OR.
  static func or(_ a: Bool?, _ b: Bool?) -> Bool? {
    and(a.map { !$0 }, b.map { !$0 }).map { !$0 }
  }
}

/// The values of the names that an expression may use: `n0.value`, `u`, `c1`.
typealias NaiveRow = [String: NaiveValue]
