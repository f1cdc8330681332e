import Cypher
import Diagrams
import Diplomacy

extension NetworkDiagram {
  /// The nodes and relationships in the rows of a query, each once.
  init(_ result: QueryResult) {
    var found = QueryFindings()
    for value in result.rows.joined() { found.take(value) }
    let labels = Set(found.nodes.values.map(\.label))
    // People have the colour of their country, as everywhere, meetings their shape, anything else the
    // colour and name of its label.
    let isOfPeople = labels == ["Person"]
    let nodes = found.nodes.map { Node($0.value, id: $0.key) }
    let countries = nodes.filter { $0.form == .person }.compactMap(\.group)
      .map { CountryCode($0.uppercased()) }
    self.init(
      title: "What the query found",
      caption: [
        "\(printed(nodes.count, "node")), \(printed(found.edges.count, "relationship"))"
          + " of \(printed(result.rows.count, "row"))\(result.isCut ? ", the first that there are" : "")."
      ],
      groups: Group.all(countries)
        + labels.subtracting(["Person", "Meeting"]).sorted().map {
          Group(id: $0.lowercased(), label: $0)
        },
      nodes: nodes, edges: found.edges.map { Edge($0.value, tie: $0.key) }, framesGroups: isOfPeople
    )
  }
}

/// What rows hold that can be drawn. Relationships of one type between the same ends are one line.
private struct QueryFindings {
  var nodes: [String: CypherNode] = [:]
  var edges: [Tie: [CypherRelationship]] = [:]

  struct Tie: Hashable {
    let source: String
    let type: String
    let target: String
  }

  mutating func take(_ value: CypherValue) {
    switch value {
    case .node(let node): nodes[QueryFindings.id(node.label, node.id)] = node
    case .relationship(let relationship): take(relationship)
    case .path(let path):
      for node in path.nodes { take(.node(node)) }
      for relationship in path.relationships { take(relationship) }
    case .list(let elements): for element in elements { take(element) }
    case .map(let members): for member in members { take(member.value) }
    case .null, .boolean, .integer, .float, .string, .temporal: break
    }
  }

  private mutating func take(_ relationship: CypherRelationship) {
    for end in [relationship.source, relationship.target] {
      let id = QueryFindings.id(end.label, end.id)
      if nodes[id] == nil { nodes[id] = CypherNode(label: end.label, id: end.id, properties: []) }
    }
    var ends = [
      QueryFindings.id(relationship.source.label, relationship.source.id),
      QueryFindings.id(relationship.target.label, relationship.target.id),
    ]
    if relationship.isSymmetric { ends.sort() }
    let tie = Tie(source: ends[0], type: relationship.type, target: ends[1])
    if edges[tie]?.contains(relationship) != true { edges[tie, default: []].append(relationship) }
  }

  static func id(_ label: String, _ id: CypherValue) -> String {
    "\(label.lowercased())/\(id.plain)"
  }
}

extension NetworkDiagram.Node {
  fileprivate init(_ node: CypherNode, id: String) {
    func text(_ name: String) -> String? {
      node.properties.first { $0.name == name }.map(\.value.plain)
    }
    let caption = Ontology.nodes.first { $0.label == node.label }?.caption ?? "name"
    let details = ["date", "status", "country", "published"].compactMap { name in
      text(name).map { PartialDate(iso: $0)?.words ?? $0 }
    }
    let country = text("country")
    self.init(
      id: id, name: text(caption) ?? node.id.plain,
      roles: node.label == "Person" || details.isEmpty ? [] : [details.joined(separator: ", ")],
      group: node.label == "Person"
        ? country?.lowercased() : node.label == "Meeting" ? nil : node.label.lowercased(),
      form: node.label == "Person"
        ? .person
        : node.label == "Meeting" ? .meeting : node.label == "Country" ? .country : .thing,
      status: text("status").flatMap(NetworkDiagram.Edge.Status.init) ?? .held,
      link: node.id.plain)
  }
}

extension NetworkDiagram.Edge {
  /// `relationships` are those of one type between the same ends.
  fileprivate init(_ relationships: [CypherRelationship], tie: QueryFindings.Tie) {
    let first = relationships.first
    func text(_ name: String) -> String? {
      first?.properties.first { $0.name == name }.map(\.value.plain)
    }
    let type = tie.type
    let isMet = type == "MET"
    let count = isMet ? text("meetings").flatMap { Int($0) } ?? 1 : relationships.count
    self.init(
      id: "\(tie.source)--\(type)--\(tie.target)", from: tie.source, to: tie.target,
      count: max(count, 1), first: text("first"), last: text("last"),
      dates: PartialDate.words(
        from: text("first").flatMap { PartialDate(iso: $0) },
        to: text("last").flatMap { PartialDate(iso: $0) }),
      status: text("status").flatMap(NetworkDiagram.Edge.Status.init) ?? .held,
      label: isMet ? nil : count > 1 ? "\(count) × \(type)" : type,
      isDirected: first?.isSymmetric == false,
      tooltip: ([type] + (first?.properties ?? []).map { "\($0.name): \($0.value.plain)" })
        .joined(separator: ", "))
  }
}

extension CypherRelationship {
  fileprivate var isSymmetric: Bool {
    Ontology.relationships.first { $0.type == type }?.isSymmetric ?? false
  }
}

extension CypherValue {
  /// The value as it is printed, a text without quotation marks.
  fileprivate var plain: String {
    switch self {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .boolean(let value): "\(value)"
    case .temporal(let temporal): "\(temporal)"
    case .list(let elements): elements.map(\.plain).joined(separator: ", ")
    case .null, .map, .node, .relationship, .path: ""
    }
  }
}
