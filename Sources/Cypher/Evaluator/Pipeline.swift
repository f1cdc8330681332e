import Diagnostics

/// A clause at work: it takes rows and hands rows on.
protocol Stage: AnyObject {
  /// Takes a row; false if no more are wanted.
  func push(_ row: inout Row) throws -> Bool
  /// Called once, after the last row.
  func finish() throws
}

enum Pipeline {
  /// The stages of a branch's clauses, the last of which hands on to `last`.
  static func stages(
    _ clauses: [ResolvedClause], _ evaluator: Evaluator, base: Row, last: any Stage
  ) -> any Stage {
    clauses.reversed().reduce(last) { next, clause in
      switch clause {
      case .match(let match): MatchStage(Matcher(match, evaluator), next)
      case .unwind(let list, let slot): UnwindStage(list, slot, evaluator, next)
      case .projection(let projection): ProjectionStage(projection, evaluator, base: base, next)
      case .subquery(let call): SubqueryStage(call, evaluator, next)
      case .procedure(let call): ProcedureStage(call, evaluator, next)
      }
    }
  }
}

/// Hands rows to a closure.
final class SinkStage: Stage {
  private let body: (inout Row) throws -> Bool

  init(_ body: @escaping (inout Row) throws -> Bool) {
    self.body = body
  }

  func push(_ row: inout Row) throws -> Bool { try body(&row) }
  func finish() {}
}

/// MATCH and OPTIONAL MATCH.
final class MatchStage: Stage {
  private let matcher: Matcher
  private let next: any Stage

  init(_ matcher: Matcher, _ next: any Stage) {
    self.matcher = matcher
    self.next = next
  }

  func push(_ row: inout Row) throws -> Bool {
    var hasFound = false
    let goesOn = try matcher.run(&row) { row in
      hasFound = true
      return try next.push(&row)
    }
    guard !hasFound, matcher.match.isOptional else { return goesOn }
    for slot in matcher.match.newSlots { row[slot] = .null }
    return try next.push(&row)
  }

  func finish() throws { try next.finish() }
}

/// UNWIND.
final class UnwindStage: Stage {
  private let list: ResolvedExpression
  private let slot: Int
  private let evaluator: Evaluator
  private let next: any Stage

  init(_ list: ResolvedExpression, _ slot: Int, _ evaluator: Evaluator, _ next: any Stage) {
    self.list = list
    self.slot = slot
    self.evaluator = evaluator
    self.next = next
  }

  func push(_ row: inout Row) throws -> Bool {
    switch try evaluator.value(list, &row) {
    case .null: return true
    case .list(let elements):
      for element in elements {
        try evaluator.tick()
        row[slot] = element
        if try !next.push(&row) { return false }
      }
      return true
    case let single:
      row[slot] = single
      return try next.push(&row)
    }
  }

  func finish() throws { try next.finish() }
}

/// `CALL { … }`.
final class SubqueryStage: Stage {
  private let call: ResolvedCallSubquery
  private let evaluator: Evaluator
  private let next: any Stage

  init(_ call: ResolvedCallSubquery, _ evaluator: Evaluator, _ next: any Stage) {
    self.call = call
    self.evaluator = evaluator
    self.next = next
  }

  func push(_ row: inout Row) throws -> Bool {
    // A query that returns nothing is only run through: it has no effect on rows.
    guard !call.slots.isEmpty else { return try next.push(&row) }
    var goesOn = true
    var hasFound = false
    var current = row
    try evaluator.run(call.query, row) { [call, next] values in
      hasFound = true
      for (slot, value) in zip(call.slots, values) { current[slot] = value }
      goesOn = try next.push(&current)
      return goesOn
    }
    guard !hasFound, call.isOptional else { return goesOn }
    for slot in call.slots { row[slot] = .null }
    return try next.push(&row)
  }

  func finish() throws { try next.finish() }
}

/// CALL of a procedure.
final class ProcedureStage: Stage {
  private let call: ResolvedProcedureCall
  private let evaluator: Evaluator
  private let next: any Stage

  init(_ call: ResolvedProcedureCall, _ evaluator: Evaluator, _ next: any Stage) {
    self.call = call
    self.evaluator = evaluator
    self.next = next
  }

  func push(_ row: inout Row) throws -> Bool {
    let arguments = try call.arguments.map { try evaluator.value($0, &row) }
    var hasFound = false
    for values in try rows(arguments) {
      try evaluator.tick()
      for (column, slot) in call.yields {
        row[slot] = values[call.procedure.columns.firstIndex(of: column) ?? 0]
      }
      if let condition = call.condition, try !evaluator.isTrue(condition, &row) { continue }
      hasFound = true
      if try !next.push(&row) { return false }
    }
    guard !hasFound, call.isOptional else { return true }
    for (_, slot) in call.yields { row[slot] = .null }
    return try next.push(&row)
  }

  private func rows(_ arguments: [CypherValue]) throws -> [[CypherValue]] {
    let graph = evaluator.graph
    switch call.procedure {
    case .labels: return try graph.labelNames.map { [.string($0)] }
    case .relationshipTypes: return try graph.typeNames.map { [.string($0)] }
    case .propertyKeys: return try graph.propertyNames.map { [.string($0)] }
    case .search:
      guard case .string(let text)? = arguments.first else {
        throw evaluator.diagnostic(
          EvaluationFailure("text.search needs a string", code: "TypeError.InvalidArgumentType"),
          call.range)
      }
      var limit = 1_000
      if arguments.count > 1, case .integer(let wanted) = arguments[1] { limit = Int(wanted) }
      return try graph.search(text, limit: limit).map { [.node($0), .float($1)] }
    }
  }

  func finish() throws { try next.finish() }
}
