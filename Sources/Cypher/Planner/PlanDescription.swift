import Diagnostics

/// A plan for a reader: what is looked at, in order, a step a line.
struct PlanDescription {
  let text: String

  init(_ query: PlannedQuery, source: SourceText) {
    var lines: [String] = []
    for (index, branch) in query.branches.enumerated() {
      if index > 0 { lines.append(branch.keepsDuplicates ? "union all" : "union") }
      for part in branch.parts { lines += PlanDescription.lines(part, source) }
    }
    text = lines.joined(separator: "\n")
  }

  private static func lines(_ part: PlannedPart, _ source: SourceText) -> [String] {
    var lines = part.narrowings.map {
      "write down \($0.what.table) between listed nodes as \($0.name)"
    }
    for join in part.joins {
      switch join {
      case .inner(let step): lines.append(step.summary)
      case .optional(let steps):
        lines.append("if possible, \(steps.map(\.summary).joined(separator: ", "))")
      }
    }
    let conditions = part.conditions.compactMap { condition -> String? in
      switch condition {
      case .expression(let expression): "keep where \(words(expression.range, source))"
      case .differ: "keep where no relationship is used twice"
      case .equal, .holds, .isNotNull, .isIn: nil
      }
    }
    lines += conditions
    let projection = part.projection
    if let grouping = projection.grouping {
      lines.append(grouping.isEmpty ? "aggregate all rows" : "group and aggregate")
    }
    if projection.isDistinct { lines.append("keep distinct rows") }
    if !projection.order.isEmpty { lines.append("sort") }
    if let skip = projection.skip { lines.append("skip \(skip)") }
    if let limit = projection.limit { lines.append("take at most \(limit)") }
    lines.append("give \(projection.columns.map(\.name).joined(separator: ", "))")
    return lines
  }

  private static func words(_ range: SourceRange, _ source: SourceText) -> String {
    source.words(range)
  }
}
