import Diagnostics
import SQLite

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
    if call.procedure.columns.isEmpty {
      _ = try rows(arguments)
      return try call.isWhole || next.push(&row)
    }
    if case .search = call.procedure.body, call.yields.isEmpty, call.condition == nil {
      // Nobody asks which they are, or which is best: they need not be read and ranked.
      let count = try searched(arguments) { try evaluator.graph.countFound($0, limit: $1) }
      return try count > 0 || call.isOptional ? next.push(&row, times: max(count, 1)) : true
    }
    var hasFound = false
    for values in try rows(arguments) {
      try evaluator.tick()
      for (place, slot) in places { row[slot] = values[place] }
      if let condition = call.condition, try !evaluator.isTrue(condition, &row) { continue }
      hasFound = true
      if try !next.push(&row) { return false }
    }
    guard !hasFound, call.isOptional else { return true }
    for (_, slot) in call.yields { row[slot] = .null }
    return try next.push(&row)
  }

  /// Where the procedure's rows have what is asked for, and the slot for it.
  private lazy var places: [(Int, Int)] = call.yields.map { [columns = call.procedure.columns] in
    (columns.firstIndex { [column = $0.column] in $0.name == column } ?? 0, $0.slot)
  }

  private func rows(_ arguments: [CypherValue]) throws -> [[CypherValue]] {
    let graph = evaluator.graph
    switch call.procedure.body {
    case .labels: return try graph.labelNames.map { [.string($0)] }
    case .relationshipTypes: return try graph.typeNames.map { [.string($0)] }
    case .propertyKeys: return try graph.propertyNames.map { [.string($0)] }
    case .search:
      return try searched(arguments) { try evaluator.graph.search($0, limit: $1) }
        .map { [.node($0), .float($1)] }
    case .declared(let procedure):
      let values = try zip(procedure.arguments, arguments).map { try fitted($1, to: $0) }
      return try procedure.rows(values)
    }
  }

  /// An argument whose type was not known before the query ran.
  private func fitted(
    _ value: CypherValue, to field: Procedure.Field
  ) throws -> CypherValue {
    if field.type == .float, case .integer(let number) = value { return .float(Double(number)) }
    guard (value.type ?? .list(.any)).canBeGiven(to: field.type) else {
      throw evaluator.diagnostic(
        EvaluationFailure(
          "\(field.name) of \(call.procedure.name) has to be \(field.type.name), "
            + "this is \(value.typeName)", code: "TypeError.InvalidArgumentType"), call.range)
    }
    return value
  }

  /// What a search for the text gives, up to the limit of the arguments.
  private func searched<Found>(
    _ arguments: [CypherValue], _ search: (String, Int) throws -> Found
  ) throws -> Found {
    guard case .string(let text)? = arguments.first else {
      throw evaluator.diagnostic(
        EvaluationFailure("text.search needs a string", code: "TypeError.InvalidArgumentType"),
        call.range)
    }
    var limit = 1_000
    if arguments.count > 1, case .integer(let wanted) = arguments[1] { limit = Int(wanted) }
    do {
      return try search(text, limit)
    } catch let error as DatabaseError where error.kind == .other {
      throw evaluator.diagnostic(
        EvaluationFailure(
          "this is no text to search for: \(error.message)",
          code: "ArgumentError.InvalidArgumentValue",
          help: "write words, \"words in a row\", AND, OR and NOT"), call.range)
    }
  }

  func finish() throws { try next.finish() }
}
