import Diagnostics

/// Rows by grouping key, each with its aggregates.
final class Groups {
  private let projection: ResolvedProjection
  private let evaluator: Evaluator
  private let keys: [ResolvedExpression]
  private var indexes: [[GroupKey]: Int] = [:]
  private var groups: [(row: Row, accumulators: [Accumulator])] = []

  init(_ projection: ResolvedProjection, _ evaluator: Evaluator) {
    self.projection = projection
    self.evaluator = evaluator
    keys = projection.items.filter { !$0.isAggregated }.map(\.expression)
  }

  /// Whether rows alike need not be looked at one by one.
  var onlyCountsRows: Bool { projection.aggregates.allSatisfy(\.arguments.isEmpty) }

  /// A row, or `count` that are alike.
  func add(_ row: inout Row, times count: Int = 1) throws {
    try evaluator.tick()
    let key = try keys.map { GroupKey(try evaluator.value($0, &row)) }
    let index: Int
    if let known = indexes[key] {
      index = known
    } else {
      index = groups.count
      indexes[key] = index
      try evaluator.keep(key.count + row.count + projection.aggregates.count)
      groups.append((row, projection.aggregates.map { Accumulator($0) }))
    }
    for (offset, aggregate) in projection.aggregates.enumerated() {
      let values = try aggregate.arguments.map { try evaluator.value($0, &row) }
      if aggregate.keepsValues { try evaluator.keep(1) }
      try evaluator.located(aggregate.range) {
        try groups[index].accumulators[offset].add(values, times: count)
      }
    }
  }

  /// The first row of each group with its aggregates filled in; one of nothing if there is no key.
  func finish(blank: Row) throws -> [Row] {
    if groups.isEmpty, keys.isEmpty {
      groups.append((blank, projection.aggregates.map { Accumulator($0) }))
    }
    return try groups.map { group in
      var row = group.row
      for (offset, aggregate) in projection.aggregates.enumerated() {
        row[aggregate.slot] = try evaluator.located(aggregate.range) {
          try group.accumulators[offset].result()
        }
      }
      return row
    }
  }
}

/// One aggregate of one group.
struct Accumulator {
  private let function: ResolvedAggregate.Function
  private let isDistinct: Bool
  private let countsRows: Bool
  private var seen: Set<GroupKey> = []
  private var count = 0
  private var best = CypherValue.null
  private var total = CypherValue.integer(0)
  private var values: [CypherValue] = []
  private var percentile: Double?

  init(_ aggregate: ResolvedAggregate) {
    function = aggregate.function
    isDistinct = aggregate.isDistinct
    countsRows = aggregate.arguments.isEmpty
  }

  /// The values of a row; of `count(*)`, which has none, those of `rows`.
  mutating func add(_ arguments: [CypherValue], times rows: Int) throws {
    if countsRows {
      count += rows
      return
    }
    if function == .percentileCont || function == .percentileDisc {
      try readPercentile(arguments[1])
    }
    let value = arguments[0]
    if value.isNull { return }
    if isDistinct, !seen.insert(GroupKey(value)).inserted { return }
    count += 1
    switch function {
    case .count: break
    case .min: if count == 1 || value.ordered(against: best) < 0 { best = value }
    case .max: if count == 1 || value.ordered(against: best) > 0 { best = value }
    case .collect: values.append(value)
    case .sum: total = try sum(value)
    case .avg:
      if case .temporal = value {
        total = try sum(value)
      } else {
        total = try sum(.float(try number(value)))
      }
    case .stDev, .stDevP, .percentileCont, .percentileDisc:
      _ = try number(value)
      values.append(value)
    }
  }

  private func sum(_ value: CypherValue) throws -> CypherValue {
    switch (value, total) {
    case (.temporal(.duration), .integer(0)): return value
    case (.integer, _), (.float, _), (.temporal(.duration), _):
      return try Arithmetic.add(total, value)
    default:
      throw EvaluationFailure(
        "\(function.rawValue) needs numbers, this is \(value.typeName)",
        code: "TypeError.InvalidArgumentType")
    }
  }

  private func number(_ value: CypherValue) throws -> Double {
    guard let number = value.number else {
      throw EvaluationFailure(
        "\(function.rawValue) needs numbers, this is \(value.typeName)",
        code: "TypeError.InvalidArgumentType")
    }
    return number
  }

  private mutating func readPercentile(_ value: CypherValue) throws {
    guard let number = value.number, (0...1).contains(number) else {
      throw EvaluationFailure(
        "a percentile lies from 0.0 to 1.0, this is \(value)",
        code: "ArgumentError.NumberOutOfRange")
    }
    percentile = number
  }

  func result() throws -> CypherValue {
    switch function {
    case .count: return .integer(Int64(count))
    case .min, .max: return best
    case .collect: return .list(values)
    case .sum: return total
    case .avg:
      if count == 0 { return .null }
      return try Arithmetic.divide(total, .float(Double(count)))
    case .stDev, .stDevP: return .float(deviation)
    case .percentileCont, .percentileDisc: return percentileValue
    }
  }

  private var deviation: Double {
    let numbers = values.compactMap(\.number)
    let divisor = Double(function == .stDev ? numbers.count - 1 : numbers.count)
    guard divisor > 0 else { return 0 }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / divisor).squareRoot()
  }

  private var percentileValue: CypherValue {
    let sorted = values.sorted { $0.ordered(against: $1) < 0 }
    guard !sorted.isEmpty, let percentile else { return .null }
    if function == .percentileDisc {
      let index = Int((percentile * Double(sorted.count)).rounded(.up)) - 1
      return sorted[max(0, index)]
    }
    let place = percentile * Double(sorted.count - 1)
    let low = Int(place.rounded(.down))
    let high = min(low + 1, sorted.count - 1)
    guard let a = sorted[low].number, let b = sorted[high].number else { return .null }
    return .float(a + (b - a) * (place - Double(low)))
  }
}
