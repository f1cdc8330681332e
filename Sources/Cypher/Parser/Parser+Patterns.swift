import Diagnostics

extension Parser {
  mutating func patterns() throws(Diagnostic) -> [ParsedPattern] {
    var patterns: [ParsedPattern] = []
    repeat { patterns.append(try namedPattern()) } while accept(",")
    return patterns
  }

  /// `p = (a)-->(b)`, `shortestPath((a)-[*]-(b))`, `p = ALL SHORTEST (a)-[*]-(b)`.
  private mutating func namedPattern() throws(Diagnostic) -> ParsedPattern {
    var variable: ParsedName?
    if peek().isSymbol("="), !current.isSymbol("(") {
      variable = try name("a name for the path")
      advance()
    }
    let selector = try pathSelector()
    var pattern: ParsedPattern
    if let shortest = try shortestCall() {
      pattern = shortest
    } else {
      pattern = try self.pattern()
    }
    if selector != .every { pattern.selector = selector }
    if pattern.variable == nil { pattern.variable = variable }
    return pattern
  }

  /// `shortestPath(…)` or `allShortestPaths(…)`, if the query goes on with it.
  mutating func shortestCall() throws(Diagnostic) -> ParsedPattern? {
    let start = current.range
    let isOne = current.isKeyword("SHORTESTPATH")
    guard isOne || current.isKeyword("ALLSHORTESTPATHS"), peek().isSymbol("(") else { return nil }
    advance()
    advance()
    var pattern = try pattern()
    guard pattern.steps.count == 1 else {
      throw error(
        "a shortest path has one relationship in its pattern", pattern.range,
        help: "write shortestPath((a)-[:TYPE*]-(b))")
    }
    try expect(")", "to end the shortest path")
    pattern.selector = isOne ? .shortest : .allShortest
    pattern.range = range(from: start)
    return pattern
  }

  /// `SHORTEST 3`, `ANY SHORTEST`, `ALL SHORTEST`, `ANY`, with PATH or PATHS behind.
  private mutating func pathSelector() throws(Diagnostic) -> ParsedPattern.Selector {
    var selector = ParsedPattern.Selector.every
    if acceptKeyword("ALL", "SHORTEST") {
      selector = .allShortest
    } else if acceptKeyword("ANY", "SHORTEST") {
      selector = .shortest
    } else if current.isKeyword("SHORTEST") {
      advance()
      selector = try shortestSelector()
    } else if current.isKeyword("ANY"), !peek().isSymbol("=") {
      advance()
      selector = .shortest
    } else if current.isKeyword("ALL"), peek().isKeyword("PATHS") {
      advance()
    }
    if !acceptKeyword("PATHS") { _ = acceptKeyword("PATH") }
    return selector
  }

  /// `3`, `3 PATHS`, `2 GROUPS` or `GROUP` behind SHORTEST.
  private mutating func shortestSelector() throws(Diagnostic) -> ParsedPattern.Selector {
    var count = 1
    let isCounted = current.kind != .integer(0)
    if isCounted, case .integer(let number) = current.kind {
      count = Int(min(number, 1 << 40))
      advance()
    } else if !["GROUP", "GROUPS", "PATH", "PATHS"].contains(where: { current.isKeyword($0) }) {
      throw expected("how many of the shortest paths, as in SHORTEST 3 or SHORTEST 2 GROUPS")
    }
    if !acceptKeyword("PATHS") { _ = acceptKeyword("PATH") }
    if acceptKeyword("GROUPS") || acceptKeyword("GROUP") {
      return count == 1 ? .allShortest : .shortestGroups(count)
    }
    return count == 1 ? .shortest : .shortestCount(count)
  }

  mutating func pattern() throws(Diagnostic) -> ParsedPattern {
    let start = current.range
    var pattern = ParsedPattern(start: try startNode(), range: start)
    while true {
      guard pattern.steps.count < 60 else {
        throw error("the pattern is too long", current.range, help: "at most 60 relationships")
      }
      if isGroupAhead {
        let group = try group()
        let isNodeNext = current.isSymbol("(") && !isGroupAhead
        let end = isNodeNext ? try node() : ParsedNode(range: current.range)
        pattern.steps.append(.init(relationship: group, node: end))
      } else if isRelationship(at: 0) {
        let relationship = try relationship()
        pattern.steps.append(.init(relationship: relationship, node: try node()))
      } else {
        break
      }
    }
    pattern.range = range(from: start)
    return pattern
  }

