/// The rows of all nodes of some labels: one table, or several brought to common columns.
struct NodeRows {
  let source: PlannedSource
  let node: PlannedNode

  /// The nodes of `labels` under `alias`, with the properties that are read.
  init(_ labels: [NodeLabel], properties: [String], alias: String) {
    let isSingle = labels.count == 1
    func column(_ name: String) -> PlannedColumn { PlannedColumn(table: alias, name: name) }
    if isSingle, let label = labels.first {
      source = .table(label.table)
      node = PlannedNode(
        labels: [label.name], label: .text(label.name), key: column(label.key),
        properties: Dictionary(
          uniqueKeysWithValues: properties.compactMap { name in
            label.properties.first { $0.name == name }.map { (name, column($0.column)) }
          }))
    } else {
      let selects = labels.map { NodeRows.select($0, properties) }
      source = .union(selects.isEmpty ? [NodeRows.nothing(properties)] : selects)
      node = PlannedNode(
        labels: labels.map(\.name), label: .column(column("label")), key: column("key"),
        properties: Dictionary(uniqueKeysWithValues: properties.map { ($0, column(".\($0)")) }))
    }
  }

  /// No rows, where no label fits.
  private static func nothing(_ properties: [String]) -> PlannedSelect {
    let names = ["label", "key"] + properties.map { ".\($0)" }
    return PlannedSelect(
      columns: names.map { ($0, .null) }, steps: [], conditions: [.differ([])])
  }

  private static func select(_ label: NodeLabel, _ properties: [String]) -> PlannedSelect {
    let alias = "node"
    let key = PlannedColumn(table: alias, name: label.key)
    let step = PlannedStep(
      alias: alias, source: .table(label.table), marker: key, summary: label.name)
    var columns: [(name: String, value: PlannedOperand)] = [
      ("label", .text(label.name)), ("key", .column(key)),
    ]
    for name in properties {
      let property = label.properties.first { $0.name == name }
      let value = property.map { PlannedColumn(table: alias, name: $0.column) }
      columns.append((".\(name)", value.map { .column($0) } ?? .null))
    }
    return PlannedSelect(columns: columns, steps: [step])
  }
}
