import Diagnostics

/// A clause at work: it takes rows and hands rows on.
protocol Stage: AnyObject {
  /// Takes a row; false if no more are wanted.
  func push(_ row: inout Row) throws -> Bool
  /// Takes `count` rows that are alike; false if no more are wanted.
  func push(_ row: inout Row, times count: Int) throws -> Bool
  /// Called once, after the last row.
  func finish() throws
}

extension Stage {
  func push(_ row: inout Row, times count: Int) throws -> Bool {
    try pushEach(&row, times: count)
  }

  /// Takes rows that are alike one by one.
  func pushEach(_ row: inout Row, times count: Int) throws -> Bool {
    for _ in 0..<count where try !push(&row) { return false }
    return true
  }
}

enum Pipeline {
  /// The stages of a branch's clauses, the last of which hands on to `last`; rows behind each clause
  /// are counted if there are counters.
  static func stages(
    _ clauses: [ResolvedClause], _ evaluator: Evaluator, base: Row, last: any Stage,
    _ counters: [RowCount] = []
  ) -> any Stage {
    var next = last
    for (index, clause) in clauses.enumerated().reversed() {
      if index < counters.count { next = CountStage(counters[index], next) }
      switch clause {
      case .match(let match): next = MatchStage(Matcher(match, evaluator), next)
      case .unwind(let list, let slot): next = UnwindStage(list, slot, evaluator, next)
      case .projection(let projection):
        next = ProjectionStage(projection, evaluator, base: base, next)
      case .subquery(let call): next = SubqueryStage(call, evaluator, next)
      case .procedure(let call): next = ProcedureStage(call, evaluator, next)
      }
    }
    return next
  }
}

/// Counts rows on their way.
final class CountStage: Stage {
  private let counter: RowCount
  private let next: any Stage

  init(_ counter: RowCount, _ next: any Stage) {
    self.counter = counter
    self.next = next
  }

  func push(_ row: inout Row) throws -> Bool {
    counter.count += 1
    return try next.push(&row)
  }

  func finish() throws { try next.finish() }
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
