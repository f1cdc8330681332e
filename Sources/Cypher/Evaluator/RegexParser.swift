/// Reads a regular expression into its tree.
struct RegexParser {
  private typealias Tree = CypherRegex.Tree
  private typealias Matcher = CypherRegex.Matcher

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  var ignoresCase = false
  var matchesNewlines = false

  init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
  }

  var isAtEnd: Bool { position == scalars.count }
  private var peek: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

  func failure(_ summary: String) -> EvaluationFailure {
    EvaluationFailure(
      "this is no regular expression: \(summary)", code: "ArgumentError.InvalidArgumentValue")
  }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  mutating func readFlags() throws(EvaluationFailure) {
    guard scalars.starts(with: "(?".unicodeScalars), let end = scalars.firstIndex(of: ")") else {
      return
    }
    let flags = scalars[2..<end]
    guard !flags.isEmpty, flags.allSatisfy({ "imsux".unicodeScalars.contains($0) }) else {
      return
    }
    ignoresCase = flags.contains("i")
    matchesNewlines = flags.contains("s")
    position = end + 1
  }

  mutating func alternatives() throws(EvaluationFailure) -> CypherRegex.Tree {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw failure("nested too deeply") }
    var choices = [try sequence()]
    while accept("|") { choices.append(try sequence()) }
    return choices.count == 1 ? choices[0] : .either(choices)
  }

  private mutating func sequence() throws(EvaluationFailure) -> Tree {
    var parts: [Tree] = []
    while let scalar = peek, scalar != "|", scalar != ")" { parts.append(try repetition()) }
    return .sequence(parts)
  }

  private mutating func repetition() throws(EvaluationFailure) -> Tree {
    var tree = try atom()
    while let scalar = peek {
      switch scalar {
      case "*": tree = .repeated(tree, 0, nil)
      case "+": tree = .repeated(tree, 1, nil)
      case "?": tree = .repeated(tree, 0, 1)
      case "{":
        position += 1
        let minimum = number() ?? 0
        var maximum: Int? = minimum
        if accept(",") { maximum = number() }
        guard peek == "}", minimum <= 1_000, (maximum ?? 0) <= 1_000 else {
          throw failure("a repetition is {1,3}, up to 1000")
        }
        tree = .repeated(tree, minimum, maximum)
      default: return tree
      }
      position += 1
      // Lazy and possessive ones match the same whole texts.
      if !accept("?") { if peek == "+", scalar != "+" { position += 1 } }
    }
    return tree
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = peek, ("0"..."9").contains(scalar), (value ?? 0) < 100_000 {
      value = (value ?? 0) * 10 + Int(scalar.value - 48)
      position += 1
    }
    return value
  }

  private mutating func atom() throws(EvaluationFailure) -> Tree {
    guard let scalar = peek else { return .empty }
    position += 1
    switch scalar {
    case ".": return .match(.any)
    case "^": return .start
    case "$": return .end
    case "(":
      if accept("?") {
        guard accept(":") else { throw failure("look-around is not known") }
      }
      let inner = try alternatives()
      guard accept(")") else { throw failure("a ( has no end") }
      return inner
    case "[": return .match(try set())
    case "*", "+", "?": throw failure("nothing stands before \(scalar)")
    case "\\": return try escape()
    default: return .match(literal(scalar))
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> Matcher {
    let lowered = String(scalar).lowercased().unicodeScalars
    guard ignoresCase, lowered.count == 1, let first = lowered.first else {
      return .scalar(scalar)
    }
    return .scalar(first)
  }

  private mutating func escape() throws(EvaluationFailure) -> Tree {
    guard let scalar = peek else { throw failure("it ends in \\") }
    position += 1
    if scalar == "b" { return .boundary }
    if scalar == "Q" {
      var parts: [Tree] = []
      while !isAtEnd, !scalars[position...].starts(with: "\\E".unicodeScalars) {
        parts.append(.match(literal(scalars[position])))
        position += 1
      }
      position = min(position + 2, scalars.count)
      return .sequence(parts)
    }
    if let (ranges, negated) = Self.named(scalar) {
      return .match(.set(ranges, negated: negated))
    }
    return .match(literal(Self.plain(scalar)))
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "n": "\n"
    case "t": "\t"
    case "r": "\r"
    default: scalar
    }
  }

  private static func named(_ scalar: Unicode.Scalar) -> ([ClosedRange<UInt32>], Bool)? {
    switch scalar {
    case "d", "D": ([0x30...0x39], scalar == "D")
    case "s", "S": ([0x09...0x0D, 0x20...0x20], scalar == "S")
    case "w", "W": ([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A], scalar == "W")
    default: nil
    }
  }

  private mutating func set() throws(EvaluationFailure) -> Matcher {
    let negated = accept("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let scalar = peek, isFirst || scalar != "]" {
      isFirst = false
      position += 1
      var low = scalar
      if scalar == "\\", let next = peek {
        position += 1
        if let (named, isNegated) = Self.named(next) {
          guard !isNegated else { throw failure("\\\(next) in a class is not known") }
          ranges += named
          continue
        }
        low = Self.plain(next)
      }
      var high = low
      if peek == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
        position += 1
        high = scalars[position]
        position += 1
        if high == "\\", let next = peek {
          high = Self.plain(next)
          position += 1
        }
      }
      guard low.value <= high.value else { throw failure("a range runs backwards") }
      ranges.append(low.value...high.value)
      if ignoresCase, low.isASCII, high.isASCII {
        ranges.append(
          UInt32(Self.lowered(low.value))...max(Self.lowered(low.value), Self.lowered(high.value))
        )
      }
    }
    guard accept("]") else { throw failure("a [ has no end") }
    return .set(ranges, negated: negated)
  }

  private static func lowered(_ value: UInt32) -> UInt32 {
    (0x41...0x5A).contains(value) ? value + 0x20 : value
  }
}
