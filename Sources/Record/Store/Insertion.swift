import Diplomacy
import SQLite

extension Connection {
  /// Adds a row with `values` in the order of the table's columns.
  func insert(into table: String, _ values: any Bindable...) throws(DatabaseError) {
    let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
    let statement = try prepare("insert into \(table) values (\(places))")
    try statement.run(values.map(\.databaseValue))
  }
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
