import TestSupport

/// An expression made at random: its text and, written down apart, what it means.
struct RandomExpression {
  enum Kind: CaseIterable { case integer, boolean, string, list }

  var text: String
  var kind: Kind
  var value: (NaiveRow) -> NaiveValue

  /// An expression over `names`, each of one kind.
  static func make(
    _ kind: Kind, over names: [(name: String, kind: Kind)], depth: Int,
    using generator: inout RepeatableRandom
  ) -> RandomExpression {
    let fitting = names.filter { $0.kind == kind }.map(\.name)
    if let name = fitting.randomElement(using: &generator),
      depth == 0 || Int.random(in: 0..<3, using: &generator) == 0
    {
      return RandomExpression(text: name, kind: kind) { $0[name] ?? .null }
    }
    var maker = ExpressionMaker(names: names, generator: generator)
    let made = depth == 0 ? maker.literal(kind) : maker.compound(kind, depth: depth - 1)
    generator = maker.generator
    return made
  }
}

/// Puts expressions together.
struct ExpressionMaker {
  let names: [(name: String, kind: RandomExpression.Kind)]
  var generator: RepeatableRandom

  typealias Made = RandomExpression

  mutating func part(_ kind: Made.Kind, _ depth: Int) -> Made {
    RandomExpression.make(kind, over: names, depth: depth, using: &generator)
  }

