import SQLite

/// Writes a planned query as one SELECT.
struct SQLGenerator {
  let query: PlannedQuery
  let catalog: Catalog
  /// The values of `?1`, `?2`, …
  private(set) var bindings: [Value] = []
  /// Where the variables of the select stand.
  var places: [Int: PlannedPlace] = [:]
  /// The parts that give exactly one row.
  var partsOfOneRow: Set<String> = []
  /// The items of the projection being ordered, by variable.
  var items: [Int: BoundExpression] = [:]

  static func generate(
    _ query: PlannedQuery, catalog: Catalog
  ) -> (sql: String, bindings: [Value]) {
    var generator = SQLGenerator(query: query, catalog: catalog)
    let sql = generator.statement()
    return (sql, generator.bindings)
  }

  private mutating func statement() -> String {
    var parts: [String] = []
    var selects: [String] = []
    for (index, branch) in query.branches.enumerated() {
      for part in branch.parts.dropLast() {
        parts += narrowings(of: part)
        parts.append("\(quoted(part.name)) AS (\n\(indented(select(part)))\n)")
        if part.projection.hasOneRow { partsOfOneRow.insert(part.name) }
      }
      guard let last = branch.parts.last else { continue }
      parts += narrowings(of: last)
      if index > 0 { selects.append(branch.keepsDuplicates ? "UNION ALL" : "UNION") }
      let text = select(last)
      let isOrdered =
        !last.projection.order.isEmpty || last.projection.limit != nil
        || last.projection.skip != nil
      selects.append(
        isOrdered && query.branches.count > 1 ? "SELECT * FROM (\n\(indented(text))\n)" : text)
    }
    let body = selects.joined(separator: "\n")
    return parts.isEmpty ? body : "WITH \(parts.joined(separator: ", "))\n\(body)"
  }

  /// The parameter that holds `value`; the same value is bound once.
  mutating func bind(_ value: Value) -> SQLText {
    if let index = bindings.firstIndex(of: value) { return SQLText("?\(index + 1)") }
    bindings.append(value)
    return SQLText("?\(bindings.count)")
  }
}

// MARK: - One select

extension SQLGenerator {
  private mutating func select(_ part: PlannedPart) -> String {
    places = part.places
    items = [:]
    let projection = part.projection
    let columns = projection.columns.map { output in
      let value: String =
        switch output.value {
        case .expression(let expression): value(expression).text
        case .operand(let operand): self.operand(operand).text
        }
      return "\(value) AS \(quoted(output.name))"
    }
    var lines = [
      "SELECT \(projection.isDistinct ? "DISTINCT " : "")\(columns.joined(separator: ", "))"
    ]
    lines += from(part.joins, conditions: part.conditions, keepsOrder: part.keepsOrder)
    if let grouping = projection.grouping, !grouping.isEmpty {
      let keys = grouping.map { key in
        switch key {
        case .expression(let expression): groupingKey(expression)
        case .operand(let operand): self.operand(operand).text
        }
      }
      lines.append("GROUP BY \(keys.joined(separator: ", "))")
    }
    lines += ending(projection)
    return lines.joined(separator: "\n")
  }

  private mutating func ending(_ projection: PlannedProjection) -> [String] {
    var lines: [String] = []
    if !projection.order.isEmpty {
      items = projection.items
      let terms = projection.order.map { order in
        let term = self.term(order.expression, projection)
        return "\(term) \(order.isDescending ? "DESC NULLS FIRST" : "ASC NULLS LAST")"
      }
      lines.append("ORDER BY \(terms.joined(separator: ", "))")
      items = [:]
    }
    if projection.limit != nil || projection.skip != nil {
      let limit = projection.limit.map { bind(.integer($0)).text } ?? "-1"
      let skip = projection.skip.map { " OFFSET \(bind(.integer($0)).text)" } ?? ""
      lines.append("LIMIT \(limit)\(skip)")
    }
    return lines
  }

  /// What ORDER BY names: a node by its key, an item by its column, anything else by its value.
  private mutating func term(
    _ expression: BoundExpression, _ projection: PlannedProjection
  ) -> String {
    guard case .variable(let variable) = expression.kind else { return value(expression).text }
    if variable.isMatched { return key(of: variable).text }
    if let column = projection.itemColumns[variable.id] { return quoted(column) }
    return value(expression).text
  }
}

// MARK: - FROM and WHERE

