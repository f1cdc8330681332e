/// What the graph is made of: every label, every relationship type and their properties.
///
/// Declared here once. `Docs/Ontology.md` describes each of them, and a test keeps it complete; the
/// record says in its `GraphCatalog` which table holds what.
public enum Ontology {
  /// What a property holds.
  public enum PropertyType: String, Hashable, Sendable {
    case string, integer, float, boolean
    /// ISO 8601: `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known.
    case date
    /// A JSON array of strings.
    case list
  }

  /// A property of a node or a relationship.
  public struct Property: Hashable, Sendable {
    /// The name in queries.
    public let name: String
    /// What it holds.
    public let type: PropertyType
    /// What it means, in one line.
    public let summary: String

    init(_ name: String, _ type: PropertyType, _ summary: String) {
      self.name = name
      self.type = type
      self.summary = summary
    }
  }

  /// A kind of node.
  public struct NodeType: Hashable, Sendable {
    /// The label in queries.
    public let label: String
    /// What a node of it is, in one line.
    public let summary: String
    /// The property that names a node to a reader.
    public let caption: String
    /// Its properties; `id` is among those of every label.
    public let properties: [Property]

    init(_ label: String, _ summary: String, caption: String, _ properties: [Property]) {
      self.label = label
      self.summary = summary
      self.caption = caption
      self.properties = [Property("id", .string, "stable and readable")] + properties
    }
  }

  /// A kind of relationship.
  public struct RelationshipType: Hashable, Sendable {
    /// The type in queries.
    public let type: String
    /// What it says, in one line.
    public let summary: String
    /// The labels it can start at.
    public let sources: [String]
    /// The labels it can end at.
    public let targets: [String]
    /// Whether it has no direction.
    public let isSymmetric: Bool
    /// Its properties.
    public let properties: [Property]

    init(
      _ type: String, from sources: [String], to targets: [String], isSymmetric: Bool = false,
      _ summary: String, _ properties: [Property] = []
    ) {
      self.type = type
      self.summary = summary
      self.sources = sources
      self.targets = targets
      self.isSymmetric = isSymmetric
      self.properties = properties
    }
  }
}
