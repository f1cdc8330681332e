/// A value that goes into a query as a parameter or comes out of it.
public enum CypherValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  /// A text, or a date as the graph keeps it: perhaps a year or a month only.
  case string(String)
  case list([CypherValue])
  case map([CypherMember])
  indirect case node(CypherNode)
  indirect case relationship(CypherRelationship)
  indirect case path(CypherPath)
  indirect case temporal(CypherTemporal)
}

/// A name and a value: an entry of a map, a property of a node or relationship.
public struct CypherMember: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The value.
  public var value: CypherValue

  /// A name and a value.
  public init(_ name: String, _ value: CypherValue) {
    self.name = name
    self.value = value
  }
}

extension [CypherMember] {
  /// The value of the first member called `name`.
  func value(_ name: String) -> CypherValue? { first { $0.name == name }?.value }
}

/// A node that a query returned.
public struct CypherNode: Sendable {
  /// Its labels; in a graph of typed tables exactly one.
  public var labels: [String]
  /// Its key, which only nodes of the same label don't share.
  public var id: CypherValue
  /// Its properties in the order of the catalog; those that are null are left out.
  public var properties: [CypherMember]

  /// Its first label; empty if it has none.
  public var label: String { labels.first ?? "" }

  /// A node.
  public init(labels: [String], id: CypherValue, properties: [CypherMember]) {
    self.labels = labels
    self.id = id
    self.properties = properties
  }

  /// A node of one label.
  public init(label: String, id: CypherValue, properties: [CypherMember]) {
    self.init(labels: [label], id: id, properties: properties)
  }
}

extension CypherNode: Hashable {
  /// Two are equal if they are one node of the graph.
  public static func == (a: CypherNode, b: CypherNode) -> Bool {
    a.id == b.id && a.label == b.label
  }

  /// The identity alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A relationship that a query returned.
public struct CypherRelationship: Sendable {
  /// One end: the label and the key of a node.
  public struct End: Hashable, Sendable {
    /// The label of the node.
    public var label: String
    /// The key of the node.
    public var id: CypherValue

    /// One end.
    public init(label: String, id: CypherValue) {
      self.label = label
      self.id = id
    }
  }

  /// Its type.
  public var type: String
  /// What tells it from others of the same type and ends; null where the ends suffice.
  public var id: CypherValue
  /// Where it starts.
  public var source: End
  /// Where it ends.
  public var target: End
  /// Its properties in the order of the catalog; those that are null are left out.
  public var properties: [CypherMember]

  /// A relationship.
  public init(
    type: String, id: CypherValue = .null, source: End, target: End, properties: [CypherMember]
  ) {
    self.type = type
    self.id = id
    self.source = source
    self.target = target
    self.properties = properties
  }
}

extension CypherRelationship: Hashable {
  /// Two are equal if they are one relationship of the graph.
  public static func == (a: CypherRelationship, b: CypherRelationship) -> Bool {
    a.id == b.id && a.type == b.type && a.source == b.source && a.target == b.target
  }

  /// The identity alone.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(source.id)
  }
}

/// A path: nodes with a relationship between each and the next.
public struct CypherPath: Hashable, Sendable {
  /// The nodes, one more than relationships.
  public var nodes: [CypherNode]
  /// The relationships, which may point either way.
  public var relationships: [CypherRelationship]

  /// A path.
  public init(nodes: [CypherNode], relationships: [CypherRelationship]) {
    self.nodes = nodes
    self.relationships = relationships
  }
}

extension CypherValue {
  /// The type of the value; nil for a list of values without a common type.
  var type: CypherType? {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .integer: .integer
    case .float: .float
    case .string: .string
    case .map: .map
    case .node(let node): .node(node.labels)
    case .relationship(let relationship): .relationship([relationship.type])
    case .path: .path
    case .temporal: .temporal
    case .list(let elements):
      elements.reduce(CypherType?.some(.null)) { type, element in
        type.flatMap { known in element.type.flatMap { known.joined(with: $0) } }
      }.map(CypherType.list)
    }
  }

  /// What messages call a value of its type.
  var typeName: String {
    if case .temporal(let temporal) = self { return temporal.typeName }
    if case .list = self { return "a list" }
    if case .node = self { return "a node" }
    return type?.name ?? "a value"
  }

  var isNull: Bool { if case .null = self { true } else { false } }

  /// An integer or a float as a float.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }
}

/// What goes wrong while an expression is evaluated; the evaluator adds the place.
struct EvaluationFailure: Error {
  var summary: String
  /// The kind of mistake, as `Diagnostic.code`.
  var code: String
  var help: String?

  init(_ summary: String, code: String, help: String? = nil) {
    self.summary = summary
    self.code = code
    self.help = help
  }
}
