extension RelationshipRows {
  /// Paths of several relationships: one branch of a union a length, each hop a join, no
  /// relationship twice.
  init(
    paths candidates: [BoundCandidate], length: ClosedRange<Int>, from: [String], to: [String],
    alias: String, catalog: Catalog
  ) {
    func column(_ name: String) -> PlannedColumn { PlannedColumn(table: alias, name: name) }
    let keyCount = candidates.map(\.table.key.count).max() ?? 0
    let hopColumns = (1...length.upperBound).map { hop in
      ["hop\(hop)Table"] + (1...max(keyCount, 1)).map { "hop\(hop)Key\($0)" }
    }
    let branches = length.compactMap { length in
      PathBranch(candidates, length: length, from: from, to: to, catalog: catalog)?
        .select(hopColumns)
    }
    let nothing = PlannedSelect(
      columns: (["left", "leftLabel", "right", "rightLabel"] + hopColumns.joined()).map {
        ($0, .null)
      }, steps: [], conditions: [.differ([])])
    self.init(
      source: .union(branches.isEmpty ? [nothing] : branches), alias: alias,
      left: PlannedEnd(
        label: .common(candidates.map(\.left.label), or: column("leftLabel")),
        key: column("left")),
      right: PlannedEnd(
        label: .common(candidates.map(\.right.label), or: column("rightLabel")),
        key: column("right")),
      relationship: PlannedRelationship(
        tables: candidates.map { catalog.index(of: $0.table) }, table: .null, type: .null, key: [],
        ends: nil, properties: [:]),
      hops: hopColumns.map { $0.map { .column(column($0)) } })
  }
}

/// The paths of one length.
private struct PathBranch {
  private var plan = MatchPlan(places: [:])
  private var hops: [RelationshipRows] = []

  /// Nil where no path of this length can have such ends.
  init?(
    _ candidates: [BoundCandidate], length: Int, from: [String], to: [String], catalog: Catalog
  ) {
    for position in 1...length {
      let fitting = candidates.filter {
        (position > 1 || from.contains($0.left.label))
          && (position < length || to.contains($0.right.label))
      }
      guard !fitting.isEmpty else { return nil }
      let hop = RelationshipRows(
        fitting, properties: [], isWhole: false, alias: "hop\(position)", catalog: catalog)
      plan.steps.append(
        PlannedStep(
          alias: hop.alias, source: hop.source, marker: hop.relationship.key[0], summary: hop.alias)
      )
      for column in hop.nullableEnds { plan.add(.isNotNull(column), aliases: [hop.alias]) }
      if let before = hops.last {
        guard before.right.label.mayEqual(hop.left.label) else { return nil }
        plan.join(before.right, hop.left)
      }
      plan.keepApart(hop)
      hops.append(hop)
    }
  }

  func select(_ hopColumns: [[String]]) -> PlannedSelect? {
    guard let first = hops.first, let last = hops.last else { return nil }
    var columns: [(name: String, value: PlannedOperand)] = [
      ("left", .column(first.left.key)), ("leftLabel", first.left.label),
      ("right", .column(last.right.key)), ("rightLabel", last.right.label),
    ]
    for (position, names) in hopColumns.enumerated() {
      let values = position < hops.count ? hops[position].hops[0] : []
      for (index, name) in names.enumerated() {
        columns.append((name, index < values.count ? values[index] : .null))
      }
    }
    return PlannedSelect(
      columns: columns, steps: plan.steps, conditions: plan.laterConditions)
  }
}

extension PlannedOperand {
  /// False for two constants that differ.
  fileprivate func mayEqual(_ other: PlannedOperand) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): a == b
    default: true
    }
  }
}
