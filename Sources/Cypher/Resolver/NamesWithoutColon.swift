import Diagnostics

/// Finds `-[ATTENDED]->` and `(Person)`, which name a variable and leave type and label open.
///
/// The language allows it, and answers with every relationship there is. Where the name is one of the catalog's
/// it is a slip: a silent wrong answer is worse than a message.
struct NamesWithoutColon {
  private let source: SourceText
  private let catalog: Catalog
  /// Names that stand with a label, a type or a value somewhere: they are variables on purpose.
  private var meant: Set<String> = []
  private var suspects: [(name: ParsedName, isNode: Bool)] = []

  /// What is wrong in the patterns of the query's own MATCH clauses.
  static func diagnostics(
    of query: ParsedQuery, source: SourceText, catalog: Catalog
  ) -> [Diagnostic] {
    guard catalog.open == nil else { return [] }
    var check = NamesWithoutColon(source: source, catalog: catalog)
    for clause in query.branches.flatMap(\.clauses) { check.look(at: clause) }
    return check.suspects.filter { !check.meant.contains($0.name.text) }.map(check.diagnostic)
  }

  private init(source: SourceText, catalog: Catalog) {
    self.source = source
    self.catalog = catalog
  }

  private mutating func look(at clause: ParsedClause) {
    switch clause {
    case .match(let match):
      for pattern in match.patterns {
        look(at: pattern.start)
        for step in pattern.steps {
          look(at: step.relationship)
          look(at: step.node)
        }
      }
    case .unwind(let unwind): meant.insert(unwind.variable.text)
    case .projection(let projection): meant.formUnion(projection.items.compactMap(\.alias?.text))
    case .subquery(let call):
      meant.formUnion(
        call.query.branches.flatMap(\.clauses).flatMap { clause -> [String] in
          if case .projection(let inner) = clause {
            inner.items.compactMap(\.alias?.text)
          } else {
            []
          }
        })
    case .procedure(let call):
      meant.formUnion((call.yields ?? []).compactMap(\.alias?.text))
    }
  }

  private mutating func look(at node: ParsedNode) {
    guard let name = node.variable else { return }
    if node.labels != nil {
      meant.insert(name.text)
    } else if catalog.label(name.text) != nil {
      suspects.append((name, true))
    }
  }

  private mutating func look(at relationship: ParsedRelationship) {
    guard let name = relationship.variable else { return }
    if !relationship.types.isEmpty || relationship.typeExpression != nil {
      meant.insert(name.text)
    } else if catalog.relationshipTypes.contains(name.text) {
      suspects.append((name, false))
    }
  }

  private func diagnostic(_ name: ParsedName, isNode: Bool) -> Diagnostic {
    let text = name.text
    return Diagnostic(
      "\(text) names a variable here, not a \(isNode ? "label" : "type")",
      at: .init(source: source, range: name.range, label: "a colon is missing before it"),
      help: [isNode ? "write (:\(text)) or (x:\(text))" : "write [:\(text)] or [r:\(text)]"],
      code: "SyntaxError.UnexpectedSyntax")
  }
}
