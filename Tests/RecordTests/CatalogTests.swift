import Diplomacy
import FoundationEssentials
import Record
import SQLite
import TestSupport
import Testing

struct `The catalog` {
  @Test func `has a table for every label and property of the ontology`() throws {
    let connection = try emptyGraph()
    #expect(GraphCatalog.nodes.map(\.label) == Ontology.nodes.map(\.label))
    for (node, type) in zip(GraphCatalog.nodes, Ontology.nodes) {
      let columns = type.properties.map { "\"\(node.column(of: $0.name))\"" }
      try connection.execute(
        .init(raw: "select \(columns.joined(separator: ", ")) from \(node.table)"))
    }
  }

  @Test func `has a table for every relationship and all its ends`() throws {
    let connection = try emptyGraph()
    for type in Ontology.relationships {
      let tables = GraphCatalog.relationships.filter { $0.type == type.type }
      #expect(Set(tables.map(\.source.label)) == Set(type.sources), "\(type.type)")
      #expect(Set(tables.map(\.target.label)) == Set(type.targets), "\(type.type)")
      for table in tables {
        let columns =
          [table.source.column, table.target.column] + table.key
          + type.properties.map { table.column(of: $0.name) }
        let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        try connection.execute(.init(raw: "select \(list) from \(table.table)"))
      }
    }
  }

  @Test func `is documented, label by label and property by property`() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let page = try String(
      decoding: Data(contentsOf: URL(filePath: "/\(root)/Docs/Ontology.md")), as: UTF8.self)
    for node in Ontology.nodes {
      let section = page.section(node.label)
      #expect(!section.isEmpty, "\(node.label) has no section")
      for property in node.properties {
        #expect(section.contains("| `\(property.name)` |"), "\(node.label).\(property.name)")
      }
    }
    for type in Ontology.relationships {
      #expect(page.contains("| `\(type.type)` |"), "\(type.type)")
      for property in type.properties {
        #expect(page.contains("`\(property.name)`"), "\(type.type).\(property.name)")
      }
    }
  }

  private func emptyGraph() throws -> Connection {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.path("graph.sqlite"), mode: .write)
    return try store.readOnlyConnection()
  }
}

extension String {
  /// What stands under the heading `### title`, up to the next heading.
  fileprivate func section(_ title: String) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "### \(title)") else { return "" }
    return lines[(start + 1)...].prefix { !$0.hasPrefix("#") }.joined(separator: "\n")
  }
}
