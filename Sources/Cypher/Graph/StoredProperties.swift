import JSON

/// How the values of properties are written into a column of text, for graphs without typed tables.
///
///     {"name": "Peru", "price": {"float": "1.5"}, "day": {"date": "2025-03-18"}}
public enum StoredProperties {
  /// The text of a map.
  public static func text(_ members: [CypherMember]) -> String {
    JSONValue.object(members.map { .init($0.name, json($0.value)) }).text
  }

  private static func json(_ value: CypherValue) -> JSONValue {
    switch value {
    case .null, .node, .relationship, .path: return .null
    case .boolean(let flag): return .bool(flag)
    case .integer(let number): return .integer(Int(number))
    case .float(let number): return .object([.init("float", .string("\(number)"))])
    case .string(let text): return .string(text)
    case .list(let elements): return .array(elements.map(json))
    case .map(let members):
      return .object([.init("map", .object(members.map { .init($0.name, json($0.value)) }))])
    case .temporal(let temporal):
      return .object([.init(temporal.kind.rawValue, .string("\(temporal)"))])
    }
  }

  /// The map of a text; empty if it is none.
  static func members(_ text: String) -> [CypherMember] {
    guard case .object(let members)? = try? JSONValue(parsing: text.utf8) else { return [] }
    return members.map { CypherMember($0.key, value($0.value)) }
  }

  private static func value(_ json: JSONValue) -> CypherValue {
    switch json {
    case .null: return .null
    case .bool(let flag): return .boolean(flag)
    case .integer(let number): return .integer(Int64(number))
    case .number(let number): return .float(number)
    case .string(let text): return .string(text)
    case .array(let elements): return .list(elements.map(value))
    case .object(let members):
      guard let member = members.first else { return .map([]) }
      if member.key == "map", case .object(let inner) = member.value {
        return .map(inner.map { CypherMember($0.key, value($0.value)) })
      }
      let text = member.value.stringValue ?? ""
      if member.key == "float" { return .float(Double(text) ?? .nan) }
      return TemporalKind(rawValue: member.key)?.parse(text).map { .temporal($0) } ?? .null
    }
  }
}

extension CypherTemporal {
  var kind: TemporalKind {
    switch self {
    case .date: .date
    case .localTime: .localTime
    case .time: .time
    case .localDateTime: .localDateTime
    case .dateTime: .dateTime
    case .duration: .duration
    }
  }
}
