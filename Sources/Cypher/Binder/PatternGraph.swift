import Diagnostics

/// The patterns of one MATCH while they are put together into a graph.
struct PatternGraph {
  var binder: Binder
  let isOptional: Bool
  var nodes: [Node] = []
  var relationships: [Relationship] = []
  /// Properties written in the pattern, with the id of the variable they belong to.
  var properties: [(variable: Int, property: ParsedProperty)] = []

  struct Node {
    var variable: BoundVariable
    /// Empty after an error, when nothing is known.
    var labels: [String]
    var isNew: Bool
    var range: SourceRange
    /// Whether the pattern names labels that an earlier variable may lack.
    var restricts = false
  }

  struct Relationship {
    var variable: BoundVariable
    var parsed: ParsedRelationship
    var candidates: [BoundCandidate]
    var left: Int
    var right: Int
    var length: ClosedRange<Int>?
    var isBroken = false
  }

  init(binder: Binder, isOptional: Bool) {
    self.binder = binder
    self.isOptional = isOptional
  }

  mutating func add(_ pattern: ParsedPattern, newNodes: Bool) {
    if let path = pattern.variable {
      binder.report("named paths are not supported yet", path.range)
    }
    if pattern.selector != .every {
      binder.report("shortest paths are not supported yet", pattern.range)
    }
    for element in [pattern.start] + pattern.steps.map(\.node) where element.condition != nil {
      binder.report("WHERE inside a node is not supported yet", element.range)
    }
    for step in pattern.steps {
      let relationship = step.relationship
      if relationship.condition != nil || relationship.group != nil
        || relationship.typeExpression != nil
      {
        binder.report("this relationship is not supported yet", relationship.range)
      }
    }
    var left = add(pattern.start, newNodes: newNodes)
    for step in pattern.steps {
      let right = add(step.node, newNodes: newNodes)
      add(step.relationship, left: left, right: right, newVariable: newNodes)
      left = right
    }
  }
}

// MARK: - Nodes

extension PatternGraph {
  /// Adds a node, or finds the one of the same name; returns its index.
  private mutating func add(_ parsed: ParsedNode, newNodes: Bool) -> Int {
    let allowed = labels(parsed)
    let index = self.index(of: parsed, newNodes: newNodes)
    if let allowed {
      let both = nodes[index].labels.filter(allowed.contains)
      if both.isEmpty, !nodes[index].labels.isEmpty, binder.knows(parsed.labels) {
        binder.report(
          "no node has all these labels", parsed.range,
          label: "a node has exactly one label",
          help: "a node of either label is (n:A|B)")
      }
      nodes[index].restricts = nodes[index].restricts || both.count < nodes[index].labels.count
      nodes[index].labels = both
    }
    properties += parsed.properties.map { (nodes[index].variable.id, $0) }
    return index
  }

  private mutating func index(of parsed: ParsedNode, newNodes: Bool) -> Int {
    let name = parsed.variable?.text ?? ""
    if !name.isEmpty {
      if let index = nodes.firstIndex(where: { $0.variable.name == name }) { return index }
      if let known = binder.scope[name] {
        nodes.append(earlier(known, name, parsed))
        return nodes.count - 1
      }
      if !newNodes {
        binder.report(
          "no variable \(name)", parsed.range, label: "a pattern predicate can't make variables",
          help: "write EXISTS { … } to look for new nodes")
      }
    }
    let variable = binder.makeVariable(name, .null, isMatched: true, isNullable: isOptional)
    let labels = binder.catalog.labels.map(\.name)
    nodes.append(Node(variable: variable, labels: labels, isNew: true, range: parsed.range))
    return nodes.count - 1
  }

  private mutating func earlier(
    _ known: BoundVariable, _ name: String, _ parsed: ParsedNode
  ) -> Node {
    var node = Node(variable: known, labels: [], isNew: false, range: parsed.range)
    node.variable.name = name
    if case .node(let labels) = known.type, known.isMatched {
      node.labels = labels
    } else if case .node = known.type {
      binder.report("matching a node that an expression made is not supported yet", parsed.range)
    } else if known.type != .null {
      binder.report("\(name) is \(known.type.name), not a node", parsed.range)
    } else if !known.isMatched {
      binder.report("matching a value of unknown type is not supported yet", parsed.range)
    }
    return node
  }

  /// The labels the pattern allows; nil for any, none after an error.
  private mutating func labels(_ parsed: ParsedNode) -> [String]? {
    guard let written = parsed.labels else { return nil }
    let known = binder.catalog.labels.map(\.name)
    var isBroken = false
    for name in written.names where !known.contains(name.text) {
      binder.reportUnknownLabel(name)
      isBroken = true
    }
    return isBroken ? [] : known.filter(written.matches)
  }
}

extension Binder {
  /// Whether all names of labels are in the catalog.
  fileprivate func knows(_ labels: ParsedLabels?) -> Bool {
    labels?.names.allSatisfy { catalog.label($0.text) != nil } ?? true
  }

  mutating func reportUnknownLabel(_ name: ParsedName) {
    report(
      "no label \(name.text)", name.range, label: "not in the ontology",
      help: proposal(for: name.text, among: catalog.labels.map(\.name), called: "labels"))
  }
}
