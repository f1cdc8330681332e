/// A value that goes into a query as a parameter or comes out of it.
public indirect enum CypherValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  /// A text or a date.
  case string(String)
  case list([CypherValue])
  case map([CypherMember])
  case node(CypherNode)
  case relationship(CypherRelationship)
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

/// A node that a query returned.
public struct CypherNode: Hashable, Sendable {
  /// Its only label.
  public var label: String
  /// Its key, which only nodes of the same label don't share.
  public var id: CypherValue
  /// Its properties in the order of the catalog; those that are null are left out.
  public var properties: [CypherMember]

  /// A node.
  public init(label: String, id: CypherValue, properties: [CypherMember]) {
    self.label = label
    self.id = id
    self.properties = properties
  }
}

/// A relationship that a query returned.
public struct CypherRelationship: Hashable, Sendable {
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
  /// Where it starts.
  public var source: End
  /// Where it ends.
  public var target: End
  /// Its properties in the order of the catalog; those that are null are left out.
  public var properties: [CypherMember]

  /// A relationship.
  public init(type: String, source: End, target: End, properties: [CypherMember]) {
    self.type = type
    self.source = source
    self.target = target
    self.properties = properties
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
    case .node(let node): .node([node.label])
    case .relationship(let relationship): .relationship([relationship.type])
    case .list(let elements):
      elements.reduce(CypherType?.some(.null)) { type, element in
        type.flatMap { known in element.type.flatMap { known.joined(with: $0) } }
      }.map(CypherType.list)
    }
  }
}
