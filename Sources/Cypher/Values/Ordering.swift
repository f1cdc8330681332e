// Order as `<` has it, where values of different types can't be compared, and as ORDER BY has it,
// where they can.

extension CypherValue {
  /// Negative, zero or positive; nil where the two can't be compared or one is null.
  func compared(with other: CypherValue) -> Comparison {
    switch (self, other) {
    case (.null, _), (_, .null): return .unknown
    case (.integer(let a), .integer(let b)): return Comparison(a, b)
    case (.float(let a), .float(let b)): return Comparison(floats: a, b)
    case (.integer(let a), .float(let b)): return Comparison(a, b)
    case (.float(let a), .integer(let b)): return Comparison(b, a).turned
    case (.string(let a), .string(let b)): return Comparison(texts: a, b)
    case (.boolean(let a), .boolean(let b)): return .order((a ? 1 : 0) - (b ? 1 : 0))
    case (.temporal(let a), .temporal(let b)):
      return a.compared(with: b).map { .order($0) } ?? .unknown
    case (.temporal(.date(let days)), .string(let text)):
      return Comparison(texts: CivilDate(days: days).text, text)
    case (.string(let text), .temporal(.date(let days))):
      return Comparison(texts: text, CivilDate(days: days).text)
    case (.list(let a), .list(let b)):
      for (x, y) in zip(a, b) {
        switch x.compared(with: y) {
        case .order(0): continue
        case let decided: return decided
        }
      }
      return Comparison(Int64(a.count), Int64(b.count))
    default: return .unknown
    }
  }
}

/// How two values stand to each other.
enum Comparison: Hashable {
  /// Negative, zero or positive.
  case order(Int)
  /// One is NaN, which is in no order to any number.
  case unordered
  case unknown

  init(_ a: Int64, _ b: Int64) { self = .order(a < b ? -1 : a > b ? 1 : 0) }

  init(floats a: Double, _ b: Double) {
    self = a.isNaN || b.isNaN ? .unordered : .order(a < b ? -1 : a > b ? 1 : 0)
  }

  /// Compares without rounding.
  init(_ a: Int64, _ b: Double) {
    if b.isNaN {
      self = .unordered
    } else if b >= 9_223_372_036_854_775_808 {
      self = .order(-1)
    } else if b < -9_223_372_036_854_775_808 {
      self = .order(1)
    } else {
      let whole = b.rounded(.down)
      let floor = Int64(whole)
      self = a == floor ? .order(whole < b ? -1 : 0) : Comparison(a, floor)
    }
  }

  /// Texts stand in the order of their Unicode scalars.
  init(texts a: String, _ b: String) {
    if a.utf8.elementsEqual(b.utf8) {
      self = .order(0)
    } else {
      self = .order(a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1)
    }
  }

  var turned: Comparison {
    if case .order(let order) = self { .order(-order) } else { self }
  }
}

// MARK: - ORDER BY

extension CypherValue {
  /// A date or a text as text.
  var dateText: String? {
    switch self {
    case .string(let text): text
    case .temporal(.date(let days)): CivilDate(days: days).text
    default: nil
    }
  }

  /// Types in the order in which ORDER BY puts them; null is last.
  private var rank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .temporal(let temporal):
      switch temporal {
      case .dateTime: 5
      case .localDateTime: 6
      case .date: 7
      case .time: 8
      case .localTime: 9
      case .duration: 10
      }
    case .string: 11
    case .boolean: 12
    case .integer, .float: 13
    case .null: 14
    }
  }

  /// Negative, zero or positive: where ORDER BY puts this value beside another.
  func ordered(against other: CypherValue) -> Int {
    let (a, b) = (rank, other.rank)
    if a != b {
      // Dates of the graph are text where they lack their day.
      if let x = dateText, let y = other.dateText, case .order(let order) = Comparison(texts: x, y)
      {
        return order
      }
      return a < b ? -1 : 1
    }
    switch (self, other) {
    case (.list(let x), .list(let y)):
      for (p, q) in zip(x, y) {
        let order = p.ordered(against: q)
        if order != 0 { return order }
      }
      return x.count - y.count
    case (.map(let x), .map(let y)): return Self.ordered(x, y)
    case (.node(let x), .node(let y)):
      return Self.ordered([.string(x.label), x.id], [.string(y.label), y.id])
    case (.relationship(let x), .relationship(let y)):
      return Self.ordered(
        [.string(x.type), x.source.id, x.target.id, x.id],
        [.string(y.type), y.source.id, y.target.id, y.id])
    case (.path(let x), .path(let y)):
      return Self.ordered(x.nodes.map(CypherValue.node), y.nodes.map(CypherValue.node))
    case (.temporal(.duration(let x)), .temporal(.duration(let y))):
      if x.averageSeconds != y.averageSeconds {
        return x.averageSeconds < y.averageSeconds ? -1 : 1
      }
      return x.nanoseconds - y.nanoseconds
    default:
      switch compared(with: other) {
      case .order(let order): return order
      case .unordered:
        return (number?.isNaN == true ? 1 : 0) - (other.number?.isNaN == true ? 1 : 0)
      case .unknown: return 0
      }
    }
  }

  private static func ordered(_ a: [CypherValue], _ b: [CypherValue]) -> Int {
    CypherValue.list(a).ordered(against: .list(b))
  }

  private static func ordered(_ a: [CypherMember], _ b: [CypherMember]) -> Int {
    let (x, y) = (a.sorted { $0.name < $1.name }, b.sorted { $0.name < $1.name })
    let names = ordered(x.map { .string($0.name) }, y.map { .string($0.name) })
    return names != 0 ? names : ordered(x.map(\.value), y.map(\.value))
  }
}
