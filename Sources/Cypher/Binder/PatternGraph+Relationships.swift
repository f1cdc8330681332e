import Diagnostics

extension PatternGraph {
  /// Longer paths are refused: each length is a join of its own in the SQL.
  static let longestPath = 4

  mutating func add(
    _ parsed: ParsedRelationship, left: Int, right: Int, newVariable: Bool
  ) {
    let name = parsed.variable?.text ?? ""
    var relationship = Relationship(
      variable: binder.makeVariable(name, .null, isMatched: true, isNullable: isOptional),
      parsed: parsed, candidates: [], left: left, right: right)
    if !name.isEmpty {
      checkIsNew(name, parsed, newVariable: newVariable)
    }
    relationship.isBroken = reportUnknownTypes(parsed, left: left)
    if let length = parsed.length {
      relationship.length = self.length(length, parsed)
      relationship.isBroken = relationship.isBroken || relationship.length == nil
    } else {
      properties += parsed.properties.map { (relationship.variable.id, $0) }
    }
    relationship.candidates = candidates(parsed)
    relationships.append(relationship)
  }

  private mutating func checkIsNew(
    _ name: String, _ parsed: ParsedRelationship, newVariable: Bool
  ) {
    let isTaken =
      relationships.contains { $0.variable.name == name }
      || nodes.contains { $0.variable.name == name } || binder.scope[name] != nil
    if isTaken {
      binder.report(
        "matching \(name) a second time is not supported yet", parsed.range,
        help: "choose another name, and compare the two in WHERE")
    } else if !newVariable {
      binder.report(
        "no variable \(name)", parsed.range, label: "a pattern predicate can't make variables",
        help: "write EXISTS { … } to look for new relationships")
    }
  }

  private func candidates(_ parsed: ParsedRelationship) -> [BoundCandidate] {
    let types = parsed.types.map(\.text)
    return binder.catalog.relationships.flatMap { table -> [BoundCandidate] in
      guard types.isEmpty || types.contains(table.type) else { return [] }
      let forward = BoundCandidate(table: table, isReversed: false)
      let backward = BoundCandidate(table: table, isReversed: true)
      if table.isMirrored { return [forward] }
      if table.isSymmetric { return [forward, backward] }
      switch parsed.direction {
      case .forward: return [forward]
      case .backward: return [backward]
      case .either: return [forward, backward]
      }
    }
  }

  private mutating func length(
    _ length: ParsedLength, _ parsed: ParsedRelationship
  ) -> ClosedRange<Int>? {
    let most = PatternGraph.longestPath
    if let variable = parsed.variable {
      binder.report(
        "a variable for the relationships of a path is not supported yet", variable.range)
    }
    if let property = parsed.properties.first {
      binder.report("properties of a path are not supported yet", property.name.range)
    }
    let minimum = length.minimum ?? 1
    guard let maximum = length.maximum, maximum <= most else {
      binder.report(
        "paths of more than \(most) relationships are not supported yet", length.range,
        help: "give the longest length you need: *\(min(minimum, most))..\(most)")
      return nil
    }
    guard minimum >= 1 else {
      binder.report("paths of length 0 are not supported yet", length.range)
      return nil
    }
    guard minimum <= maximum else {
      binder.report("the shortest length is longer than the longest", length.range)
      return nil
    }
    return minimum...maximum
  }

  private mutating func reportUnknownTypes(_ parsed: ParsedRelationship, left: Int) -> Bool {
    let known = binder.catalog.relationshipTypes
    var isBroken = false
    for type in parsed.types where !known.contains(type.text) {
      isBroken = true
      let summary =
        nodes[left].labels.count == 1
        ? "no relationship \(type.text) \(parsed.direction.verb) "
          + withArticle(nodes[left].labels[0])
        : "no relationship type \(type.text)"
      binder.report(
        summary, type.range, label: "not in the ontology",
        help: binder.proposal(for: type.text, among: known, called: "relationship types"))
    }
    return isBroken
  }
}

extension ParsedRelationship.Direction {
  /// What the relationship does to the node on its left.
  var verb: String {
    switch self {
    case .forward: "leaves"
    case .backward: "reaches"
    case .either: "touches"
    }
  }

  /// What it does to the node on its right.
  var verbOnRight: String {
    switch self {
    case .forward: "reaches"
    case .backward: "leaves"
    case .either: "touches"
    }
  }
}
