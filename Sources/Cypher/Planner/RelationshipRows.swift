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

  init(
    _ candidates: [BoundCandidate], properties: [String], alias: String, catalog: Catalog
  ) {
    self.alias = alias
    let rows =
      candidates.count == 1
      ? SingleTable(candidates[0], alias: alias, catalog: catalog)
      : nil
    if let rows {
      source = .table(rows.candidate.table.table)
      left = rows.end(rows.candidate.left)
      right = rows.end(rows.candidate.right)
      relationship = rows.relationship(properties)
      nullableEnds = rows.nullableEnds
    } else {
      let keyCount = candidates.map(\.table.key.count).max() ?? 0
      func column(_ name: String) -> PlannedColumn { PlannedColumn(table: alias, name: name) }
      func end(_ name: String) -> PlannedEnd {
        PlannedEnd(label: .column(column("\(name)Label")), key: column(name))
      }
      source = .union(
        candidates.map {
          SingleTable($0, alias: "edge", catalog: catalog)
            .select(properties, keyCount: keyCount, among: candidates)
        })
      left = end("left")
      right = end("right")
      relationship = PlannedRelationship(
        tables: candidates.map { catalog.index(of: $0.table) },
        table: .column(column("table")), type: .column(column("type")),
        key: (1...max(keyCount, 1)).map { column("key\($0)") },
        source: end("source"), target: end("target"),
        properties: Dictionary(uniqueKeysWithValues: properties.map { ($0, column(".\($0)")) }))
      nullableEnds = []
    }
    hops = [[relationship.table] + relationship.key.map { .column($0) }]
  }
}

extension RelationshipRows {
  /// Rows whose relationships are not asked for themselves.
  init(
    source: PlannedSource, alias: String, left: PlannedEnd, right: PlannedEnd, tables: [Int],
    hops: [[PlannedOperand]]
  ) {
    self.source = source
    self.alias = alias
    self.left = left
    self.right = right
    relationship = PlannedRelationship(
      tables: tables, table: .null, type: .null, key: [], source: left, target: right,
      properties: [:])
    nullableEnds = []
    self.hops = hops
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

  var nullableEnds: [PlannedColumn] {
    [table.source, table.target].filter(\.isNullable).map { column($0.column) }
  }

  func relationship(_ properties: [String]) -> PlannedRelationship {
    PlannedRelationship(
      tables: [index], table: .integer(index), type: .text(table.type),
      key: table.key.map { column($0) }, source: end(table.source), target: end(table.target),
      properties: Dictionary(
        uniqueKeysWithValues: properties.compactMap { name in
          table.properties.first { $0.name == name }.map { (name, column($0.column)) }
        }))
  }

  func select(
    _ properties: [String], keyCount: Int, among candidates: [BoundCandidate]
  ) -> PlannedSelect {
    var columns: [(name: String, value: PlannedOperand)] = [
      ("table", .integer(index)), ("type", .text(table.type)),
    ]
    let ends = [
      ("left", candidate.left), ("right", candidate.right), ("source", table.source),
      ("target", table.target),
    ]
    for (name, end) in ends {
      columns.append((name, .column(column(end.column))))
      columns.append(("\(name)Label", .text(end.label)))
    }
    for position in 0..<keyCount {
      let key =
        position < table.key.count ? PlannedOperand.column(column(table.key[position])) : .null
      columns.append(("key\(position + 1)", key))
    }
    for name in properties {
      let property = table.properties.first { $0.name == name }
      columns.append((".\(name)", property.map { .column(column($0.column)) } ?? .null))
    }
    let step = PlannedStep(
      alias: alias, source: .table(table.table), marker: column(table.key[0]), summary: table.type)
    return PlannedSelect(columns: columns, steps: [step], conditions: conditions(among: candidates))
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
