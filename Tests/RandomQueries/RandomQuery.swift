package import TestSupport

/// A query made at random over a graph, with the rows that follow from its meaning.
package struct RandomQuery {
  package private(set) var text = ""
  package private(set) var rows: [[NaiveValue]] = []
  /// Whether the order of rows is told.
  package private(set) var isOrdered = false

  private typealias Name = (name: String, kind: RandomExpression.Kind)
  private var names: [Name] = []
  private var table: [NaiveRow] = []
  /// The nodes that the patterns name; a row has their indices: `n0`.
  private var matched: [Int] = []

  package init(over graph: RandomGraph, using generator: inout RepeatableRandom) {
    self.init(part: graph, using: &generator)
    guard !isOrdered, Int.random(in: 0..<8, using: &generator) == 0 else { return }
    let other = RandomQuery(part: graph, using: &generator)
    guard !other.isOrdered, other.names.count == names.count else { return }
    let keepsAll = Bool.random(using: &generator)
    text += "UNION \(keepsAll ? "ALL " : "")\(other.text)"
    rows += other.rows
    if keepsAll { return }
    var seen: Set<[NaiveValue]> = []
    rows = rows.filter { seen.insert($0).inserted }
  }

  /// A query without UNION.
  private init(part graph: RandomGraph, using generator: inout RepeatableRandom) {
    match(graph, &generator)
    if Int.random(in: 0..<2, using: &generator) == 0 { filter(graph, &generator) }
    if Int.random(in: 0..<4, using: &generator) == 0 { unwind(&generator) }
    if Int.random(in: 0..<2, using: &generator) == 0 { project("WITH", &generator) }
    project("RETURN", &generator)
    rows = table.map { row in names.map { row[$0.name] ?? .null } }
    order(&generator)
  }

  private mutating func match(_ graph: RandomGraph, _ generator: inout RepeatableRandom) {
    var first = RandomPattern(known: [], using: &generator)
    first.addSubquery(using: &generator)
    var found = graph.matches(first, from: [:])
    text = "MATCH \(first.text) "
    var nodes = first.nodes
    if Int.random(in: 0..<3, using: &generator) == 0 {
      var second = RandomPattern(known: Array(first.nodes).sorted(), using: &generator)
      second.addSubquery(known: Array(first.nodes), using: &generator)
      let isOptional = Bool.random(using: &generator)
      text += "\(isOptional ? "OPTIONAL " : "")MATCH \(second.text) "
      found = found.flatMap { start in
        let next = graph.matches(second, from: start)
        return next.isEmpty && isOptional ? [start] : next
      }
      nodes.formUnion(second.nodes)
    }
    for node in nodes.sorted() {
      names += [("n\(node).id", .string), ("n\(node).value", .integer)]
    }
    table = found.map { match in
      var row: NaiveRow = [:]
      for (node, index) in match {
        row["n\(node).id"] = .string(graph.nodes[index].id)
        row["n\(node).value"] = NaiveValue(graph.nodes[index].value)
        row["n\(node)"] = .integer(Int64(index))
      }
      return row
    }
    matched = nodes.sorted()
  }

  private func expression(
    _ kind: RandomExpression.Kind?, _ generator: inout RepeatableRandom
  ) -> RandomExpression {
    let kind = kind ?? RandomExpression.Kind.allCases.randomElement(using: &generator) ?? .integer
    return RandomExpression.make(
      kind, over: names, depth: Int.random(in: 0...3, using: &generator), using: &generator)
  }

  private mutating func filter(_ graph: RandomGraph, _ generator: inout RepeatableRandom) {
    let condition = expression(.boolean, &generator)
    guard Int.random(in: 0..<3, using: &generator) == 0 else {
      text += "WITH * WHERE \(condition.text) "
      table = table.filter { condition.value($0) == .boolean(true) }
      return
    }
    let subquery = RandomSubquery(known: matched, using: &generator)
    let isBoth = Bool.random(using: &generator)
    text += "WITH * WHERE \(subquery.text) \(isBoth ? "AND" : "OR") \(condition.text) "
    table = table.filter { row in
      let places = matched.compactMap { node in
        row["n\(node)"]?.number.map { (node, Int($0)) }
      }
      let holds = condition.value(row) == .boolean(true)
      let isFound = subquery.holds(for: Dictionary(uniqueKeysWithValues: places), in: graph)
      return isBoth ? holds && isFound : holds || isFound
    }
  }

  private mutating func unwind(_ generator: inout RepeatableRandom) {
    let list = expression(.list, &generator)
    text += "UNWIND \(list.text) AS u "
    table = table.flatMap { row in
      (list.value(row).elements ?? []).map { element in row.merging(["u": element]) { $1 } }
    }
    names.append(("u", .integer))
  }

  // MARK: Projections

  private mutating func project(_ word: String, _ generator: inout RepeatableRandom) {
    let keys = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
      expression(nil, &generator)
    }
    let prefix = word == "WITH" ? "w" : "c"
    let needsAggregate = keys.isEmpty || Int.random(in: 0..<2, using: &generator) == 0
    let aggregates =
      needsAggregate
      ? (0..<Int.random(in: 1...2, using: &generator)).map { _ in aggregate(&generator) } : []
    let isDistinct = Int.random(in: 0..<4, using: &generator) == 0
    let texts = keys.map(\.text) + aggregates.map(\.text)
    let kinds = keys.map(\.kind) + aggregates.map(\.kind)
    let items = texts.enumerated().map { "\($0.element) AS \(prefix)\($0.offset)" }
    text += "\(word) \(isDistinct ? "DISTINCT " : "")\(items.joined(separator: ", ")) "
    var groups: [[NaiveValue]: [NaiveRow]] = [:]
    var order: [[NaiveValue]] = []
    var result: [[NaiveValue]] = []
    for row in table {
      let key = keys.map { $0.value(row) }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
      if aggregates.isEmpty { result.append(key) }
    }
    if !aggregates.isEmpty {
      if keys.isEmpty, order.isEmpty { order = [[]] }
      result = order.map { key in key + aggregates.map { $0.value(groups[key] ?? []) } }
    }
    if isDistinct {
      var seen: Set<[NaiveValue]> = []
      result = result.filter { seen.insert($0).inserted }
    }
    names = kinds.enumerated().map { ("\(prefix)\($0.offset)", $0.element) }
    table = result.map { values in
      Dictionary(uniqueKeysWithValues: zip(names.map(\.name), values))
    }
  }

  private struct Aggregate {
    var text: String
    var kind: RandomExpression.Kind
    var value: ([NaiveRow]) -> NaiveValue
  }

  private func aggregate(_ generator: inout RepeatableRandom) -> Aggregate {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      return Aggregate(text: "count(*)", kind: .integer) { .integer(Int64($0.count)) }
    case 1, 2:
      let inner = expression(nil, &generator)
      let isDistinct = Bool.random(using: &generator)
      return Aggregate(
        text: "count(\(isDistinct ? "DISTINCT " : "")\(inner.text))", kind: .integer
      ) { rows in
        let values = rows.map { inner.value($0) }.filter { $0 != .null }
        return .integer(Int64(isDistinct ? Set(values).count : values.count))
      }
    case 3:
      let inner = expression(.integer, &generator)
      return Aggregate(text: "sum(\(inner.text))", kind: .integer) { rows in
        .integer(rows.compactMap { inner.value($0).number }.reduce(0, +))
      }
    case 4:
      let inner = expression(nil, &generator)
      return Aggregate(text: "size(collect(\(inner.text)))", kind: .integer) { rows in
        .integer(Int64(rows.count { inner.value($0) != .null }))
      }
    default:
      let kind: RandomExpression.Kind = Bool.random(using: &generator) ? .integer : .string
      let inner = expression(kind, &generator)
      let isMin = Bool.random(using: &generator)
      return Aggregate(text: "\(isMin ? "min" : "max")(\(inner.text))", kind: kind) { rows in
        let values = rows.map { inner.value($0) }.filter { $0 != .null }
          .sorted(by: NaiveValue.isBefore)
        return (isMin ? values.first : values.last) ?? .null
      }
    }
  }

  private mutating func order(_ generator: inout RepeatableRandom) {
    guard Bool.random(using: &generator) else { return }
    isOrdered = true
    let isDescending = names.map { _ in Bool.random(using: &generator) }
    let keys = names.enumerated().map {
      "\($0.element.name)\(isDescending[$0.offset] ? " DESC" : "")"
    }
    text += "ORDER BY \(keys.joined(separator: ", ")) "
    rows.sort { a, b in
      for (index, isDescending) in isDescending.enumerated() where a[index] != b[index] {
        return NaiveValue.isBefore(a[index], b[index]) != isDescending
      }
      return false
    }
    if Bool.random(using: &generator) {
      let (skip, limit) = (
        Int.random(in: 0...2, using: &generator), Int.random(in: 0...4, using: &generator)
      )
      text += "SKIP \(skip) LIMIT \(limit)"
      rows = Array(rows.dropFirst(skip).prefix(limit))
    }
  }
}
