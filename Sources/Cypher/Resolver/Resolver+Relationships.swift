import Diagnostics

extension Resolver {
  mutating func relationship(
    _ parsed: ParsedRelationship, _ left: Int, _ right: Int, _ selector: ParsedPattern.Selector,
    _ builder: inout PatternBuilder
  ) -> Int {
    checkTypes(parsed.typeExpression?.names ?? parsed.types)
    let length = parsed.length.map { length in
      let minimum = length.minimum ?? 1
      return minimum...max(minimum, length.maximum ?? .max)
    }
    let types = parsed.typeExpression == nil ? parsed.types.map(\.text) : []
    var relationship = ResolvedRelationship(
      slot: 0, isBound: false, left: left, right: right, direction: parsed.direction, types: types,
      typeTest: parsed.typeExpression.map { LabelTest($0) }, length: length, range: parsed.range)
    if let length = parsed.length, let maximum = length.maximum, maximum < length.minimum ?? 1 {
      // No path is that short: nothing fits.
      relationship.typeTest = .and(.any, .not(.any))
    }
    relationship.selector = selector
    if selector != .every, length == nil { relationship.length = 1...1 }
    if let group = parsed.group {
      return self.group(group, relationship, &builder)
    }
    let isPath = relationship.length != nil
    let own = CypherType.relationship(types)
    if let name = parsed.variable {
      if let kind = builder.kinds[name.text] {
        if kind == .relationship {
          report(
            "\(name.text) stands twice in one MATCH", name.range,
            label: "a relationship is matched once only",
            help: "choose another name", code: "SyntaxError.RelationshipUniquenessViolation")
        } else {
          reportConflict(name, "a \(kind)", wanted: "a relationship")
        }
      } else if let variable = scope[name.text] {
        switch variable.type {
        case .any, .null: break
        case .relationship where !isPath: break
        case .list(.relationship) where isPath: break
        case .list(.any) where isPath: break
        default: reportConflict(name, variable.type.name, wanted: "a relationship")
        }
        used.insert(variable.slot)
        relationship.slot = variable.slot
        relationship.isBound = true
      } else {
        relationship.slot = declare(name.text, isPath ? .list(own) : own)
        builder.newSlots.append(relationship.slot)
      }
      builder.kinds[name.text] = .relationship
    } else {
      relationship.slot = newSlot()
      builder.newSlots.append(relationship.slot)
    }
    builder.relationships.append(relationship)
    let index = builder.relationships.count - 1
    if !isPath {
      for property in parsed.properties {
        builder.properties.append((relationship.slot, own, property))
      }
      if let condition = parsed.condition { builder.conditions.append(condition) }
    } else if !parsed.properties.isEmpty || parsed.condition != nil {
      builder.elements.append((index, parsed))
    }
    return index
  }

  private mutating func group(
    _ parsed: ParsedGroup, _ relationship: ResolvedRelationship, _ builder: inout PatternBuilder
  ) -> Int {
    let outer = scope
    let match = match(
      ParsedMatch(
        isOptional: false, patterns: [parsed.pattern], condition: parsed.condition,
        range: relationship.range))
    let inner = scope
    scope = outer
    var lists: [(inner: Int, outer: Int)] = []
    for name in parsed.pattern.variables where outer[name.text] == nil {
      guard let variable = inner[name.text], !lists.contains(where: { $0.inner == variable.slot })
      else { continue }
      let slot = declare(name.text, .list(variable.type))
      builder.kinds[name.text] = .group
      builder.newSlots.append(slot)
      lists.append((variable.slot, slot))
    }
    var relationship = relationship
    relationship.slot = newSlot()
    builder.newSlots.append(relationship.slot)
    let end = match.relationships.last?.right ?? 0
    relationship.group = ResolvedGroup(match: match, start: 0, end: end, lists: lists)
    builder.relationships.append(relationship)
    return builder.relationships.count - 1
  }
}
