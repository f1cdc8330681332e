/// A column of a table in FROM, or what two columns make.
indirect enum PlannedColumn: Hashable {
  case plain(table: String, name: String)
  /// The one of two columns that does not hold `anchor`: the far end of a relationship that was
  /// reached from either of its ends.
  case opposite(table: String, ends: [String], anchor: PlannedColumn)
  /// An element of the list in column `value`.
  case element(table: String, index: Int)

  init(table: String, name: String) {
    self = .plain(table: table, name: name)
  }

  var table: String {
    switch self {
    case .plain(let table, _), .opposite(let table, _, _), .element(let table, _): table
    }
  }

  var name: String {
    switch self {
    case .plain(_, let name): name
    case .opposite(_, let ends, _): ends[0]
    case .element: "value"
    }
  }
}

/// What the planner itself compares and hands on.
enum PlannedOperand: Hashable {
  case column(PlannedColumn)
  case text(String)
  case integer(Int)
  case null

  var alias: String? {
    if case .column(let column) = self { column.table } else { nil }
  }
}

/// Where the parts of a variable stand.
enum PlannedPlace {
  case value(PlannedColumn)
  case node(PlannedNode)
  case relationship(PlannedRelationship)
}

struct PlannedNode {
  /// The labels it may have.
  var labels: [String]
  /// Its label: a text if there is only one.
  var label: PlannedOperand
  var key: PlannedColumn
  var properties: [String: PlannedColumn]
}

extension PlannedNode {
  /// The same node with its key read from a relationship that leads to it.
  func known(by key: PlannedColumn) -> PlannedNode {
    var node = self
    node.properties = properties.mapValues { $0 == self.key ? key : $0 }
    node.key = key
    return node
  }
}

struct PlannedRelationship {
  /// The tables it may come from, as indexes in the catalog.
  var tables: [Int]
  /// Which of them it comes from: an integer if there is only one.
  var table: PlannedOperand
  var type: PlannedOperand
  var key: [PlannedColumn]
  /// Where it starts and ends; nil unless the relationship is given out as a whole.
  var ends: PlannedEnds?
  var properties: [String: PlannedColumn]
}

struct PlannedEnds: Hashable {
  var source: PlannedEnd
  var target: PlannedEnd
}

/// A node as a relationship knows it.
struct PlannedEnd: Hashable {
  var label: PlannedOperand
  var key: PlannedColumn
}

enum PlannedCondition {
  case equal(PlannedOperand, PlannedOperand)
  /// A column holds a value that is known already.
  case holds(PlannedColumn, BoundExpression)
  case isNotNull(PlannedColumn)
  /// A value stands in one of two columns.
  case isIn(PlannedColumn, [PlannedColumn])
  /// At least one pair differs, null being a value like any other, or `absent` is null.
  case differ([(PlannedOperand, PlannedOperand)], absent: PlannedOperand? = nil)
  case expression(BoundExpression)
}

extension PlannedPlace {
  /// The aliases of all tables its parts stand in.
  var aliases: Set<String> {
    switch self {
    case .value(let column): [column.table]
    case .node(let node):
      Set(
        [node.key.table] + [node.label.alias].compactMap(\.self)
          + node.properties.values.map(\.table))
    case .relationship(let relationship): Set(relationship.key.map(\.table))
    }
  }
}
