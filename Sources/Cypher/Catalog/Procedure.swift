/// A procedure for CALL that whoever makes a catalog adds to those of the language.
///
///     var catalog = Catalog(labels: labels, relationships: relationships, readOnlyHelp: "")
///     catalog.procedures = [
///       Procedure(
///         "graph.version", gives: [.init("version", .string)], rows: { _ in [[.string("1.0")]] })
///     ]
public struct Procedure: Sendable {
  /// An argument or a column.
  public struct Field: Hashable, Sendable {
    /// The name: of an argument that of the parameter which a call without parentheses takes it from.
    public var name: String
    /// What its values are, unless null. An integer is taken where a float is wanted, and made one.
    public var type: CypherType

    /// A field of this name and type.
    public init(_ name: String, _ type: CypherType) {
      self.name = name
      self.type = type
    }
  }

  /// The name as queries write it, with dots; its case does not matter.
  public var name: String
  /// What it takes, in order.
  public var arguments: [Field]
  /// What it gives. A procedure that gives nothing is called for each row and leaves rows as they are.
  public var columns: [Field]
  /// The rows for some arguments, each with a value for each column.
  public var rows: @Sendable (_ arguments: [CypherValue]) throws -> [[CypherValue]]

  /// A procedure.
  public init(
    _ name: String, takes arguments: [Field] = [], gives columns: [Field],
    rows: @escaping @Sendable (_ arguments: [CypherValue]) throws -> [[CypherValue]]
  ) {
    self.name = name
    self.arguments = arguments
    self.columns = columns
    self.rows = rows
  }
}
