extension RelationshipRows {
  /// The relationships of one table that meet a node known before with either end.
  ///
  /// A union of both directions would give the same, but SQLite writes such a union down whole
  /// wherever the query groups, drops doubles or joins it optionally. Nil where this does not apply.
  init?(
    _ candidates: [BoundCandidate], meeting anchor: PlannedEnd?, fromRight: Bool,
    properties: [String], isWhole: Bool, alias: String, catalog: Catalog
  ) {
    guard let anchor, candidates.count == 2,
      let forward = candidates.first(where: { !$0.isReversed }),
      candidates.contains(where: { $0.isReversed && $0.table == forward.table }),
      forward.table.source.label == forward.table.target.label,
      anchor.label == .text(forward.table.source.label)
    else { return nil }
    let table = RelationshipRows(
      [forward], properties: properties, isWhole: isWhole, alias: alias, catalog: catalog)
    let ends = [forward.table.source.column, forward.table.target.column]
    let far = PlannedEnd(
      label: anchor.label, key: .opposite(table: alias, ends: ends, anchor: anchor.key))
    self.init(
      source: table.source, alias: alias, left: fromRight ? far : anchor,
      right: fromRight ? anchor : far, relationship: table.relationship,
      nullableEnds: table.nullableEnds, hops: table.hops,
      anchoring: .isIn(anchor.key, ends.map { PlannedColumn(table: alias, name: $0) }))
  }
}
