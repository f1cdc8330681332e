import JSON
import SQLite

extension SQLGenerator {
  mutating func value(_ expression: BoundExpression) -> SQLText {
    switch expression.kind {
    case .literal(let value): return literal(value)
    case .list(let elements): return list(elements)
    case .map(let members):
      let pairs = members.map { "\(bind(.text($0.name)).text), \(element($0.value))" }
      return SQLText("json_object(\(pairs.joined(separator: ", ")))")
    case .variable(let variable): return self.variable(variable)
    case .property(let variable, let name): return property(name, of: variable)
    case .datePart(let date, let part): return datePart(part, of: date)
    case .element(let list, let index): return element(of: list, at: index)
    case .not(let inner): return SQLText("NOT \(value(inner).operand(of: .not))", .not)
    case .minus(let inner): return SQLText("-\(value(inner).operand(of: .atom))", .product)
    case .binary(let operation, let left, let right): return binary(operation, left, right)
    case .isNull(let inner, let negated):
      let text = presence(inner).operand(of: .comparison)
      return SQLText("\(text) IS \(negated ? "NOT " : "")NULL", .equality)
    case .hasLabel(let variable, let labels): return hasLabel(variable, labels)
    case .function(let function, let arguments): return call(function, arguments)
    case .aggregate(let aggregate): return self.aggregate(aggregate)
    case .case(let branches, let otherwise): return caseText(branches, otherwise)
    case .exists(let subquery): return exists(subquery)
    case .count(let subquery): return SQLText("(SELECT count(*)\(body(of: subquery)))")
    }
  }

  private mutating func exists(_ subquery: BoundSubquery) -> SQLText {
    guard let list = query.subqueries[subquery.id]?.membership else {
      return SQLText("EXISTS (SELECT 1\(body(of: subquery)))")
    }
    let (value, element) = (column(list.outer).text, column(list.inner).text)
    return SQLText("\(value) IN (SELECT \(element)\(body(of: subquery)))", .equality)
  }

  private mutating func body(of subquery: BoundSubquery) -> String {
    guard let planned = query.subqueries[subquery.id] else { return "" }
    let outer = places
    places = outer.merging(planned.places) { $1 }
    defer { places = outer }
    let lines = from(planned.steps.map { .inner($0) }, conditions: planned.conditions)
    return lines.map { " \($0)" }.joined()
  }

  private mutating func caseText(
    _ branches: [BoundBranchOfCase], _ otherwise: BoundExpression?
  ) -> SQLText {
    var words = ["CASE"]
    for branch in branches {
      words.append("WHEN \(value(branch.condition).text) THEN \(value(branch.result).text)")
    }
    if let otherwise { words.append("ELSE \(value(otherwise).text)") }
    return SQLText("\(words.joined(separator: " ")) END")
  }
}

// MARK: - Literals, lists and their elements

extension SQLGenerator {
  private mutating func literal(_ value: CypherValue) -> SQLText {
    switch value {
    case .null, .map, .node, .relationship, .path, .temporal: SQLText("NULL")
    case .boolean(let flag): SQLText(flag ? "TRUE" : "FALSE")
    case .integer(let number): bind(.integer(number))
    case .float(let number): bind(.real(number))
    case .string(let text): bind(.text(text))
    case .list: bind(.text(JSONValue(value).text))
    }
  }

  private mutating func list(_ elements: [BoundExpression]) -> SQLText {
    let values = elements.compactMap(\.literal)
    if values.count == elements.count {
      return bind(.text(JSONValue(CypherValue.list(values)).text))
    }
    return SQLText("json_array(\(elements.map { element($0) }.joined(separator: ", ")))")
  }

  /// A value as an element of JSON: SQLite alone would write booleans as numbers and lists as
  /// strings.
  mutating func element(_ expression: BoundExpression) -> String {
    element(value(expression), of: expression.type)
  }

  func element(_ value: SQLText, of type: CypherType) -> String {
    if type == .boolean {
      return "json(CASE WHEN \(value.text) THEN 'true' WHEN NOT \(value.operand(of: .not)) "
        + "THEN 'false' ELSE 'null' END)"
    }
    return type.isStructured ? "json(\(value.text))" : value.text
  }

  private mutating func element(
    of list: BoundExpression, at index: BoundExpression
  ) -> SQLText {
    let (list, position) = (value(list).text, value(index).operand(of: .joint))
    let path =
      "CASE WHEN \(position) < 0 THEN '$[#' || \(position) || ']' "
      + "ELSE '$[' || \(position) || ']' END"
    return SQLText("json_extract(\(list), \(path))")
  }
}

extension BoundExpression {
  /// The value, if it is known already; that of lists too.
  var literal: CypherValue? {
    switch kind {
    case .literal(let value): return value
    case .list(let elements):
      let values = elements.compactMap(\.literal)
      return values.count == elements.count ? .list(values) : nil
    default: return nil
    }
  }
}

extension JSONValue {
  /// The value as it is written inside lists.
  init(_ value: CypherValue) {
    switch value {
    case .boolean(let flag): self = .bool(flag)
    case .integer(let number): self = .integer(Int(number))
    case .float(let number): self = .number(number)
    case .string(let text): self = .string(text)
    case .list(let elements): self = .array(elements.map { JSONValue($0) })
    case .null, .map, .node, .relationship, .path, .temporal: self = .null
    }
  }
}
