package import Cypher
import SQLite
package import TestSupport

/// A small graph held in memory and, the same, in SQLite.
package struct RandomGraph {
  package struct Node: Hashable {
    package var label: String
    package var id: String
    package var value: Int64?
  }

  struct Edge: Hashable {
    var type: String
    var source: Int
    var target: Int
    /// Whether it has no direction.
    var isSymmetric: Bool
  }

  package internal(set) var nodes: [Node] = []
  var edges: [Edge] = []

  package init(using generator: inout RepeatableRandom) {
    for (label, count) in [("A", 4), ("B", 3)] {
      for number in 0..<count {
        let value =
          Bool.random(using: &generator) ? Int64.random(in: 0...3, using: &generator) : nil
        nodes.append(Node(label: label, id: "\(label.lowercased())\(number)", value: value))
      }
    }
    let kinds: [(type: String, source: String, target: String, isSymmetric: Bool)] = [
      ("R", "A", "A", false), ("S", "A", "B", false), ("S", "B", "B", false), ("T", "A", "A", true),
      ("M", "A", "A", true),
    ]
    for kind in kinds {
      for (source, a) in nodes.enumerated() where a.label == kind.source {
        for (target, b) in nodes.enumerated() where b.label == kind.target {
          if kind.isSymmetric, target < source { continue }
          // A mirrored relationship joins no node to itself.
          if kind.type == "M", target == source { continue }
          guard Int.random(in: 0..<3, using: &generator) == 0 else { continue }
          let edge = Edge(
            type: kind.type, source: source, target: target, isSymmetric: kind.isSymmetric)
          edges.append(edge)
        }
      }
    }
  }

  package static let catalog = Catalog(
    labels: ["A", "B"].map {
      NodeLabel(
        $0, table: $0, key: "id",
        properties: [Property("id", type: .string), Property("value", type: .integer)])
    },
    relationships: [
      RelationshipTable(
        "R", table: "R", source: .init("A", column: "x"), target: .init("A", column: "y")),
      RelationshipTable(
        "S", table: "SAB", source: .init("A", column: "x"), target: .init("B", column: "y")),
      RelationshipTable(
        "S", table: "SBB", source: .init("B", column: "x"), target: .init("B", column: "y")),
      RelationshipTable(
        "T", table: "T", source: .init("A", column: "x"), target: .init("A", column: "y"),
        isSymmetric: true),
      RelationshipTable(
        "M", table: "M", source: .init("A", column: "x"), target: .init("A", column: "y"),
        key: ["low", "high"], isMirrored: true),
    ], readOnlyHelp: "")

  package func runner() throws -> QueryRunner {
    let connection = try Connection(path: "", mode: .inMemory)
    for table in ["A", "B"] {
      try connection.executeScript("create table \(table) (id text primary key, value integer)")
    }
    for table in ["R", "SAB", "SBB", "T"] {
      try connection.executeScript("create table \(table) (x text, y text)")
    }
    try connection.executeScript(
      """
      create table M (x text, y text, low text generated always as (min(x, y)) virtual,
        high text generated always as (max(x, y)) virtual)
      """)
    for node in nodes {
      let value = node.value.map { Value.integer($0) } ?? .null
      let statement = try connection.prepare("insert into \(node.label) values (?, ?)")
      try statement.run([.text(node.id), value])
    }
    for edge in edges {
      let (source, target) = (nodes[edge.source], nodes[edge.target])
      let table = edge.type == "S" ? "S\(source.label)\(target.label)" : edge.type
      let statement = try connection.prepare("insert into \(table) values (?, ?)")
      try statement.run([.text(source.id), .text(target.id)])
      if table == "M" { try statement.run([.text(target.id), .text(source.id)]) }
    }
    return try QueryRunner(connection: connection)
  }
}