  /// A path may begin with a group; a node without conditions stands before it.
  private mutating func startNode() throws(Diagnostic) -> ParsedNode {
    isGroupAhead ? ParsedNode(range: current.range) : try node()
  }
}

// MARK: - What comes next

extension Parser {
  /// Whether `-[`, `--`, `<-[` or `<--` stands `distance` tokens ahead.
  private func isRelationship(at distance: Int) -> Bool {
    let dash = peek(distance).isSymbol("<") ? distance + 1 : distance
    guard peek(dash).isSymbol("-") else { return false }
    if peek(dash + 1).isSymbol("[") { return true }
    guard peek(dash + 1).isSymbol("-") else { return false }
    return peek(dash + 2).isSymbol("(")
      || (peek(dash + 2).isSymbol(">") && peek(dash + 3).isSymbol("("))
      || "{+*".contains { peek(dash + 2).isSymbol(String($0)) }
      || (peek(dash + 2).isSymbol(">") && "{+*".contains { peek(dash + 3).isSymbol(String($0)) })
  }

  /// Whether a path in parentheses follows, which will be repeated.
  private var isGroupAhead: Bool {
    current.isSymbol("(")
      && (peek().isSymbol("(") || (peek(2).isSymbol("=") && peek(3).isSymbol("(")))
  }

  /// Whether the parenthesis here opens a pattern with a relationship, not an expression: told by
  /// what follows its closing one, without trying both, which could take exponential time.
  var isPatternAhead: Bool {
    guard current.isSymbol("(") else { return false }
    var open = 0
    var distance = 0
    while true {
      let token = peek(distance)
      if token.kind == .end { return false }
      if token.isSymbol("(") { open += 1 }
      if token.isSymbol(")") { open -= 1 }
      distance += 1
      if open == 0 { return isRelationship(at: distance) }
    }
  }
}

// MARK: - Relationships

extension Parser {
  private mutating func relationship() throws(Diagnostic) -> ParsedRelationship {
    let start = current.range
    let pointsLeft = accept("<")
    try expect("-", "in a relationship")
    var relationship = ParsedRelationship(direction: .either, range: start)
    if accept("[") {
      if isName, !isWhereAhead { relationship.variable = try name("a variable") }
      if accept(":") || (current.isKeyword("IS") && acceptKeyword("IS")) {
        let labels = try labels()
        relationship.types = labels.choices ?? labels.names
        if labels.choices == nil { relationship.typeExpression = labels }
      }
      if current.isSymbol("*") { relationship.length = try length() }
      if current.isSymbol("..") {
        throw error(
          "a path of several relationships begins with *", current.range, help: "write *1..3",
          code: "SyntaxError.InvalidRelationshipPattern")
      }
      if case .integer = current.kind {
        throw error(
          "a path of several relationships begins with *", current.range, help: "write *1..3",
          code: "SyntaxError.InvalidRelationshipPattern")
      }
      relationship.properties = try properties()
      relationship.condition = try innerCondition()
      try expect("]", "to end the relationship")
    }
    try expect("-", "in a relationship, as in -[:ATTENDED]->")
    let pointsRight = accept(">")
    if let length = try repetition() { relationship.length = length }
    switch (pointsLeft, pointsRight) {
    case (false, true): relationship.direction = .forward
    case (true, false): relationship.direction = .backward
    case (true, true), (false, false): relationship.direction = .either
    }
    relationship.range = range(from: start)
    return relationship
  }

  /// `((a)-[r]->(b) WHERE …){1,3}`.
  private mutating func group() throws(Diagnostic) -> ParsedRelationship {
    let start = current.range
    advance()
    let inner = try nested { (parser) throws(Diagnostic) in try parser.pattern() }
    let condition = try innerCondition()
    try expect(")", "to end the repeated path")
    guard let length = try repetition() else {
      throw expected("how often the path is repeated, as in {1,3}, + or *")
    }
    var relationship = ParsedRelationship(direction: .forward, range: range(from: start))
    relationship.length = length
    relationship.group = ParsedGroup(pattern: inner, condition: condition)
    return relationship
  }
}
