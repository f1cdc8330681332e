/// The rows of all relationships of some tables as a pattern sees them, from left to right.
struct RelationshipRows {
  let source: PlannedSource
  let alias: String
  let left: PlannedEnd
  let right: PlannedEnd
  let relationship: PlannedRelationship
  /// The ends whose column may be null.
  let nullableEnds: [PlannedColumn]
  /// For a path, the table and key of each relationship on it, which are null past its end.
  var hops: [[PlannedOperand]]
  /// What joins it to the node it was reached from, if it can be reached from either end.
  var anchoring: PlannedCondition?
  /// Whether each relationship stands in two rows, one from either end.
  private(set) var isMirrored = false

  init(
    _ candidates: [BoundCandidate], properties: [String], isWhole: Bool, alias: String,
    catalog: Catalog
  ) {
    self.alias = alias
    if candidates.count == 1 {
      let table = SingleTable(candidates[0], alias: alias, catalog: catalog)
      source = .table(table.candidate.table.table)
      left = table.end(table.candidate.left)
      right = table.end(table.candidate.right)
      relationship = table.relationship(properties, isWhole: isWhole)
      nullableEnds = table.nullableEnds
      isMirrored = candidates[0].table.isMirrored
    } else {
      let columns = CommonColumns(candidates, alias: alias, catalog: catalog)
      source = columns.union(properties, isWhole: isWhole)
      left = columns.end("left", \.left)
      right = columns.end("right", \.right)
      relationship = columns.relationship(properties, isWhole: isWhole)
      nullableEnds = []
    }
    hops = [[relationship.table] + relationship.key.map { .column($0) }]
  }
}

extension RelationshipRows {
  init(
    source: PlannedSource, alias: String, left: PlannedEnd, right: PlannedEnd,
    relationship: PlannedRelationship, nullableEnds: [PlannedColumn] = [],
    hops: [[PlannedOperand]], anchoring: PlannedCondition? = nil
  ) {
    self.source = source
    self.alias = alias
    self.left = left
    self.right = right
    self.relationship = relationship
    self.nullableEnds = nullableEnds
    self.hops = hops
    self.anchoring = anchoring
  }
}

extension RelationshipRows {
  /// A column that is null only where nothing was found: the key of the first relationship.
  var marker: PlannedColumn? {
    if case .column(let column)? = hops.first?.dropFirst().first { column } else { nil }
  }
}

extension Catalog {
  /// A number that tells a table of relationships from the others.
  func index(of table: RelationshipTable) -> Int { relationships.firstIndex(of: table) ?? 0 }
}

// MARK: - One table

/// One table of relationships, read in one direction.
private struct SingleTable {
  let candidate: BoundCandidate
  let alias: String
  let index: Int

  init(_ candidate: BoundCandidate, alias: String, catalog: Catalog) {
    self.candidate = candidate
    self.alias = alias
    index = catalog.index(of: candidate.table)
  }

  private var table: RelationshipTable { candidate.table }

  private func column(_ name: String) -> PlannedColumn { PlannedColumn(table: alias, name: name) }

  func end(_ end: RelationshipTable.End) -> PlannedEnd {
    PlannedEnd(label: .text(end.label), key: column(end.column))
  }

  /// Where it starts and ends; of a mirrored one as its key tells, the same from either side.
  private var ends: PlannedEnds {
    guard table.isMirrored else {
      return PlannedEnds(source: end(table.source), target: end(table.target))
    }
    return PlannedEnds(
      source: PlannedEnd(label: .text(table.source.label), key: column(table.key[0])),
      target: PlannedEnd(label: .text(table.target.label), key: column(table.key[1])))
  }

  var nullableEnds: [PlannedColumn] {
    [table.source, table.target].filter(\.isNullable).map { column($0.column) }
  }

  func relationship(_ properties: [String], isWhole: Bool) -> PlannedRelationship {
    PlannedRelationship(
      tables: [index], table: .integer(index), type: .text(table.type),
      key: table.key.map { column($0) },
      ends: isWhole ? ends : nil,
      properties: Dictionary(
        uniqueKeysWithValues: properties.compactMap { name in
          table.properties.first { $0.name == name }.map { (name, column($0.column)) }
        }))
  }

