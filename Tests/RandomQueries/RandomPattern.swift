package import TestSupport

/// A MATCH made at random, as a value that can be written as Cypher and matched naively.
package struct RandomPattern {
  struct Step {
    var types: [String]
    var direction: String
    var length: ClosedRange<Int>?
    /// Whether the length is written as openCypher does, `*1..2`, or as GQL does, `{1,2}`.
    var hasStar = true
    var node: Int
  }

  struct Path {
    var start: Int
    var steps: [Step]
  }

  var paths: [Path] = []
  /// The labels a node may have, by node; where it is written first.
  var labels: [Int: [String]] = [:]
  /// `a.value < b.value`.
  var condition: (Int, Int)?
  /// The identifiers that nodes may have.
  var lists: [Int: [String]] = [:]
  /// A condition over a pattern of its own.
  private(set) var subqueries: [RandomSubquery] = []

  /// A pattern over nodes 0 to 4, some of which `known` nodes of an earlier clause may be.
  package init(known: [Int], using generator: inout RepeatableRandom) {
    var used = known
    func node(_ generator: inout RepeatableRandom) -> Int {
      if !used.isEmpty, Int.random(in: 0..<5, using: &generator) < 2 {
        return used.randomElement(using: &generator) ?? 0
      }
      let node = (used.max() ?? -1) + 1
      used.append(node)
      return node
    }
    let pathCount = known.isEmpty ? Int.random(in: 1...2, using: &generator) : 1
    for _ in 0..<pathCount {
      var path = Path(start: node(&generator), steps: [])
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        path.steps.append(
          Step(
            types: [[], ["R"], ["S"], ["T"], ["R", "S"], ["R", "T"], ["M"], ["M"], ["M", "T"]]
              .randomElement(using: &generator) ?? [],
            direction: ["->", "<-", "-"].randomElement(using: &generator) ?? "-",
            length: Int.random(in: 0..<6, using: &generator) == 0 ? 1...2 : nil,
            hasStar: Bool.random(using: &generator),
            node: node(&generator)))
      }
      paths.append(path)
    }
    for node in used where Int.random(in: 0..<3, using: &generator) == 0 {
      labels[node] = [["A"], ["B"], ["A", "B"]].randomElement(using: &generator)
    }
    if Bool.random(using: &generator), let a = used.randomElement(using: &generator),
      let b = used.randomElement(using: &generator)
    {
      condition = (a, b)
    }
    if Int.random(in: 0..<4, using: &generator) == 0 {
      let list = ["a0", "a1", "a2", "a3", "b0", "b1"].filter { _ in
        Int.random(in: 0..<4, using: &generator) > 0
      }
      for node in used { lists[node] = list }
    }
  }

  /// Asks once in three for a pattern beside it, which `known` nodes may be in too.
  mutating func addSubquery(known: [Int] = [], using generator: inout RepeatableRandom) {
    guard Int.random(in: 0..<3, using: &generator) == 0 else { return }
    subqueries.append(RandomSubquery(known: nodes.union(known).sorted(), using: &generator))
  }

  var hasConditions: Bool { condition != nil || !lists.isEmpty || !subqueries.isEmpty }

  package var nodes: Set<Int> {
    Set(paths.flatMap { [$0.start] + $0.steps.map(\.node) } + [])
  }

  /// The pattern in Cypher.
  package var text: String {
    let paths = paths.map { path in
      path.steps.reduce(text(of: path.start)) { text, step in
        let types = step.types.isEmpty ? "" : ":\(step.types.joined(separator: "|"))"
        let star = step.length.map { "*\($0.lowerBound)..\($0.upperBound)" } ?? ""
        let braces = step.length.map { "{\($0.lowerBound),\($0.upperBound)}" } ?? ""
        let (left, right) =
          step.direction == "->" ? ("-", "->") : step.direction == "<-" ? ("<-", "-") : ("-", "-")
        let arrow =
          step.hasStar ? "\(left)[\(types)\(star)]\(right)" : "\(left)[\(types)]\(right)\(braces)"
        return "\(text)\(arrow)\(self.text(of: step.node))"
      }
    }
    let conditions =
      (condition.map { ["n\($0).value < n\($1).value"] } ?? [])
      + lists.sorted { $0.key < $1.key }.map { node, list in
        "n\(node).id IN [\(list.map { "'\($0)'" }.joined(separator: ", "))]"
      } + subqueries.map(\.text)
    return paths.joined(separator: ", ")
      + (conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))")
  }

  private func text(of node: Int) -> String {
    "(n\(node)\(labels[node].map { ":\($0.joined(separator: "|"))" } ?? ""))"
  }
}

