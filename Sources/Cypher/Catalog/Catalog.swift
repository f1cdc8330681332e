/// What a query may speak of, and where SQLite keeps it.
///
///     let catalog = Catalog(
///       labels: [
///         NodeLabel("Person", table: "person", key: "id", properties: [
///           Property("id", type: .string), Property("name", type: .string),
///         ], caption: "name"),
///       ],
///       relationships: [],
///       readOnlyHelp: "the record changes through `memcon ingest`")
///
/// Each node has exactly one label, and each label one table or view with a unique key.
public struct Catalog: Sendable {
  /// The kinds of nodes.
  public var labels: [NodeLabel]
  /// The kinds of relationships: one row a type, table and pair of labels.
  public var relationships: [RelationshipTable]
  /// The line of help under the refusal of a writing clause.
  public var readOnlyHelp: String
  /// The tables of a graph whose labels, types and properties are free; nil for typed tables.
  public var open: OpenTables?
  /// Where full text is searched for, if it can be.
  public var textSearch: TextSearch?
  /// What can be called beside the procedures of the language.
  public var procedures: [Procedure] = []

  /// A catalog of a graph whose nodes and relationships may have any labels, types and properties.
  public init(open: OpenTables, readOnlyHelp: String) {
    self.init(labels: [], relationships: [], readOnlyHelp: readOnlyHelp)
    self.open = open
  }

  /// A catalog; names of labels are unique.
  public init(labels: [NodeLabel], relationships: [RelationshipTable], readOnlyHelp: String) {
    self.labels = labels
    self.relationships = relationships
    self.readOnlyHelp = readOnlyHelp
  }

  /// The label called `name`, if there is one.
  public func label(_ name: String) -> NodeLabel? { labels.first { $0.name == name } }

  /// The names of all relationship types, each once, in their order.
  public var relationshipTypes: [String] {
    var seen: Set<String> = []
    return relationships.map(\.type).filter { seen.insert($0).inserted }
  }
}

/// A kind of node: the table or view that holds one row a node.
public struct NodeLabel: Hashable, Sendable {
  /// The label as queries write it.
  public var name: String
  /// The table or view.
  public var table: String
  /// The column that tells nodes of this label apart; never null.
  public var key: String
  /// The type of the key.
  public var keyType: Property.Kind
  /// What can be asked of a node.
  public var properties: [Property]
  /// The property that names a node to a reader.
  public var caption: String?

  /// A kind of node.
  public init(
    _ name: String, table: String, key: String, keyType: Property.Kind = .string,
    properties: [Property], caption: String? = nil
  ) {
    self.name = name
    self.table = table
    self.key = key
    self.keyType = keyType
    self.properties = properties
    self.caption = caption
  }
}

/// A property of a node or relationship: a typed column.
public struct Property: Hashable, Sendable {
  /// What a column holds.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case boolean, integer, float, string
    /// ISO text, possibly a year or a month only.
    case date
    /// A list of strings, as a JSON array.
    case list
  }

  /// The property as queries write it.
  public var name: String
  /// The column.
  public var column: String
  /// What the column holds; every row keeps to it or is null.
  public var type: Kind

  /// A property in the column of the same name, or in `column`.
  public init(_ name: String, column: String? = nil, type: Kind) {
    self.name = name
    self.column = column ?? name
    self.type = type
  }
}
