import Diagnostics

/// The plan of an evaluated query for a reader: what is looked at, in order, a step a line.
struct ResolvedDescription {
  let text: String

  /// The plan; with the rows behind each clause, if they were counted.
  init(_ query: ResolvedQuery, source: SourceText, counts: [Int] = []) {
    var lines: [String] = []
    var rest = counts[...]
    for (index, branch) in query.branches.enumerated() {
      if index > 0 { lines.append(query.keepsDuplicates ? "union all" : "union") }
      for clause in branch.clauses {
        var words = Self.lines(clause, source)
        if let count = rest.popFirst() {
          if words.isEmpty { words = ["name the columns"] }
          words[words.count - 1] += ": \(count) rows"
        }
        lines += words
      }
      lines.append("give \(branch.columns.map(\.name).joined(separator: ", "))")
    }
    text = lines.joined(separator: "\n")
  }

  private static func lines(_ clause: ResolvedClause, _ source: SourceText) -> [String] {
    switch clause {
    case .match(let match): return lines(match, source)
    case .unwind(let list, _): return ["take each of \(words(list.range, source))"]
    case .subquery(let call):
      let inner = ResolvedDescription(call.query, source: source).text
      return ["for each row run"] + inner.split(separator: "\n").map { "  \($0)" }
    case .procedure(let call): return ["call \(call.procedure.name)"]
    case .projection(let projection):
      var lines: [String] = []
      if projection.isAggregated {
        let isWhole = projection.items.allSatisfy(\.isAggregated)
        lines.append(isWhole ? "aggregate all rows" : "group and aggregate")
      }
      if projection.isDistinct { lines.append("keep distinct rows") }
      if !projection.order.isEmpty { lines.append("sort") }
      if let skip = projection.skip { lines.append("skip \(words(skip.range, source))") }
      if let limit = projection.limit { lines.append("take at most \(words(limit.range, source))") }
      if let condition = projection.condition {
        lines.append("keep where \(words(condition.range, source))")
      }
      return lines
    }
  }

  private static func lines(_ match: ResolvedMatch, _ source: SourceText) -> [String] {
    let prefix = match.isOptional ? "if possible, " : ""
    return MatchSteps(match).steps.flatMap { step -> [String] in
      var lines: [String] = []
      func along(_ index: Int) -> String { words(match.relationships[index].range, source) }
      switch step.kind {
      case .check, .known: break
      case .scan(let index):
        let by = match.nodes[index].equalities.map(\.name).joined(separator: ", ")
        lines.append(by.isEmpty ? "go through nodes" : "look nodes up by \(by)")
      case .expand(let index, _, let isClosing), .paths(let index, _, let isClosing):
        lines.append("\(isClosing ? "check" : "follow") \(along(index))")
      case .bound(let index, _, _): lines.append("take the known \(along(index))")
      case .selection: lines.append("look for the shortest paths, longer and longer ones")
      case .shortest(let index): lines.append("search both ways for the shortest \(along(index))")
      case .group(let index, _): lines.append("repeat \(along(index))")
      case .path: lines.append("name the path")
      }
      lines += step.conditions.map { "keep where \(words($0.range, source))" }
      return lines.map { prefix + $0 }
    }
  }

  private static func words(_ range: SourceRange, _ source: SourceText) -> String {
    source.words(range)
  }
}
