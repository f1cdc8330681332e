/// A regular expression that a whole text has to match, as `=~` asks.
///
/// Run as a set of states (Thompson's construction), so that time grows with text times pattern and no
/// pattern can hang a query. It knows literals, `.`, classes, `\d \w \s \b`, groups, `|`, `* + ?`,
/// `{m,n}`, `^ $` and the flags `(?i)` and `(?s)`; no back references or look-around.
struct CypherRegex {
  private enum Step {
    case match(Matcher)
    case split(Int, Int)
    case jump(Int)
    case start, end, boundary, accept
  }

  enum Matcher {
    case scalar(Unicode.Scalar)
    case any
    case set([(ClosedRange<UInt32>)], negated: Bool)
  }

  private var steps: [Step] = []
  private var ignoresCase = false
  private var matchesNewlines = false
  private static let mostSteps = 20_000

  init(_ pattern: String) throws(EvaluationFailure) {
    var parser = RegexParser(pattern)
    try parser.readFlags()
    (ignoresCase, matchesNewlines) = (parser.ignoresCase, parser.matchesNewlines)
    let tree = try parser.alternatives()
    guard parser.isAtEnd else { throw parser.failure("a ) has no beginning") }
    try emit(tree)
    steps.append(.accept)
  }

  func matches(_ text: String) -> Bool {
    let scalars = Array((ignoresCase ? text.lowercased() : text).unicodeScalars)
    var current: Set<Int> = []
    add(0, scalars, 0, &current)
    for (position, scalar) in scalars.enumerated() {
      var next: Set<Int> = []
      for state in current {
        if case .match(let matcher) = steps[state], matches(matcher, scalar) {
          add(state + 1, scalars, position + 1, &next)
        }
      }
      if next.isEmpty { return false }
      current = next
    }
    return current.contains { if case .accept = steps[$0] { true } else { false } }
  }

  /// Adds a state and all that can be reached from it without a character.
  private func add(
    _ start: Int, _ text: [Unicode.Scalar], _ position: Int, _ states: inout Set<Int>
  ) {
    var pending = [start]
    while let state = pending.popLast() {
      guard states.insert(state).inserted else { continue }
      switch steps[state] {
      case .match, .accept: break
      case .split(let a, let b): pending += [a, b]
      case .jump(let target): pending.append(target)
      case .start: if position == 0 { pending.append(state + 1) }
      case .end: if position == text.count { pending.append(state + 1) }
      case .boundary:
        let before = position > 0 && Self.isWord(text[position - 1])
        let after = position < text.count && Self.isWord(text[position])
        if before != after { pending.append(state + 1) }
      }
    }
  }

  private func matches(_ matcher: Matcher, _ scalar: Unicode.Scalar) -> Bool {
    switch matcher {
    case .scalar(let wanted): return wanted == scalar
    case .any: return matchesNewlines || scalar != "\n"
    case .set(let ranges, let negated):
      return ranges.contains { $0.contains(scalar.value) } != negated
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
  }
}

// MARK: - Tree and steps

extension CypherRegex {
  indirect enum Tree {
    case empty, start, end, boundary
    case match(Matcher)
    case sequence([Tree])
    case either([Tree])
    case repeated(Tree, Int, Int?)
  }

  private mutating func emit(_ tree: Tree) throws(EvaluationFailure) {
    guard steps.count < Self.mostSteps else {
      throw EvaluationFailure(
        "the regular expression is too large", code: "ArgumentError.InvalidArgumentValue")
    }
    switch tree {
    case .empty: break
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .boundary: steps.append(.boundary)
    case .match(let matcher): steps.append(.match(matcher))
    case .sequence(let parts): for part in parts { try emit(part) }
    case .either(let choices):
      var jumps: [Int] = []
      for (index, choice) in choices.enumerated() {
        guard index < choices.count - 1 else {
          try emit(choice)
          continue
        }
        let split = steps.count
        steps.append(.accept)
        try emit(choice)
        jumps.append(steps.count)
        steps.append(.accept)
        steps[split] = .split(split + 1, steps.count)
      }
      for jump in jumps { steps[jump] = .jump(steps.count) }
    case .repeated(let inner, let minimum, let maximum):
      for _ in 0..<minimum { try emit(inner) }
      guard let maximum else {
        let split = steps.count
        steps.append(.accept)
        try emit(inner)
        steps.append(.jump(split))
        steps[split] = .split(split + 1, steps.count)
        return
      }
      var splits: [Int] = []
      for _ in minimum..<max(minimum, maximum) {
        splits.append(steps.count)
        steps.append(.accept)
        try emit(inner)
      }
      for split in splits { steps[split] = .split(split + 1, steps.count) }
    }
  }
}
