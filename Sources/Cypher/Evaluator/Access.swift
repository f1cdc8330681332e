/// Parts of values: properties, elements, slices, labels.
enum Access {
  static func property(_ name: String, of owner: CypherValue) throws(EvaluationFailure)
    -> CypherValue
  {
    switch owner {
    case .null: return .null
    case .node(let node): return node.properties.value(name) ?? .null
    case .relationship(let relationship): return relationship.properties.value(name) ?? .null
    case .map(let members): return members.value(name) ?? .null
    case .temporal(let temporal):
      if let value = temporal.component(name) { return value }
      throw EvaluationFailure(
        "\(temporal.typeName) has no part \(name)", code: "TypeError.InvalidArgumentType")
    case .string(let text):
      if let part = datePart(name, text) { return part }
      throw EvaluationFailure(
        "\(owner.typeName) has no properties", code: "TypeError.InvalidArgumentType")
    default:
      throw EvaluationFailure(
        "\(owner.typeName) has no properties", code: "TypeError.InvalidArgumentType")
    }
  }

  /// The year, month or day of a date as the graph keeps it: text, perhaps without the last parts.
  private static func datePart(_ name: String, _ text: String) -> CypherValue? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.allSatisfy({ Int64($0) != nil })
    else { return nil }
    guard let index = ["year", "month", "day"].firstIndex(of: name) else {
      guard CypherTemporal.date(days: 0).component(name) != nil else { return nil }
      if name == "quarter", parts.count > 1, let month = Int64(parts[1]) {
        return .integer((month + 2) / 3)
      }
      return .null
    }
    return index < parts.count ? Int64(parts[index]).map { .integer($0) } : .null
  }

  static func properties(of owner: CypherValue) -> [CypherMember]? {
    switch owner {
    case .node(let node): node.properties
    case .relationship(let relationship): relationship.properties
    case .map(let members): members
    default: nil
    }
  }

  static func element(
    of owner: CypherValue, at index: CypherValue
  ) throws(EvaluationFailure) -> CypherValue {
    switch (owner, index) {
    case (.null, _), (_, .null): return .null
    case (.list(let elements), .integer(let position)):
      let offset = position < 0 ? position + Int64(elements.count) : position
      guard offset >= 0, offset < Int64(elements.count) else { return .null }
      return elements[Int(offset)]
    case (.list, _):
      throw EvaluationFailure(
        "the index of a list is an integer, this is \(index.typeName)",
        code: "TypeError.ListElementAccessByNonInteger")
    case (.map, .string(let name)), (.node, .string(let name)), (.relationship, .string(let name)):
      return try property(name, of: owner)
    case (.map, _), (.node, _), (.relationship, _):
      throw EvaluationFailure(
        "the key of \(owner.typeName) is a string, this is \(index.typeName)",
        code: "TypeError.MapElementAccessByNonString")
    default:
      throw EvaluationFailure(
        "\(owner.typeName) has no elements", code: "TypeError.InvalidArgumentType")
    }
  }

  static func slice(
    _ list: CypherValue, _ first: CypherValue?, _ last: CypherValue?
  ) throws(EvaluationFailure) -> CypherValue {
    if list.isNull || first?.isNull == true || last?.isNull == true { return .null }
    guard case .list(let elements) = list else {
      throw EvaluationFailure(
        "a slice is taken of a list, this is \(list.typeName)",
        code: "TypeError.InvalidArgumentType")
    }
    func position(_ value: CypherValue?, or other: Int) throws(EvaluationFailure) -> Int {
      guard let value else { return other }
      guard case .integer(let number) = value else {
        throw EvaluationFailure(
          "the index of a list is an integer, this is \(value.typeName)",
          code: "TypeError.ListElementAccessByNonInteger")
      }
      let count = Int64(elements.count)
      return Int(min(max(number < 0 ? number + count : number, 0), count))
    }
    let start = try position(first, or: 0)
    let end = try position(last, or: elements.count)
    return .list(start < end ? Array(elements[start..<end]) : [])
  }

  static func hasLabel(_ owner: CypherValue, _ test: LabelTest) throws(EvaluationFailure)
    -> CypherValue
  {
    switch owner {
    case .null: return .null
    case .node(let node): return .boolean(test.matches(node.labels))
    case .relationship(let relationship): return .boolean(test.matches([relationship.type]))
    default:
      throw EvaluationFailure(
        "labels belong to nodes and relationships, this is \(owner.typeName)",
        code: "TypeError.InvalidArgumentType")
    }
  }
}
