/// The columns of a part that the next one reads.
struct PartColumns {
  let part: String
  private(set) var outputs: [PlannedOutput] = []
  /// Where the next part finds each variable.
  private(set) var places: [Int: PlannedPlace] = [:]
  private var names = AliasNames()

  init(part: String) {
    self.part = part
  }

  /// Adds a value as one column; returns its name.
  mutating func add(_ item: BoundItem) -> String {
    let name = names.fresh(item.variable.name)
    outputs.append(PlannedOutput(name: name, value: .expression(item.expression)))
    places[item.variable.id] = .value(PlannedColumn(table: part, name: name))
    return name
  }

  /// Adds the parts of a variable as columns of their own, so that nothing is looked up again.
  mutating func hand(on place: PlannedPlace, of variable: BoundVariable) {
    let name = variable.name
    switch place {
    case .value(let column):
      places[variable.id] = .value(add(name, column))
    case .node(var node):
      node.key = add(name, node.key)
      node.label = add("\(name):label", node.label)
      node.properties = add(node.properties, of: name)
      places[variable.id] = .node(node)
    case .relationship(var relationship):
      relationship.key = relationship.key.map { add("\(name):key", $0) }
      relationship.table = add("\(name):table", relationship.table)
      relationship.type = add("\(name):type", relationship.type)
      relationship.ends = relationship.ends.map {
        PlannedEnds(
          source: add("\(name):source", $0.source), target: add("\(name):target", $0.target))
      }
      relationship.properties = add(relationship.properties, of: name)
      places[variable.id] = .relationship(relationship)
    }
  }

  private mutating func add(_ wish: String, _ column: PlannedColumn) -> PlannedColumn {
    let name = names.fresh(wish)
    outputs.append(PlannedOutput(name: name, value: .operand(.column(column))))
    return PlannedColumn(table: part, name: name)
  }

  /// A constant needs no column.
  private mutating func add(_ wish: String, _ operand: PlannedOperand) -> PlannedOperand {
    guard case .column(let column) = operand else { return operand }
    return .column(add(wish, column))
  }

  private mutating func add(_ wish: String, _ end: PlannedEnd) -> PlannedEnd {
    PlannedEnd(label: add("\(wish) label", end.label), key: add(wish, end.key))
  }

  private mutating func add(
    _ properties: [String: PlannedColumn], of variable: String
  ) -> [String: PlannedColumn] {
    var moved: [String: PlannedColumn] = [:]
    for (name, column) in properties.sorted(by: { $0.key < $1.key }) {
      moved[name] = add("\(variable).\(name)", column)
    }
    return moved
  }
}
