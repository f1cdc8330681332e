import Cypher

/// A value as the TCK writes it in tables of results and parameters.
indirect enum ResultValue {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case list([ResultValue])
  case map([(String, ResultValue)])
  case node(labels: [String], [(String, ResultValue)])
  case relationship(type: String, [(String, ResultValue)])
  /// Nodes and relationships by turns; each relationship with whether it points forward.
  case path([ResultValue], isForward: [Bool])

  init(_ value: CypherValue) {
    switch value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .temporal(let temporal): self = .string("\(temporal)")
    case .list(let elements): self = .list(elements.map { ResultValue($0) })
    case .map(let members): self = .map(Self.entries(members))
    case .node(let node): self = .node(labels: node.labels, Self.entries(node.properties))
    case .relationship(let relationship):
      self = .relationship(type: relationship.type, Self.entries(relationship.properties))
    case .path(let path):
      var elements: [ResultValue] = []
      var directions: [Bool] = []
      for (index, node) in path.nodes.enumerated() {
        elements.append(ResultValue(.node(node)))
        guard index < path.relationships.count else { continue }
        let relationship = path.relationships[index]
        elements.append(ResultValue(.relationship(relationship)))
        directions.append(relationship.source.id == node.id)
      }
      self = .path(elements, isForward: directions)
    }
  }

  private static func entries(_ members: [CypherMember]) -> [(String, ResultValue)] {
    members.map { ($0.name, ResultValue($0.value)) }
  }

  /// As a parameter; nil for what can't be one.
  var parameter: CypherValue? {
    switch self {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .integer(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .list(let elements): return .list(elements.compactMap(\.parameter))
    case .map(let entries):
      return .map(
        entries.compactMap { name, value in value.parameter.map { CypherMember(name, $0) } })
    case .node, .relationship, .path: return nil
    }
  }

  /// A text that is the same for equal values: entries and labels are sorted, and the elements of
  /// lists too if their order does not count.
  func canonical(ignoringListOrder: Bool) -> String {
    func entries(_ entries: [(String, ResultValue)]) -> String {
      let texts = entries.map {
        "\($0.0): \($0.1.canonical(ignoringListOrder: ignoringListOrder))"
      }
      return "{\(texts.sorted().joined(separator: ", "))}"
    }
    switch self {
    case .null: return "null"
    case .boolean(let flag): return "\(flag)"
    case .integer(let number): return "\(number)"
    case .float(let number):
      return number.isNaN ? "NaN" : "float \(number == 0 ? 0 : number)"
    case .string(let text): return "'\(text.replacing("'", with: "\\'"))'"
    case .list(let elements):
      let texts = elements.map { $0.canonical(ignoringListOrder: ignoringListOrder) }
      return "[\((ignoringListOrder ? texts.sorted() : texts).joined(separator: ", "))]"
    case .map(let members): return entries(members)
    case .node(let labels, let members):
      return "(\(labels.sorted().map { ":\($0)" }.joined()) \(entries(members)))"
    case .relationship(let type, let members): return "[:\(type) \(entries(members))]"
    case .path(let elements, let isForward):
      var text = "<"
      for (index, element) in elements.enumerated() {
        let inner = element.canonical(ignoringListOrder: ignoringListOrder)
        text += index % 2 == 0 ? inner : isForward[index / 2] ? "-\(inner)->" : "<-\(inner)-"
      }
      return text + ">"
    }
  }
}
