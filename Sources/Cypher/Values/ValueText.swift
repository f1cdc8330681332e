extension CypherValue {
  /// What toString() makes of it; nil for what it can't be applied to.
  var plainText: String? {
    switch self {
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .float(let number): floatText(number)
    case .string(let text): text
    case .temporal(let temporal): temporal.description
    default: nil
    }
  }
}

extension CypherValue: CustomStringConvertible {
  /// As a literal of the language: `'Peru'`, `[1, 2.0]`, `(:Country {code: 'PE'})`.
  public var description: String {
    switch self {
    case .null: "null"
    case .boolean, .integer, .float: plainText ?? ""
    case .string(let text): "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
    case .temporal(let temporal): "'\(temporal.description)'"
    case .list(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
    case .map(let members): mapText(members)
    case .node(let node): node.description
    case .relationship(let relationship): "[\(relationship.inside)]"
    case .path(let path): path.description
    }
  }
}

extension CypherNode: CustomStringConvertible {
  /// `(:Country {code: 'PE'})`.
  public var description: String {
    let names = labels.map { ":\($0)" }.joined()
    let parts = [names, properties.isEmpty ? "" : mapText(properties)].filter { !$0.isEmpty }
    return "(\(parts.joined(separator: " ")))"
  }
}

extension CypherRelationship {
  fileprivate var inside: String {
    [":\(type)", properties.isEmpty ? "" : mapText(properties)].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

extension CypherPath: CustomStringConvertible {
  /// `<(:A)-[:R]->(:B)<-[:S]-(:C)>`.
  public var description: String {
    var text = nodes.first?.description ?? ""
    for (index, relationship) in relationships.enumerated() {
      let node = nodes[index]
      let isForward =
        relationship.source.id == node.id
        && (relationship.source.label == node.label
          || node.labels.contains(relationship.source.label))
      let inside = "[\(relationship.inside)]"
      text += isForward ? "-\(inside)->" : "<-\(inside)-"
      text += nodes[index + 1].description
    }
    return "<\(text)>"
  }
}

private func mapText(_ members: [CypherMember]) -> String {
  "{\(members.map { "\($0.name): \($0.value)" }.joined(separator: ", "))}"
}

func floatText(_ number: Double) -> String {
  if number.isNaN { return "NaN" }
  if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
  return number.description
}