// MARK: - Matching naively

extension RandomGraph {
  /// All ways to match `pattern` that go on from `start`, which gives some nodes.
  package func matches(_ pattern: RandomPattern, from start: [Int: Int]) -> [[Int: Int]] {
    var found: [[Int: Int]] = []
    search(pattern, path: 0, step: 0, start, []) { nodes in
      if let (a, b) = pattern.condition {
        guard let left = nodes[a].flatMap({ self.nodes[$0].value }),
          let right = nodes[b].flatMap({ self.nodes[$0].value }), left < right
        else { return }
      }
      for (node, list) in pattern.lists {
        guard let index = nodes[node], list.contains(self.nodes[index].id) else { return }
      }
      guard pattern.subqueries.allSatisfy({ $0.holds(for: nodes, in: self) }) else { return }
      found.append(nodes)
    }
    return found
  }

  /// Tries every node and every edge at each place; edges used once are not used again.
  private func search(
    _ pattern: RandomPattern, path: Int, step: Int, _ nodes: [Int: Int], _ used: Set<Int>,
    _ report: ([Int: Int]) -> Void
  ) {
    guard path < pattern.paths.count else { return report(nodes) }
    let written = pattern.paths[path]
    let here = step == 0 ? written.start : written.steps[step - 1].node
    if nodes[here] == nil || step == 0 {
      for candidate in self.nodes.indices
      where nodes[here] ?? candidate == candidate && fits(candidate, pattern.labels[here]) {
        var next = nodes
        next[here] = candidate
        follow(pattern, path: path, step: step, next, used, report)
      }
    } else {
      follow(pattern, path: path, step: step, nodes, used, report)
    }
  }

  private func follow(
    _ pattern: RandomPattern, path: Int, step: Int, _ nodes: [Int: Int], _ used: Set<Int>,
    _ report: ([Int: Int]) -> Void
  ) {
    let written = pattern.paths[path]
    guard step < written.steps.count else {
      return search(pattern, path: path + 1, step: 0, nodes, used, report)
    }
    let relationship = written.steps[step]
    let here = step == 0 ? written.start : written.steps[step - 1].node
    guard let start = nodes[here] else { return }
    walk(relationship, from: start, length: 0, used) { end, used in
      guard nodes[relationship.node] ?? end == end,
        fits(end, pattern.labels[relationship.node])
      else { return }
      var next = nodes
      next[relationship.node] = end
      follow(pattern, path: path, step: step + 1, next, used, report)
    }
  }

  private func walk(
    _ step: RandomPattern.Step, from start: Int, length: Int, _ used: Set<Int>,
    _ report: (Int, Set<Int>) -> Void
  ) {
    let lengths = step.length ?? 1...1
    if lengths.contains(length) { report(start, used) }
    guard length < lengths.upperBound else { return }
    for (index, edge) in edges.enumerated()
    where !used.contains(index) && (step.types.isEmpty || step.types.contains(edge.type)) {
      var ends: Set<Int> = []
      if step.direction != "<-" || edge.isSymmetric, edge.source == start {
        ends.insert(edge.target)
      }
      if step.direction != "->" || edge.isSymmetric, edge.target == start {
        ends.insert(edge.source)
      }
      for end in ends {
        walk(step, from: end, length: length + 1, used.union([index]), report)
      }
    }
  }

  private func fits(_ node: Int, _ labels: [String]?) -> Bool {
    labels?.contains(nodes[node].label) ?? true
  }
}
