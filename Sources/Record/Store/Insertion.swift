import Diplomacy
import SQLite

extension Connection {
  /// Adds a row with `values` in the order of the table's columns.
  func insert(into table: String, _ values: any Bindable...) throws(DatabaseError) {
    let statement = try prepare("insert into " + table + insertionEndings[values.count])
    try statement.run(values.map(\.databaseValue))
  }
}

/// ` values (?, ?)`, by the number of values.
private let insertionEndings = (0...16).map { count in
  " values (" + Array(repeating: "?", count: count).joined(separator: ", ") + ")"
}

extension Evidence {
  /// The values of the three columns `start`, `end` and `quote`.
  var columns: (start: Int, end: Int, quote: String) { (range.start, range.end, quote) }
}

extension Affiliation {
  /// The value of a column `country`.
  var country: String? {
    guard case .country(let code) = self else { return nil }
    return code.rawValue
  }

  /// The value of a column `organization`.
  var organization: String? {
    guard case .organization(let name) = self else { return nil }
    return name
  }
}
