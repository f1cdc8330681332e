import JSON
import SQLite

/// A graph in two tables without a schema.
final class OpenGraph: GraphReader {
  private let connection: Connection
  private let tables: OpenTables
  private var known: [CypherValue: CypherNode] = [:]

  init(_ connection: Connection, _ tables: OpenTables) {
    self.connection = connection
    self.tables = tables
  }

  func forEachNode(
    _ labels: [LabelTest], _ equalities: [CypherMember], _ body: (CypherNode) throws -> Bool
  ) throws -> Bool {
    let statement = try connection.prepare(
      "SELECT id, labels, properties FROM \(quoted(tables.nodes)) ORDER BY id")
    while try statement.step() {
      let node = self.node(statement)
      if labels.allSatisfy({ $0.matches(node.labels) }), try !body(node) { return false }
    }
    return true
  }

  private func node(_ statement: Statement) -> CypherNode {
    let id = CypherValue.integer(Int64(statement.integer(at: 0)))
    if let node = known[id] { return node }
    var labels: [String] = []
    if case .array(let names)? = try? JSONValue(parsing: statement.text(at: 1).utf8) {
      labels = names.compactMap(\.stringValue)
    }
    let node = CypherNode(
      labels: labels, id: id, properties: StoredProperties.members(statement.text(at: 2)))
    if known.count < 100_000 { known[id] = node }
    return node
  }

  func relationships(
    of node: CypherNode, _ direction: ParsedRelationship.Direction, _ types: TypeTest
  ) throws -> [GraphHop] {
    guard case .integer(let id) = node.id else { return [] }
    let condition =
      switch direction {
      case .forward: "source = ?1"
      case .backward: "target = ?1"
      case .either: "(source = ?1 OR target = ?1)"
      }
    let statement = try connection.prepare(
      "SELECT id, type, source, target, properties FROM \(quoted(tables.relationships)) "
        + "WHERE \(condition) ORDER BY id")
    try statement.bind(id, at: 1)
    var hops: [GraphHop] = []
    while try statement.step() {
      let type = statement.text(at: 1)
      guard types.matches(type) else { continue }
      let source = CypherRelationship.End(
        label: "", id: .integer(Int64(statement.integer(at: 2))))
      let target = CypherRelationship.End(
        label: "", id: .integer(Int64(statement.integer(at: 3))))
      let relationship = CypherRelationship(
        type: type, id: .integer(Int64(statement.integer(at: 0))), source: source, target: target,
        properties: StoredProperties.members(statement.text(at: 4)))
      hops.append(
        GraphHop(relationship: relationship, end: source.id == node.id ? target : source))
    }
    return hops
  }

  func node(_ end: CypherRelationship.End) throws -> CypherNode {
    if let node = known[end.id] { return node }
    guard case .integer(let id) = end.id else {
      return CypherNode(labels: [], id: end.id, properties: [])
    }
    let statement = try connection.prepare(
      "SELECT id, labels, properties FROM \(quoted(tables.nodes)) WHERE id = ?1")
    try statement.bind(id, at: 1)
    guard try statement.step() else { return CypherNode(labels: [], id: end.id, properties: []) }
    return node(statement)
  }

  var labelNames: [String] {
    get throws {
      try texts(
        "SELECT DISTINCT value FROM \(quoted(tables.nodes)), json_each(labels) ORDER BY 1")
    }
  }

  var typeNames: [String] {
    get throws {
      try texts("SELECT DISTINCT type FROM \(quoted(tables.relationships)) ORDER BY 1")
    }
  }

  var propertyNames: [String] {
    get throws {
      try texts(
        "SELECT key FROM \(quoted(tables.nodes)), json_each(properties) UNION "
          + "SELECT key FROM \(quoted(tables.relationships)), json_each(properties) "
          + "ORDER BY 1")
    }
  }

  private func texts(_ sql: String) throws -> [String] {
    let statement = try connection.prepare(sql)
    var texts: [String] = []
    while try statement.step() { texts.append(statement.text(at: 0)) }
    return texts
  }

  func search(_ text: String, limit: Int) throws -> [(CypherNode, Double)] { [] }

  func countFound(_ text: String, limit: Int) throws -> Int { 0 }
}
