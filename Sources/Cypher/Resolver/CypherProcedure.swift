/// A procedure that a query can call: one of the language, or one that the catalog declares.
struct CypherProcedure {
  enum Body {
    case labels, relationshipTypes, propertyKeys, search
    case declared(Procedure)
  }

  let name: String
  let arguments: [Procedure.Field]
  /// How many of the arguments may be left out, from the last on.
  let optionalCount: Int
  let columns: [Procedure.Field]
  let body: Body

  private init(
    _ name: String, _ body: Body, takes arguments: [Procedure.Field] = [], optional: Int = 0,
    gives columns: [Procedure.Field]
  ) {
    self.name = name
    self.body = body
    self.arguments = arguments
    optionalCount = optional
    self.columns = columns
  }

  private static let ofTheLanguage = [
    CypherProcedure("db.labels", .labels, gives: [.init("label", .string)]),
    CypherProcedure(
      "db.relationshipTypes", .relationshipTypes, gives: [.init("relationshipType", .string)]),
    CypherProcedure("db.propertyKeys", .propertyKeys, gives: [.init("propertyKey", .string)]),
    CypherProcedure(
      "text.search", .search, takes: [.init("query", .string), .init("limit", .integer)],
      optional: 1, gives: [.init("node", .node([])), .init("score", .float)]),
  ]

  /// All that queries over `catalog` can call.
  static func all(in catalog: Catalog) -> [CypherProcedure] {
    ofTheLanguage
      + catalog.procedures.map {
        CypherProcedure($0.name, .declared($0), takes: $0.arguments, gives: $0.columns)
      }
  }

  var argumentCounts: ClosedRange<Int> { arguments.count - optionalCount...arguments.count }

  /// `text.search takes 1 or 2 arguments`.
  var signature: String {
    let counts = argumentCounts
    let number =
      counts.count == 1 ? "\(counts.upperBound)" : "\(counts.lowerBound) or \(counts.upperBound)"
    return "\(name) takes \(number) \(counts.upperBound == 1 ? "argument" : "arguments")"
  }
}

extension CypherType {
  /// Whether a value of this type can be given to an argument of type `wanted`.
  func canBeGiven(to wanted: CypherType) -> Bool {
    switch (self, wanted) {
    case (.null, _), (.any, _), (_, .any): true
    case (.number, .integer), (.number, .float): true
    case (.integer, .float), (.integer, .number), (.float, .number): true
    case (.list, .list), (.node, .node), (.relationship, .relationship): true
    case (_, .string) where isText: true
    default: self == wanted
    }
  }
}
