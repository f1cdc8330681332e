// Equality as `=` has it, where null is unknown, and equivalence as DISTINCT and grouping have it,
// where it is a value.

extension CypherValue {
  /// Whether both are equal; nil where that is unknown.
  func equals(_ other: CypherValue) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null): return nil
    case (.integer(let a), .integer(let b)): return a == b
    case (.float(let a), .float(let b)): return a == b
    case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)): return isEqual(a, b)
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.string(let a), .string(let b)): return a == b
    case (.list(let a), .list(let b)): return listsEqual(a, b)
    case (.map(let a), .map(let b)): return mapsEqual(a, b)
    case (.node(let a), .node(let b)): return a == b
    case (.relationship(let a), .relationship(let b)): return a == b
    case (.path(let a), .path(let b)): return a == b
    case (.temporal(let a), .temporal(let b)): return a == b
    case (.string(let text), .temporal(.date(let days))),
      (.temporal(.date(let days)), .string(let text)):
      // A date of the graph is text.
      return text == CivilDate(days: days).text
    default: return false
    }
  }

  private func listsEqual(_ a: [CypherValue], _ b: [CypherValue]) -> Bool? {
    guard a.count == b.count else { return false }
    var result: Bool? = true
    for (x, y) in zip(a, b) {
      switch x.equals(y) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }

  private func mapsEqual(_ a: [CypherMember], _ b: [CypherMember]) -> Bool? {
    guard a.count == b.count else { return false }
    var result: Bool? = true
    for member in a {
      guard let value = b.value(member.name) else { return false }
      switch member.value.equals(value) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }
}

/// Compares without rounding.
private func isEqual(_ integer: Int64, _ float: Double) -> Bool {
  Int64(exactly: float) == integer
}

/// A value as a key of groups and distinct rows: null and NaN equal themselves, 1 equals 1.0, and
/// the order of a map's entries does not count.
struct GroupKey: Hashable {
  let value: CypherValue

  init(_ value: CypherValue) {
    self.value = value
  }

  static func == (a: GroupKey, b: GroupKey) -> Bool {
    switch (a.value, b.value) {
    case (.null, .null): return true
    case (.float(let x), .float(let y)): return x == y || (x.isNaN && y.isNaN)
    case (.list(let x), .list(let y)):
      return x.count == y.count && zip(x, y).allSatisfy { GroupKey($0) == GroupKey($1) }
    case (.map(let x), .map(let y)):
      return x.count == y.count
        && x.allSatisfy { member in
          y.value(member.name).map { GroupKey($0) == GroupKey(member.value) } ?? false
        }
    default: return a.value.equals(b.value) == true
    }
  }

  func hash(into hasher: inout Hasher) {
    switch value {
    case .null: hasher.combine(0)
    case .boolean(let flag): hasher.combine(flag)
    case .integer(let number): hasher.combine(number)
    case .float(let number):
      if let whole = Int64(exactly: number) {
        hasher.combine(whole)
      } else {
        hasher.combine(number.isNaN ? .nan : number)
      }
    case .string(let text): hasher.combine(text)
    case .list(let elements): for element in elements { GroupKey(element).hash(into: &hasher) }
    case .map(let members): hasher.combine(members.count)
    case .node(let node): hasher.combine(node)
    case .relationship(let relationship): hasher.combine(relationship)
    case .path(let path): hasher.combine(path)
    case .temporal(.date(let days)): hasher.combine(CivilDate(days: days).text)
    case .temporal(let temporal): hasher.combine(temporal)
    }
  }
}
