/// A procedure for CALL.
enum CypherProcedure: String, Hashable, CaseIterable {
  case labels = "db.labels"
  case relationshipTypes = "db.relationshipTypes"
  case propertyKeys = "db.propertyKeys"
  case search = "text.search"

  init?(spelled name: String) {
    guard
      let found = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() })
    else { return nil }
    self = found
  }

  var columns: [String] {
    switch self {
    case .labels: ["label"]
    case .relationshipTypes: ["relationshipType"]
    case .propertyKeys: ["propertyKey"]
    case .search: ["node", "score"]
    }
  }

  var argumentCounts: ClosedRange<Int> { self == .search ? 1...2 : 0...0 }
}