extension SQLGenerator {
  mutating func from(
    _ joins: [PlannedJoin], conditions: [PlannedCondition], keepsOrder: Bool = false
  ) -> [String] {
    var lines: [String] = []
    var later = conditions
    for (index, join) in joins.enumerated() {
      switch join {
      case .inner(let step) where index == 0:
        lines.append("FROM \(table(step))")
        later = step.conditions + later
      case .inner(let step) where keepsOrder:
        lines.append("CROSS JOIN \(table(step))")
        later = step.conditions + later
      case .inner(let step):
        lines.append("JOIN \(table(step))\(on(step.conditions))")
      case .optional(let steps):
        if index == 0 { lines.append("FROM (SELECT 1)") }
        lines += optional(steps)
      }
    }
    if let all = SQLText.all(later.map { condition($0) }) { lines.append("WHERE \(all.text)") }
    return lines
  }

  /// A chain of left joins of which each asks whether the rest will find something, so that either
  /// all find a row or none does. One nested join would say the same, but SQLite reads such a join
  /// whole for each row.
  private mutating func optional(_ steps: [PlannedStep]) -> [String] {
    var lines: [String] = []
    for (index, step) in steps.enumerated() {
      var conditions = step.conditions.map { condition($0) }
      if index > 0, !step.isPlainLookup, let marker = steps[index - 1].marker {
        conditions.append(SQLText("\(column(marker).text) IS NOT NULL", .equality))
      }
      let rest = Array(steps[(index + 1)...])
      if rest.contains(where: { !$0.isPlainLookup }) {
        let lines = from(rest.map { .inner($0) }, conditions: [])
        conditions.append(SQLText("EXISTS (SELECT 1 \(lines.joined(separator: " ")))"))
      }
      let text = SQLText.all(conditions).map(\.text) ?? "TRUE"
      lines.append("LEFT JOIN \(table(step)) ON \(text)")
    }
    return lines
  }

  private mutating func on(_ conditions: [PlannedCondition]) -> String {
    SQLText.all(conditions.map { condition($0) }).map { " ON \($0.text)" } ?? ""
  }

  private mutating func table(_ step: PlannedStep) -> String {
    switch step.source {
    case .table(let name): "\(quoted(name)) AS \(quoted(step.alias))"
    case .part(let name):
      name == step.alias ? quoted(name) : "\(quoted(name)) AS \(quoted(step.alias))"
    case .elements(let list): "json_each(\(value(list).text)) AS \(quoted(step.alias))"
    case .paths(let selects):
      "json_each((\n\(indented(lists(selects)))\n)) AS \(quoted(step.alias))"
    case .union(let selects): "(\n\(indented(union(selects)))\n) AS \(quoted(step.alias))"
    }
  }

  /// A subquery in FROM can't mention a table before it, but the argument of a table function can:
  /// so paths are found from one node at a time instead of all at once.
  private mutating func lists(_ selects: [PlannedSelect]) -> String {
    let names = selects.first?.columns.map { quoted($0.name) }.joined(separator: ", ") ?? ""
    return "SELECT json_group_array(json_array(\(names))) FROM (\n\(indented(union(selects)))\n)"
  }

  private mutating func union(_ selects: [PlannedSelect]) -> String {
    var texts: [String] = []
    for select in selects {
      let columns = select.columns.map { "\(operand($0.value).text) AS \(quoted($0.name))" }
      let lines = from(select.steps.map { .inner($0) }, conditions: select.conditions)
      texts.append("SELECT \(columns.joined(separator: ", ")) \(lines.joined(separator: " "))")
    }
    return texts.joined(separator: "\nUNION ALL ")
  }
}

extension PlannedStep {
  /// Whether it finds its row whenever the step before found one.
  fileprivate var isPlainLookup: Bool {
    isLookup
      && conditions.allSatisfy { condition in
        if case .equal = condition { true } else { false }
      }
  }
}

// MARK: - Columns

extension SQLGenerator {
  func operand(_ operand: PlannedOperand) -> SQLText {
    switch operand {
    case .column(let column): self.column(column)
    case .text(let text): SQLText(quotedText(text))
    case .integer(let number): SQLText("\(number)")
    case .null: SQLText("NULL")
    }
  }

  func column(_ column: PlannedColumn) -> SQLText {
    switch column {
    case .plain(let table, let name): return SQLText("\(quoted(table)).\(quoted(name))")
    case .element(let table, let index):
      return SQLText("json_extract(\(quoted(table)).\"value\", '$[\(index)]')")
    case .opposite(let table, let ends, let anchor):
      let names = ends.map { "\(quoted(table)).\(quoted($0))" }
      return SQLText(
        "CASE WHEN \(names[0]) = \(self.column(anchor).text) THEN \(names[1]) ELSE \(names[0]) END")
    }
  }
}
