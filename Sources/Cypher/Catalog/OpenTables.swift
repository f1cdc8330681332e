/// The two tables of a graph in which every node and relationship may have any properties.
///
///     create table node (id integer primary key, labels text, properties text)
///     create table relationship
///       (id integer primary key, type text, source integer, target integer, properties text)
///
/// Labels are a JSON array; properties are written by `StoredProperties`.
public struct OpenTables: Hashable, Sendable {
  /// The table of nodes.
  public var nodes: String
  /// The table of relationships.
  public var relationships: String

  /// The tables of these names.
  public init(nodes: String = "node", relationships: String = "relationship") {
    self.nodes = nodes
    self.relationships = relationships
  }
}

/// A full-text index of SQLite (FTS5) and the nodes it leads to.
public struct TextSearch: Hashable, Sendable {
  /// The index.
  public var table: String
  /// The label of the nodes whose row numbers are those of the index.
  public var label: String

  /// An index of the nodes of a label.
  public init(table: String, label: String) {
    self.table = table
    self.label = label
  }
}
