import JSON

/// A result as a table: every output format is made from this one value.
struct Rows {
  /// The columns' names, left to right.
  var columns: [String]
  /// The rows, top to bottom, each with a value a column.
  var rows: [[JSONValue]] = []

  /// Each row as an object, keyed by column.
  var objects: [JSONValue] {
    rows.map { row in .object(zip(columns, row).map { JSONValue.Member($0, $1) }) }
  }

  /// The same rows with the columns called `names`.
  func only(_ names: [String]) -> Rows {
    let kept = names.compactMap { columns.firstIndex(of: $0) }
    return Rows(columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}

extension JSONValue {
  /// The value as the text of one cell; lists are joined, null is empty.
  var cellText: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .array(let elements): elements.map(\.cellText).joined(separator: "; ")
    case .bool, .integer, .number, .object: text
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .number: true
    default: false
    }
  }
}
