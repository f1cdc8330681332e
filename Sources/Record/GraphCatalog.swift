import Diplomacy

/// Where a graph file holds what the ontology declares.
///
/// Every label is one table with a text key `id`; every relationship type is one table or view for
/// each pair of labels. A column that may be null holds no relationship in the rows where it is.
public enum GraphCatalog {
  /// The table of a label.
  public struct Node: Hashable, Sendable {
    /// The label.
    public let label: String
    /// The table.
    public let table: String
    /// The columns of those properties whose column has another name.
    public let columns: [String: String]

    init(_ label: String, _ table: String, _ columns: [String: String] = [:]) {
      self.label = label
      self.table = table
      self.columns = columns
    }

    /// The column of a property.
    public func column(of property: String) -> String { columns[property] ?? property }
  }

  /// The table or view of a relationship type between two labels.
  public struct Relationship: Hashable, Sendable {
    /// One end: a label, and the column that holds the node's `id`.
    public struct End: Hashable, Sendable {
      /// The label.
      public let label: String
      /// The column.
      public let column: String
      /// Whether the column is null in rows that hold no relationship of these labels.
      public let isNullable: Bool

      init(_ label: String, _ column: String, nullable: Bool = false) {
        self.label = label
        self.column = column
        self.isNullable = nullable
      }
    }

    /// The type.
    public let type: String
    /// The table or view.
    public let table: String
    /// Where it starts.
    public let source: End
    /// Where it ends.
    public let target: End
    /// The columns that tell one relationship from all others of the table.
    public let key: [String]
    /// The columns of those properties whose column has another name.
    public let columns: [String: String]
    /// Whether the table holds each relationship twice, once from either end.
    public let isMirrored: Bool

    init(
      _ type: String, _ table: String, from source: End, to target: End, key: [String]? = nil,
      mirrored: Bool = false, _ columns: [String: String] = [:]
    ) {
      self.type = type
      self.table = table
      self.source = source
      self.target = target
      self.key = key ?? [source.column, target.column]
      self.columns = columns
      isMirrored = mirrored
    }

    /// The column of a property.
    public func column(of property: String) -> String { columns[property] ?? property }
  }

  /// One row a label, in the order of `Ontology.nodes`.
  public static let nodes: [Node] = [
    Node("Person", "person"),
    Node("Role", "role"),
    Node("Country", "country", ["code": "id"]),
    Node("Organization", "organization"),
    Node("Place", "place", ["lat": "latitude", "lon": "longitude"]),
    Node("Meeting", "meeting"),
    Node("Topic", "topic"),
    Node("Article", "article"),
  ]

  /// One row a type and pair of labels, in the order of `Ontology.relationships`.
  public static let relationships: [Relationship] = [
    Relationship("HOLDS", "holds", from: .init("Person", "personId"), to: .init("Role", "roleId")),
    Relationship(
      "OF", "role", from: .init("Role", "id"), to: .init("Country", "country", nullable: true),
      key: ["id"]),
    Relationship(
      "OF", "role", from: .init("Role", "id"),
      to: .init("Organization", "organization", nullable: true), key: ["id"]),
    Relationship(
      "REPRESENTS", "person", from: .init("Person", "id"),
      to: .init("Country", "country", nullable: true), key: ["id"]),
    Relationship(
      "SERVES", "serves", from: .init("Person", "personId"), to: .init("Person", "servedId")),
    Relationship(
      "ATTENDED", "attended", from: .init("Person", "personId"), to: .init("Meeting", "meetingId"),
      ["as": "role"]),
    Relationship(
      "PARTY_TO", "partyTo", from: .init("Country", "country", nullable: true),
      to: .init("Meeting", "meetingId"), key: ["id"], ["as": "role"]),
    Relationship(
      "PARTY_TO", "partyTo", from: .init("Organization", "organization", nullable: true),
      to: .init("Meeting", "meetingId"), key: ["id"], ["as": "role"]),
    Relationship(
      "HELD_IN", "meeting", from: .init("Meeting", "id"),
      to: .init("Place", "place", nullable: true), key: ["id"]),
    Relationship(
      "HELD_IN", "meeting", from: .init("Meeting", "id"),
      to: .init("Country", "placeCountry", nullable: true), key: ["id"]),
    Relationship(
      "IN", "place", from: .init("Place", "id"), to: .init("Country", "country", nullable: true),
      key: ["id"]),
    Relationship(
      "ABOUT", "about", from: .init("Meeting", "meetingId"), to: .init("Topic", "topicId")),
    Relationship(
      "PART_OF", "meeting", from: .init("Meeting", "id"),
      to: .init("Meeting", "partOf", nullable: true), key: ["id"]),
    Relationship(
      "REPORTS", "reports", from: .init("Article", "articleId"), to: .init("Meeting", "meetingId"),
      key: ["articleId", "number"]),
    Relationship(
      "COPY_OF", "copy", from: .init("Article", "articleId"), to: .init("Article", "original"),
      key: ["articleId"]),
    Relationship(
      "MENTIONS", "mentions", from: .init("Article", "articleId"),
      to: .init("Person", "person", nullable: true), key: ["id"]),
    Relationship(
      "MENTIONS", "mentions", from: .init("Article", "articleId"),
      to: .init("Country", "country", nullable: true), key: ["id"]),
    Relationship(
      "MENTIONS", "mentions", from: .init("Article", "articleId"),
      to: .init("Organization", "organization", nullable: true), key: ["id"]),
    Relationship(
      "MET", "metPair", from: .init("Person", "personId"), to: .init("Person", "otherId"),
      key: ["low", "high"], mirrored: true),
    Relationship(
      "CONFERRED_WITH", "countryPair", from: .init("Country", "country"),
      to: .init("Country", "other"),
      key: ["low", "high", "year"], mirrored: true),
  ]
}
