// Conditions of which only matters whether they are true.

extension SQLGenerator {
  mutating func condition(_ condition: PlannedCondition) -> SQLText {
    switch condition {
    case .equal(let left, let right): SQLText.join(operand(left), "=", operand(right), .equality)
    case .holds(let column, let value):
      SQLText.join(self.column(column), "=", self.value(value), .equality)
    case .isIn(let value, let columns):
      // Not IN: SQLite looks both up in their indexes only when they are written so.
      SQLText(
        columns.map { "\(self.column($0).text) = \(self.column(value).text)" }
          .joined(separator: " OR "), .or)
    case .isNotNull(let column): SQLText("\(self.column(column).text) IS NOT NULL", .equality)
    case .differ(let pairs, let absent): differ(pairs, absent)
    case .expression(let expression): filter(expression)
    }
  }

  private func differ(
    _ pairs: [(PlannedOperand, PlannedOperand)], _ absent: PlannedOperand?
  ) -> SQLText {
    var terms = pairs.map { SQLText.join(operand($0), "IS NOT", operand($1), .equality).text }
    if let absent { terms.append("\(operand(absent).text) IS NULL") }
    if terms.isEmpty { return SQLText("FALSE") }
    return SQLText(terms.joined(separator: " OR "), terms.count == 1 ? .equality : .or)
  }

  /// An expression of which only matters whether it is true: null may be false.
  mutating func filter(_ expression: BoundExpression) -> SQLText {
    switch expression.kind {
    case .binary(.and, let left, let right):
      .join(filter(left), "AND", filter(right), .and)
    case .binary(.or, let left, let right):
      .join(filter(left), "OR", filter(right), .or)
    case .binary(.in, let left, let list): membership(value(left), list, isFilter: true)
    default: value(expression)
    }
  }
}

extension SQLGenerator {
  /// What is written down before a part.
  mutating func narrowings(of part: PlannedPart) -> [String] {
    places = part.places
    return part.narrowings.map { name, narrowing in
      var conditions = narrowing.ends.map { end in
        membership(SQLText("\"edge\".\(quoted(end.column))"), end.list, isFilter: true)
      }
      if narrowing.order.count == 2 {
        let columns = narrowing.order.map { SQLText("\"edge\".\(quoted($0))") }
        conditions.append(.join(columns[0], "<", columns[1], .comparison))
      }
      let text = SQLText.all(conditions).map(\.text) ?? "TRUE"
      let select = "SELECT * FROM \(quoted(narrowing.table)) AS \"edge\"\nWHERE \(text)"
      return "\(quoted(name)) AS MATERIALIZED (\n\(indented(select))\n)"
    }
  }
}
