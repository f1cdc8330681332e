/// Relationships of one type between nodes of two labels: the table or view that holds a row each.
///
/// Several may share a type: `OF` from a Role to a Country, and `OF` from a Role to an Organization.
/// A foreign key is a relationship too: its table is then that of the node it stands in.
public struct RelationshipTable: Hashable, Sendable {
  /// One end of a relationship.
  public struct End: Hashable, Sendable {
    /// The label of the nodes at this end.
    public var label: String
    /// The column that holds their key.
    public var column: String
    /// Whether the column may be null, which means that the row is no relationship.
    public var isNullable: Bool

    /// The nodes of `label` whose key stands in `column`.
    public init(_ label: String, column: String, isNullable: Bool = false) {
      self.label = label
      self.column = column
      self.isNullable = isNullable
    }
  }

  /// The type as queries write it.
  public var type: String
  /// The table or view.
  public var table: String
  /// Where relationships start.
  public var source: End
  /// Where relationships end.
  public var target: End
  /// The columns that together tell one relationship of this table from all others; never null.
  public var key: [String]
  /// What can be asked of a relationship.
  public var properties: [Property]
  /// Whether it has no direction.
  ///
  /// Such a relationship joins two nodes of one label and is stored once a pair, in either order,
  /// unless it is mirrored. A pattern finds it from both ends, whether or not it draws an arrow.
  public var isSymmetric: Bool
  /// Whether a symmetric relationship is stored from both of its ends, a row each.
  ///
  /// One look at an index by the source then finds all that meet a node. Its key is two columns that
  /// hold both ends in an order that is the same in both rows; no node is joined to itself.
  public var isMirrored: Bool

  /// Relationships of one type. The key is the pair of ends unless given.
  public init(
    _ type: String, table: String, source: End, target: End, key: [String] = [],
    properties: [Property] = [], isSymmetric: Bool = false, isMirrored: Bool = false
  ) {
    self.type = type
    self.table = table
    self.source = source
    self.target = target
    self.key = key.isEmpty ? [source.column, target.column] : key
    self.properties = properties
    self.isSymmetric = isSymmetric || isMirrored
    self.isMirrored = isMirrored
  }
}
