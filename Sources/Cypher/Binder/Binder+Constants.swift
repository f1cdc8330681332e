import Diagnostics

// Expressions that no row changes: `m.date >= date() - duration('P2Y')`.

extension Binder {
  /// What an expression without variables comes to, if that is a value which SQL can compare.
  func constant(_ parsed: ParsedExpression) -> BoundExpression? {
    switch parsed.kind {
    case .call(let call) where call.name.text.lowercased() == "range": return nil
    case .call, .unary, .binary, .property, .index, .case, .isNull: break
    default: return nil
    }
    guard
      let value = Resolver.constant(
        parsed, source: source, catalog: catalog, parameters: parameters)
    else { return nil }
    switch value {
    case .boolean, .integer, .string: return literal(value, parsed.range)
    case .float(let number) where number.isFinite: return literal(value, parsed.range)
    case .temporal(.date(let days)):
      let text = CivilDate(days: days).text
      guard text.utf8.count == 10 else { return nil }
      return BoundExpression(kind: .literal(.string(text)), type: .date, range: parsed.range)
    default: return nil
    }
  }
}

extension Resolver {
  /// The value of an expression that is the same for all rows; nil for one that is not, or that fails,
  /// which is told with its place when the query runs.
  static func constant(
    _ parsed: ParsedExpression, source: SourceText, catalog: Catalog,
    parameters: [String: CypherValue]
  ) -> CypherValue? {
    var resolver = Resolver(source, catalog, parameters)
    let resolved = resolver.expression(parsed)
    guard resolver.diagnostics.isEmpty, !resolved.isRandom else { return nil }
    let evaluator = Evaluator(
      graph: NoGraph(), parameters: parameters, source: source, time: .milliseconds(20))
    defer { evaluator.letGo() }
    var row = Row(repeating: .null, count: resolver.slotCount)
    return try? evaluator.value(resolved, &row)
  }
}

/// The graph of what needs none: whatever asks for it is no constant.
private final class NoGraph: GraphReader {
  private struct IsAskedFor: Error {}

  func forEachNode(
    _ labels: [LabelTest], _ equalities: [CypherMember], _ body: (CypherNode) throws -> Bool
  ) throws -> Bool { throw IsAskedFor() }

  func relationships(
    of node: CypherNode, _ direction: ParsedRelationship.Direction, _ types: TypeTest
  ) throws -> [GraphHop] { throw IsAskedFor() }

  func node(_ end: CypherRelationship.End) throws -> CypherNode { throw IsAskedFor() }

  var labelNames: [String] { get throws { throw IsAskedFor() } }
  var typeNames: [String] { get throws { throw IsAskedFor() } }
  var propertyNames: [String] { get throws { throw IsAskedFor() } }

  func search(_ text: String, limit: Int) throws -> [(CypherNode, Double)] { throw IsAskedFor() }
  func countFound(_ text: String, limit: Int) throws -> Int { throw IsAskedFor() }
}
