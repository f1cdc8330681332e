import Diagnostics

// How often a relationship is repeated, and which labels and types are meant.

extension Parser {
  /// `*`, `*2`, `*1..3`.
  mutating func length() throws(Diagnostic) -> ParsedLength {
    let start = current.range
    advance()
    var length = ParsedLength(range: start)
    length.minimum = try bound()
    if accept("..") {
      length.maximum = try bound()
    } else {
      length.maximum = length.minimum
    }
    length.range = range(from: start)
    return length
  }

  /// GQL's `{2}`, `{1,3}`, `{,3}`, `+` and `*` behind a relationship, if there.
  mutating func repetition() throws(Diagnostic) -> ParsedLength? {
    let start = current.range
    if accept("+") { return ParsedLength(minimum: 1, maximum: nil, range: start) }
    if accept("*") { return ParsedLength(minimum: 0, maximum: nil, range: start) }
    guard accept("{") else { return nil }
    var length = ParsedLength(range: start)
    length.minimum = try bound()
    if accept(",") {
      length.minimum = length.minimum ?? 0
      length.maximum = try bound()
    } else {
      guard length.minimum != nil else { throw expected("how often the path is repeated") }
      length.maximum = length.minimum
    }
    try expect("}", "to end the repetition")
    length.range = range(from: start)
    return length
  }

  private mutating func bound() throws(Diagnostic) -> Int? {
    guard case .integer(let value) = current.kind else { return nil }
    guard value <= 1_000_000 else { throw error("a path can't be that long", current.range) }
    advance()
    return Int(value)
  }
}

// MARK: - Labels and types

extension Parser {
  /// `A`, `A|B`, `A&B`, `!A`, `%`, and the older `A:B`, which means `A&B`.
  mutating func labels(allowingChoice: Bool = true) throws(Diagnostic) -> ParsedLabels {
    var labels = try labelConjunction()
    while allowingChoice, accept("|") {
      _ = accept(":")
      labels = .or(labels, try labelConjunction())
    }
    return labels
  }

  private mutating func labelConjunction() throws(Diagnostic) -> ParsedLabels {
    var labels = try label()
    while accept("&") || accept(":") { labels = .and(labels, try label()) }
    return labels
  }

  private mutating func label() throws(Diagnostic) -> ParsedLabels {
    if accept("!") {
      return .not(try nested { (parser) throws(Diagnostic) in try parser.label() })
    }
    if accept("(") {
      let labels = try nested { (parser) throws(Diagnostic) in try parser.labels() }
      try expect(")", "to end the labels")
      return labels
    }
    if accept("%") { return .any }
    return .name(try name("a label"))
  }
}
