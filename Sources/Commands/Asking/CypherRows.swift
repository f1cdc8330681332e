import Cypher
import JSON

extension Rows {
  /// The rows a query found; nodes and relationships are objects.
  init(_ result: QueryResult) {
    self.init(columns: result.columns, rows: result.rows.map { $0.map(JSONValue.init) })
  }
}

extension JSONValue {
  /// A value of a query without the words behind it.
  init(_ value: CypherValue) {
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .bool(value)
    case .integer(let value): self = .integer(Int(value))
    case .float(let value): self = .number(value)
    case .string(let value): self = .string(value)
    case .list(let elements): self = .array(elements.map(JSONValue.init))
    case .map(let members): self = .object(members.map(Member.init))
    case .temporal(let temporal): self = .string("\(temporal)")
    case .path(let path):
      self = .object([
        Member("nodes", .array(path.nodes.map { JSONValue(.node($0)) })),
        Member("relationships", .array(path.relationships.map { JSONValue(.relationship($0)) })),
      ])
    case .node(let node):
      self = .object([Member("label", .string(node.label))] + node.properties.map(Member.init))
    case .relationship(let relationship):
      self = .object(
        [
          Member("type", .string(relationship.type)),
          Member("from", JSONValue(relationship.source.id)),
          Member("to", JSONValue(relationship.target.id)),
        ] + relationship.properties.map(Member.init))
    }
  }
}

extension JSONValue.Member {
  fileprivate init(_ member: CypherMember) { self.init(member.name, JSONValue(member.value)) }
}

extension CypherValue {
  /// A parameter as typed: what is JSON is taken for that, all else is a text.
  init(parameter text: String) {
    let value = (try? JSONValue(parsing: text.utf8)) ?? .string(text)
    self.init(value)
  }

  private init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .boolean(value)
    case .integer(let value): self = .integer(Int64(value))
    case .number(let value): self = .float(value)
    case .string(let value): self = .string(value)
    case .array(let elements): self = .list(elements.map(CypherValue.init))
    case .object(let members):
      self = .map(members.map { CypherMember($0.key, CypherValue($0.value)) })
    }
  }
}
