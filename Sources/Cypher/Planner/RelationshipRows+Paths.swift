extension RelationshipRows {
  /// Paths of several relationships from a node known before: one branch of a union a length, each
  /// hop a join, no relationship twice.
  init(
    paths candidates: [BoundCandidate], length: ClosedRange<Int>, from anchor: PlannedEnd,
    fromRight: Bool, to labels: [String], alias: String, catalog: Catalog
  ) {
    let candidates = fromRight ? candidates.map(\.turned) : candidates
    let keyCount = max(candidates.map(\.table.key.count).max() ?? 0, 1)
    let hopColumns = (1...length.upperBound).map { hop in
      ["hop\(hop)Table"] + (1...keyCount).map { "hop\(hop)Key\($0)" }
    }
    let names = ["end", "endLabel"] + hopColumns.joined()
    let branches = length.compactMap { length in
      PathBranch(candidates, length: length, from: anchor, to: labels, catalog: catalog)?
        .select(hopColumns)
    }
    let nothing = PlannedSelect(
      columns: names.map { ($0, .null) }, steps: [], conditions: [.differ([])])
    func column(_ index: Int) -> PlannedColumn { .element(table: alias, index: index) }
    let end = PlannedEnd(label: .column(column(1)), key: column(0))
    self.init(
      source: .paths(branches.isEmpty ? [nothing] : branches), alias: alias,
      left: fromRight ? end : anchor, right: fromRight ? anchor : end,
      relationship: PlannedRelationship(
        tables: candidates.map { catalog.index(of: $0.table) }, table: .null, type: .null, key: [],
        ends: nil, properties: [:]),
      hops: hopColumns.indices.map { hop in
        (0...keyCount).map { .column(column(2 + hop * (keyCount + 1) + $0)) }
      })
  }
}

extension BoundCandidate {
  /// The same as seen from the other end.
  fileprivate var turned: BoundCandidate { BoundCandidate(table: table, isReversed: !isReversed) }
}

/// The paths of one length.
private struct PathBranch {
  private var plan = MatchPlan(places: [:])
  private var hops: [RelationshipRows] = []

  /// Nil where no path of this length can have such ends.
  init?(
    _ candidates: [BoundCandidate], length: Int, from anchor: PlannedEnd, to labels: [String],
    catalog: Catalog
  ) {
    for position in 1...length {
      let before = hops.last?.right ?? anchor
      let fitting = candidates.filter {
        before.label.mayEqual(.text($0.left.label))
          && (position < length || labels.contains($0.right.label))
      }
      guard !fitting.isEmpty else { return nil }
      add(fitting, alias: "hop\(position)", after: before, catalog)
    }
  }

  private mutating func add(
    _ candidates: [BoundCandidate], alias: String, after before: PlannedEnd, _ catalog: Catalog
  ) {
    let hop =
      RelationshipRows(
        candidates, meeting: before, fromRight: false, properties: [], isWhole: false,
        alias: alias, catalog: catalog)
      ?? RelationshipRows(
        candidates, properties: [], isWhole: false, alias: alias, catalog: catalog)
    plan.steps.append(
      PlannedStep(
        alias: alias, source: hop.source, conditions: hop.anchoring.map { [$0] } ?? [],
        marker: hop.marker, summary: alias))
    for column in hop.nullableEnds { plan.add(.isNotNull(column), aliases: [alias]) }
    plan.join(before, hop.left)
    plan.keepApart(hop)
    hops.append(hop)
  }

  func select(_ hopColumns: [[String]]) -> PlannedSelect? {
    guard let last = hops.last else { return nil }
    var columns: [(name: String, value: PlannedOperand)] = [
      ("end", .column(last.right.key)), ("endLabel", last.right.label),
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
