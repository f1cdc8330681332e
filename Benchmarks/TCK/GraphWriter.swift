import Cypher
import Diagnostics
import SQLite

/// Builds graphs from the CREATE statements of Given steps. Expressions and reading clauses in them
/// are left to the product; patterns are read here.
struct GraphWriter {
  let connection: Connection
  let compiler: QueryCompiler
  let runner: QueryRunner

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private typealias Variables = [CypherMember]

  func run(_ query: String) throws {
    var rows: [Variables] = [[]]
    for part in QueryWords(query).parts {
      if part.isWriting {
        rows = try write(part.text, rows)
      } else {
        rows = try read("\(part.text) RETURN *", rows)
      }
    }
  }

  /// The rows of a reading query that sees the variables of rows before.
  private func read(_ query: String, _ rows: [Variables]) throws -> [Variables] {
    let names = rows.first?.map(\.name) ?? []
    var text = "UNWIND $rows AS `given row` WITH `given row`.none AS `given none`"
    for name in names { text += ", `given row`.`\(name)` AS `\(name)`" }
    text = names.isEmpty && rows.count == 1 ? query : "\(text) \(query)"
    let compiled: CompiledQuery
    do {
      compiled = try compiler.compile(text, parameters: ["rows": .list(rows.map { .map($0) })])
    } catch {
      throw Failure(description: "\(error.rendered)")
    }
    let result = try runner.run(compiled)
    return result.rows.map { row in
      zip(result.columns, row).filter { $0.0 != "given none" }.map { CypherMember($0, $1) }
    }
  }

  private func write(_ clause: String, _ rows: [Variables]) throws -> [Variables] {
    if clause.uppercased().hasPrefix("DELETE") {
      let name = clause.dropFirst(6).filter { !$0.isWhitespace }
      for row in rows { try delete(row.first { $0.name == name }?.value) }
      return rows.map { $0.filter { $0.name != name } }
    }
    guard clause.uppercased().hasPrefix("CREATE") else {
      throw Failure(description: "a Given step can only CREATE and DELETE: \(clause)")
    }
    let patterns = try PatternReader.patterns(String(clause.dropFirst(6)))
    return try rows.map { try create(patterns, $0) }
  }

  private func delete(_ value: CypherValue?) throws {
    guard case .relationship(let relationship)? = value, case .integer(let id) = relationship.id
    else { throw Failure(description: "only relationships can be deleted") }
    try connection.execute("delete from relationship where id = \(id)")
  }

  private func create(_ patterns: [[PatternReader.Element]], _ row: Variables) throws -> Variables {
    var row = row
    for pattern in patterns {
      var last: Int64?
      var pending: PatternReader.Element?
      for element in pattern {
        if element.isRelationship {
          pending = element
          continue
        }
        let node = try self.node(element, &row)
        if let relationship = pending, let left = last {
          let ends = relationship.pointsLeft ? (node, left) : (left, node)
          try self.relationship(relationship, ends.0, ends.1, &row)
          pending = nil
        }
        last = node
      }
    }
    return row
  }

  private func node(_ element: PatternReader.Element, _ row: inout Variables) throws -> Int64 {
    if let name = element.variable,
      case .node(let node)? = row.first(where: { $0.name == name })?.value,
      case .integer(let id) = node.id
    {
      return id
    }
    let properties = try self.properties(element, row)
    let labels = "[\(element.labels.map { "\"\($0)\"" }.joined(separator: ","))]"
    try connection.execute(
      "insert into node (labels, properties) values (\(labels), \(StoredProperties.text(properties)))"
    )
    let id = Int64(connection.lastInsertedRow)
    if let name = element.variable {
      let node = CypherNode(labels: element.labels, id: .integer(id), properties: properties)
      row.append(CypherMember(name, .node(node)))
    }
    return id
  }

  private func relationship(
    _ element: PatternReader.Element, _ source: Int64, _ target: Int64, _ row: inout Variables
  ) throws {
    let properties = try self.properties(element, row)
    let type = element.labels.first ?? ""
    try connection.execute(
      """
      insert into relationship (type, source, target, properties)
      values (\(type), \(source), \(target), \(StoredProperties.text(properties)))
      """)
    guard let name = element.variable else { return }
    let relationship = CypherRelationship(
      type: type, id: .integer(Int64(connection.lastInsertedRow)),
      source: .init(label: "", id: .integer(source)),
      target: .init(label: "", id: .integer(target)),
      properties: properties)
    row.append(CypherMember(name, .relationship(relationship)))
  }

  private func properties(
    _ element: PatternReader.Element, _ row: Variables
  ) throws -> [CypherMember] {
    guard let map = element.properties else { return [] }
    let found = try read("RETURN \(map) AS `given map`", row.isEmpty ? [[]] : [row])
    guard case .map(let members)? = found.first?.first?.value else {
      throw Failure(description: "no map: \(map)")
    }
    return members.filter { $0.value != .null }
  }
}
