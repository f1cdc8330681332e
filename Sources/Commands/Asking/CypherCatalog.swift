package import Cypher
import Diplomacy
import Record

extension Catalog {
  /// What queries may speak of: the ontology, with the tables and columns that hold it.
  package static let graph: Catalog = {
    var catalog = Catalog(ofOntology: ())
    catalog.textSearch = TextSearch(table: "articleSearch", label: "Article")
    return catalog
  }()

  private init(ofOntology: ()) {
    self.init(
      labels: GraphCatalog.nodes.compactMap { table in
        Ontology.nodes.first { $0.label == table.label }.map { node in
          NodeLabel(
            node.label, table: table.table, key: "id",
            properties: node.properties.map { Property($0, column: table.column(of: $0.name)) },
            caption: node.caption)
        }
      },
      relationships: GraphCatalog.relationships.compactMap { table in
        Ontology.relationships.first { $0.type == table.type }.map { relationship in
          RelationshipTable(
            table.type, table: table.table, source: .init(table.source),
            target: .init(table.target),
            key: table.key,
            properties: relationship.properties.map {
              Property($0, column: table.column(of: $0.name))
            },
            isSymmetric: relationship.isSymmetric, isMirrored: table.isMirrored)
        }
      },
      readOnlyHelp: "the graph changes through `memcon ingest`")
  }
}

extension Property {
  fileprivate init(_ property: Ontology.Property, column: String) {
    let kind: Kind =
      switch property.type {
      case .string: .string
      case .list: .list
      case .integer: .integer
      case .float: .float
      case .boolean: .boolean
      case .date: .date
      }
    self.init(property.name, column: column, type: kind)
  }
}

extension RelationshipTable.End {
  fileprivate init(_ end: GraphCatalog.Relationship.End) {
    self.init(end.label, column: end.column, isNullable: end.isNullable)
  }
}
