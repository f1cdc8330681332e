import Diagnostics
import JSON
import SQLite

/// Reads rows of SQLite as values of the types the query is known to give.
struct RowDecoder {
  let types: [CypherType]
  let catalog: Catalog

  init(_ query: CompiledQuery) {
    types = query.columns.map(\.type)
    catalog = query.catalog
  }

  /// About how many bytes the values of a row take.
  func size(_ statement: Statement) -> Int {
    types.indices.reduce(0) { $0 + 32 + statement.byteCount(at: $1) }
  }

  func row(_ statement: Statement) throws -> [CypherValue] {
    try types.enumerated().map { try value(statement.value(at: $0), $1) }
  }

  private func value(_ stored: Value, _ type: CypherType) throws -> CypherValue {
    switch (stored, type) {
    case (.null, _): return .null
    case (.integer(let number), .boolean): return .boolean(number != 0)
    case (.integer(let number), .float): return .float(Double(number))
    case (.integer(let number), _): return .integer(number)
    case (.real, .integer):
      // SQLite goes on with floats where 64 bits do not suffice.
      throw Diagnostic("a number is larger than 64 bits", help: ["convert with toFloat() first"])
    case (.real(let number), _): return .float(number)
    case (.text(let text), _) where type.isStructured:
      return value(try JSONValue(parsing: text.utf8), type)
    case (.text(let text), _): return .string(text)
    case (.blob, _): return .null
    }
  }

  private func value(_ json: JSONValue, _ type: CypherType?) -> CypherValue {
    switch (json, type) {
    case (.null, _): .null
    case (.bool(let flag), _): .boolean(flag)
    case (.integer(let number), .float?): .float(Double(number))
    case (.integer(let number), _): .integer(Int64(number))
    case (.number(let number), _): .float(number)
    case (.string(let text), _): .string(text)
    case (.array(let elements), .list(let element)?):
      .list(elements.map { value($0, element) })
    case (.array(let elements), _): .list(elements.map { value($0, nil) })
    case (.object, .node?): node(json)
    case (.object, .relationship?): relationship(json)
    case (.object(let members), _): map(members)
    }
  }

  /// A map says nothing of what is in it: a node or relationship is told by its own members.
  private func map(_ members: [JSONValue.Member]) -> CypherValue {
    let object = JSONValue.object(members)
    switch members.map(\.key) {
    case ["id", "label", "properties"]: return node(object)
    case ["properties", "source", "target", "type"]: return relationship(object)
    default: return .map(members.map { CypherMember($0.key, value($0.value, nil)) })
    }
  }
}

// MARK: - Nodes and relationships

extension RowDecoder {
  private func node(_ json: JSONValue) -> CypherValue {
    let label = json["label"]?.stringValue ?? ""
    let properties = catalog.label(label)?.properties ?? []
    return .node(
      CypherNode(
        label: label, id: value(json["id"] ?? .null, nil),
        properties: members(json["properties"], properties)))
  }

  private func relationship(_ json: JSONValue) -> CypherValue {
    let type = json["type"]?.stringValue ?? ""
    let properties = catalog.relationships.filter { $0.type == type }.flatMap(\.properties)
    return .relationship(
      CypherRelationship(
        type: type, source: end(json["source"]), target: end(json["target"]),
        properties: members(json["properties"], properties)))
  }

  private func end(_ json: JSONValue?) -> CypherRelationship.End {
    .init(label: json?["label"]?.stringValue ?? "", id: value(json?["id"] ?? .null, nil))
  }

  private func members(_ json: JSONValue?, _ properties: [Property]) -> [CypherMember] {
    var seen: Set<String> = []
    return properties.filter { seen.insert($0.name).inserted }.compactMap { property in
      guard let value = json?[property.name], value != .null else { return nil }
      return CypherMember(property.name, self.value(value, CypherType(property.type)))
    }
  }
}
