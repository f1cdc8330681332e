import Cypher
import Diagnostics
import SQLite

/// A small graph of people and meetings, with each kind of table a catalog can name.
struct MeetingGraph {
  let compiler = QueryCompiler(catalog: .meetings)
  let runner: QueryRunner

  init(limits: QueryRunner.Limits = QueryRunner.Limits()) throws {
    let connection = try Connection(path: "", mode: .inMemory)
    try connection.executeScript(Fixtures.text("graph.sql"))
    runner = try QueryRunner(connection: connection, limits: limits)
  }

  func rows(_ query: String, parameters: [String: CypherValue] = [:]) throws -> [[CypherValue]] {
    try runner.run(compiler.compile(query, parameters: parameters)).rows
  }

  /// The rows as lines, values parted by bars.
  func lines(_ query: String, parameters: [String: CypherValue] = [:]) throws -> [String] {
    try rows(query, parameters: parameters).map { row in
      row.map(\.text).joined(separator: " | ")
    }
  }

  /// The messages about a query that can't be compiled; nil for one that can.
  func messages(_ query: String, parameters: [String: CypherValue] = [:]) -> String? {
    do throws(DiagnosticList) {
      _ = try compiler.compile(query, parameters: parameters)
      return nil
    } catch {
      return error.rendered
    }
  }
}

extension Catalog {
  static let meetings = Catalog(
    labels: [
      NodeLabel(
        "Person", table: "person", key: "id",
        properties: [
          Property("id", type: .string), Property("name", type: .string),
          Property("born", type: .integer), Property("height", type: .float),
          Property("former", type: .boolean),
        ], caption: "name"),
      NodeLabel(
        "Country", table: "country", key: "code",
        properties: [Property("code", type: .string), Property("name", type: .string)]),
      NodeLabel(
        "Organization", table: "organization", key: "acronym",
        properties: [Property("acronym", type: .string), Property("name", type: .string)]),
      NodeLabel(
        "Role", table: "role", key: "id",
        properties: [Property("id", type: .string), Property("title", type: .string)]),
      NodeLabel(
        "Meeting", table: "meeting", key: "id",
        properties: [
          Property("id", type: .string), Property("kind", type: .string),
          Property("status", type: .string), Property("date", type: .date),
        ]),
    ],
    relationships: [
      RelationshipTable(
        "ATTENDED", table: "attendance", source: .init("Person", column: "person"),
        target: .init("Meeting", column: "meeting"), properties: [Property("as", type: .string)]),
      RelationshipTable(
        "HOLDS", table: "holding", source: .init("Person", column: "person"),
        target: .init("Role", column: "role"), key: ["id"],
        properties: [Property("since", type: .date), Property("until", type: .date)]),
      RelationshipTable(
        "OF", table: "roleOfCountry", source: .init("Role", column: "role"),
        target: .init("Country", column: "country")),
      RelationshipTable(
        "OF", table: "roleOfOrganization", source: .init("Role", column: "role"),
        target: .init("Organization", column: "organization")),
      RelationshipTable(
        "REPRESENTS", table: "person", source: .init("Person", column: "id"),
        target: .init("Country", column: "country", isNullable: true), key: ["id"]),
      RelationshipTable(
        "PART_OF", table: "meeting", source: .init("Meeting", column: "id"),
        target: .init("Meeting", column: "partOf", isNullable: true), key: ["id"]),
      RelationshipTable(
        "MET", table: "met", source: .init("Person", column: "a"),
        target: .init("Person", column: "b"), properties: [Property("meetings", type: .integer)],
        isSymmetric: true),
    ],
    readOnlyHelp: "meetings are added with `memcon ingest`")
}

// MARK: - Values as text

extension CypherValue {
  /// The value as a fixture shows it.
  var text: String {
    switch self {
    case .null: "null"
    case .boolean(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .string(let text): "'\(text)'"
    case .list(let elements): "[\(elements.map(\.text).joined(separator: ", "))]"
    case .map(let members): members.text
    case .node(let node): "(:\(node.label) \(node.properties.text))"
    case .relationship(let relationship):
      "(\(relationship.source.id.text))-[:\(relationship.type) \(relationship.properties.text)]->"
        + "(\(relationship.target.id.text))"
    case .path, .temporal: description
    }
  }
}

extension [CypherMember] {
  fileprivate var text: String {
    "{\(map { "\($0.name): \($0.value.text)" }.joined(separator: ", "))}"
  }
}
