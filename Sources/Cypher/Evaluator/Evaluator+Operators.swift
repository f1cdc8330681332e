import Diagnostics

extension Evaluator {
  func binary(
    _ operation: BinaryOperator, _ left: ResolvedExpression, _ right: ResolvedExpression,
    _ range: SourceRange, _ row: inout Row
  ) throws -> CypherValue {
    switch operation {
    case .and:
      let a = try truth(left, &row)
      if a == false { return .boolean(false) }
      let b = try truth(right, &row)
      if b == false { return .boolean(false) }
      return a == nil || b == nil ? .null : .boolean(true)
    case .or:
      let a = try truth(left, &row)
      if a == true { return .boolean(true) }
      let b = try truth(right, &row)
      if b == true { return .boolean(true) }
      return a == nil || b == nil ? .null : .boolean(false)
    case .xor:
      guard let a = try truth(left, &row), let b = try truth(right, &row) else { return .null }
      return .boolean(a != b)
    default: break
    }
    let a = try value(left, &row)
    let b = try value(right, &row)
    return try located(range) { try plain(operation, a, b) }
  }

  private func plain(
    _ operation: BinaryOperator, _ a: CypherValue, _ b: CypherValue
  ) throws -> CypherValue {
    switch operation {
    case .equal: return CypherValue(a.equals(b))
    case .notEqual: return CypherValue(a.equals(b).map { !$0 })
    case .less: return CypherValue(compare(a, b) { $0 < 0 })
    case .lessOrEqual: return CypherValue(compare(a, b) { $0 <= 0 })
    case .greater: return CypherValue(compare(a, b) { $0 > 0 })
    case .greaterOrEqual: return CypherValue(compare(a, b) { $0 >= 0 })
    case .in: return try membership(a, b)
    case .startsWith: return texts(a, b) { $0.utf8.starts(with: $1.utf8) }
    case .endsWith: return texts(a, b) { $0.utf8.reversed().starts(with: $1.utf8.reversed()) }
    case .contains: return texts(a, b) { contains(Array($0.utf8), Array($1.utf8)) }
    case .matchesRegex: return try matches(a, b)
    case .add: return try Arithmetic.add(a, b)
    case .concatenate: return try Arithmetic.concatenate(a, b)
    case .subtract: return try Arithmetic.subtract(a, b)
    case .multiply: return try Arithmetic.multiply(a, b)
    case .divide: return try Arithmetic.divide(a, b)
    case .remainder: return try Arithmetic.remainder(a, b)
    case .power: return try Arithmetic.power(a, b)
    case .and, .or, .xor: return .null
    }
  }

  private func compare(_ a: CypherValue, _ b: CypherValue, _ test: (Int) -> Bool) -> Bool? {
    switch a.compared(with: b) {
    case .order(let order): test(order)
    case .unordered: false
    case .unknown: nil
    }
  }

  private func membership(_ value: CypherValue, _ list: CypherValue) throws -> CypherValue {
    guard case .list(let elements) = list else {
      if list.isNull { return .null }
      throw EvaluationFailure(
        "IN needs a list on its right, this is \(list.typeName)",
        code: "TypeError.InvalidArgumentType")
    }
    var isUnknown = false
    for element in elements {
      switch value.equals(element) {
      case true?: return .boolean(true)
      case nil: isUnknown = true
      case false?: break
      }
    }
    return isUnknown ? .null : .boolean(false)
  }

  private func texts(
    _ a: CypherValue, _ b: CypherValue, _ test: (String, String) -> Bool
  ) -> CypherValue {
    guard let x = a.dateText, let y = b.dateText else { return .null }
    return .boolean(test(x, y))
  }

  private func matches(_ a: CypherValue, _ b: CypherValue) throws -> CypherValue {
    guard let text = a.dateText, case .string(let pattern) = b else { return .null }
    let regex = try regexes[pattern] ?? CypherRegex(pattern)
    regexes[pattern] = regex
    return .boolean(regex.matches(text))
  }
}

private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
  guard let first = part.first else { return true }
  guard text.count >= part.count else { return false }
  for start in 0...(text.count - part.count)
  where text[start] == first && text[start..<start + part.count].elementsEqual(part) {
    return true
  }
  return false
}
