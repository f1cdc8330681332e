extension SQLGenerator {
  mutating func binary(
    _ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression
  ) -> SQLText {
    if operation == .equal || operation == .notEqual,
      case .variable(let a) = left.kind, case .variable(let b) = right.kind, a.isMatched,
      b.isMatched
    {
      let same = areSame(a, b)
      return operation == .equal ? same : SQLText("NOT \(same.tightOperand(of: .not))", .not)
    }
    if operation == .in { return membership(value(left), right) }
    let type = left.type.isNumeric ? right.type : left.type
    return binary(operation, value(left), value(right), type, left.type)
  }

  private func binary(
    _ operation: BinaryOperator, _ left: SQLText, _ right: SQLText, _ type: CypherType,
    _ leftType: CypherType
  ) -> SQLText {
    switch operation {
    case .or: .join(left, "OR", right, .or)
    case .and: .join(left, "AND", right, .and)
    case .xor: .join(left, "<>", right, .equality)
    case .equal: .join(left, "=", right, .equality)
    case .notEqual: .join(left, "<>", right, .equality)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      .join(left, operation.rawValue, right, .comparison)
    case .startsWith:
      .join(SQLText("substr(\(left.text), 1, length(\(right.text)))"), "=", right, .equality)
    case .endsWith:
      .join(
        SQLText(
          "substr(\(left.text), length(\(left.text)) - length(\(right.text)) + 1)"),
        "=", right, .equality)
    case .contains: SQLText("instr(\(left.text), \(right.text)) > 0", .comparison)
    case .add where leftType.isText || type.isText: .join(left, "||", right, .joint)
    case .add: .join(left, "+", right, .sum)
    case .subtract: .join(left, "-", right, .sum)
    case .multiply: .join(left, "*", right, .product)
    case .divide: SQLText("cypher_divide(\(left.text), \(right.text))")
    case .remainder: SQLText("cypher_remainder(\(left.text), \(right.text))")
    case .power: SQLText("pow(\(left.text), \(right.text))")
    case .in, .matchesRegex, .concatenate: SQLText("NULL")
    }
  }

  /// More values than this are bound as one list.
  private static let mostParameters = 50

  /// Whether a value stands in a list. A filter need not tell null from false, so that SQLite sees an
  /// `IN` it can look up in an index.
  mutating func membership(
    _ left: SQLText, _ list: BoundExpression, isFilter: Bool = false
  ) -> SQLText {
    let value = left.operand(of: .comparison)
    if case .list(let elements) = list.kind, elements.count <= SQLGenerator.mostParameters {
      // SQLite finds nothing in an empty list either, but answers so for null too, as Cypher does.
      let values = elements.map { self.value($0).text }.joined(separator: ", ")
      return SQLText("\(value) IN (\(values))", .equality)
    }
    var elements = "json_each(\(self.value(list).text))"
    if case .variable(let variable) = list.kind, case .value(let column)? = places[variable.id],
      partsOfOneRow.contains(column.table)
    {
      // The list is the same for all rows: told so, SQLite takes it apart once, not for each.
      elements = "\(quoted(column.table)), \(elements)"
    }
    let found = "\(value) IN (SELECT value FROM \(elements))"
    if isFilter || list.literal != nil { return SQLText(found, .equality) }
    return SQLText("CASE WHEN \(self.value(list).text) IS NOT NULL THEN \(found) END")
  }
}

// MARK: - Grouping

extension SQLGenerator {
  /// SQLite takes a key that it can reduce to a number, as `x IN () AND y`, for that column's place.
  mutating func groupingKey(_ expression: BoundExpression) -> String {
    let text = value(expression).text
    return switch expression.kind {
    case .binary, .not, .isNull, .literal, .case: "coalesce(\(text), NULL)"
    default: text
    }
  }
}
