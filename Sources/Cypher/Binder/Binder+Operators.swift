import Diagnostics

extension Binder {
  mutating func unary(
    _ operation: UnaryOperator, _ operand: ParsedExpression, _ range: SourceRange
  ) -> BoundExpression {
    let bound = expression(operand)
    if operation == .not {
      requireBoolean(bound, for: "NOT")
      return BoundExpression(kind: .not(bound), type: .boolean, range: range)
    }
    guard bound.type.isNumeric || bound.type == .null else {
      report("\(operation.rawValue) needs a number, this is \(bound.type.name)", operand.range)
      return nothing(range)
    }
    if operation == .plus { return bound }
    switch bound.kind {
    case .literal(.integer(let value)): return literal(.integer(0 &- value), range)
    case .literal(.float(let value)): return literal(.float(-value), range)
    default: return BoundExpression(kind: .minus(bound), type: bound.type, range: range)
    }
  }

  mutating func binary(
    _ operation: BinaryOperator, _ left: ParsedExpression, _ right: ParsedExpression,
    _ range: SourceRange
  ) -> BoundExpression {
    let (left, right) = (expression(left), expression(right))
    return binary(operation, left, right, range)
  }

  mutating func binary(
    _ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression,
    _ range: SourceRange
  ) -> BoundExpression {
    switch operation {
    case .or, .xor, .and:
      requireBoolean(left, for: operation.rawValue)
      requireBoolean(right, for: operation.rawValue)
      return BoundExpression(kind: .binary(operation, left, right), type: .boolean, range: range)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return comparison(operation, left, right, range)
    case .in: return membership(left, right, range)
    case .startsWith, .endsWith, .contains:
      let other = [left, right].first { $0.isOfGraph && !$0.type.isText && $0.type.isKnown }
      if let other {
        report(
          "\(operation.rawValue) compares strings, this is \(other.type.name)", other.range,
          help: "toString() makes one of it", code: "TypeError.InvalidArgumentType")
        return nothing(range)
      }
      let isText = [left.type, right.type].allSatisfy { $0.isText || $0 == .null }
      guard isText else { return typedNull(.boolean, range) }
      return BoundExpression(kind: .binary(operation, left, right), type: .boolean, range: range)
    case .matchesRegex:
      return unsupported(
        "regular expressions (=~) are", range, help: "use CONTAINS, STARTS WITH or ENDS WITH")
    case .concatenate: return unsupported("|| is", range)
    case .add, .subtract, .multiply, .divide, .remainder, .power:
      return arithmetic(operation, left, right, range)
    }
  }

  private func typedNull(_ type: CypherType, _ range: SourceRange) -> BoundExpression {
    BoundExpression(kind: .literal(.null), type: type, range: range)
  }
}

// MARK: - Comparison

extension Binder {
  mutating func comparison(
    _ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression,
    _ range: SourceRange
  ) -> BoundExpression {
    let bound = BoundExpression(
      kind: .binary(operation, left, right), type: .boolean, range: range)
    if left.type == .null || right.type == .null { return typedNull(.boolean, range) }
    if left.isOfGraph || right.isOfGraph,
      let mismatch = mismatch((left.type, left.range), (right.type, right.range))
    {
      diagnostics.append(mismatch)
      return nothing(range)
    }
    for (date, other) in [(left, right), (right, left)] where date.isOfGraph && date.type == .date {
      if other.type == .string, case .literal(.string(let value)) = other.kind,
        let wrong = noDate(value, other.range)
      {
        diagnostics.append(wrong)
        return nothing(range)
      }
    }
    let isEquality = operation == .equal || operation == .notEqual
    guard left.type.isComparable(with: right.type) else {
      guard isEquality else { return typedNull(.boolean, range) }
      return whereKnown(
        [left, right], literal(.boolean(operation == .notEqual), range), range)
    }
    if left.type.isStructured, !(isEquality && left.isMatchedEntity && right.isMatchedEntity) {
      return unsupported("comparing \(left.type.name) with \(right.type.name) is", range)
    }
    return bound
  }

  /// `result` where none of `operands` is null, else null.
  private func whereKnown(
    _ operands: [BoundExpression], _ result: BoundExpression, _ range: SourceRange
  ) -> BoundExpression {
    let known = operands.map {
      BoundExpression(kind: .isNull($0, negated: true), type: .boolean, range: range)
    }
    let condition = known.dropFirst().reduce(known[0]) {
      BoundExpression(kind: .binary(.and, $0, $1), type: .boolean, range: range)
    }
    return BoundExpression(
      kind: .case([BoundBranchOfCase(condition: condition, result: result)], otherwise: nil),
      type: result.type, range: range)
  }

  private mutating func membership(
    _ value: BoundExpression, _ list: BoundExpression, _ range: SourceRange
  ) -> BoundExpression {
    if list.type == .null { return typedNull(.boolean, range) }
    guard case .list(let element) = list.type else {
      report(
        "IN needs a list, this is \(list.type.name)", list.range,
        help: "put it in brackets: [\(text(list.range))]")
      return nothing(range)
    }
    if value.isOfGraph,
      let mismatch = mismatch((value.type, value.range), (element, list.range), isElement: true)
    {
      diagnostics.append(mismatch)
      return nothing(range)
    }
    if value.type.isStructured || element.isStructured {
      return unsupported(
        "IN with \(value.type.isStructured ? value.type.name : element.name) is",
        range)
    }
    let found = BoundExpression(kind: .binary(.in, value, list), type: .boolean, range: range)
    let fits = value.type == .null || element == .null || value.type.isComparable(with: element)
    if fits { return found }
    return whereKnown([value], literal(.boolean(false), range), range)
  }
}

extension BoundExpression {
  /// Whether it is a property, or a part of one, whose type the catalog tells.
  fileprivate var isOfGraph: Bool {
    switch kind {
    case .property: true
    case .datePart(let inner, _): inner.isOfGraph
    default: false
    }
  }

  /// Whether it is a node or relationship as a pattern matched it, so that keys tell.
  fileprivate var isMatchedEntity: Bool {
    if case .variable(let variable) = kind { variable.isMatched } else { false }
  }
}

// MARK: - Arithmetic

extension Binder {
  private mutating func arithmetic(
    _ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression,
    _ range: SourceRange
  ) -> BoundExpression {
    if left.type == .null || right.type == .null { return nothing(range) }
    if operation == .divide || operation == .remainder, right.kind == .literal(.float(0)) {
      // SQLite knows no NaN.
      return unsupported("dividing by 0.0 is", range)
    }
    guard let type = resultType(operation, left.type, right.type) else {
      if case .list = left.type { return unsupported("joining lists with + is", range) }
      report(
        "\(operation.rawValue) can't take \(left.type.name) and \(right.type.name)", range,
        help: "toInteger(), toFloat() and toString() convert")
      return nothing(range)
    }
    return BoundExpression(kind: .binary(operation, left, right), type: type, range: range)
  }

  private func resultType(
    _ operation: BinaryOperator, _ left: CypherType, _ right: CypherType
  ) -> CypherType? {
    if operation == .add, left.isText || right.isText {
      let others = [left, right].filter { !$0.isText }
      return others.allSatisfy(\.isNumeric) ? .string : nil
    }
    guard left.isNumeric, right.isNumeric else { return nil }
    if operation == .power || left == .float || right == .float { return .float }
    return left == .integer && right == .integer ? .integer : .number
  }
}