  /// All columns that a union may need, each with its value here.
  func columns(_ properties: [String], keyCount: Int) -> [(name: String, value: PlannedOperand)] {
    var columns: [(name: String, value: PlannedOperand)] = [
      ("table", .integer(index)), ("type", .text(table.type)),
    ]
    let named = [
      ("left", end(candidate.left)), ("right", end(candidate.right)), ("source", ends.source),
      ("target", ends.target),
    ]
    for (name, end) in named {
      columns.append((name, .column(end.key)))
      columns.append(("\(name)Label", end.label))
    }
    for position in 0..<keyCount {
      let isThere = position < table.key.count
      columns.append(
        ("key\(position + 1)", isThere ? .column(column(table.key[position])) : .null))
    }
    for name in properties {
      let property = table.properties.first { $0.name == name }
      columns.append((".\(name)", property.map { .column(column($0.column)) } ?? .null))
    }
    return columns
  }

  func select(
    _ columns: [(name: String, value: PlannedOperand)], among candidates: [BoundCandidate]
  ) -> PlannedSelect {
    let step = PlannedStep(
      alias: alias, source: .table(table.table), marker: column(table.key[0]), summary: table.type)
    return PlannedSelect(
      columns: columns, steps: [step], conditions: conditions(among: candidates))
  }

  private func conditions(among candidates: [BoundCandidate]) -> [PlannedCondition] {
    let ends = nullableEnds.map { PlannedCondition.isNotNull($0) }
    // A loop is found once, not once from each of its ends.
    let hasTwin = candidates.contains { $0.table == table && !$0.isReversed }
    guard candidate.isReversed, hasTwin, table.source.label == table.target.label else {
      return ends
    }
    let loop = (
      PlannedOperand.column(column(table.source.column)),
      PlannedOperand.column(column(table.target.column))
    )
    return ends + [.differ([loop])]
  }
}

// MARK: - Several tables

/// The columns to which several tables are brought; what is the same in all needs none.
private struct CommonColumns {
  let candidates: [BoundCandidate]
  let alias: String
  let catalog: Catalog

  init(_ candidates: [BoundCandidate], alias: String, catalog: Catalog) {
    self.candidates = candidates
    self.alias = alias
    self.catalog = catalog
  }

  private var keyCount: Int { candidates.map(\.table.key.count).max() ?? 0 }

  private func column(_ name: String) -> PlannedColumn { PlannedColumn(table: alias, name: name) }

  func end(
    _ name: String, _ end: (BoundCandidate) -> RelationshipTable.End
  ) -> PlannedEnd {
    PlannedEnd(
      label: .common(candidates.map { end($0).label }, or: column("\(name)Label")),
      key: column(name))
  }

  func relationship(_ properties: [String], isWhole: Bool) -> PlannedRelationship {
    let tables = candidates.map { catalog.index(of: $0.table) }
    let isOneTable = Set(tables).count == 1
    return PlannedRelationship(
      tables: tables, table: isOneTable ? .integer(tables[0]) : .column(column("table")),
      type: .common(candidates.map(\.table.type), or: column("type")),
      key: (1...max(keyCount, 1)).map { column("key\($0)") },
      ends: isWhole
        ? PlannedEnds(
          source: end("source", \.table.source), target: end("target", \.table.target)) : nil,
      properties: Dictionary(uniqueKeysWithValues: properties.map { ($0, column(".\($0)")) }))
  }

  func union(_ properties: [String], isWhole: Bool) -> PlannedSource {
    let relationship = relationship(properties, isWhole: isWhole)
    let ends =
      [end("left", \.left), end("right", \.right)]
      + (relationship.ends.map { [$0.source, $0.target] } ?? [])
    let operands =
      [relationship.table, relationship.type] + ends.flatMap { [$0.label, .column($0.key)] }
    let needed = Set(
      operands.compactMap(\.columnName) + relationship.key.map(\.name)
        + relationship.properties.values.map(\.name))
    return .union(
      candidates.map { candidate in
        let table = SingleTable(candidate, alias: "edge", catalog: catalog)
        let columns = table.columns(properties, keyCount: keyCount)
        return table.select(columns.filter { needed.contains($0.name) }, among: candidates)
      })
  }
}

extension PlannedOperand {
  /// The text that all are, or else the column that tells.
  static func common(_ texts: [String], or column: PlannedColumn) -> PlannedOperand {
    Set(texts).count == 1 ? .text(texts[0]) : .column(column)
  }

  fileprivate var columnName: String? {
    if case .column(let column) = self { column.name } else { nil }
  }
}
