import Cypher
import JSON
import Record

extension Answer {
  /// The rows a query found; programs get the words behind each node and relationship too.
  init(_ result: QueryResult, as format: OutputFormat, from store: GraphStore) throws {
    let rows = Rows(result)
    guard format == .json || format == .jsonl else {
      self.init(rows)
      return
    }
    var evidence = QueryEvidence(store: store)
    let values = try result.rows.map { row in try row.map { try evidence.value($0) } }
    self.init(rows, objects: Rows(columns: result.columns, rows: values).objects)
  }
}

/// Values of a query with the evidence of the nodes and relationships in them; each is looked up once.
private struct QueryEvidence {
  let store: GraphStore
  private var known: [EvidenceSubject: [JSONValue]] = [:]

  /// The most quotes that one node or relationship gets.
  private static let mostQuotes = 5

  init(store: GraphStore) {
    self.store = store
  }

  mutating func value(_ value: CypherValue) throws -> JSONValue {
    switch value {
    case .list(let elements):
      return .array(try elements.map { try self.value($0) })
    case .map(let members):
      return .object(try members.map { .init($0.name, try self.value($0.value)) })
    case .path(let path):
      return .object([
        .init("nodes", .array(try path.nodes.map { try self.value(.node($0)) })),
        .init(
          "relationships",
          .array(try path.relationships.map { try self.value(.relationship($0)) })),
      ])
    case .node(let node):
      guard case .string(let id) = node.id else { return JSONValue(value) }
      return try with(.node(label: node.label, id: id), JSONValue(value))
    case .relationship(let relationship):
      guard case .string(let source) = relationship.source.id,
        case .string(let target) = relationship.target.id
      else { return JSONValue(value) }
      return try with(
        .relationship(type: relationship.type, source: source, target: target), JSONValue(value))
    case .null, .boolean, .integer, .float, .string, .temporal: return JSONValue(value)
    }
  }

  private mutating func with(_ subject: EvidenceSubject, _ value: JSONValue) throws -> JSONValue {
    guard case .object(let members) = value else { return value }
    let quotes: [JSONValue]
    if let found = known[subject] {
      quotes = found
    } else {
      quotes = try store.evidence(of: subject, atMost: Self.mostQuotes).map(\.object)
      known[subject] = quotes
    }
    return quotes.isEmpty ? value : .object(members + [.init("evidence", .array(quotes))])
  }
}
