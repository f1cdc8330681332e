import SQLite

extension SQLGenerator {
  mutating func call(_ function: ScalarFunction, _ arguments: [BoundExpression]) -> SQLText {
    switch function {
    case .id, .elementId, .labels, .type: return entityFunction(function, arguments[0])
    case .coalesce:
      // SQLite's own takes at least two.
      if arguments.count == 1 { return value(arguments[0]) }
      return SQLText("coalesce(\(arguments.map { value($0).text }.joined(separator: ", ")))")
    default: break
    }
    let values = arguments.map { value($0) }
    let first = values[0].text
    switch function {
    case .size:
      return SQLText(arguments[0].type.isText ? "length(\(first))" : "json_array_length(\(first))")
    case .head: return SQLText("json_extract(\(first), '$[0]')")
    case .last: return SQLText("json_extract(\(first), '$[#-1]')")
    case .toString where arguments[0].type == .boolean:
      return SQLText(
        "CASE WHEN \(first) THEN 'true' WHEN NOT \(values[0].operand(of: .not)) THEN 'false' END")
    case .toInteger where arguments[0].type.isNumeric: return SQLText("CAST(\(first) AS INTEGER)")
    case .toFloat where arguments[0].type.isNumeric: return SQLText("CAST(\(first) AS REAL)")
    case .substring, .left, .right, .replace: return textFunction(function, values)
    default: return SQLText(plain(function, first))
    }
  }

  private mutating func plain(_ function: ScalarFunction, _ argument: String) -> String {
    switch function {
    case .toLower: "cypher_lower(\(argument))"
    case .toUpper: "cypher_upper(\(argument))"
    case .trim: "trim(\(argument), \(bind(.text(" \t\n\r")).text))"
    case .lTrim: "ltrim(\(argument), \(bind(.text(" \t\n\r")).text))"
    case .rTrim: "rtrim(\(argument), \(bind(.text(" \t\n\r")).text))"
    case .reverse: "cypher_reverse(\(argument))"
    case .abs: "abs(\(argument))"
    case .sign: "sign(\(argument))"
    case .ceil: "CAST(ceil(\(argument)) AS REAL)"
    case .floor: "CAST(floor(\(argument)) AS REAL)"
    case .round: "CAST(floor(\(argument) + 0.5) AS REAL)"
    case .sqrt: "sqrt(\(argument))"
    case .toString: "CAST(\(argument) AS TEXT)"
    case .toInteger: "cypher_integer(\(argument))"
    case .toFloat: "cypher_float(\(argument))"
    default: "NULL"
    }
  }

  /// Positions count from 0 in Cypher and from 1 in SQLite.
  private func textFunction(_ function: ScalarFunction, _ values: [SQLText]) -> SQLText {
    let (text, second) = (values[0].text, values[1])
    let text2 = second.operand(of: .sum)
    switch function {
    case .substring where values.count == 3:
      return SQLText("substr(\(text), max(\(text2), 0) + 1, max(\(values[2].text), 0))")
    case .substring: return SQLText("substr(\(text), max(\(text2), 0) + 1)")
    case .left: return SQLText("substr(\(text), 1, max(\(text2), 0))")
    case .right:
      let count = second.tightOperand(of: .sum)
      return SQLText("substr(\(text), max(length(\(text)) - max(\(count), 0), 0) + 1)")
    default: return SQLText("replace(\(text), \(second.text), \(values[2].text))")
    }
  }

  private mutating func entityFunction(
    _ function: ScalarFunction, _ argument: BoundExpression
  ) -> SQLText {
    guard case .variable(let variable) = argument.kind, let place = places[variable.id] else {
      return SQLText("NULL")
    }
    let text: SQLText
    switch (place, function) {
    case (.node(let node), .labels): text = SQLText("json_array(\(operand(node.label).text))")
    case (.node(let node), .elementId):
      return SQLText("CAST(\(column(node.key).text) AS TEXT)")
    case (.relationship(let relationship), .type): text = operand(relationship.type)
    default: return key(of: variable)
    }
    guard variable.isNullable else { return text }
    return SQLText("CASE WHEN \(key(of: variable).text) IS NOT NULL THEN \(text.text) END")
  }

  mutating func datePart(_ part: DatePart, of date: BoundExpression) -> SQLText {
    let (start, length): (Int, Int) =
      switch part {
      case .year: (1, 4)
      case .month: (6, 2)
      case .day: (9, 2)
      }
    return SQLText(
      "CAST(nullif(substr(\(value(date).text), \(start), \(length)), '') AS INTEGER)")
  }
}

// MARK: - Aggregates

extension SQLGenerator {
  mutating func aggregate(_ aggregate: BoundAggregate) -> SQLText {
    guard let argument = aggregate.argument else { return SQLText("count(*)") }
    let distinct = aggregate.isDistinct ? "DISTINCT " : ""
    switch aggregate.function {
    case .count:
      let counted = aggregate.isDistinct ? identity(argument) : presence(argument)
      return SQLText("count(\(distinct)\(counted.text))")
    case .sum: return SQLText("coalesce(sum(\(distinct)\(value(argument).text)), 0)")
    case .min, .max, .avg:
      return SQLText("\(aggregate.function.rawValue)(\(distinct)\(value(argument).text))")
    case .collect:
      return SQLText(
        "json_group_array(\(distinct)\(element(argument))) "
          + "FILTER (WHERE \(presence(argument).operand(of: .comparison)) IS NOT NULL)")
    }
  }
}