  mutating func choice(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  mutating func literal(_ kind: Made.Kind) -> Made {
    if choice(8) == 0 { return Made(text: "null", kind: kind) { _ in .null } }
    switch kind {
    case .integer:
      let number = Int64.random(in: 0...4, using: &generator)
      return Made(text: "\(number)", kind: kind) { _ in .integer(number) }
    case .boolean:
      let flag = Bool.random(using: &generator)
      return Made(text: "\(flag)", kind: kind) { _ in .boolean(flag) }
    case .string:
      let text = ["", "a", "b1", "A", "é'"].randomElement(using: &generator) ?? ""
      return Made(text: "'\(text.replacing("'", with: "\\'"))'", kind: kind) { _ in .string(text) }
    case .list:
      let numbers = (0..<choice(4)).map { _ in Int64.random(in: 0...4, using: &generator) }
      return Made(text: "[\(numbers.map(String.init).joined(separator: ", "))]", kind: kind) { _ in
        .list(numbers.map { .integer($0) })
      }
    }
  }

  mutating func compound(_ kind: Made.Kind, depth: Int) -> Made {
    if choice(8) == 0 { return conditional(kind, depth) }
    if choice(10) == 0 {
      let (a, b) = (part(kind, depth), part(kind, depth))
      return Made(text: "coalesce(\(a.text), \(b.text))", kind: kind) { row in
        let first = a.value(row)
        return first == .null ? b.value(row) : first
      }
    }
    switch kind {
    case .integer: return integer(depth)
    case .boolean: return boolean(depth)
    case .string: return string(depth)
    case .list: return list(depth)
    }
  }

  private mutating func conditional(_ kind: Made.Kind, _ depth: Int) -> Made {
    let (test, a, b) = (part(.boolean, depth), part(kind, depth), part(kind, depth))
    return Made(text: "CASE WHEN \(test.text) THEN \(a.text) ELSE \(b.text) END", kind: kind) {
      test.value($0) == .boolean(true) ? a.value($0) : b.value($0)
    }
  }

  private mutating func integer(_ depth: Int) -> Made {
    switch choice(5) {
    case 0:
      let list = part(.list, depth)
      return Made(text: "size(\(list.text))", kind: .integer) {
        NaiveValue(list.value($0).elements.map { Int64($0.count) })
      }
    case 1:
      let text = part(.string, depth)
      return Made(text: "size(\(text.text))", kind: .integer) {
        NaiveValue(text.value($0).text.map { Int64($0.unicodeScalars.count) })
      }
    case 2:
      let list = part(.list, depth)
      let name = ["head", "last"].randomElement(using: &generator) ?? "head"
      return Made(text: "\(name)(\(list.text))", kind: .integer) {
        let elements = list.value($0).elements ?? []
        return (name == "head" ? elements.first : elements.last) ?? .null
      }
    default:
      let (a, b) = (part(.integer, depth), part(.integer, depth))
      let sign = ["+", "-", "*"].randomElement(using: &generator) ?? "+"
      return Made(text: "(\(a.text) \(sign) \(b.text))", kind: .integer) {
        guard let x = a.value($0).number, let y = b.value($0).number else { return .null }
        return .integer(sign == "+" ? x + y : sign == "-" ? x - y : x * y)
      }
    }
  }

  private mutating func boolean(_ depth: Int) -> Made {
    switch choice(8) {
    case 0:
      let inner = part(Made.Kind.allCases.randomElement(using: &generator) ?? .integer, depth)
      let isNegated = Bool.random(using: &generator)
      return Made(text: "(\(inner.text)) IS \(isNegated ? "NOT " : "")NULL", kind: .boolean) {
        .boolean((inner.value($0) == .null) != isNegated)
      }
    case 1:
      let inner = part(.boolean, depth)
      return Made(text: "NOT (\(inner.text))", kind: .boolean) {
        NaiveValue(inner.value($0).truth.map { !$0 })
      }
    case 2: return connective(depth)
    case 3:
      let (value, list) = (part(.integer, depth), part(.list, depth))
      return Made(text: "(\(value.text) IN \(list.text))", kind: .boolean) { row in
        guard let elements = list.value(row).elements else { return .null }
        return NaiveValue(
          elements.reduce(Bool?.some(false)) {
            NaiveValue.or($0, NaiveValue.equal(value.value(row), $1))
          })
      }
    case 4: return quantifier(depth)
    case 5:
      let (a, b) = (part(.string, depth), part(.string, depth))
      let word = ["STARTS WITH", "ENDS WITH", "CONTAINS"].randomElement(using: &generator) ?? ""
      return Made(text: "(\(a.text) \(word) \(b.text))", kind: .boolean) {
        guard let x = a.value($0).text, let y = b.value($0).text else { return .null }
        return .boolean(
          word == "CONTAINS"
            ? y.isEmpty || x.contains(y)
            : word == "ENDS WITH" ? x.hasSuffix(y) : x.hasPrefix(y))
      }
    default: return comparison(depth)
    }
  }

  private mutating func connective(_ depth: Int) -> Made {
    let (a, b) = (part(.boolean, depth), part(.boolean, depth))
    let word = ["AND", "OR", "XOR"].randomElement(using: &generator) ?? "AND"
    return Made(text: "(\(a.text) \(word) \(b.text))", kind: .boolean) {
      let (x, y) = (a.value($0).truth, b.value($0).truth)
      switch word {
      case "AND": return NaiveValue(NaiveValue.and(x, y))
      case "OR": return NaiveValue(NaiveValue.or(x, y))
      default:
        guard let x, let y else { return .null }
        return .boolean(x != y)
      }
    }
  }

  private mutating func comparison(_ depth: Int) -> Made {
    let kind: Made.Kind = Bool.random(using: &generator) ? .integer : .string
    let (a, b) = (part(kind, depth), part(kind, depth))
    let sign = ["=", "<>", "<", "<=", ">", ">="].randomElement(using: &generator) ?? "="
    return Made(text: "(\(a.text) \(sign) \(b.text))", kind: .boolean) {
      let (x, y) = (a.value($0), b.value($0))
      if x == .null || y == .null { return .null }
      let isBefore = NaiveValue.isBefore(x, y)
      switch sign {
      case "=": return .boolean(x == y)
      case "<>": return .boolean(x != y)
      case "<": return .boolean(isBefore)
      case "<=": return .boolean(isBefore || x == y)
      case ">": return .boolean(!isBefore && x != y)
      default: return .boolean(!isBefore)
      }
    }
  }

  private mutating func quantifier(_ depth: Int) -> Made {
    let (list, limit) = (part(.list, depth), part(.integer, depth))
    let word = ["all", "any", "none", "single"].randomElement(using: &generator) ?? "all"
    return Made(text: "\(word)(x IN \(list.text) WHERE x > \(limit.text))", kind: .boolean) { row in
      guard let elements = list.value(row).elements else { return .null }
      let tests = elements.map { element -> Bool? in
        guard let x = element.number, let y = limit.value(row).number else { return nil }
        return x > y
      }
      let all = tests.reduce(Bool?.some(true)) { NaiveValue.and($0, $1) }
      let any = tests.reduce(Bool?.some(false)) { NaiveValue.or($0, $1) }
      switch word {
      case "all": return NaiveValue(all)
      case "any": return NaiveValue(any)
      case "none": return NaiveValue(any.map { !$0 })
      default:
        let trues = tests.count { $0 == true }
        if trues > 1 { return .boolean(false) }
        return tests.contains(nil) ? .null : .boolean(trues == 1)
      }
    }
  }
}
