import JSON
import SQLite

/// A graph in typed tables, as a catalog describes them.
final class TableGraph: GraphReader {
  let connection: Connection
  let catalog: Catalog
  /// Nodes read before; given up when there are many.
  private var known: [CypherRelationship.End: CypherNode] = [:]
  private static let mostKnown = 200_000

  init(_ connection: Connection, _ catalog: Catalog) {
    self.connection = connection
    self.catalog = catalog
  }

  // MARK: Nodes

  func forEachNode(
    _ labels: [LabelTest], _ equalities: [CypherMember], _ body: (CypherNode) throws -> Bool
  ) throws -> Bool {
    for label in catalog.labels where labels.allSatisfy({ $0.matches([label.name]) }) {
      if try !forEachNode(label, equalities, body) { return false }
    }
    return true
  }

  private func forEachNode(
    _ label: NodeLabel, _ equalities: [CypherMember], _ body: (CypherNode) throws -> Bool
  ) throws -> Bool {
    var conditions: [String] = []
    var values: [Value] = []
    for equality in equalities {
      guard let property = label.properties.first(where: { $0.name == equality.name }) else {
        return true
      }
      guard let value = property.type.stored(equality.value) else { continue }
      values.append(value)
      conditions.append("\(quoted(property.column)) = ?\(values.count)")
    }
    let condition = conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
    let statement = try connection.prepare(selection(label) + condition)
    try statement.bind(values)
    while try statement.step() {
      if try !body(node(statement, label)) { return false }
    }
    return true
  }

  private func selection(_ label: NodeLabel) -> String {
    let columns = [label.key] + label.properties.map(\.column)
    return "SELECT \(columns.map(quoted).joined(separator: ", ")) "
      + "FROM \(quoted(label.table))"
  }

  private func node(_ statement: Statement, _ label: NodeLabel) -> CypherNode {
    CypherNode(
      labels: [label.name], id: label.keyType.value(statement.value(at: 0)),
      properties: members(statement, label.properties, from: 1))
  }

  private func members(
    _ statement: Statement, _ properties: [Property], from start: Int
  ) -> [CypherMember] {
    var members: [CypherMember] = []
    members.reserveCapacity(properties.count)
    for (offset, property) in properties.enumerated() {
      let value = property.type.value(statement.value(at: start + offset))
      if !value.isNull { members.append(CypherMember(property.name, value)) }
    }
    return members
  }

  func node(_ end: CypherRelationship.End) throws -> CypherNode {
    if let node = known[end] { return node }
    guard let label = catalog.label(end.label), let key = label.keyType.stored(end.id) else {
      return CypherNode(labels: [end.label], id: end.id, properties: [])
    }
    let statement = try connection.prepare(
      "\(selection(label)) WHERE \(quoted(label.key)) = ?1")
    try statement.bind([key])
    guard try statement.step() else {
      return CypherNode(labels: [end.label], id: end.id, properties: [])
    }
    let node = node(statement, label)
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[end] = node
    return node
  }

  // MARK: Relationships

  func relationships(
    of node: CypherNode, _ direction: ParsedRelationship.Direction, _ types: TypeTest
  ) throws -> [GraphHop] {
    var hops: [GraphHop] = []
    for (index, table) in catalog.relationships.enumerated() where types.matches(table.type) {
      if table.isMirrored {
        guard table.source.label == node.label else { continue }
        try add(table, index, node, atSource: true, withLoops: true, &hops)
        continue
      }
      let isEither = direction == .either || table.isSymmetric
      if isEither || direction == .forward, table.source.label == node.label {
        try add(table, index, node, atSource: true, withLoops: true, &hops)
      }
      if isEither || direction == .backward, table.target.label == node.label {
        let hasLoops = !isEither || table.source.label != node.label
        try add(table, index, node, atSource: false, withLoops: hasLoops, &hops)
      }
    }
    return hops
  }

  private func add(
    _ table: RelationshipTable, _ index: Int, _ node: CypherNode, atSource: Bool, withLoops: Bool,
    _ hops: inout [GraphHop]
  ) throws {
    let own = atSource ? table.source : table.target
    guard let label = catalog.label(own.label), let key = label.keyType.stored(node.id) else {
      return
    }
    let columns =
      [table.source.column, table.target.column] + table.key + table.properties.map(\.column)
    var sql =
      "SELECT \(columns.map(quoted).joined(separator: ", ")) "
      + "FROM \(quoted(table.table)) WHERE \(quoted(own.column)) = ?1"
    for end in [table.source, table.target] where end.isNullable {
      sql += " AND \(quoted(end.column)) IS NOT NULL"
    }
    if !withLoops {
      sql += " AND \(quoted(table.source.column)) <> \(quoted(table.target.column))"
    }
    let statement = try connection.prepare(sql)
    try statement.bind([key])
    while try statement.step() {
      let far = end(atSource ? table.target : table.source, statement.value(at: atSource ? 1 : 0))
      // Of a mirrored relationship the key tells the ends in the same order from either side.
      let first = table.isMirrored ? 2 : 0
      let source = end(table.source, statement.value(at: first))
      let target = end(table.target, statement.value(at: first + 1))
      var id: [CypherValue] = [.integer(Int64(index))]
      for offset in table.key.indices { id.append(CypherValue(statement.value(at: 2 + offset))) }
      let relationship = CypherRelationship(
        type: table.type, id: .list(id), source: source, target: target,
        properties: members(statement, table.properties, from: 2 + table.key.count))
      hops.append(GraphHop(relationship: relationship, end: far))
    }
  }

