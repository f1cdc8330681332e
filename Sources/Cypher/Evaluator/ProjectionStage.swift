import Diagnostics

/// WITH and RETURN: grouping, items, DISTINCT, ORDER BY, SKIP, LIMIT and WHERE, in this order.
final class ProjectionStage: Stage {
  private let projection: ResolvedProjection
  private let evaluator: Evaluator
  private let next: any Stage
  private var groups: Groups?
  private var seen: Set<[GroupKey]> = []
  private var sorted: [(keys: [CypherValue], row: Row)] = []
  private var skip: Int?
  private var limit: Int?
  private var given = 0
  /// The row the query begins with, for aggregates of nothing.
  private let base: Row

  init(
    _ projection: ResolvedProjection, _ evaluator: Evaluator, base: Row, _ next: any Stage
  ) {
    self.projection = projection
    self.evaluator = evaluator
    self.next = next
    self.base = base
    if projection.isAggregated { groups = Groups(projection, evaluator) }
  }

  func push(_ row: inout Row) throws -> Bool {
    try readLimits(&row)
    if limit == 0 { return false }
    if let groups {
      try groups.add(&row)
      return true
    }
    return try project(&row)
  }

  func push(_ row: inout Row, times count: Int) throws -> Bool {
    guard let groups, groups.onlyCountsRows else { return try pushEach(&row, times: count) }
    try readLimits(&row)
    if limit == 0 { return false }
    if count > 0 { try groups.add(&row, times: count) }
    return true
  }

  func finish() throws {
    if let groups {
      for var row in try groups.finish(blank: base) {
        try readLimits(&row)
        if try !project(&row) { break }
      }
    }
    if !projection.order.isEmpty { try handOnSorted() }
    try next.finish()
  }

  private func project(_ row: inout Row) throws -> Bool {
    for item in projection.items {
      if case .slot(let slot) = item.expression.kind, slot == item.slot { continue }
      row[item.slot] = try evaluator.value(item.expression, &row)
    }
    if projection.isDistinct {
      let key = projection.items.map { GroupKey(row[$0.slot]) }
      guard seen.insert(key).inserted else { return true }
      try evaluator.keep(key.count)
    }
    guard projection.order.isEmpty else {
      let keys = try projection.order.map { try evaluator.value($0.expression, &row) }
      try evaluator.keep(keys.count + row.count)
      sorted.append((keys, row))
      if let limit, sorted.count > 4 * (limit + (skip ?? 0)) + 1_000 { sort(keeping: limit) }
      return true
    }
    return try handOn(&row)
  }

  private func handOn(_ row: inout Row) throws -> Bool {
    given += 1
    let skip = skip ?? 0
    guard given > skip else { return true }
    if let limit, given - skip > limit { return false }
    var goesOn = true
    if let condition = projection.condition, try !evaluator.isTrue(condition, &row) {
      goesOn = true
    } else {
      goesOn = try next.push(&row)
    }
    if let limit, given - skip >= limit { return false }
    return goesOn
  }

  // MARK: Order

  private func handOnSorted() throws {
    sort(keeping: limit)
    let rows = sorted
    sorted = []
    for (_, row) in rows {
      var row = row
      if try !handOn(&row) { break }
    }
  }

  /// Sorts what there is, equal rows as they came, and drops what no one will see.
  private func sort(keeping limit: Int?) {
    let order = projection.order
    var numbered = Array(sorted.enumerated())
    numbered.sort { a, b in
      for (index, by) in order.enumerated() {
        let difference = a.element.keys[index].ordered(against: b.element.keys[index])
        if difference != 0 { return by.isDescending ? difference > 0 : difference < 0 }
      }
      return a.offset < b.offset
    }
    sorted = numbered.map(\.element)
    if let limit {
      let kept = limit + (skip ?? 0)
      if sorted.count > kept { sorted.removeLast(sorted.count - kept) }
    }
  }

  // MARK: SKIP and LIMIT

  private func readLimits(_ row: inout Row) throws {
    if let expression = projection.skip, skip == nil { skip = try count(expression, "SKIP", &row) }
    if let expression = projection.limit, limit == nil {
      limit = try count(expression, "LIMIT", &row)
    }
  }

  private func count(
    _ expression: ResolvedExpression, _ clause: String, _ row: inout Row
  ) throws -> Int {
    let value = try evaluator.value(expression, &row)
    guard case .integer(let count) = value else {
      throw evaluator.diagnostic(
        EvaluationFailure(
          "\(clause) needs a whole number, this is \(value.typeName)",
          code: "SyntaxError.InvalidArgumentType"), expression.range)
    }
    guard count >= 0 else {
      throw evaluator.diagnostic(
        EvaluationFailure(
          "\(clause) can't be negative, this is \(count)",
          code: "SyntaxError.NegativeIntegerArgument"), expression.range)
    }
    return Int(min(count, 1 << 40))
  }
}