  private func end(_ end: RelationshipTable.End, _ value: Value) -> CypherRelationship.End {
    let kind = catalog.label(end.label)?.keyType ?? .string
    return CypherRelationship.End(label: end.label, id: kind.value(value))
  }

  // MARK: Names

  var labelNames: [String] { catalog.labels.map(\.name) }
  var typeNames: [String] { catalog.relationshipTypes }
  var propertyNames: [String] {
    Set(catalog.labels.flatMap(\.properties).map(\.name)).union(
      catalog.relationships.flatMap(\.properties).map(\.name)
    ).sorted()
  }

  func search(_ text: String, limit: Int) throws -> [(CypherNode, Double)] {
    guard let search = catalog.textSearch, let label = catalog.label(search.label) else {
      return []
    }
    let columns = ([label.key] + label.properties.map(\.column)).map {
      "node.\(quoted($0))"
    }
    let table = quoted(search.table)
    let statement = try connection.prepare(
      "SELECT \(columns.joined(separator: ", ")), -bm25(\(table)) FROM \(table) "
        + "JOIN \(quoted(label.table)) AS node ON node.rowid = \(table).rowid "
        + "WHERE \(table) MATCH ?1 ORDER BY bm25(\(table)) LIMIT ?2")
    try statement.bind([.text(text), .integer(Int64(limit))])
    var found: [(CypherNode, Double)] = []
    while try statement.step() {
      guard case .real(let score) = statement.value(at: columns.count) else { continue }
      found.append((node(statement, label), score))
    }
    return found
  }

  func countFound(_ text: String, limit: Int) throws -> Int {
    guard let search = catalog.textSearch, catalog.label(search.label) != nil else { return 0 }
    let table = quoted(search.table)
    let statement = try connection.prepare(
      "SELECT count(*) FROM (SELECT 1 FROM \(table) WHERE \(table) MATCH ?1 LIMIT ?2)")
    try statement.bind([.text(text), .integer(Int64(limit))])
    return try statement.step() ? statement.integer(at: 0) : 0
  }
}

// MARK: - Values of columns

extension Property.Kind {
  /// What a column of this kind holds, as a value of the language.
  func value(_ stored: Value) -> CypherValue {
    switch (self, stored) {
    case (_, .null), (_, .blob): .null
    case (.boolean, .integer(let number)): .boolean(number != 0)
    case (.float, .integer(let number)): .float(Double(number))
    // A date without its day stays text, which is compared with dates as text.
    case (.date, .text(let text)) where text.utf8.count == 10:
      CypherTemporal.parseDate(text).map { .temporal($0) } ?? .string(text)
    case (.list, .text(let text)):
      (try? JSONValue(parsing: text.utf8)).map { CypherValue(strings: $0) } ?? .null
    default: CypherValue(stored)
    }
  }

  /// What to look for in a column of this kind; nil if the column can't tell.
  func stored(_ value: CypherValue) -> Value? {
    switch (self, value) {
    case (.boolean, .boolean(let flag)): .integer(flag ? 1 : 0)
    case (.integer, .integer(let number)), (.float, .integer(let number)): .integer(number)
    case (.integer, .float(let number)), (.float, .float(let number)): .real(number)
    case (.string, .string(let text)), (.date, .string(let text)): .text(text)
    case (.date, .temporal(.date(let days))): .text(CivilDate(days: days).text)
    default: nil
    }
  }
}

extension CypherValue {
  /// A list of the strings in a JSON array.
  fileprivate init(strings json: JSONValue) {
    guard case .array(let elements) = json else {
      self = .null
      return
    }
    self = .list(elements.compactMap(\.stringValue).map { .string($0) })
  }

  init(_ stored: Value) {
    switch stored {
    case .null, .blob: self = .null
    case .integer(let number): self = .integer(number)
    case .real(let number): self = .float(number)
    case .text(let text): self = .string(text)
    }
  }
}
